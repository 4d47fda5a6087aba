import Diagnostics
import NewsModel
import NewsStore
import QueryLanguage
import TestSupport

extension RandomQueries {
  /// A stage, and what the rows are after it.
  mutating func stage(_ point: Point) -> (BoundOperation, RowShape) {
    let shape = point.shape
    switch random.below(30) {
    case 0..<8: return (.filter(filter(point)), shape)
    case 8, 9: return (.sort(keys(point)), shape)
    case 10: return (.take(random.below(30)), shape)
    case 11: return (.skip(random.below(4)), shape)
    case 12:
      var shown = shape
      shown.shown = columns(point, atMost: 4)
      return (.show(shown.shown), shown)
    case 13, 14:
      let keys = random.oneIn(5) ? [] : columns(point, atMost: 2)
      let count = RowColumn(name: "count", type: ColumnType(.integer))
      return (
        .count(distinct: random.oneIn(3) ? path(point) : nil, by: keys),
        RowShape(columns: keys.map { keyColumn($0, shape) } + [count])
      )
    case 15:
      let columns = columns(point, atMost: 2)
      return (.distinct(columns), RowShape(columns: columns.map { keyColumn($0, shape) }))
    case 16, 17: return follow(point)
    case 18:
      return (.search(TextSearch(phrases: (0..<random.below(3)).map { _ in phrase() })), shape)
    case 19...21: return add(point)
    case 22...24: return group(point)
    case 25:
      let columns = columns(point, atMost: 1) + columns(point, atMost: 1)
      var open = RowShape(columns: [keyColumn(columns[0], shape)])
      open.isOpen = true
      return (.crosstab(columns[0], by: columns[1]), open)
    case 26 where point.depth == RandomQueries.depthLimit:
      return (.sample(random.below(12), seed: random.next()), shape)
    case 27: return subset(point)
    default: return followed(point)
    }
  }

  private mutating func filter(_ point: Point) -> BoundCondition {
    if let table = point.shape.table, random.oneIn(3) {
      let parts = (0...random.below(3)).map { _ in indexed(table) }
      return parts.count == 1 ? parts[0] : random.oneIn(3) ? .or(parts) : .and(parts)
    }
    return condition(point, depth: 0)
  }

  private mutating func keys(_ point: Point) -> [BoundSortKey] {
    if let date = point.shape.table?.mainDate, random.oneIn(2) {
      return [BoundSortKey(path: date, isDescending: random.oneIn(2))]
    }
    return (0...random.below(2)).map { _ in
      BoundSortKey(path: path(point), isDescending: random.oneIn(2))
    }
  }

  private mutating func columns(_ point: Point, atMost count: Int) -> [BoundColumn] {
    (0...random.below(count)).map { _ in
      BoundColumn(name: newName("column"), path: path(point))
    }
  }

  /// The column that holds the single values of a key.
  private func keyColumn(_ key: BoundColumn, _ shape: RowShape) -> RowColumn {
    var type = columnType(key.path, shape)
    type.isList = false
    return RowColumn(name: key.name, type: type)
  }

  private mutating func follow(_ point: Point) -> (BoundOperation, RowShape) {
    let leads =
      point.shape.table != nil
      || point.shape.columns.contains { if case .reference = $0.type.value { true } else { false } }
    if !leads { return (.take(20), point.shape) }
    let table = random.pick(Table.allCases)
    return (.follow(table), RowShape(table, shown: table.allColumns))
  }

  // MARK: Columns

  private mutating func add(_ point: Point) -> (BoundOperation, RowShape) {
    var point = point
    var additions: [BoundAddition] = []
    // Rows do not yet have what is added: values of the new columns are made up.
    for _ in 0...random.below(2) {
      let (value, type) = expression(point, depth: 2)
      let column = RowColumn(name: newName("added"), type: type)
      additions.append(BoundAddition(column: column, value: value))
      let index = point.shape.columns.count
      point.shape.columns.append(column)
      point.shape.shown.append(BoundColumn(name: column.name, path: column.path(index)))
      for row in point.rows.rows.indices { point.rows.rows[row].columns.append([]) }
    }
    return (.add(additions), point.shape)
  }

