internal import NewsModel

/// Decides how a bound query is answered.
///
/// It chooses the way into the first table from the filters that lead the query, moves filters in
/// front of sorts, and joins a sort with the `take` behind it.
public struct Planner: Sendable {
  let statistics: any Statistics

  /// A planner for the rows that `statistics` describes.
  public init(statistics: any Statistics) { self.statistics = statistics }

  /// The plan for `query`.
  public func plan(_ query: BoundQuery) -> Plan {
    var stages = Self.withFiltersFirst(query.stages)
    var leading: [BoundCondition] = []
    while case .filter(let condition)? = stages.first?.operation {
      leading.append(condition)
      stages.removeFirst()
    }
    let source = source(query.source.table, filters: leading)
    return Plan(
      query: query, source: .table(source), steps: steps(stages, source: source))
  }

  /// The stages with every filter moved before the sorts and shows that stand right before it.
  ///
  /// That leaves rows and order as they are, since sorts are stable.
  static func withFiltersFirst(_ stages: [BoundStage]) -> [BoundStage] {
    var result: [BoundStage] = []
    for stage in stages {
      var place = result.count
      if case .filter = stage.operation, stage.output.table != nil {
        while place > 0, result[place - 1].operation.commutesWithFilters { place -= 1 }
      }
      result.insert(stage, at: place)
    }
    return result
  }

  // MARK: Steps

  private func steps(_ stages: [BoundStage], source: TableAccess) -> [PlanStep] {
    var steps: [PlanStep] = []
    var rows = source.estimatedRows
    var table: Table? = source.table
    var index = 0
    func add(_ operation: PlanOperation, _ text: String, _ output: RowShape) {
      rows = estimate(operation, rows: rows, table: table)
      steps.append(
        PlanStep(operation: operation, text: text, output: output, estimatedRows: rows))
      table = output.table
    }
    while index < stages.count {
      let stage = stages[index]
      if case .sort(let keys) = stage.operation, let count = Self.taken(stages, after: index) {
        let inTime =
          steps.isEmpty && count <= 10_000 && isTimeOrder(keys, of: source.table)
        let how = inTime ? ", read in order of time" : ""
        add(
          .top(keys, count: count, readsInTimeOrder: inTime),
          "top \(count) by \(keys.map(\.text).joined(separator: ", "))\(how)", stage.output)
        if index + 1 < stages.count, case .take = stages[index + 1].operation { index += 1 }
      } else if case .count(let path, let keys) = stage.operation, !keys.isEmpty {
        let operation = PlanOperation.count(
          distinct: path, by: keys, limit: Self.groupsTaken(stages, after: index, keys))
        add(operation, label(stage.operation, rows: rows), stage.output)
      } else {
        add(PlanOperation(stage.operation), label(stage.operation, rows: rows), stage.output)
      }
      index += 1
    }
    return steps
  }

  /// Whether the keys are the order of the table's rows, or its reverse.
  private func isTimeOrder(_ keys: [BoundSortKey], of table: Table) -> Bool {
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
      case .show: continue
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
    _ stages: [BoundStage], after index: Int, _ keys: [BoundColumn]
  ) -> Int? {
    if keys.first?.path.part != nil { return nil }
    if let count = taken(stages, after: index) { return count }
    guard index + 1 < stages.count, case .sort(let order) = stages[index + 1].operation,
      order.count == 1, let key = order.first, key.isDescending, key.path.part == nil,
      key.path.root == .column(keys.count, then: [])
    else { return nil }
    return taken(stages, after: index + 1)
  }

  private func estimate(_ operation: PlanOperation, rows: Int, table: Table?) -> Int {
    switch operation {
    case .filter(let condition):
      return scaled(rows, table.map { selectivity(condition, of: $0) } ?? 0.3)
    case .search(let search):
      guard table == .articles else { return scaled(rows, 0.1) }
      return search.phrases.reduce(rows) {
        min($0, statistics.articleCount(containing: $1))
      }
    case .sort, .show: return rows
    case .top(_, let count, _), .take(let count): return min(rows, max(0, count))
    case .skip(let count): return max(0, rows - max(0, count))
    case .count(_, let keys, _): return keys.isEmpty ? 1 : scaled(rows, 0.1)
    case .distinct: return scaled(rows, 0.3)
    case .add, .group, .crosstab, .sample, .subset, .followed: return rows
    case .follow(let target):
      let all = statistics.rowCount(of: target)
      guard let table else { return all }
      let share = Double(rows) / Double(max(1, statistics.rowCount(of: table)))
      return scaled(all, min(1, share * 2))
    }
  }

  // MARK: Labels

  private func label(_ operation: BoundOperation, rows: Int) -> String {
    switch operation {
    case .filter(let condition): return "keep " + text(condition)
    case .search(let search):
      let phrases = search.phrases.map { "\"\($0.joined(separator: " "))\"" }
      return "search " + phrases.joined(separator: " ")
    case .sort(let keys): return "sort by " + keys.map(\.text).joined(separator: ", ")
    case .take(let count): return "take \(count)"
    case .skip(let count): return "skip \(count)"
    case .show(let columns): return "show " + columns.map(\.name).joined(separator: ", ")
    case .count(let path, let keys):
      let by = keys.isEmpty ? "" : " by " + keys.map(\.name).joined(separator: ", ")
      return "count" + (path.map { " distinct \($0.text)" } ?? "") + by
    case .distinct(let columns):
      return "distinct " + columns.map(\.name).joined(separator: ", ")
    case .follow(let table): return "follow links to \(table.name)"
    case .add, .group, .crosstab, .sample, .subset, .followed: return ""
    }
  }

  func text(_ condition: BoundCondition) -> String {
    condition.text { statistics.name(ofRow: $0, in: $1) }
  }
}

extension BoundOperation {
  fileprivate var commutesWithFilters: Bool {
    switch self {
    case .sort, .show: true
    default: false
    }
  }
}

extension BoundSortKey {
  fileprivate var text: String { path.text + (isDescending ? " desc" : "") }
}

/// A share of a number of rows; at least 1 where there are any.
func scaled(_ rows: Int, _ share: Double) -> Int {
  rows == 0 ? 0 : max(1, Int((Double(rows) * share).rounded()))
}
