public import NewsModel
public import QueryLanguage

/// The answer to a query, and what there is to say about it.
public struct QueryResult: Sendable {
  /// The rows; without rows where the query was stopped.
  public var table: ResultTable
  /// Whether the query was stopped.
  public var isCancelled: Bool
  /// Rows that `count` or `distinct` left out because a key is not known.
  public var unkeyedCount: Int
  /// Rows after the source and each step of the query that leaves rows out; only for a result
  /// without rows, or one that counts none.
  public var trail: [TrailStep]
  /// Rows and time of each part of the plan.
  public var profile: PlanProfile

  let judgedUnknownCount: Int
  let leadingUnknowns: LeadingUnknowns?

  /// Rows that the filters could not judge because a value is not known, each counted once.
  ///
  /// - Complexity: O(1), or a pass over the columns of the first table's filters where the rows
  ///   were found through postings.
  public var unknownCount: Int { judgedUnknownCount + (leadingUnknowns?.count ?? 0) }

  /// One step towards an empty result.
  public struct TrailStep: Sendable, Hashable {
    /// The table, the stage or the part of a filter.
    public var text: String
    /// Rows that were left after it.
    public var count: Int
    /// Which stage of the query it belongs to; nil for the table.
    public var stage: Int?

    /// A step.
    public init(text: String, count: Int, stage: Int?) {
      self.text = text
      self.count = count
      self.stage = stage
    }
  }
}