  private mutating func group(_ point: Point) -> (BoundOperation, RowShape) {
    let keys = random.oneIn(4) ? [] : columns(point, atMost: 2)
    let aggregates = (0...random.below(3)).map { _ in aggregate(point) }
    return (
      .group(by: keys, aggregates),
      RowShape(columns: keys.map { keyColumn($0, point.shape) } + aggregates.map(\.column))
    )
  }

  private mutating func aggregate(_ point: Point) -> BoundAggregate {
    let function = random.pick(Aggregate.allCases)
    var argument: (value: BoundExpression, type: ColumnType)?
    switch function {
    case .count: if random.oneIn(2) { argument = expression(point, depth: 1) }
    case .share: if random.oneIn(2) { argument = number(point, depth: 1) }
    case .sum, .average, .median: argument = number(point, depth: 1)
    case .min, .max, .first, .last, .list: argument = expression(point, depth: 1)
    }
    var type = argument?.type ?? ColumnType(.integer)
    type.isList = function == .list
    switch function {
    case .count: type = ColumnType(.integer)
    case .average, .median, .share: type = ColumnType(.number)
    case .sum, .min, .max, .first, .last, .list: break
    }
    let isDistinct = argument != nil && function == .count && random.oneIn(2)
    return BoundAggregate(
      column: RowColumn(name: newName(function.rawValue), type: type), function: function,
      isDistinct: isDistinct, argument: argument?.value)
  }

  // MARK: Queries in queries

  private mutating func subset(_ point: Point) -> (BoundOperation, RowShape) {
    guard let table = point.shape.table, point.depth > 0 else {
      return (.skip(1), point.shape)
    }
    let query = query(of: table, depth: point.depth - 1).query
    return (.subset(query, isNegated: random.oneIn(2)), point.shape)
  }

  private mutating func followed(_ point: Point) -> (BoundOperation, RowShape) {
    let dated = Table.allCases.filter { $0.mainDate != nil }
    let like = point.shape.table.map { [$0, $0] } ?? []
    let table = random.pick(dated + like)
    guard let date = point.shape.table?.mainDate, let other = table.mainDate, point.depth > 0
    else { return (.take(40), point.shape) }
    var made = query(of: table, depth: point.depth - 1)
    if made.rows.count * point.rows.count > Self.pairLimit {
      made.query.stages.append(
        BoundStage(
          operation: .take(Self.pairLimit / max(1, point.rows.count)), text: "take",
          range: made.query.stages.last?.range ?? .init(at: 0), output: made.query.shape))
    }
    var shape = point.shape
    let isNegated = random.oneIn(3)
    if !isNegated {
      let start = shape.columns.count
      shape.columns += [
        RowColumn(name: newName("next"), type: ColumnType(.reference(table))),
        RowColumn(name: newName("gap"), type: ColumnType(.integer)),
      ]
      shape.shown += (start..<start + 2).map {
        BoundColumn(name: shape.columns[$0].name, path: shape.columns[$0].path($0))
      }
    }
    let span = BoundSequence.Span(
      count: random.below(40), unit: random.pick(DateClause.Unit.allCases))
    let sequence = BoundSequence(
      date: date, query: made.query, otherDate: other, span: random.maybe([span]),
      shared: shared(point, made.query.shape, table), isNegated: isNegated)
    return (.followed(sequence), shape)
  }

  /// Paths of one type in both rows.
  private mutating func shared(
    _ point: Point, _ other: RowShape, _ table: Table
  ) -> [BoundSequence.SharedPath] {
    if random.oneIn(2) { return [] }
    let there = Point(
      shape: RowShape(table, shown: []), rows: Oracle.Rows(table: table, rows: []), depth: 0)
    for _ in 0..<20 {
      let here = path(point)
      let candidates = (0..<10).map { _ in path(there) }
      if let like = candidates.first(where: { $0.type == here.type && $0.part == here.part }) {
        return [BoundSequence.SharedPath(path: here, other: like)]
      }
    }
    return []
  }
}

extension Table {
  /// The path to the main date.
  var mainDate: BoundPath? {
    schema.mainDate.map {
      BoundPath(
        root: .fields([FieldID(table: self, position: $0)]), type: .date, isList: false)
    }
  }
}
