public import NewsModel
public import NewsStore
public import QueryLanguage

/// What a planner may know of a snapshot.
///
/// Make it once for a snapshot and keep it: it reads the main date of every row.
public struct SnapshotStatistics: Statistics {
  private let snapshot: Snapshot
  private let dates: [Table: DateMap]

  /// The statistics of a snapshot.
  ///
  /// - Complexity: O(*rows*), about half a nanosecond a row.
  public init(_ snapshot: Snapshot) {
    self.snapshot = snapshot
    var dates: [Table: DateMap] = [:]
    for table in Table.allCases {
      guard let position = table.schema.mainDate,
        case .dates(let column) = snapshot.column(FieldID(table: table, position: position))
      else { continue }
      dates[table] = DateMap(column)
    }
    self.dates = dates
  }

  /// Number of rows of a table.
  public func rowCount(of table: Table) -> Int { snapshot.rowCount(of: table) }

  /// Number of rows that hold any of the keys in a field, counted once for each key.
  public func postingCount(of field: FieldID, keys: PostingKeys) -> Int? {
    guard let postings = snapshot.postings(field) else { return nil }
    return keys.keys(in: snapshot).reduce(0) { $0 + postings.count(of: $1) }
  }

  /// Number of articles that hold a phrase.
  public func articleCount(containing phrase: [String]) -> Int {
    snapshot.text.articles(containing: phrase).count
  }

  /// Whether the rows of a table ascend by the first day of its main date.
  public func isInTimeOrder(_ table: Table) -> Bool { dates[table]?.isInTimeOrder ?? false }

  /// Ascending ranges of rows that cover those whose main date overlaps one of `dates`.
  public func rowRanges(of table: Table, overlapping dates: [NewsDate]) -> [Range<Int>]? {
    self.dates[table]?.ranges(overlapping: dates.map(\.ends))
  }

  /// The name that a row goes by.
  public func name(ofRow row: UInt32, in table: Table) -> String {
    guard Int(row) < snapshot.rowCount(of: table),
      case .text(let name) = snapshot.name(ofRow: row, in: table)
    else { return "row \(row)" }
    return name
  }
}
