import NewsModel
import NewsStore
import QueryEngine
import QueryLanguage

/// The engine's answer beside the oracle's.
struct AnswerPair {
  /// What is asked, with the oracle's answer.
  let expected: RandomQuery
  /// The engine's answer.
  let result: QueryResult

  /// Greatest number of rows of which every cell is compared; of more, as many spread over all.
  private static let cellRowLimit = 60

  /// Asks the engine.
  init(_ expected: RandomQuery, _ statistics: SnapshotStatistics) {
    self.expected = expected
    result = QueryEngine.run(
      expected.query, planner: Planner(statistics: statistics), on: expected.oracle.snapshot)
  }

  /// Asks both.
  init(_ query: BoundQuery, _ values: StoredValues, _ statistics: SnapshotStatistics) {
    var oracle = Oracle(values)
    let rows = oracle.run(query)
    self.init(RandomQuery(query: query, rows: rows, oracle: oracle), statistics)
  }

  /// What differs; nothing where the answers are the same.
  var difference: String? {
    if case .sample(let count, _)? = expected.query.stages.last?.operation {
      return sampleDifference(count)
    }
    if result.table.rowCount != expected.rows.count {
      return "\(result.table.rowCount) rows instead of \(expected.rows.count)"
    }
    return rowDifference ?? countDifference ?? trailDifference
  }

  private var rowDifference: String? {
    let shape = expected.query.shape
    let rows = expected.rows.rows
    if let names = expected.rows.names, result.table.columns.map(\.name) != names {
      return "columns \(result.table.columns.map(\.name)) instead of \(names)"
    }
    let step = max(1, rows.count / Self.cellRowLimit)
    for (index, row) in rows.enumerated() {
      if let table = expected.rows.table {
        let reference = result.table.reference(ofRow: index)
        if reference != RowReference(table: table, row: row.number) {
          return "row \(index) is \(reference.map { String($0.row) } ?? "none"), not \(row.number)"
        }
        if index % step != 0 { continue }
      }
      let cells = result.table.values(ofRow: index)
      let wanted = expected.oracle.cells(row, shape)
      if !cells.elementsEqual(wanted, by: { $0.isNearly($1) }) {
        return "row \(index): \(cells) instead of \(wanted)"
      }
    }
    return nil
  }

  private var countDifference: String? {
    if result.unknownCount != expected.oracle.unknownCount {
      return "\(result.unknownCount) unknown instead of \(expected.oracle.unknownCount)"
    }
    if result.unkeyedCount != expected.oracle.unkeyedCount {
      return "\(result.unkeyedCount) unkeyed instead of \(expected.oracle.unkeyedCount)"
    }
    return nil
  }

  private var trailDifference: String? {
    for (index, step) in result.trail.enumerated() {
      guard let stage = step.stage else { continue }
      let isLast = index + 1 == result.trail.count || result.trail[index + 1].stage != stage
      if isLast && step.count > 0 && step.count != expected.oracle.counts[stage] {
        return "\(step.count) rows after stage \(stage) instead of \(expected.oracle.counts[stage])"
      }
    }
    if expected.rows.count == 0 && result.trail.last?.count != 0 { return "no trail to no rows" }
    return nil
  }

  /// Which rows a sample has is open; that they are rows of what it is taken from is not.
  private func sampleDifference(_ count: Int) -> String? {
    let wanted = min(count, expected.rows.count)
    if result.table.rowCount != wanted {
      return "a sample of \(result.table.rowCount) rows instead of \(wanted)"
    }
    let shape = expected.query.shape
    var left = expected.rows.rows[...]
    for index in 0..<wanted {
      let cells = result.table.values(ofRow: index)
      let reference = result.table.reference(ofRow: index)
      let place = left.firstIndex { row in
        if let reference, reference.row != row.number { return false }
        return cells.elementsEqual(expected.oracle.cells(row, shape)) { $0.isNearly($1) }
      }
      guard let place else { return "row \(index) of the sample is none that may follow: \(cells)" }
      left = left[(place + 1)...]
    }
    return countDifference
  }
}

extension Value {
  /// Whether the two are the same but for the rounding of sums in another order.
  fileprivate func isNearly(_ other: Value) -> Bool {
    switch (self, other) {
    case (.number(let a), .number(let b)):
      a == b || abs(a - b) <= 1e-9 * max(abs(a), abs(b))
    case (.list(let a), .list(let b)): a.elementsEqual(b) { $0.isNearly($1) }
    default: self == other
    }
  }
}
