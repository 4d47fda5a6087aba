public import Diagnostics

/// What a token is.
public enum TokenKind: UInt8, Sendable, Hashable {
  /// A run of word characters: letters of any script, digits and `- ' . _ / @ & *`.
  case word
  /// A text in `"..."`, `“...”` or `«...»`.
  case string
  /// A text in single quotes, which the language does not have.
  case singleQuoted
  /// A text in back quotes, which the language does not have.
  case backQuoted
  /// A regular expression: `/.../`.
  case pattern
  /// A parameter: `$who`.
  case parameter
  case equal
  case exactly
  case notEqual
  case less
  case lessOrEqual
  case greater
  case greaterOrEqual
  case contains
  case notContains
  case pipe
  case comma
  case colon
  /// `+`, which joins in an expression.
  case plus
  case semicolon
  case leftParenthesis
  case rightParenthesis
  case leftBracket
  case rightBracket
  /// `&&`, which is `and` here.
  case doubleAmpersand
  /// `||`, which is `or` here.
  case doublePipe
  /// `!`, which is `not` here.
  case bang
  /// `<>`, which is `!=` here.
  case lessGreater
  /// `=~`, which is `~` here.
  case equalTilde
  /// A comment in another language's form, `--` or `//`, to the end of its line.
  case foreignComment
  /// A character that stands for nothing.
  case unknown
  /// The end of the text; every list of tokens has exactly one, at its end.
  case end
}

/// The smallest part of a query that means something.
public struct Token: Sendable, Hashable {
  /// What it is.
  public var kind: TokenKind
  /// Where it stands, quotes included.
  public var range: SourceRange
  /// The keyword that a word spells, in any case.
  public var keyword: Keyword?
  /// Whether a text or pattern has its closing mark; true for all else.
  public var isClosed = true
  /// Whether it is the first token of its line.
  public var isFirstOfLine = false
  /// Whether a line without anything, comments included, stands before it.
  public var followsBlankLine = false

  init(_ kind: TokenKind, _ range: SourceRange, keyword: Keyword? = nil, isClosed: Bool = true) {
    self.kind = kind
    self.range = range
    self.keyword = keyword
    self.isClosed = isClosed
  }
}
