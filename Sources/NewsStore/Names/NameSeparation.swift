internal import NewsModel

/// Names that the user keeps apart, by the numbers of their nodes.
struct NameSeparation {
  private var others: [Int: Set<Int>] = [:]

  /// Whether nothing is kept apart.
  var isEmpty: Bool { others.isEmpty }

  /// Keeps each of some nodes apart from each of others.
  mutating func separate(_ a: [Int], _ b: [Int]) {
    for node in a {
      for other in b where node != other {
        others[node, default: []].insert(other)
        others[other, default: []].insert(node)
      }
    }
  }

  /// The nodes that one is kept apart from.
  subscript(node: Int) -> Set<Int> { others[node] ?? [] }

  /// The same for some of the nodes, numbered by their positions there.
  func reduced(to nodes: [Int]) -> NameSeparation {
    if isEmpty { return self }
    let positions = Dictionary(uniqueKeysWithValues: nodes.enumerated().map { ($1, $0) })
    var result = NameSeparation()
    for (position, node) in nodes.enumerated() {
      let own = self[node].compactMap { positions[$0] }
      if !own.isEmpty { result.others[position] = Set(own) }
    }
    return result
  }
}
