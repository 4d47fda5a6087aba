internal import NewsModel
internal import NewsStore

/// One known value that a path leads to, before it becomes a cell.
///
/// Unlike a ``Value`` it keeps which row a reference leads to and what period a text names.
enum Datum: Hashable, Sendable {
  case text(String)
  case integer(Int)
  case number(Double)
  case date(NewsDate)
  case reference(Table, UInt32)
  case period(CalendarPeriod)

  /// The value as a cell shows it.
  func value(_ snapshot: Snapshot) -> Value {
    switch self {
    case .text(let text): .text(text)
    case .integer(let number): .integer(number)
    case .number(let number): .number(number)
    case .date(let date): .date(date)
    case .reference(let table, let row): snapshot.name(ofRow: row, in: table)
    case .period(let period): period.value
    }
  }
}
