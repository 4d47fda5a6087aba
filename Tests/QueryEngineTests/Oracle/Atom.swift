import NewsModel
import NewsStore
import QueryLanguage

/// One known value as the oracle sees it.
enum Atom: Hashable {
  case text(String)
  case integer(Int)
  case number(Double)
  case date(NewsDate)
  case row(Table, UInt32)
  /// A part of a date: its text, its number within the larger period, and its order.
  case part(BoundPath.DatePart, text: String, number: Int, order: Int, days: NewsDate?)

  init?(_ value: Value) {
    switch value {
    case .text(let text): self = .text(text)
    case .integer(let number): self = .integer(number)
    case .number(let number): self = .number(number)
    case .date(let date): self = .date(date)
    case .unknown, .list: return nil
    }
  }

  /// The part of a date, where both its ends agree on it.
  init?(_ part: BoundPath.DatePart, of date: NewsDate) {
    guard let first = date.first, let last = date.last else { return nil }
    if part == .weekday && first != last { return nil }
    let atom = Self.part(part, of: first)
    guard atom == Self.part(part, of: last) else { return nil }
    self = atom
  }

  static func part(_ part: BoundPath.DatePart, of day: Day) -> Atom {
    let (year, month, dayOfMonth) = day.civil
    let names = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    switch part {
    case .year:
      let days = NewsDate(year: year)
      return .part(part, text: "\(year)", number: year, order: year, days: days)
    case .quarter:
      let quarter = (month + 2) / 3
      let first = Day(year: year, month: quarter * 3 - 2, day: 1)
      let after =
        quarter == 4
        ? Day(year: year + 1, month: 1, day: 1) : Day(year: year, month: quarter * 3 + 1, day: 1)
      return .part(
        part, text: "\(year)-Q\(quarter)", number: quarter, order: year * 10 + quarter,
        days: NewsDate(first: first, last: after?.advanced(by: -1)))
    case .month:
      return .part(
        part, text: "\(year)-\(two(month))", number: month, order: year * 100 + month,
        days: NewsDate(year: year, month: month))
    case .week:
      var monday = day
      while monday.weekday != 1 { monday = monday.advanced(by: -1) }
      let thursday = monday.advanced(by: 3)
      var week = 1
      var earlier = thursday.advanced(by: -7)
      while earlier.year == thursday.year {
        week += 1
        earlier = earlier.advanced(by: -7)
      }
      return .part(
        part, text: "\(thursday.year)-W\(two(week))", number: week,
        order: Int(monday.number),
        days: NewsDate(first: monday, last: monday.advanced(by: 6)))
    case .day:
      return .part(
        part, text: day.description, number: dayOfMonth, order: Int(day.number),
        days: NewsDate(day))
    case .weekday:
      return .part(
        part, text: names[day.weekday - 1], number: day.weekday, order: day.weekday, days: nil)
    }
  }

  /// The value as a number, where it is one.
  var number: Double? {
    switch self {
    case .integer(let number): Double(number)
    case .number(let number): number
    case .text, .date, .row, .part: nil
    }
  }

  /// The days of a date or of a calendar period.
  var days: NewsDate? {
    switch self {
    case .date(let date): date
    case .part(_, _, _, _, let days): days
    case .text, .integer, .number, .row: nil
    }
  }

  /// The text by which the value is ordered and tested.
  func text(_ snapshot: Snapshot) -> String? {
    switch self {
    case .text(let text), .part(_, let text, _, _, _): return text
    case .row(let table, let row):
      guard case .text(let name) = snapshot.name(ofRow: row, in: table) else { return nil }
      return name
    case .integer, .number, .date: return nil
    }
  }

  /// The cell that shows the value.
  func value(_ snapshot: Snapshot) -> Value {
    switch self {
    case .text(let text): return .text(text)
    case .integer(let number): return .integer(number)
    case .number(let number): return .number(number)
    case .date(let date): return .date(date)
    case .row(let table, let row): return snapshot.name(ofRow: row, in: table)
    case .part(.year, _, let year, _, _): return .integer(year)
    case .part(_, let text, _, _, _): return .text(text)
    }
  }
}
