internal import NewsModel

/// Intervals of days, one a row, being collected.
struct DateLog: Sendable {
  private(set) var first: [Int32] = []
  private(set) var last: [Int32] = []

  /// Adds a date; nil is unknown.
  mutating func append(_ date: NewsDate?) {
    guard let date else {
      first.append(DateColumn.openLast)
      last.append(DateColumn.openFirst)
      return
    }
    first.append(date.first?.number ?? DateColumn.openFirst)
    last.append(date.last?.number ?? DateColumn.openLast)
  }

  /// Adds an interval of day numbers.
  mutating func append(first: Int32, last: Int32) {
    self.first.append(first)
    self.last.append(last)
  }

  /// The interval of a row.
  subscript(row: Int) -> DayInterval { DayInterval(first: first[row], last: last[row]) }

  /// The rows in the order of `order`, as a column.
  func column(_ order: [Int]) -> DateColumn {
    DateColumn(first: order.map { first[$0] }, last: order.map { last[$0] })
  }

  /// All rows as a column.
  var column: DateColumn { DateColumn(first: first, last: last) }
}

/// An interval of day numbers as a ``DateColumn`` has it; empty where the date is not known.
struct DayInterval: Hashable, Sendable {
  /// First day.
  var first: Int32
  /// Last day.
  var last: Int32

  /// The interval of a date that is not known.
  static let unknown = DayInterval(first: DateColumn.openLast, last: DateColumn.openFirst)

  /// Whether the date is known.
  var isKnown: Bool { first <= last }

  /// Whether either end is open.
  var isOpen: Bool { first == DateColumn.openFirst || last == DateColumn.openLast }

  /// Number of days; 0 where the date is not known.
  var dayCount: Int { isKnown ? Int(last) - Int(first) + 1 : 0 }

  /// Whether the two share a day; never where one is not known.
  func overlaps(_ other: DayInterval) -> Bool { first <= other.last && other.first <= last }

  /// The days that both have; not known where there are none.
  func intersection(_ other: DayInterval) -> DayInterval {
    let shared = DayInterval(first: max(first, other.first), last: min(last, other.last))
    return shared.isKnown ? shared : .unknown
  }

  /// The date, or nil where it is not known.
  var date: NewsDate? {
    guard isKnown else { return nil }
    return NewsDate(
      first: first == DateColumn.openFirst ? nil : Day(number: first),
      last: last == DateColumn.openLast ? nil : Day(number: last))
  }
}
