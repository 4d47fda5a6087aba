internal import NewsModel
internal import NewsStore
internal import QueryLanguage

/// Keeps rows that are among others, or those that are not.
struct RowSubset {
  let snapshot: Snapshot
  let cancellation: Cancellation

  /// The rows among `others`, or where negated the rest, in their order.
  ///
  /// Rows of a table are the same where they are the same row, whatever columns they have; rows of
  /// none where all columns have the same values.
  func rows(_ rows: Rows, among others: Rows, isNegated: Bool) throws -> Rows {
    let isAmong =
      if let base = rows.base { try sameRow(as: others, base) } else {
        try sameValues(as: others, rows)
      }
    var kept: [UInt32] = []
    for position in 0..<rows.count {
      if position & 0xfff == 0 { try cancellation.check() }
      if isAmong(position) != isNegated { kept.append(UInt32(position)) }
    }
    return rows.picked(.list(kept))
  }

  /// Whether the row at a position is a row of `others`.
  private func sameRow(as others: Rows, _ base: Rows.Base) throws -> (Int) -> Bool {
    guard let other = others.base, other.table == base.table else { return { _ in false } }
    var set = Bitmap(size: snapshot.rowCount(of: base.table))
    try other.selection.forEachBatch { batch in
      try cancellation.check()
      batch.forEachRow { set.insert(UInt32($0)) }
    }
    return { set.contains(base.selection[$0]) }
  }

  /// Whether the row at a position has the values of one of `others`.
  private func sameValues(as others: Rows, _ rows: Rows) throws -> (Int) -> Bool {
    guard others.base == nil, rows.columns.count == others.columns.count else {
      return { _ in false }
    }
    let pairs = zip(rows.columns, others.columns)
    var tuples: (own: [[UInt32]], other: [[UInt32]]) = (
      [[UInt32]](repeating: [], count: rows.count),
      [[UInt32]](repeating: [], count: others.count)
    )
    for (own, other) in pairs {
      try cancellation.check()
      let numbers = ValueNumbers()
      let asNumbers = [own, other].allSatisfy { [.integer, .number].contains($0.kind.element) }
      numbers.append(own, asNumbers, to: &tuples.own)
      try cancellation.check()
      numbers.append(other, asNumbers, to: &tuples.other)
    }
    let set = Set(tuples.other)
    let own = tuples.own
    return { set.contains(own[$0]) }
  }
}

extension ValueNumbers {
  /// Adds the numbers of the values of each row to its own, behind how many they are.
  fileprivate func append(
    _ column: ComputedColumn, _ asNumbers: Bool, to tuples: inout [[UInt32]]
  ) {
    let (offsets, elements) = column.asLists
    let numbers = numbers(elements, asNumbers: asNumbers)
    for row in tuples.indices {
      let range = Int(offsets[row])..<Int(offsets[row + 1])
      tuples[row].append(UInt32(range.count))
      tuples[row] += numbers[range]
    }
  }
}
