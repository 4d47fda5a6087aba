/// Why a row is in a result: where it stands, and by what rules it came to be.
///
/// A plain value: texts, and ranges in them. Texts come from articles as they are, control
/// characters included; who shows them makes them visible.
public struct Explanation: Sendable, Hashable {
  /// One thing there is to say, under a short label.
  public struct Fact: Sendable, Hashable {
    /// What it is about: `frame`, `date`, the role of a name.
    public var label: String
    /// What there is to say, without a full stop.
    public var text: String

    /// A fact.
    public init(_ label: String, _ text: String) {
      self.label = label
      self.text = text
    }
  }

  /// A sentence of an article with marked words.
  public struct Passage: Sendable, Hashable {
    /// Marked words.
    public struct Mark: Sendable, Hashable {
      /// What they tell: `actor`, `quote`; several where the same words tell several things.
      public var labels: [String]
      /// The words, in UTF-8 bytes of the passage's text.
      public var range: TextRange

      /// A mark.
      public init(labels: [String], range: TextRange) {
        self.labels = labels
        self.range = range
      }
    }

    /// Id of the article.
    public var article: String
    /// The words.
    public var text: String
    /// Where they stand, in UTF-8 bytes of the article's text.
    public var range: TextRange
    /// The marked words in order, of those that begin together the longest first; none crosses
    /// another.
    public var marks: [Mark]

    /// A passage; marks must lie in the text.
    public init(article: String, text: String, range: TextRange, marks: [Mark]) {
      self.article = article
      self.text = text
      self.range = range
      self.marks = marks
    }
  }

  /// What is explained: `report r12 of event e3`.
  public var title: String
  /// The words that it comes from.
  public var passages: [Passage] = []
  /// What there is to say.
  public var facts: [Fact] = []
  /// What it is made of: the reports of an event.
  public var parts: [Explanation] = []

  /// An explanation that has a title only.
  public init(title: String) { self.title = title }
}

/// Why a row cannot be explained.
public enum ExplanationError: Error, Sendable, Hashable {
  /// No query gave a result yet.
  case noResult
  /// The last result has no rows.
  case noRows
  /// The last result has no row of this number.
  case noSuchRow(Int, count: Int)
  /// The row stands for many: a group, a count. `rows` is the query for the rows that were counted.
  case derivedRow(stage: String, rows: String)

  /// What is wrong, in a sentence without a full stop.
  public var message: String {
    switch self {
    case .noResult: "there is no result yet"
    case .noRows: "the last result has no rows"
    case .noSuchRow(let row, let count):
      "there is no row \(row): the last result has \(count == 1 ? "1 row" : "rows 1 to \(count)")"
    case .derivedRow(let stage, _):
      "the rows of the last result come from no single row of a table: '\(stage)' put many together"
    }
  }

  /// What to do next.
  public var hint: String {
    switch self {
    case .noResult: "next: type a query, such as 'events', then '.why 1'"
    case .noRows: "next: type a query that finds something, then '.why 1'"
    case .noSuchRow: "next: '.why' with one of these numbers"
    case .derivedRow(_, let rows): "next: '\(rows)', then '.why 1'"
    }
  }
}
