import NewsModel
import NewsStore
import QueryLanguage
import TestSupport

extension RandomQueries {
  /// A path through the rows at a point.
  mutating func path(_ point: Point) -> BoundPath {
    let columns = point.shape.columns
    if let table = point.shape.table, columns.isEmpty || random.oneIn(2) {
      let fields = fields(from: table)
      return dated(.fields(fields), fields[fields.count - 1].schema.type, isList: isList(fields))
    }
    let index = random.below(columns.count)
    let type = columns[index].type
    if case .reference(let table) = type.value, random.oneIn(2) {
      let fields = fields(from: table)
      return dated(
        .column(index, then: fields), fields[fields.count - 1].schema.type,
        isList: type.isList || isList(fields))
    }
    let path = dated(.column(index, then: []), type.value, isList: type.isList)
    return type.part == nil ? path : columns[index].path(index)
  }

  /// A path that satisfies a condition; nil where none was met.
  mutating func path(_ point: Point, where holds: (BoundPath) -> Bool) -> BoundPath? {
    for _ in 0..<25 {
      let path = path(point)
      if holds(path) { return path }
    }
    return nil
  }

  /// What a path holds, with the period where it leads to a column of periods.
  func columnType(_ path: BoundPath, _ shape: RowShape) -> ColumnType {
    guard case .column(let index, let fields) = path.root, fields.isEmpty else {
      return ColumnType(path)
    }
    return ColumnType(path, period: shape.columns[index].type.part)
  }

  private func isList(_ fields: [FieldID]) -> Bool { fields.contains { $0.schema.isList } }

  private mutating func fields(from table: Table) -> [FieldID] {
    var fields: [FieldID] = []
    var here = table
    while true {
      let field = FieldID(table: here, position: random.below(here.schema.fields.count))
      fields.append(field)
      guard case .reference(let next) = field.schema.type, fields.count < 3, random.oneIn(2)
      else { break }
      here = next
    }
    return fields
  }

  /// A path that may end in a part of a date.
  private mutating func dated(
    _ root: BoundPath.Root, _ type: ValueType, isList: Bool
  ) -> BoundPath {
    guard type == .date, random.oneIn(2) else {
      return BoundPath(root: root, type: type, isList: isList)
    }
    let part = random.pick(BoundPath.DatePart.allCases)
    return BoundPath(
      root: root, part: part, type: part == .weekday || random.oneIn(2) ? .text : .date,
      isList: isList)
  }
}
