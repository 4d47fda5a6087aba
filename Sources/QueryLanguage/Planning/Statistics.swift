public import NewsModel

/// What the planner may ask about the rows that are loaded.
///
/// Everything is an estimate but for ``isInTimeOrder(_:)`` and ``rowRanges(of:overlapping:)``,
/// which plans rely on: a plan is good for the snapshot that its statistics came from.
public protocol Statistics: Sendable {
  /// Number of rows of a table.
  func rowCount(of table: Table) -> Int
  /// Number of rows that hold any of `keys` in a field, counted once for each key; nil where the
  /// field has no postings.
  func postingCount(of field: FieldID, keys: PostingKeys) -> Int?
  /// Number of articles that hold a phrase of folded words.
  func articleCount(containing phrase: [String]) -> Int
  /// Whether the rows of a table ascend by the first day of its main date, those whose date is not
  /// known last.
  func isInTimeOrder(_ table: Table) -> Bool
  /// Ascending ranges of rows that cover every row whose main date overlaps one of `dates`; nil
  /// where that cannot be told without looking at all rows.
  func rowRanges(of table: Table, overlapping dates: [NewsDate]) -> [Range<Int>]?
  /// The name that a row goes by: an entity's or a source's name, an article's or an event's id.
  func name(ofRow row: UInt32, in table: Table) -> String
}

/// Keys of a field's posting lists.
public enum PostingKeys: Sendable, Hashable {
  /// Row numbers of the table that the field refers to, ascending.
  case rows([UInt32])
  /// Texts and categories by their folded form.
  case texts([String])

  /// Number of keys.
  public var count: Int {
    switch self {
    case .rows(let rows): rows.count
    case .texts(let texts): texts.count
    }
  }
}
