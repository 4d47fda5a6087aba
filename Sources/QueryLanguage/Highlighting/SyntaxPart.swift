internal import Diagnostics
internal import NewsModel

/// What the parser took a part of a statement for.
struct SyntaxPart {
  /// What it is.
  enum Kind: Hashable {
    /// A table, at the beginning of a query or as a stage.
    case table(Table)
    /// The name of a definition, in small letters, where it is called or made.
    case definition(String)
    /// A field, a path or a column.
    case path
    /// The name that a column or a parameter gets.
    case newName
    /// A function, in small letters.
    case function(String)
    /// An aggregate, by its name in the language.
    case aggregate(String)
    /// A value; only the binder can tell what it is.
    case value
  }

  /// Its bytes.
  var range: SourceRange
  /// What it is.
  var kind: Kind
}

extension Parser {
  /// Notes what a part of the text is, where that is asked for.
  mutating func note(_ kind: SyntaxPart.Kind, at range: SourceRange) {
    guard collectsParts, !range.isEmpty else { return }
    parts.append(SyntaxPart(range: range, kind: kind))
  }
}
