internal import NewsModel
internal import NewsStore
internal import QueryLanguage

/// The result of `group by`.
struct Aggregation {
  /// The rows that were made.
  var rows: Rows
  /// Rows that were left out because a key is not known.
  var unkeyedCount: Int

  /// Groups rows by keys and works out the aggregates of each group, in one pass.
  ///
  /// Groups come in the order of ``Counting``. In a period without rows `count` and `share` are 0,
  /// all else is unknown.
  init(
    _ rows: Rows, by keys: [BoundColumn], _ aggregates: [BoundAggregate], snapshot: Snapshot,
    cancellation: Cancellation
  ) throws {
    var grouping = Grouping(rows, by: keys, snapshot: snapshot, cancellation: cancellation)
    var accumulators = try aggregates.map {
      try Accumulator($0, of: rows, snapshot: snapshot, cancellation: cancellation)
    }
    if aggregates.contains(where: { $0.argument != nil }) {
      try grouping.forEachBatch { grouping, positions in
        let groups = try grouping.groups(at: positions)
        for index in accumulators.indices {
          try accumulators[index].add(
            positions, groups, groupCount: grouping.counts.count)
        }
      }
    } else {
      try grouping.countRows()
    }
    unkeyedCount = grouping.unkeyedCount
    let counts = grouping.counts
    var values: [(column: ComputedColumn, empty: Int64)] = []
    for (index, aggregate) in aggregates.enumerated() {
      let column = try accumulators[index].column(
        counts, keyedCount: rows.count - grouping.unkeyedCount)
      values.append((column, aggregate.function.emptyBits))
    }
    var groups = GroupedRows(
      keys: try grouping.keys(), counts: counts.map { Int64($0) }, values: values,
      snapshot: snapshot, cancellation: cancellation)
    self.rows = try groups.rows(isByPeriod: grouping.isByPeriod)
  }
}

extension Aggregate {
  /// The bits of what a group without rows has.
  fileprivate var emptyBits: Int64 {
    switch self {
    case .count: 0
    case .share: (0 as Double).orderedBits
    default: ComputedColumn.unknownBits
    }
  }
}
