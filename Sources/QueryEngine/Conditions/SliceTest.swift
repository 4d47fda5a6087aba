internal import NewsStore

/// A test of pieces of articles' texts, which are read and folded row by row.
struct SliceTest {
  let snapshot: Snapshot
  let column: SliceColumn
  let matcher: TextMatcher
  let cancellation: Cancellation

  /// The truth of each row of a batch.
  func judged(_ batch: RowBatch) throws -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(batch.count)
    try batch.forEachRow { row in
      if result.count % 64 == 0 { try cancellation.check() }
      let article = column.articles[row]
      guard article != ReferenceColumn.unknown else {
        result.append(Truth.unknown)
        return
      }
      let text = snapshot.slice(
        article: article, lower: column.lower[row], upper: column.upper[row])
      result.append(Truth.of(matcher.matches(text)))
    }
    return result
  }
}
