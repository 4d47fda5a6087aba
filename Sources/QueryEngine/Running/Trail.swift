internal import NewsModel
internal import NewsStore
internal import QueryLanguage

/// Finds which part of a query emptied its result, by doing every stage literally.
struct Trail {
  let snapshot: Snapshot
  let cancellation: Cancellation

  /// Rows after the table, each stage that leaves rows out, and each part of a filter that has
  /// several; up to the first that leaves none.
  func steps(of query: BoundQuery) throws -> [QueryResult.TrailStep] {
    var executor = Executor(snapshot: snapshot, cancellation: cancellation)
    let table = query.source.table
    var rows = Rows.table(table, .run(0..<snapshot.rowCount(of: table)))
    var steps = [QueryResult.TrailStep(text: query.source.text, count: rows.count, stage: nil)]
    for (index, stage) in query.stages.enumerated() {
      if steps.last?.count == 0 { break }
      let operation = PlanOperation(stage.operation)
      if case .filter(let condition) = stage.operation, condition.conjuncts.count > 1 {
        for part in condition.conjuncts {
          rows = try executor.rows(after: .filter(part), rows)
          let text = part.text { row, table in name(row, table) }
          steps.append(QueryResult.TrailStep(text: text, count: rows.count, stage: index))
        }
        continue
      }
      rows = try executor.rows(after: operation, rows)
      guard stage.operation.leavesRowsOut else { continue }
      steps.append(QueryResult.TrailStep(text: stage.text, count: rows.count, stage: index))
    }
    return steps
  }

  private func name(_ row: UInt32, _ table: Table) -> String {
    guard Int(row) < snapshot.rowCount(of: table),
      case .text(let name) = snapshot.name(ofRow: row, in: table)
    else { return "row \(row)" }
    return name
  }
}

extension BoundOperation {
  /// Whether no row may be left after the stage where there were some before it.
  fileprivate var leavesRowsOut: Bool {
    switch self {
    case .filter, .search, .take, .skip, .follow, .distinct: true
    case .count(_, let keys): !keys.isEmpty
    case .subset, .followed, .sample, .crosstab: true
    case .group(let keys, _): !keys.isEmpty
    case .sort, .show, .add: false
    }
  }
}
