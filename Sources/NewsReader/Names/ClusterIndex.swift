/// Finds the entities that a form of a name may belong to without looking at all of them.
///
/// - Complexity: adding and looking up take time proportional to the number of keys; under one key
///   only the entities that were added last are kept, so that no text makes it slow.
struct ClusterIndex {
  private static let limit = 48
  private var positions: [String: [Int]] = [:]

  /// Notes that the entity at `position` has a form with `keys`.
  mutating func add(_ position: Int, under keys: [String]) {
    for key in keys {
      var list = positions[key, default: []]
      if list.last == position { continue }
      list.append(position)
      if list.count > Self.limit { list.removeFirst() }
      positions[key] = list
    }
  }

  /// The entities under any of `keys`, in order, each once.
  func clusters(under keys: [String]) -> [Int] {
    Set(keys.flatMap { positions[$0] ?? [] }).sorted()
  }
}
