/// Number of insertions, deletions, replacements and swaps of neighbours that turn `a` into `b`.
///
/// This is the optimal string alignment distance over characters, case-sensitive. It stops early,
/// and returns `limit + 1`, once the distance must exceed `limit`.
///
/// - Complexity: O(*n* · *m*) in the lengths of the two strings.
public func editDistance(_ a: String, _ b: String, limit: Int = .max - 1) -> Int {
  let first = Array(a)
  let second = Array(b)
  if abs(first.count - second.count) > limit { return limit + 1 }
  if first.isEmpty || second.isEmpty { return max(first.count, second.count) }
  var beforeLast = [Int](repeating: 0, count: second.count + 1)
  var last = Array(0...second.count)
  var current = last
  for i in 1...first.count {
    current[0] = i
    var smallest = i
    for j in 1...second.count {
      let cost = first[i - 1] == second[j - 1] ? 0 : 1
      var best = min(last[j] + 1, current[j - 1] + 1, last[j - 1] + cost)
      if i > 1, j > 1, first[i - 1] == second[j - 2], first[i - 2] == second[j - 1] {
        best = min(best, beforeLast[j - 2] + 1)
      }
      current[j] = best
      smallest = min(smallest, best)
    }
    if smallest > limit { return limit + 1 }
    (beforeLast, last, current) = (last, current, beforeLast)
  }
  return last[second.count]
}

/// The candidates that `word` may be a slip of, nearest first.
///
/// A candidate is near when its distance is at most 2 and at most a third of the longer word's
/// length (but at least 1). The word itself is never among them.
///
/// - Parameter count: how many to return at most.
/// - Complexity: O(*c* · *n* · *m*) for *c* candidates.
public func nearest(to word: String, among candidates: [String], count: Int = 3) -> [String] {
  let folded = word.lowercased()
  let near = candidates.compactMap { candidate -> (String, Int)? in
    guard candidate != word else { return nil }
    let limit = min(2, max(1, max(word.count, candidate.count) / 3))
    let distance = editDistance(folded, candidate.lowercased(), limit: limit)
    return distance <= limit ? (candidate, distance) : nil
  }
  return near.sorted { ($0.1, $0.0) < ($1.1, $1.0) }.prefix(count).map(\.0)
}
