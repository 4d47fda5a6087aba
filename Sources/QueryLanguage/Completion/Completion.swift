public import Diagnostics

/// What may stand at a place of a text.
public struct Completion: Sendable, Hashable {
  /// The part of the text that a candidate replaces; ends at the cursor.
  public var range: SourceRange
  /// The candidates, best first; none is what stands there already.
  public var candidates: [CompletionCandidate]

  /// Candidates for `range`.
  public init(range: SourceRange, candidates: [CompletionCandidate]) {
    self.range = range
    self.candidates = candidates
  }
}

/// One thing that may stand at a place.
public struct CompletionCandidate: Sendable, Hashable {
  /// What a candidate is.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    case table, stage, clause, keyword, field, function, comparison, value, date
  }

  /// What is inserted, quoted where it must be.
  public var insertion: String
  /// What is shown in a menu.
  public var label: String
  /// A few words about it; may be empty.
  public var detail: String
  /// What it is.
  public var kind: Kind

  /// A candidate.
  public init(insertion: String, label: String, detail: String, kind: Kind) {
    self.insertion = insertion
    self.label = label
    self.detail = detail
    self.kind = kind
  }
}
