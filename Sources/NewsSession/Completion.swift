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
  /// What is inserted, quoted where it must be.
  public var insertion: String
  /// What is shown in a menu.
  public var label: String
  /// A few words about it: `field, person, organization or place`.
  public var detail: String

  /// A candidate.
  public init(insertion: String, label: String, detail: String) {
    self.insertion = insertion
    self.label = label
    self.detail = detail
  }
}
