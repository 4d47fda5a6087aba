internal import NewsModel

extension Planner {
  /// Number of rows that are thought to leave an operation.
  func estimate(_ operation: PlanOperation, rows: Int, table: Table?) -> Int {
    switch operation {
    case .filter(let condition):
      return scaled(rows, table.map { selectivity(condition, of: $0) } ?? 0.3)
    case .search(let search):
      guard table == .articles else { return scaled(rows, 0.1) }
      return search.phrases.reduce(rows) {
        min($0, statistics.articleCount(containing: $1))
      }
    case .sort, .show, .add: return rows
    case .top(_, let count, _), .take(let count), .sample(let count, _):
      return min(rows, max(0, count))
    case .skip(let count): return max(0, rows - max(0, count))
    case .count(_, let keys, _): return keys.isEmpty ? 1 : scaled(rows, 0.1)
    case .group(let keys, _): return keys.isEmpty ? 1 : scaled(rows, 0.1)
    case .crosstab: return scaled(rows, 0.1)
    case .distinct: return scaled(rows, 0.3)
    case .subset(let plan, let isNegated):
      let others = plan.estimatedRows
      guard let table else { return isNegated ? rows : min(rows, others) }
      let share = Double(others) / Double(max(1, statistics.rowCount(of: table)))
      return scaled(rows, isNegated ? max(0, 1 - share) : min(1, share))
    case .followed(let sequence, let plan):
      let share = plan.estimatedRows == 0 ? 0 : sequence.span == nil ? 0.5 : 0.2
      return scaled(rows, sequence.isNegated ? 1 - share : share)
    case .follow(let target):
      let all = statistics.rowCount(of: target)
      guard let table else { return all }
      let share = Double(rows) / Double(max(1, statistics.rowCount(of: table)))
      return scaled(all, min(1, share * 2))
    }
  }

  /// Number of rows that a search among ties is thought to give.
  func estimate(_ graph: BoundGraph, ties: Plan) -> Int {
    switch graph.search {
    case .paths(let starts, let goals, let steps):
      if starts.isEmpty || goals.isEmpty { return 0 }
      let (rows, overflow) = BoundGraph.pathLimit.multipliedReportingOverflow(by: steps)
      return overflow ? ties.estimatedRows : min(ties.estimatedRows, rows)
    case .neighbours(let rows):
      if rows.isEmpty { return 0 }
      return min(statistics.rowCount(of: .entities), scaled(ties.estimatedRows, 0.1))
    }
  }
}

extension Plan {
  /// Number of rows that are thought to leave the plan.
  public var estimatedRows: Int { steps.last?.estimatedRows ?? source.estimatedRows }
}
