internal import NewsModel
internal import NewsStore
internal import QueryLanguage

/// Reads the cells of what a path leads to, one row at a time.
///
/// The values of a row are its known ones, each once, in the order in which they are met; a row
/// without any is unknown.
struct PathReader: Sendable {
  private let snapshot: Snapshot
  private let path: BoundPath
  private let columns: [Column]
  private let fields: [FieldID]

  /// A reader of a path that goes over these fields, the first of which is of the rows' table.
  init(_ path: BoundPath, fields: [FieldID], snapshot: Snapshot) {
    self.snapshot = snapshot
    self.path = path
    self.fields = fields
    columns = fields.map { snapshot.column($0) }
  }

  /// The known values of some rows, each once.
  private func data(ofRows rows: [UInt32]) -> [Datum] {
    var rows = rows
    for column in columns.dropLast() {
      rows = rows.flatMap { column.references(ofRow: Int($0)) }.uniqued()
    }
    guard let column = columns.last, let field = fields.last else { return [] }
    return rows.flatMap { data(column, field, Int($0)) }.uniqued()
  }

  /// The cell of a row.
  func value(ofRow row: UInt32) -> Value {
    if let field = path.singleField { return snapshot.value(field, row: row) }
    return value(ofRows: [row])
  }

  /// The cell of several rows.
  func value(ofRows rows: [UInt32]) -> Value {
    if !path.isList, fields.count == 1, path.part == nil, rows.count == 1, let field = fields.first
    {
      return snapshot.value(field, row: rows[0])
    }
    let values = data(ofRows: rows).map { $0.value(snapshot) }
    guard let first = values.first else { return .unknown }
    return path.isList || values.count > 1 ? .list(values) : first
  }

  private func data(_ column: Column, _ field: FieldID, _ row: Int) -> [Datum] {
    switch column {
    case .codes(let column): return text(column.codes[row])
    case .codeLists(let column): return column.elements(ofRow: row).flatMap { text($0) }
    case .references, .referenceLists:
      guard case .reference(let table) = field.schema.type else { return [] }
      return column.references(ofRow: row).map { .reference(table, $0) }
    case .dates(let column):
      guard let date = column.date(ofRow: row) else { return [] }
      guard let part = path.part else { return [.date(date)] }
      return CalendarPeriod(part, of: date).map { [.period($0)] } ?? []
    case .integers(let column):
      let value = column.values[row]
      return value == IntegerColumn.unknown ? [] : [.integer(Int(value))]
    case .numbers(let column):
      let value = column.values[row]
      return value.isNaN ? [] : [.number(value)]
    case .slices(let column):
      let article = column.articles[row]
      if article == ReferenceColumn.unknown { return [] }
      return [
        .text(
          snapshot.slice(article: article, lower: column.lower[row], upper: column.upper[row]))
      ]
    }
  }

  private func text(_ code: UInt32) -> [Datum] {
    code == StringPool.unknown ? [] : [.text(snapshot.strings[code])]
  }
}

extension Column {
  /// The rows that a row of a column of references leads to; empty for other columns.
  func references(ofRow row: Int) -> [UInt32] {
    switch self {
    case .references(let column):
      column.rows[row] == ReferenceColumn.unknown ? [] : [column.rows[row]]
    case .referenceLists(let column): Array(column.elements(ofRow: row))
    default: []
    }
  }
}

extension ListColumn {
  /// The values of a row.
  func elements(ofRow row: Int) -> ArraySlice<UInt32> {
    values[Int(offsets[row])..<Int(offsets[row + 1])]
  }
}

extension DateColumn {
  /// The interval of a row; nil where it is not known.
  func date(ofRow row: Int) -> NewsDate? {
    if first[row] > last[row] { return nil }
    return NewsDate(
      first: first[row] == Self.openFirst ? nil : Day(number: first[row]),
      last: last[row] == Self.openLast ? nil : Day(number: last[row]))
  }
}

extension Array where Element: Hashable {
  /// The elements, each once, in order of first appearance.
  func uniqued() -> [Element] {
    if count < 2 { return self }
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}
