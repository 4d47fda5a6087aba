internal import NewsModel
internal import NewsStore
internal import QueryLanguage

extension ResultTable {
  /// Rows in the shape in which the query shows them; cells are made when asked for.
  ///
  /// Rows that alone know the names of their columns show all of them, the first as the shape has
  /// it.
  init(_ rows: Rows, _ shape: RowShape, _ snapshot: Snapshot) {
    let base = rows.base
    let reference: @Sendable (Int) -> RowReference? = { position in
      base.map { RowReference(table: $0.table, row: $0.selection[position]) }
    }
    if shape.isOpen, let names = rows.names {
      let columns = rows.columns
      self.init(
        columns: names.enumerated().map { place, name in
          place == 0
            ? shape.shown.first?.result ?? ResultColumn(name: name, type: .text)
            : ResultColumn(name: name, type: .integer)
        }, rowCount: rows.count, reference: reference,
        cell: { columns[$1].value(at: $0, snapshot) })
      return
    }
    let readers = shape.shown.map { CellReader($0.path, of: rows, snapshot: snapshot) }
    self.init(
      columns: shape.shown.map(\.result), rowCount: rows.count, reference: reference,
      cell: { readers[$1].value(at: $0) })
  }
}

/// Reads the cells of a column of a result.
private struct CellReader: Sendable {
  private let path: BoundPath
  private let rows: Rows
  private let snapshot: Snapshot

  /// A reader of what a path leads to from `rows`; what does not fit them is unknown.
  init(_ path: BoundPath, of rows: Rows, snapshot: Snapshot) {
    self.path = path
    self.rows = rows
    self.snapshot = snapshot
  }

  func value(at position: Int) -> Value {
    // The snapshot knows more of a field than its column: speakers without a name.
    if let (field, row) = fieldOfOneRow(at: position) { return snapshot.value(field, row: row) }
    return PathKernel(path, of: rows, snapshot: snapshot)
      .values(.run(position..<(position + 1))).value(at: 0, snapshot)
  }

  /// The field that the path is, and its row, where it leads to a single field of one row.
  private func fieldOfOneRow(at position: Int) -> (FieldID, UInt32)? {
    guard path.part == nil else { return nil }
    switch path.root {
    case .fields(let fields):
      guard fields.count == 1, let base = rows.base else { return nil }
      return (fields[0], base.selection[position])
    case .column(let index, let fields):
      guard fields.count == 1, case .references(let targets, _)? = rows.column(index),
        targets[position] != ReferenceColumn.unknown
      else { return nil }
      return (fields[0], targets[position])
    }
  }
}
