internal import QueryEngine

/// What a session has to say to one statement.
public struct Answer: Sendable {
  /// The text that the diagnostics point into.
  public var source: SourceText
  /// The statement's place in it; nil for the whole.
  public var range: SourceRange?
  /// Errors, warnings and notes, in order of their places.
  public var diagnostics: [Diagnostic]
  /// The statement in canonical form, as it was understood; nil where it did not run.
  public var canonical: String?
  /// The rows; nil where the statement did not run, or asks for none.
  public var result: ResultTable?
  /// What becomes of the rows beside being listed, in order.
  public var outcomes: [AnswerOutcome] = []
  /// How the definition that the statement made is called; nil for other statements.
  public var definition: String?
  /// The word for the rows: `events`.
  public var rowNoun = "rows"
  /// Rows that a condition could not judge because a value is not known.
  public var unknownCount = 0
  /// Rows that `count` or `distinct` left out because a key is not known.
  public var unkeyedCount = 0
  /// Rows after the source and after each filter; only for a result without rows.
  public var trail: [TrailStep] = []
  /// What the name or word that left no rows does occur with; nil where there is nothing to tell.
  public var occurrences: Occurrences?
  /// Whether a search for paths was given up before all were found, since there are too many.
  public var isSearchCut = false
  /// Whether the rows tell how the query ran, with times that differ from run to run.
  public var isProfile = false
  /// Whether the query was stopped by the user.
  public var isCancelled = false
  /// Time from text to rows, in seconds.
  public var seconds = 0.0

  /// An answer that has nothing but diagnostics yet.
  public init(source: SourceText, range: SourceRange? = nil, diagnostics: [Diagnostic] = []) {
    self.source = source
    self.range = range
    self.diagnostics = diagnostics
  }

  /// Whether any diagnostic is an error.
  public var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

  /// Where a name or a word occurs that left no rows together with what stood before it.
  public struct Occurrences: Sendable, Hashable {
    /// The test of the name or word: `actor = Haftar`.
    public var text: String
    /// Rows that pass it alone.
    public var count: Int
    /// The most frequent values of the fields that the conditions before it are about, each with the
    /// number of its rows; where no row passes, those of the tested field in the whole table.
    public var fields: [Field]

    /// The most frequent values of a field.
    public struct Field: Sendable, Hashable {
      /// The field: `type`, `date.year`.
      public var name: String
      /// A few values, the most frequent first.
      public var values: [(text: String, count: Int)] { zip(texts, counts).map { ($0, $1) } }
      var texts: [String]
      var counts: [Int]
    }
  }

  /// One step towards an empty result.
  public struct TrailStep: Sendable, Hashable {
    /// The table, the stage or the part of a filter, in canonical form.
    public var text: String
    /// Rows that were left after it.
    public var count: Int

    /// A step that left `count` rows.
    public init(text: String, count: Int) {
      self.text = text
      self.count = count
    }
  }
}

extension Answer.Occurrences {
  init(_ found: QueryResult.Occurrences) {
    text = found.text
    count = found.count
    fields = found.fields.map { field in
      Field(name: field.name, texts: field.values.map(\.text), counts: field.values.map(\.count))
    }
  }
}
