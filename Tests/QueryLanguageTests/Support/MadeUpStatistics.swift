import NewsModel
import QueryLanguage

/// Statistics that are made up: 10,000 rows a table, and postings by a table of counts.
struct MadeUpStatistics: Statistics {
  var postings: [String: Int] = ["actor": 200, "place": 50, "type": 2_000, "status": 9_000]

  func rowCount(of table: Table) -> Int { 10_000 }
  func postingCount(of field: FieldID, keys: PostingKeys) -> Int? {
    postings[field.schema.name].map { $0 * keys.count }
  }
  func articleCount(containing phrase: [String]) -> Int { 7 }
  func isInTimeOrder(_ table: Table) -> Bool { table == .events }
  func rowRanges(of table: Table, overlapping dates: [NewsDate]) -> [Range<Int>]? {
    table == .events ? [1_024..<3_072] : nil
  }
  func name(ofRow row: UInt32, in table: Table) -> String { "\(table.singular) \(row)" }
}

extension Plan {
  /// The way into the table that rows come from.
  var way: TableAccess {
    guard case .table(let access) = source else {
      preconditionFailure("the rows come from no table")
    }
    return access
  }
}
