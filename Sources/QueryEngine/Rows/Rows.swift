internal import NewsModel
internal import NewsStore
internal import QueryLanguage

/// What stands between two steps of a plan: rows of a table or of none, in an order, with columns
/// of their own.
struct Rows: Sendable {
  /// Rows of a table.
  struct Base: Sendable {
    /// The table.
    var table: Table
    /// The rows, in order.
    var selection: RowSelection
  }

  /// The rows of a table that these are; nil for rows of none.
  private(set) var base: Base?
  /// What the rows have beside their fields, or all that they have.
  private(set) var columns: [ComputedColumn]
  /// Number of rows, also where there are no columns.
  let count: Int
  /// The names of the columns, where only the rows can tell them: those of a crosstab.
  var names: [String]?

  /// Rows of a table without columns.
  init(_ table: Table, _ selection: RowSelection, columns: [ComputedColumn] = []) {
    base = Base(table: table, selection: selection)
    count = selection.count
    self.columns = columns
  }

  /// Rows of no table.
  init(columns: [ComputedColumn], count: Int, names: [String]? = nil) {
    self.columns = columns
    self.count = count
    self.names = names
  }

  /// The positions of all rows.
  var positions: RowSelection { .run(0..<count) }

  /// The rows of the table, where these are nothing but that: where positions need not be kept
  /// apart from row numbers.
  var plain: Base? { columns.isEmpty ? base : nil }

  /// The column that a path begins at; nil where there is none such.
  func column(_ index: Int) -> ComputedColumn? {
    columns.indices.contains(index) ? columns[index] : nil
  }

  /// The rows with further columns; each must have a value a row.
  func adding(_ more: [ComputedColumn]) -> Rows {
    var rows = self
    rows.columns += more
    return rows
  }

  /// The first `count` rows.
  func prefix(_ count: Int) -> Rows { part(0..<max(0, min(count, self.count))) }

  /// What follows the first `count` rows.
  func dropFirst(_ count: Int) -> Rows { part(max(0, min(count, self.count))..<self.count) }

  private func part(_ range: Range<Int>) -> Rows {
    if range == 0..<count { return self }
    return with(columns.map { $0.picked(.run(range)) }, base?.selection[range], range.count)
  }

  /// The rows at the positions of a selection.
  func picked(_ positions: RowSelection, checking cancellation: Cancellation) throws -> Rows {
    if case .run(let range) = positions { return part(range) }
    let batch = positions.batch(0..<positions.count)
    let columns = try columns.map { column in
      try cancellation.check()
      return column.picked(batch)
    }
    try cancellation.check()
    return with(columns, base.map { .list($0.selection.rows(at: batch)) }, positions.count)
  }

  private func with(
    _ columns: [ComputedColumn], _ selection: RowSelection?, _ count: Int
  ) -> Rows {
    if let base, let selection { return Rows(base.table, selection, columns: columns) }
    return Rows(columns: columns, count: count, names: names)
  }
}

extension RowSelection {
  /// The rows at the positions of a batch, in its order.
  func rows(at positions: RowBatch) -> [UInt32] {
    switch self {
    case .run(let range):
      var rows: [UInt32] = []
      rows.reserveCapacity(positions.count)
      positions.forEachRow { rows.append(UInt32(range.lowerBound + $0)) }
      return rows
    case .list(let rows): return positions.map(rows, 0) { $0 }
    }
  }

  /// The rows at the positions of a batch, as a batch.
  func batch(at positions: RowBatch) -> RowBatch {
    if case .run(let range) = positions { return batch(range) }
    return .list(rows(at: positions)[...])
  }
}
