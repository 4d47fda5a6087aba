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
  /// The word for the rows: `events`.
  public var rowNoun = "rows"
  /// Rows that a condition could not judge because a value is not known.
  public var unknownCount = 0
  /// Rows that `count` or `distinct` left out because a key is not known.
  public var unkeyedCount = 0
  /// Rows after the source and after each filter; only for a result without rows.
  public var trail: [TrailStep] = []
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
