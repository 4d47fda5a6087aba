internal import NewsModel
internal import NewsStore
internal import QueryLanguage

/// Puts batches of values together to a column.
struct ColumnBuilder {
  private var bits: [Int64] = []
  private var offsets: [UInt32] = [0]
  private var kind: ColumnKind?

  /// Adds the values of a batch, which must be of the same kind as those before.
  mutating func append(_ column: ComputedColumn) {
    kind = column.kind
    guard case .lists(let ends, let elements) = column else {
      bits += column.bits
      return
    }
    let start = UInt32(bits.count)
    bits += elements.bits
    offsets.reserveCapacity(offsets.count + column.count)
    for end in ends.dropFirst() { offsets.append(start + end) }
  }

  /// The column; `texts` are what codes stand for in all batches.
  func column(texts: Texts?) -> ComputedColumn? {
    guard let kind else { return nil }
    guard case .list(let element) = kind else {
      return ComputedColumn(kind, bits: bits, texts: texts)
    }
    return .lists(offsets: offsets, ComputedColumn(element, bits: bits, texts: texts))
  }
}

extension ExpressionKernel {
  /// The values of all of some rows.
  func column(of rows: Rows, cancellation: Cancellation) throws -> ComputedColumn {
    var builder = ColumnBuilder()
    // A batch without rows tells the kind where there are no rows.
    builder.append(try values(.run(0..<0)))
    try rows.positions.forEachBatch { batch in
      try cancellation.check()
      builder.append(try values(batch))
    }
    let none = try values(.run(0..<0))
    return builder.column(texts: none.texts) ?? none
  }
}
