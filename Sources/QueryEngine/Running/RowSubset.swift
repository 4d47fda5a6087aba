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
    let kept = RowBatch.run(0..<rows.count).kept(isAmong) { isNegated ? 1 - $0 : $0 }
    return try rows.picked(.list(kept), checking: cancellation)
  }

  /// 1 for each row that is a row of `others`, else 0.
  private func sameRow(as others: Rows, _ base: Rows.Base) throws -> [UInt8] {
    guard let other = others.base, other.table == base.table else {
      return [UInt8](repeating: 0, count: base.selection.count)
    }
    let follower = LinkFollower(snapshot: snapshot, cancellation: cancellation)
    let set = try follower.marked(other.selection, base.table)
    var result: [UInt8] = []
    result.reserveCapacity(base.selection.count)
    try base.selection.forEachBatch { batch in
      try cancellation.check()
      batch.forEachRow { result.append(set.contains(UInt32($0)) ? 1 : 0) }
    }
    return result
  }

  /// 1 for each row that has the values of one of `others`, else 0.
  private func sameValues(as others: Rows, _ rows: Rows) throws -> [UInt8] {
    var result = [UInt8](repeating: 0, count: rows.count)
    guard others.base == nil, rows.columns.count == others.columns.count else { return result }
    // The tuples of the others are paths from one root, each value a step.
    var table = GroupTable(domain: nil)
    let root = table.number(of: KeyBatch.missing, 0)
    var known = [UInt32](repeating: root, count: others.count)
    var reached = [UInt32](
      repeating: others.count == 0 ? KeyBatch.missing : root, count: rows.count)
    for (own, other) in zip(rows.columns, others.columns) {
      let numbers = ValueNumbers(cancellation: cancellation)
      let asNumbers = [own, other].allSatisfy { [.integer, .number].contains($0.kind.element) }
      try advance(&known, by: numbers.lists(other, asNumbers: asNumbers)) {
        table.number(of: $0, $1)
      }
      try advance(&reached, by: numbers.lists(own, asNumbers: asNumbers)) {
        $0 == KeyBatch.missing ? $0 : table.existing($0, $1) ?? KeyBatch.missing
      }
    }
    for row in reached.indices where reached[row] != KeyBatch.missing { result[row] = 1 }
    return result
  }

  /// Goes on from the place of each row by the values that it has, of which the number is the first
  /// step.
  private func advance(
    _ places: inout [UInt32], by values: (offsets: [UInt32], numbers: [UInt32]),
    _ step: (UInt32, UInt32) -> UInt32
  ) throws {
    for row in places.indices {
      if row & 0xfff == 0 { try cancellation.check() }
      let (start, end) = (values.offsets[row], values.offsets[row + 1])
      var place = step(places[row], end - start)
      for index in start..<end { place = step(place, values.numbers[Int(index)]) }
      places[row] = place
    }
  }
}
