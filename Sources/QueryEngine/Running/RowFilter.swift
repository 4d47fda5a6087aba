internal import NewsModel
internal import NewsStore
internal import QueryLanguage

/// Filters that follow each other, compiled.
struct RowFilter {
  private let kernels: [Kernel]
  private let cancellation: Cancellation
  /// Rows that a filter could not judge, each counted at the first.
  private(set) var unknownCount = 0

  /// The filters of `conditions`, of which about `rowCount` rows will be judged.
  init(
    _ conditions: [BoundCondition], rowCount: Int, snapshot: Snapshot,
    cancellation: Cancellation
  ) throws {
    let compiler = ConditionCompiler(
      snapshot: snapshot, cancellation: cancellation, rowCount: rowCount)
    kernels = try conditions.map { try compiler.compile($0) }
    self.cancellation = cancellation
  }

  /// The filter of a condition on rows that may have columns; what passes are positions among them.
  init(
    _ condition: BoundCondition, over rows: Rows, snapshot: Snapshot, cancellation: Cancellation
  ) throws {
    let compiler = ConditionCompiler(
      snapshot: snapshot, cancellation: cancellation, rowCount: rows.count)
    kernels = [try compiler.compile(condition, over: rows)]
    self.cancellation = cancellation
  }

  /// The rows that pass, in the order in which they came.
  mutating func passing(_ rows: RowSelection) throws -> RowSelection {
    if kernels.isEmpty { return rows }
    var result: [UInt32] = []
    var unknown = 0
    cancellation.expect(rows.count)
    try rows.forEachBatch { batch in
      try cancellation.checkBefore(lookingAt: batch.count)
      try pass(batch, into: &result, &unknown)
    }
    unknownCount += unknown
    return .list(result)
  }

  private func pass(
    _ batch: RowBatch, into result: inout [UInt32], _ unknown: inout Int
  ) throws {
    var batch = batch
    for kernel in kernels {
      let truths = try kernel.truths(batch)
      unknown += truths.sum(Truth.isUnknown)
      let kept = batch.kept(truths, Truth.holds)
      if kept.isEmpty { return }
      batch = .list(kept)
    }
    if case .list(let rows) = batch { result += rows }
  }
}
