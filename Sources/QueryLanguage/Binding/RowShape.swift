public import NewsModel

/// What the rows at a point of a query are: rows of a table with or without columns of their own,
/// or nothing but columns.
public struct RowShape: Sendable, Hashable {
  /// The table that the rows are of; nil where they were made by `count` or another stage that
  /// groups.
  public var table: Table?
  /// What the rows have beside their fields, or all that they have.
  public var columns: [RowColumn]
  /// What is shown, in order.
  public var shown: [BoundColumn]
  /// Whether further columns come that only the rows can tell: those of a `crosstab`.
  public var isOpen = false

  /// Rows of `table`, of which `shown` is shown.
  public init(_ table: Table, columns: [RowColumn] = [], shown: [BoundColumn]) {
    self.table = table
    self.columns = columns
    self.shown = shown
  }

  /// Rows that have these columns and show all of them.
  public init(columns: [RowColumn]) {
    table = nil
    self.columns = columns
    shown = columns.indices.map { BoundColumn(name: columns[$0].name, path: columns[$0].path($0)) }
  }

  /// What a path on these rows holds.
  public func type(of path: BoundPath) -> ColumnType {
    if case .column(let index, then: []) = path.root, path.part == nil,
      columns.indices.contains(index)
    {
      return columns[index].type
    }
    return ColumnType(path)
  }

  /// The column called `name`, which is in small letters; the last where several are.
  public func column(named name: String) -> Int? {
    columns.lastIndex { $0.name.lowercased() == name }
  }
}

/// A column that rows have beside the fields of their table.
public struct RowColumn: Sendable, Hashable {
  /// Its name.
  public var name: String
  /// What it holds.
  public var type: ColumnType

  /// A column called `name`.
  public init(name: String, type: ColumnType) {
    self.name = name
    self.type = type
  }

  /// The path to it, where it is the column numbered `index`.
  public func path(_ index: Int) -> BoundPath {
    BoundPath(
      root: .column(index, then: []), part: nil, type: type.value, isList: type.isList)
  }
}

/// What a column or an expression holds.
public struct ColumnType: Sendable, Hashable {
  /// The type of a value, or of each element of a list.
  public var value: ValueType
  /// Whether it may hold several values.
  public var isList: Bool
  /// Which calendar period the values are; nil where they are none.
  public var part: BoundPath.DatePart?
  /// The field that the values were taken from as they are; nil where they come from none.
  ///
  /// A closed list of words stays one in a column. Types are equal whatever field they come from.
  @Ignored public var origin: FieldID?

  /// A type.
  public init(
    _ value: ValueType, isList: Bool = false, part: BoundPath.DatePart? = nil,
    origin: FieldID? = nil
  ) {
    self.value = value
    self.isList = isList
    self.part = part
    self.origin = origin
  }

  /// The type of what a path holds.
  public init(_ path: BoundPath, period: BoundPath.DatePart? = nil) {
    self.init(path.type, isList: path.isList, part: path.part ?? period)
    if path.part == nil { origin = path.lastField }
  }
}

extension BoundColumn {
  /// The column of a result that shows this.
  public var result: ResultColumn {
    ResultColumn(name: name, type: path.type, isList: path.isList)
  }

  /// The word for what it holds: `date`, `entities`.
  public var typeName: String { path.isList ? path.type.plural : path.type.word }
}
