internal import NewsModel
internal import NewsStore

/// One known value at the edge of the engine: of a cell, a key of a group, a derived row.
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

  /// The days of a date or of a calendar period; nil for anything else.
  var interval: NewsDate? {
    switch self {
    case .date(let date): date
    case .period(let period): period.interval
    case .text, .integer, .number, .reference: nil
    }
  }

  /// The text that orders and texts tests look at; nil where there is none.
  func text(_ snapshot: Snapshot) -> String? {
    switch self {
    case .text(let text): return text
    case .period(let period): return period.text
    case .reference(let table, let row):
      if case .text(let name) = snapshot.name(ofRow: row, in: table) { return name }
      return nil
    case .integer, .number, .date: return nil
    }
  }

  /// The folded form of ``text(_:)``.
  func folded(_ snapshot: Snapshot) -> String? {
    if case .reference(let table, let row) = self, let name = table.nameFields.first,
      case .codes(let column) = snapshot.column(name)
    {
      let code = column.codes[Int(row)]
      return code == StringPool.unknown ? nil : snapshot.strings.foldedText(code)
    }
    return text(snapshot).map { NewsModel.folded($0) }
  }
}
