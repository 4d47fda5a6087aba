internal import NewsModel
internal import NewsStore
internal import QueryLanguage

/// Counts the rows that the filters leading a query cannot judge, where the way into the table did
/// not meet them.
struct LeadingUnknowns: Sendable {
  let table: Table
  let filters: [BoundCondition]
  let snapshot: Snapshot
  let cancellation: Cancellation

  /// The number of rows; 0 where the user stops the count.
  var count: Int {
    let rowCount = snapshot.rowCount(of: table)
    do {
      var filter = try RowFilter(
        filters, rowCount: rowCount, snapshot: snapshot, cancellation: cancellation)
      _ = try filter.passing(.run(0..<rowCount))
      return filter.unknownCount
    } catch {
      return 0
    }
  }
}
