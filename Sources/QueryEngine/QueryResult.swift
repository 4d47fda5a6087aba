public import NewsModel
public import QueryLanguage

/// The answer to a query, and what there is to say about it.
public struct QueryResult: Sendable {
  /// The rows; without rows where the query was stopped.
  public var table: ResultTable
  /// Whether the query was stopped.
  public var isCancelled: Bool
  /// Rows that a stage which groups left out because a key is not known.
  public var unkeyedCount: Int
  /// Rows after the source and each step of the query that leaves rows out; only for a result
  /// without rows, or one that counts none.
  public var trail: [TrailStep]
  /// What the name or word that emptied the result does occur with; nil where the result is not
  /// empty, or something else emptied it.
  public var occurrences: Occurrences?
  /// Whether a search for paths was given up before all were found.
  public var isSearchCut: Bool
  /// How the query was answered.
  public var plan: Plan
  /// Rows and time of each part of the plan.
  public var profile: PlanProfile

  let judgedUnknownCount: Int
  let leadingUnknowns: LeadingUnknowns?

  /// Rows that the filters could not judge because a value is not known, each counted once.
  ///
  /// - Complexity: O(1), or a pass over the columns of the first table's filters where the rows
  ///   were found through postings.
  public var unknownCount: Int { judgedUnknownCount + (leadingUnknowns?.count ?? 0) }

  /// Where a name or a word occurs that left no rows together with what stood before it.
  public struct Occurrences: Sendable, Hashable {
    /// A value and how many rows have it.
    public struct ValueCount: Sendable, Hashable {
      /// The value, as it is shown.
      public var text: String
      /// Number of rows.
      public var count: Int
    }

    /// The most frequent values of a field.
    public struct Field: Sendable, Hashable {
      /// The field: `type`, `date.year`.
      public var name: String
      /// Three values at most, the most frequent first.
      public var values: [ValueCount]
    }

    /// The test of the name or word: `actor = Haftar`.
    public var text: String
    /// Rows of the table that pass it alone.
    public var count: Int
    /// What those rows have in the fields that the conditions before it are about; where there are
    /// none, what all rows of the table have in the tested field itself.
    public var fields: [Field]
  }

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
