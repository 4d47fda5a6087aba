internal import NewsModel

/// Decides how a bound query is answered.
///
/// It chooses the way into the first table from the filters that lead the query, moves filters in
/// front of sorts and of columns that they do not need, and joins a sort with the `take` behind it.
/// Queries within a query are planned in the same way.
public struct Planner: Sendable {
  let statistics: any Statistics

  /// A planner for the rows that `statistics` describes.
  public init(statistics: any Statistics) { self.statistics = statistics }

  /// The plan for `query`.
  public func plan(_ query: BoundQuery) -> Plan {
    var stages = Self.withFiltersFirst(query.stages, after: query.source.shape)
    let source: PlanSource
    switch query.source {
    case .table(let table):
      var leading: [BoundCondition] = []
      while case .filter(let condition)? = stages.first?.operation {
        leading.append(condition)
        stages.removeFirst()
      }
      source = .table(access(table, filters: leading))
    case .graph(let graph):
      let ties = plan(graph.ties)
      source = .graph(graph, ties: ties, estimatedRows: estimate(graph, ties: ties))
    }
    return Plan(query: query, source: source, steps: steps(stages, query.source, source))
  }

  /// The stages with every filter moved before the sorts, shows and columns that stand right before
  /// it and that it does not need.
  ///
  /// That leaves rows, their order and the rows that a filter cannot judge as they are, since sorts
  /// are stable and columns change no rows. Stages that leave rows out are not passed: of a row
  /// that they leave out it must not be counted that a filter cannot judge it.
  static func withFiltersFirst(_ stages: [BoundStage], after source: RowShape) -> [BoundStage] {
    var result: [BoundStage] = []
    for var stage in stages {
      var place = result.count
      if case .filter(let condition) = stage.operation, stage.output.table != nil {
        let column = condition.lastColumn
        while place > 0 {
          let before = place > 1 ? result[place - 2].output : source
          guard result[place - 1].operation.commutes(withFilterOf: column, before: before) else {
            break
          }
          place -= 1
        }
        if place < result.count { stage.output = place > 0 ? result[place - 1].output : source }
      }
      result.insert(stage, at: place)
    }
    return result
  }

  // MARK: Steps

  private func steps(
    _ stages: [BoundStage], _ bound: BoundSource, _ source: PlanSource
  ) -> [PlanStep] {
    var steps: [PlanStep] = []
    var rows = source.estimatedRows
    var shape = bound.shape
    var index = 0
    func add(_ operation: PlanOperation, _ text: String, _ output: RowShape) {
      rows = estimate(operation, rows: rows, table: shape.table)
      steps.append(
        PlanStep(operation: operation, text: text, output: output, estimatedRows: rows))
      shape = output
    }
    while index < stages.count {
      let stage = stages[index]
      let label = label(stage, of: shape)
      switch stage.operation {
      case .sort(let keys):
        guard let count = Self.taken(stages, after: index) else {
          add(.sort(keys), label, stage.output)
          break
        }
        let inTime = steps.isEmpty && count <= 10_000 && isTimeOrder(keys, of: source)
        let how = inTime ? ", read in order of time" : ""
        add(
          .top(keys, count: count, readsInTimeOrder: inTime),
          "top \(count) by \(text(keys, of: shape))\(how)", stage.output)
        if index + 1 < stages.count, case .take = stages[index + 1].operation { index += 1 }
      case .count(let path, let keys) where !keys.isEmpty:
        let limit = Self.groupsTaken(stages, after: index, keys, of: shape)
        add(.count(distinct: path, by: keys, limit: limit), label, stage.output)
      case .subset(let query, let isNegated):
        add(.subset(plan(query), isNegated: isNegated), label, stage.output)
      case .followed(let sequence):
        add(.followed(sequence, plan(sequence.query)), label, stage.output)
      default: add(PlanOperation(stage.operation), label, stage.output)
      }
      index += 1
    }
    return steps
  }

  /// Whether the keys are the order of the table's rows, or its reverse.
  private func isTimeOrder(_ keys: [BoundSortKey], of source: PlanSource) -> Bool {
    guard case .table(let access) = source else { return false }
    let table = access.table
    guard keys.count == 1, let main = table.schema.mainDate,
      keys.first?.path.singleField == FieldID(table: table, position: main)
    else { return false }
    return statistics.isInTimeOrder(table)
  }

  /// How many rows are kept at most of what the stage at `index` orders; nil for all.
  private static func taken(_ stages: [BoundStage], after index: Int) -> Int? {
    var skipped = 0
    for stage in stages[(index + 1)...] {
      switch stage.operation {
      case .show, .add: continue
      case .skip(let count):
        let (sum, overflow) = skipped.addingReportingOverflow(max(0, count))
        if overflow { return nil }
        skipped = sum
      case .take(let count):
        let (sum, overflow) = skipped.addingReportingOverflow(max(0, count))
        return overflow ? nil : sum
      default: return nil
      }
    }
    return nil
  }

  /// How many of the groups that the stage at `index` counts are kept at most, where they are the
  /// ones with the greatest counts; nil for all.
  private static func groupsTaken(
    _ stages: [BoundStage], after index: Int, _ keys: [BoundColumn], of shape: RowShape
  ) -> Int? {
    if let key = keys.first, shape.type(of: key.path).part != nil { return nil }
    if let count = taken(stages, after: index) { return count }
    guard index + 1 < stages.count, case .sort(let order) = stages[index + 1].operation,
      order.count == 1, let key = order.first, key.isDescending, key.path.part == nil,
      key.path.root == .column(keys.count, then: [])
    else { return nil }
    return taken(stages, after: index + 1)
  }
}
/// A share of a number of rows; at least 1 where there are any.
func scaled(_ rows: Int, _ share: Double) -> Int {
  rows == 0 ? 0 : max(1, Int((Double(rows) * share).rounded()))
}
