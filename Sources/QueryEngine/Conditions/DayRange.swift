internal import NewsModel
internal import NewsStore
internal import QueryLanguage

/// A test of intervals of days, made ready to run on a ``DateColumn``.
enum DayRange: Sendable {
  case overlaps(first: Int32, last: Int32)
  /// The intervals ascend and have no day in common.
  case overlapsAny([(first: Int32, last: Int32)])
  case within(first: Int32, last: Int32)
  case exactly(first: Int32, last: Int32)

  /// The ranges of a test.
  init(_ test: DateTest) {
    switch test {
    case .overlaps(let dates):
      let ends = dates.map(\.ends)
      self =
        ends.count == 1
        ? .overlaps(first: ends[0].0, last: ends[0].1) : .overlapsAny(Self.apart(ends))
    case .within(let date): self = .within(first: date.ends.0, last: date.ends.1)
    case .exactly(let date): self = .exactly(first: date.ends.0, last: date.ends.1)
    }
  }

  /// Whether the test passes on an interval that is known.
  @inline(__always)
  func contains(_ first: Int32, _ last: Int32) -> Bool {
    switch self {
    case .overlaps(let lower, let upper): first <= upper && last >= lower
    case .overlapsAny(let ends): Self.overlaps(ends, first, last)
    case .within(let lower, let upper): first >= lower && last <= upper
    case .exactly(let lower, let upper): first == lower && last == upper
    }
  }
}

extension DayRange {
  /// Intervals that have the same days, ascend, and have none in common.
  static func apart(_ ends: [(first: Int32, last: Int32)]) -> [(first: Int32, last: Int32)] {
    var result: [(first: Int32, last: Int32)] = []
    for (first, last) in ends.sorted(by: { $0.first < $1.first }) {
      if let before = result.last, first <= before.last {
        result[result.count - 1].last = max(before.last, last)
      } else {
        result.append((first, last))
      }
    }
    return result
  }

  /// Whether an interval shares a day with any of several, which ascend and have none in common.
  static func overlaps(
    _ ends: [(first: Int32, last: Int32)], _ first: Int32, _ last: Int32
  ) -> Bool {
    let place = ends.partition { $0.last < first }
    return place < ends.count && ends[place].first <= last
  }
}

extension NewsDate {
  /// The day numbers of both ends as a ``DateColumn`` has them.
  var ends: (first: Int32, last: Int32) {
    (first?.number ?? DateColumn.openFirst, last?.number ?? DateColumn.openLast)
  }
}
