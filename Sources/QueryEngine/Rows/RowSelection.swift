/// Rows of one table, in an order.
enum RowSelection: Sendable {
  /// A run of rows in table order.
  case run(Range<Int>)
  /// Any rows in any order.
  case list(ArraySlice<UInt32>)

  /// Rows in an array.
  static func list(_ rows: [UInt32]) -> RowSelection { .list(rows[...]) }

  /// Number of rows.
  var count: Int {
    switch self {
    case .run(let range): range.count
    case .list(let rows): rows.count
    }
  }

  /// The row at `position`, from 0 and in range.
  subscript(position: Int) -> UInt32 {
    switch self {
    case .run(let range): UInt32(range.lowerBound + position)
    case .list(let rows): rows[rows.startIndex + position]
    }
  }

  /// The rows at these positions.
  subscript(positions: Range<Int>) -> RowSelection {
    switch self {
    case .run(let range):
      return .run(
        (range.lowerBound + positions.lowerBound)..<(range.lowerBound + positions.upperBound))
    case .list(let rows):
      let start = rows.startIndex
      return .list(rows[(start + positions.lowerBound)..<(start + positions.upperBound)])
    }
  }

  /// All rows.
  var rows: ArraySlice<UInt32> {
    switch self {
    case .run(let range): range.map { UInt32($0) }[...]
    case .list(let rows): rows
    }
  }

  /// The rows at some positions as a batch.
  func batch(_ positions: Range<Int>) -> RowBatch {
    switch self[positions] {
    case .run(let range): .run(range)
    case .list(let rows): .list(rows)
    }
  }

  /// The rows in batches of at most ``RowBatch/size``.
  func forEachBatch(_ body: (RowBatch) throws -> Void) rethrows {
    var start = 0
    let count = count
    while start < count {
      let end = min(start + RowBatch.size, count)
      try body(batch(start..<end))
      start = end
    }
  }
}
