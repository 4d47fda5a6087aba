/// What may stand at the cursor.
public struct CompletionList: Sendable, Hashable {
  /// The part of the text that a candidate replaces; ends at the cursor.
  public var range: SourceRange
  /// The candidates, best first.
  public var items: [CompletionItem]

  /// A list of candidates for `range`.
  public init(range: SourceRange, items: [CompletionItem]) {
    self.range = range
    self.items = items
  }
}

/// One candidate.
public struct CompletionItem: Sendable, Hashable {
  /// What a candidate is, which decides its colour.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// A word of the language.
    case keyword
    /// A table or a definition.
    case table
    /// A field or a column.
    case field
    /// A function or an aggregate.
    case function
    /// A name or value that occurs.
    case value
    case date
    case parameter
    /// A dot command.
    case command
    /// A file or a folder.
    case file
    /// Anything else.
    case other
  }

  /// What is inserted, quoted where it must be.
  public var insertion: String
  /// What is shown in a menu.
  public var label: String
  /// A few words about it: `field, person, organization or place`.
  public var detail: String
  /// What it is.
  public var kind: Kind

  /// A candidate.
  public init(insertion: String, label: String, detail: String, kind: Kind = .other) {
    self.kind = kind
    self.insertion = insertion
    self.label = label
    self.detail = detail
  }
}
