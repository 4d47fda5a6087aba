/// A column of a result.
public struct ResultColumn: Sendable, Hashable {
  /// Its name: a field's, a path's, or `count`.
  public var name: String
  /// What it holds, or each element of it.
  public var type: ValueType
  /// Whether a cell may be a list.
  public var isList: Bool
  /// Whether the query made the column: what is asked for by name is left out last where there is no
  /// room.
  public var isMade: Bool

  /// A column.
  public init(name: String, type: ValueType, isList: Bool = false, isMade: Bool = false) {
    self.name = name
    self.type = type
    self.isList = isList
    self.isMade = isMade
  }
}

/// A row of a table of the store, from which a result row was made.
public struct RowReference: Sendable, Hashable {
  /// The table.
  public var table: Table
  /// The row number in the snapshot that answered.
  public var row: UInt32

  /// Row `row` of `table`.
  public init(table: Table, row: UInt32) {
    self.table = table
    self.row = row
  }
}

/// The answer to a query: named columns and rows, made cell by cell when asked for.
///
/// A result keeps the snapshot that it came from alive, and does not change when more is loaded.
public struct ResultTable: Sendable {
  /// The columns, in the order in which they are shown.
  public let columns: [ResultColumn]
  /// Number of rows.
  public let rowCount: Int
  private let cell: @Sendable (_ row: Int, _ column: Int) -> Value
  private let reference: @Sendable (_ row: Int) -> RowReference?

  /// A result whose cells are made by `cell` on demand.
  ///
  /// - Parameter reference: the row of the store that a result row shows, where it shows one.
  public init(
    columns: [ResultColumn], rowCount: Int,
    reference: @escaping @Sendable (_ row: Int) -> RowReference? = { _ in nil },
    cell: @escaping @Sendable (_ row: Int, _ column: Int) -> Value
  ) {
    self.columns = columns
    self.rowCount = rowCount
    self.cell = cell
    self.reference = reference
  }

  /// A result of ready-made rows; each must have one value a column.
  public init(columns: [ResultColumn], rows: [[Value]]) {
    precondition(rows.allSatisfy { $0.count == columns.count }, "a row has one value a column")
    self.init(columns: columns, rowCount: rows.count) { row, column in rows[row][column] }
  }

  /// The value in `column` of `row`, both from 0 and in range.
  public subscript(row: Int, column: Int) -> Value {
    precondition(row >= 0 && row < rowCount && columns.indices.contains(column))
    return cell(row, column)
  }

  /// The row of the store that result row `row` shows; nil for counts and other derived rows.
  public func reference(ofRow row: Int) -> RowReference? {
    precondition(row >= 0 && row < rowCount)
    return reference(row)
  }

  /// The values of row `row`, one a column.
  public func values(ofRow row: Int) -> [Value] {
    columns.indices.map { self[row, $0] }
  }
}
