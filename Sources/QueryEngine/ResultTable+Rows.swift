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
  private enum Kind: Sendable {
    case field(PathReader, RowSelection)
    case column(ComputedColumn)
    /// Fields of the rows that a column refers to.
    case referred(ComputedColumn, PathReader)
    case nothing
  }

  private let kind: Kind
  private let snapshot: Snapshot

  /// A reader of what a path leads to from `rows`; what does not fit them is unknown.
  init(_ path: BoundPath, of rows: Rows, snapshot: Snapshot) {
    self.snapshot = snapshot
    switch path.root {
    case .fields(let fields):
      let reader = PathReader(path, fields: fields, snapshot: snapshot)
      kind = rows.base.map { .field(reader, $0.selection) } ?? .nothing
    case .column(let index, let fields):
      guard let column = rows.column(index) else {
        kind = .nothing
        return
      }
      if fields.isEmpty {
        kind = .column(path.part.map { column.periods($0) } ?? column)
      } else {
        kind = .referred(column, PathReader(path, fields: fields, snapshot: snapshot))
      }
    }
  }

  func value(at position: Int) -> Value {
    switch kind {
    case .field(let reader, let selection): reader.value(ofRow: selection[position])
    case .column(let column): column.value(at: position, snapshot)
    case .referred(let column, let reader): reader.value(ofRows: column.references(at: position))
    case .nothing: .unknown
    }
  }
}
