import Diagnostics
import NewsModel
import NewsStore
import QueryLanguage
import TestSupport

/// A query with what the oracle says to it.
struct RandomQuery {
  /// The query.
  var query: BoundQuery
  /// Its rows.
  var rows: Oracle.Rows
  /// The oracle after it.
  var oracle: Oracle
}

/// Makes up valid queries about a store, with values that mostly occur in the rows at hand.
///
/// Each query is answered by the oracle while it is made, stage by stage.
struct RandomQueries {
  /// A point of a query that is being made.
  struct Point {
    var shape: RowShape
    var rows: Oracle.Rows
    /// How many more queries may stand in one another.
    var depth: Int
  }

  var random: SplitMix
  let values: StoredValues
  /// Numbers for the names of columns.
  private var nameCount = 0

  /// How deep queries stand in one another.
  static let depthLimit = 2

  /// Greatest number of pairs of rows that a stage may look at.
  static let pairLimit = 400_000

  init(seed: UInt64, values: StoredValues) {
    random = SplitMix(seed: seed)
    self.values = values
  }

  var snapshot: Snapshot { values.snapshot }

  /// The next query.
  mutating func query() -> RandomQuery { query(from: nil, depth: Self.depthLimit, atMost: 5) }

  /// A query whose rows are of a table, of which they lead from anywhere.
  mutating func query(of table: Table?, depth: Int) -> RandomQuery {
    var made = query(from: table, depth: depth, atMost: 3)
    guard let table, made.query.shape.table != table else { return made }
    if made.query.shape.isOpen {
      made = query(from: table, depth: 0, atMost: 0)
    }
    var point = Point(shape: made.query.shape, rows: made.rows, depth: 0)
    if made.query.shape.table != table {
      append(.follow(table), RowShape(table, shown: table.allColumns), &made, &point)
    }
    return made
  }

  private mutating func query(from table: Table?, depth: Int, atMost count: Int) -> RandomQuery {
    let source = source(table, depth)
    let oracle = Oracle(values)
    var made = RandomQuery(
      query: BoundQuery(source: source, stages: []), rows: oracle.rows(source), oracle: oracle)
    var point = Point(shape: shape(of: source), rows: made.rows, depth: depth)
    for _ in 0..<random.below(count) {
      if point.rows.count == 0 && random.oneIn(2) { break }
      let (operation, shape) = stage(point)
      append(operation, shape, &made, &point)
      if case .sort = operation, random.oneIn(2) {
        append(.take(random.below(30)), shape, &made, &point)
      }
      if shape.isOpen || made.query.stages.last.map(isSample) == true { break }
    }
    return made
  }

  private func isSample(_ stage: BoundStage) -> Bool {
    if case .sample = stage.operation { true } else { false }
  }

  private func append(
    _ operation: BoundOperation, _ shape: RowShape, _ made: inout RandomQuery,
    _ point: inout Point
  ) {
    let stage = BoundStage(
      operation: operation, text: "stage \(made.query.stages.count + 1)",
      range: SourceRange(at: 0), output: shape)
    made.rows = made.oracle.step(stage, made.rows, point.shape)
    made.query.stages.append(stage)
    point.rows = made.rows
    point.shape = shape
  }

  /// A name that no column has yet.
  mutating func newName(_ start: String) -> String {
    nameCount += 1
    return "\(start)_\(nameCount)"
  }

  // MARK: Sources

  private mutating func source(_ table: Table?, _ depth: Int) -> BoundSource {
    if let table, random.oneIn(2) { return .table(table) }
    if depth > 0, random.oneIn(9) { return .graph(graph(depth)) }
    return .table(random.pick(Table.allCases))
  }

  /// What the rows of a source are; of a table with all fields shown.
  private func shape(of source: BoundSource) -> RowShape {
    switch source {
    case .table(let table): RowShape(table, shown: table.allColumns)
    case .graph(let graph): graph.shape
    }
  }

  private mutating func graph(_ depth: Int) -> BoundGraph {
    var ties = RandomQuery(
      query: BoundQuery(source: .events, stages: []), rows: Oracle(values).rows(.table(.events)),
      oracle: Oracle(values))
    var point = Point(
      shape: RowShape(.events, shown: Table.events.allColumns), rows: ties.rows, depth: 0)
    for _ in 0..<random.below(3) {
      append(.filter(condition(point, depth: 1)), point.shape, &ties, &point)
    }
    let entities = entities(2)
    let others = entities.isEmpty ? [] : self.entities(2)
    let isLarge = ties.rows.count > 1_000
    let search: BoundGraph.Search =
      random.oneIn(2)
      ? .neighbours(of: entities)
      : .paths(from: entities, to: others, steps: 1 + random.below(isLarge ? 2 : 4))
    return BoundGraph(search: search, ties: ties.query, text: "graph")
  }

  private mutating func entities(_ count: Int) -> [UInt32] {
    let all = snapshot.rowCount(of: .entities)
    if all == 0 { return [] }
    return Set((0...random.below(count)).map { _ in UInt32(random.below(all)) }).sorted()
  }
}

extension Table {
  /// All fields, as they are shown.
  var allColumns: [BoundColumn] {
    schema.fields.indices.map { position in
      let field = FieldID(table: self, position: position)
      return BoundColumn(
        name: field.schema.name,
        path: BoundPath(
          root: .fields([field]), type: field.schema.type, isList: field.schema.isList))
    }
  }
}
