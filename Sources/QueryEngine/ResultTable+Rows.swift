internal import NewsModel
internal import NewsStore
internal import QueryLanguage

extension ResultTable {
  /// Rows in the shape in which the query shows them; cells are made when asked for.
  init(_ rows: Rows, _ shape: RowShape, _ snapshot: Snapshot) {
    switch (shape, rows) {
    case (.table(_, let shown), .table(let table, let selection)):
      let readers = shown.map { column -> PathReader? in
        guard case .fields(let fields) = column.path.root else { return nil }
        return PathReader(column.path, fields: fields, snapshot: snapshot)
      }
      self.init(
        columns: shown.map(\.result), rowCount: selection.count,
        reference: { RowReference(table: table, row: selection[$0]) },
        cell: { row, column in readers[column]?.value(ofRow: selection[row]) ?? .unknown })
    case (_, .derived(let derived)):
      self.init(
        columns: shape.resultColumns, rowCount: derived.count,
        cell: { row, column in
          guard derived.columns.indices.contains(column) else { return .unknown }
          return derived.columns[column][row]?.value(snapshot) ?? .unknown
        })
    case (.derived(let columns), .table(_, let selection)):
      self.init(columns: columns, rowCount: selection.count, cell: { _, _ in .unknown })
    }
  }
}

extension RowShape {
  /// The columns of a result of this shape.
  fileprivate var resultColumns: [ResultColumn] {
    switch self {
    case .table(_, let shown): shown.map(\.result)
    case .derived(let columns): columns
    }
  }
}

extension BoundColumn {
  /// The column of a result that shows this.
  fileprivate var result: ResultColumn {
    ResultColumn(name: name, type: path.type, isList: path.isList)
  }
}

extension Table {
  /// All that a query without stages shows: the fields that are shown by default.
  var wholeShape: RowShape {
    .table(
      self,
      shown: schema.fields.indices.filter { schema.fields[$0].isShown }.map { position in
        let field = FieldID(table: self, position: position)
        return BoundColumn(
          name: field.schema.name,
          path: BoundPath(
            root: .fields([field]), type: field.schema.type, isList: field.schema.isList))
      })
  }
}
