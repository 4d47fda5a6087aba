/// The scores of the labels of a sentence's tokens, and the best way through them.
struct LabelLattice {
  /// Number of tokens.
  let count: Int
  /// Scores of the labels of each token, ``NameLabel/count`` apart.
  var scores: [Int32]

  /// Which labels may follow which, and which may begin and end a sentence.
  private static let follows: [[Int]] = NameLabel.all.map { label in
    NameLabel.all.filter { $0.allows(label) }.map(\.number)
  }

  /// A lattice of `count` tokens without scores.
  init(count: Int) {
    self.count = count
    scores = [Int32](repeating: 0, count: count * NameLabel.count)
  }

  /// The score of a label.
  subscript(token: Int, label: NameLabel) -> Int32 {
    get { scores[token * NameLabel.count + label.number] }
    set { scores[token * NameLabel.count + label.number] = newValue }
  }

  /// The labels of the highest sum of scores and of `moves` from label to label (Viterbi 1967).
  ///
  /// - Complexity: O(*n*) in the number of tokens.
  func best(moves: [Int32]) -> [Int] {
    let labels = NameLabel.count
    guard count > 0 else { return [] }
    var sums = [Int32](repeating: Self.never, count: labels)
    var next = sums
    var back = [UInt8](repeating: 0, count: count * labels)
    for label in NameLabel.all where !label.continues { sums[label.number] = scores[label.number] }
    for token in 1..<max(1, count) {
      for label in 0..<labels {
        var best = Self.never
        var from = 0
        for previous in Self.follows[label] {
          let sum = sums[previous] &+ moves[previous * labels + label]
          if sum > best {
            best = sum
            from = previous
          }
        }
        next[label] = max(Self.never, best &+ scores[token * labels + label])
        back[token * labels + label] = UInt8(from)
      }
      swap(&sums, &next)
    }
    var last = 0
    for label in NameLabel.all where !label.isOpen && sums[label.number] > sums[last] {
      last = label.number
    }
    var path = [Int](repeating: 0, count: count)
    for token in (0..<count).reversed() {
      path[token] = last
      last = Int(back[token * labels + last])
    }
    return path
  }

  /// What the scores say of the kinds of a name of `tokens`, in log odds above the least likely kind.
  func votes(_ tokens: Range<Int>, unit: Int32) -> KindVotes {
    var sums = [Float](repeating: 0, count: NameLabel.kinds.count)
    let (first, last) = (tokens.lowerBound, tokens.upperBound - 1)
    for token in tokens {
      let part: NameLabel.Part =
        first == last ? .single : token == first ? .begin : token == last ? .end : .inside
      for kind in sums.indices { sums[kind] += Float(self[token, NameLabel(part, kind: kind)]) }
    }
    let highest: Float = sums.max() ?? 0
    var votes = KindVotes()
    for (kind, sum) in zip(NameLabel.kinds, sums) {
      votes[kind] = max(0, Self.longestOdds + (sum - highest) / Float(unit))
    }
    return votes
  }

  /// What lies further behind counts no less.
  private static let longestOdds: Float = 6

  /// Below any score that can come about, and far from overflow.
  private static let never = Int32.min / 4
}
