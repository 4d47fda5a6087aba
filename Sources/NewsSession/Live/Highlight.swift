/// A part of a statement that is drawn in a colour of its own while it is typed.
public struct Highlight: Sendable, Hashable {
  /// What a part of a statement is.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// A word of the language: `where`, `by`.
    case keyword
    /// A table, or a definition that stands for one.
    case table
    /// A field, a path of fields, or a column that the query made.
    case field
    /// A function or an aggregate.
    case function
    /// A name or value that occurs in what is loaded.
    case name
    /// A name or value that does not.
    case unknownName
    /// A text in quotes, or a pattern.
    case text
    /// A number.
    case number
    /// A date.
    case date
    /// A parameter: `$who`.
    case parameter
    /// An operator, a bracket, a comma or a pipe.
    case mark
    /// A comment.
    case comment
    /// The name of a dot command, which clients that have some tell from a statement.
    case command
  }

  /// Its bytes.
  public var range: SourceRange
  /// What it is.
  public var kind: Kind
  /// Whether an error is about it.
  public var isWrong: Bool

  /// A part of a statement.
  public init(range: SourceRange, kind: Kind, isWrong: Bool = false) {
    self.range = range
    self.kind = kind
    self.isWrong = isWrong
  }
}
