internal import NewsStore

/// A condition on the rows of another table that the rows at hand refer to.
final class LinkedCondition {
  private let kernel: Kernel
  private let rowCount: Int
  /// The truth of each row of the other table, where all have been judged.
  private var truths: [UInt8]?

  /// A condition on a table of `rowCount` rows.
  ///
  /// - Parameter judgesAll: whether all rows are judged beforehand, which pays where about as many
  ///   rows will be asked about.
  init(_ kernel: Kernel, rowCount: Int, judgesAll: Bool, cancellation: Cancellation) throws {
    self.kernel = kernel
    self.rowCount = rowCount
    guard judgesAll else { return }
    var truths: [UInt8] = []
    truths.reserveCapacity(rowCount)
    try RowSelection.run(0..<rowCount).forEachBatch { batch in
      try cancellation.check()
      truths += try kernel.truths(batch)
    }
    self.truths = truths
  }

  /// The truths of the rows that a column refers to; `missing` where it refers to none.
  func judged(_ rows: [UInt32], _ batch: RowBatch, missing: UInt8) throws -> [UInt8] {
    if let truths {
      let table = truths.span
      return judge(rows, batch) {
        $0 == ReferenceColumn.unknown ? missing : table[Int($0)]
      }
    }
    var targets: [UInt32] = []
    batch.forEachRow { row in
      if rows[row] != ReferenceColumn.unknown { targets.append(rows[row]) }
    }
    let truths = try judged(targets)
    var next = 0
    var result: [UInt8] = []
    result.reserveCapacity(batch.count)
    batch.forEachRow { row in
      if rows[row] == ReferenceColumn.unknown {
        result.append(missing)
      } else {
        result.append(truths[next])
        next += 1
      }
    }
    return result
  }

  /// For each row of a batch, whether any row that it refers to passes, or every one.
  func judged(
    _ list: ListColumn, _ batch: RowBatch, _ rule: ListTest, missing: UInt8
  ) throws -> [UInt8] {
    if let truths {
      let table = truths.span
      return list.judged(batch, rule, missing: missing) { table[Int($0)] }
    }
    var targets: [UInt32] = []
    batch.forEachRow { targets += list.values(ofRow: $0) }
    let truths = try judged(targets)
    var next = 0
    return list.judged(batch, rule, missing: missing) { _ in
      next += 1
      return truths[next - 1]
    }
  }

  private func judged(_ targets: [UInt32]) throws -> [UInt8] {
    var truths: [UInt8] = []
    truths.reserveCapacity(targets.count)
    try RowSelection.list(targets).forEachBatch { truths += try kernel.truths($0) }
    return truths
  }
}
