internal import NewsModel
internal import NewsStore
internal import QueryLanguage

extension ResultTable {
  /// Rows in the shape in which the query shows them; cells are made when asked for.
  init(_ rows: Rows, _ shape: RowShape, _ snapshot: Snapshot) {
    let shown = shape.shown
    switch rows {
    case .table(let table, let selection):
      let readers = shown.map { column -> PathReader? in
        guard case .fields(let fields) = column.path.root else { return nil }
        return PathReader(column.path, fields: fields, snapshot: snapshot)
      }
      self.init(
        columns: shown.map(\.result), rowCount: selection.count,
        reference: { RowReference(table: table, row: selection[$0]) },
        cell: { row, column in readers[column]?.value(ofRow: selection[row]) ?? .unknown })
    case .derived(let derived):
      self.init(
        columns: shown.map(\.result), rowCount: derived.count,
        cell: { row, column in
          derived.datum(shown[column].path, row: row)?.value(snapshot) ?? .unknown
        })
    }
  }
}
