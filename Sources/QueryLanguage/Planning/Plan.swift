public import NewsModel

/// How a query is answered: where rows come from, and what is done to them in turn.
///
/// A plan gives the rows that its query asks for, in the same order as doing every stage literally.
public struct Plan: Sendable, Hashable {
  /// The query that is answered.
  public var query: BoundQuery
  /// Where rows come from.
  public var source: PlanSource
  /// What is done to them, in order.
  public var steps: [PlanStep]

  /// A plan.
  public init(query: BoundQuery, source: PlanSource, steps: [PlanStep]) {
    self.query = query
    self.source = source
    self.steps = steps
  }
}

/// The first rows of a plan.
public indirect enum PlanSource: Sendable, Hashable {
  /// Rows of a table.
  case table(TableAccess)
  /// What is found by going from entity to entity along the events that a plan gives.
  case graph(BoundGraph, ties: Plan, estimatedRows: Int)

  /// Number of rows that are thought to leave the source.
  public var estimatedRows: Int {
    switch self {
    case .table(let access): access.estimatedRows
    case .graph(_, _, let rows): rows
    }
  }
}

/// A table, the way into it, and the filters that lead the query.
public struct TableAccess: Sendable, Hashable {
  /// The table.
  public var table: Table
  /// How rows are found.
  public var access: AccessPath
  /// Number of rows that the path is thought to lead to.
  public var accessRows: Int
  /// The filters that lead the query, as far as the path does not answer them, in order.
  public var filters: [PlanFilter]
  /// The filters as the query has them, for the count of rows that they cannot judge.
  public var originalFilters: [BoundCondition]
  /// Number of rows that are thought to pass the filters.
  public var estimatedRows: Int
}

/// A filter at the source of a plan.
public struct PlanFilter: Sendable, Hashable {
  /// What is left to test.
  public var condition: BoundCondition
  /// The condition in words.
  public var text: String
  /// Number of rows that are thought to pass.
  public var estimatedRows: Int
}

/// Something that a plan does to rows.
public struct PlanStep: Sendable, Hashable {
  /// What is done.
  public var operation: PlanOperation
  /// The step in words.
  public var text: String
  /// The shape of the rows that leave the step.
  public var output: RowShape
  /// Number of rows that are thought to leave the step.
  public var estimatedRows: Int
}

/// What a step of a plan does.
public indirect enum PlanOperation: Sendable, Hashable {
  /// Keeps the rows for which the condition holds.
  case filter(BoundCondition)
  /// Keeps rows with all phrases, best first.
  case search(TextSearch)
  /// Orders all rows.
  case sort([BoundSortKey])
  /// The first `count` rows in the order of the keys; where `readsInTimeOrder`, rows are read from
  /// the early or the late end of the table and only as far as needed.
  case top([BoundSortKey], count: Int, readsInTimeOrder: Bool)
  /// Keeps the first rows.
  case take(Int)
  /// Leaves out the first rows.
  case skip(Int)
  /// Changes which columns are shown.
  case show([BoundColumn])
  /// Counts rows or groups; of groups only the first `limit` are needed, where it is given.
  case count(distinct: BoundPath?, by: [BoundColumn], limit: Int?)
  /// Keeps one row of each combination of values.
  case distinct([BoundColumn])
  /// Goes to another table.
  case follow(Table)
  /// Gives each row further columns.
  case add([BoundAddition])
  /// One row a group, with aggregates.
  case group(by: [BoundColumn], [BoundAggregate])
  /// One row a value of one column and one column a value of another.
  case crosstab(BoundColumn, by: BoundColumn)
  /// Keeps some rows, chosen by the seed.
  case sample(Int, seed: UInt64)
  /// Keeps the rows that are, or are not, among those of a plan.
  case subset(Plan, isNegated: Bool)
  /// Keeps the rows that a row of a plan follows, or that none follows.
  case followed(BoundSequence, Plan)
}

extension Plan {
  /// The plan that does every stage literally, over all rows of the source.
  public init(literally query: BoundQuery) {
    let source: PlanSource
    switch query.source {
    case .table(let table):
      source = .table(
        TableAccess(
          table: table, access: .scan, accessRows: 0, filters: [], originalFilters: [],
          estimatedRows: 0))
    case .graph(let graph):
      source = .graph(graph, ties: Plan(literally: graph.ties), estimatedRows: 0)
    }
    let steps = query.stages.map {
      PlanStep(
        operation: PlanOperation($0.operation), text: $0.text, output: $0.output, estimatedRows: 0)
    }
    self.init(query: query, source: source, steps: steps)
  }
}

extension PlanOperation {
  /// The operation that does a stage literally.
  public init(_ operation: BoundOperation) {
    switch operation {
    case .filter(let condition): self = .filter(condition)
    case .search(let search): self = .search(search)
    case .sort(let keys): self = .sort(keys)
    case .take(let count): self = .take(count)
    case .skip(let count): self = .skip(count)
    case .show(let columns): self = .show(columns)
    case .count(let path, let keys): self = .count(distinct: path, by: keys, limit: nil)
    case .distinct(let columns): self = .distinct(columns)
    case .follow(let table): self = .follow(table)
    case .add(let columns): self = .add(columns)
    case .group(let keys, let aggregates): self = .group(by: keys, aggregates)
    case .crosstab(let rows, let columns): self = .crosstab(rows, by: columns)
    case .sample(let count, let seed): self = .sample(count, seed: seed)
    case .subset(let query, let isNegated):
      self = .subset(Plan(literally: query), isNegated: isNegated)
    case .followed(let sequence): self = .followed(sequence, Plan(literally: sequence.query))
    }
  }
}

extension BoundPath {
  /// The table whose rows the path begins at; nil for derived rows.
  public var table: Table? {
    guard case .fields(let fields) = root else { return nil }
    return fields.first?.table
  }

  /// The field where the path is nothing more than one.
  public var singleField: FieldID? {
    guard case .fields(let fields) = root, fields.count == 1, part == nil else { return nil }
    return fields.first
  }

  /// The path as the language writes it, where nothing is known of the rows: see ``text(in:)``.
  public var text: String { text(in: nil) }

  /// The path as the language writes it: `actor.country`, `date.month`.
  ///
  /// A column is written by its name in the shape, or without one by its number, from 1.
  public func text(in shape: RowShape?) -> String {
    let names: [String]
    switch root {
    case .fields(let fields): names = fields.map(\.schema.name)
    case .column(let index, let fields):
      let columns = shape?.columns ?? []
      let name = columns.indices.contains(index) ? columns[index].name : "column \(index + 1)"
      names = [name] + fields.map(\.schema.name)
    }
    return (names + (part.map { [$0.rawValue] } ?? [])).joined(separator: ".")
  }
}
