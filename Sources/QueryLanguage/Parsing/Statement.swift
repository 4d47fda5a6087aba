public import Diagnostics

/// What one statement of a script says.
public enum Statement: Sendable, Hashable {
  /// A question.
  case query(Query)
  /// `param who = X` or `let who = X`.
  case assignment(Assignment)
  /// `define visits(who) = events where ...`
  case definition(Definition)
}

/// A name that stands for a value from here on: `$who`.
public struct Assignment: Sendable, Hashable {
  /// The name, without `$`.
  public var name: String
  /// Its value.
  public var value: ValueSyntax
  /// Whether a value from outside takes its place: `param` rather than `let`.
  public var isParameter: Bool
  /// Where the statement stands.
  @Ignored public var range: SourceRange

  /// An assignment.
  public init(name: String, value: ValueSyntax, isParameter: Bool, range: SourceRange) {
    self.name = name
    self.value = value
    self.isParameter = isParameter
    self.range = range
  }
}

/// What a text says, and everything that is wrong with it.
public struct Parsed<Tree: Sendable>: Sendable {
  /// The tree; where there are errors it has what could be understood.
  public var tree: Tree
  /// What is wrong, in order of place.
  public var diagnostics: [Diagnostic]
  /// Whether the text only lacks its end: an open bracket or quote, a trailing `|` or `and`.
  public var wantsMore: Bool

  /// Whether any diagnostic is an error.
  public var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }
}
