internal import NewsModel
internal import NewsStore
internal import QueryLanguage

/// A test of intervals of days, made ready to run on a ``DateColumn``.
enum DayRange: Sendable {
  case overlaps(first: Int32, last: Int32)
  case overlapsAny([(first: Int32, last: Int32)])
  case within(first: Int32, last: Int32)
  case exactly(first: Int32, last: Int32)

  /// The ranges of a test.
  init(_ test: DateTest) {
    switch test {
    case .overlaps(let dates):
      let ends = dates.map(\.ends)
      self = ends.count == 1 ? .overlaps(first: ends[0].0, last: ends[0].1) : .overlapsAny(ends)
    case .within(let date): self = .within(first: date.ends.0, last: date.ends.1)
    case .exactly(let date): self = .exactly(first: date.ends.0, last: date.ends.1)
    }
  }

  /// Whether the test passes on an interval that is known.
  @inline(__always)
  func contains(_ first: Int32, _ last: Int32) -> Bool {
    switch self {
    case .overlaps(let lower, let upper): first <= upper && last >= lower
    case .overlapsAny(let ends): ends.contains { first <= $0.last && last >= $0.first }
    case .within(let lower, let upper): first >= lower && last <= upper
    case .exactly(let lower, let upper): first == lower && last == upper
    }
  }
}

extension NewsDate {
  /// The day numbers of both ends as a ``DateColumn`` has them.
  var ends: (first: Int32, last: Int32) {
    (first?.number ?? DateColumn.openFirst, last?.number ?? DateColumn.openLast)
  }
}
