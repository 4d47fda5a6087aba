extension Sequence where Element: Hashable {
  /// The elements that occur at least `limit` times, the commonest first.
  ///
  /// Equally common ones stand in the order in which they first come, so that the result does not
  /// depend on hashing.
  func commonest(atLeast limit: Int) -> [Element] {
    var counts: [Element: Int] = [:]
    var order: [Element] = []
    for element in self {
      if counts[element, default: 0] == 0 { order.append(element) }
      counts[element, default: 0] += 1
    }
    return order.enumerated()
      .map { (element: $1, place: $0, count: counts[$1] ?? 0) }
      .filter { $0.count >= limit }
      .sorted { ($0.count, $1.place) > ($1.count, $0.place) }
      .map(\.element)
  }
}
