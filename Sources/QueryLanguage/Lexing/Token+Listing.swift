public import Diagnostics

/// A token as it is shown to somebody who wants to know how a query is read.
public struct ListedToken: Sendable, Hashable {
  /// Where it stands.
  public var range: SourceRange
  /// What it is: `word`, `keyword`, `operator`.
  public var kind: String
  /// Its text.
  public var text: String
}

extension Lexer {
  /// The tokens of a text in order, without the end.
  ///
  /// - Complexity: O(*n*).
  static func listing(_ text: String) -> [ListedToken] {
    let bytes = Array(text.utf8)
    return tokens(of: text).dropLast().map { token in
      ListedToken(
        range: token.range, kind: token.label,
        text: String(decoding: bytes[token.range.lower..<token.range.upper], as: UTF8.self))
    }
  }
}

/// The tokens of a text in order: words, quotes, operators and marks.
///
/// - Complexity: O(*n*).
public func tokens(of text: String) -> [ListedToken] { Lexer.listing(text) }

extension Token {
  /// What the token is, in a word.
  fileprivate var label: String {
    switch kind {
    case .word: keyword == nil ? "word" : "keyword"
    case .string: "text"
    case .singleQuoted, .backQuoted, .doubleAmpersand, .doublePipe, .bang, .lessGreater,
      .equalTilde, .foreignComment, .leftBracket, .rightBracket:
      "foreign"
    case .pattern: "pattern"
    case .parameter: "parameter"
    case .equal, .exactly, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual, .contains,
      .notContains:
      "operator"
    case .pipe: "pipe"
    case .comma, .colon, .semicolon: "mark"
    case .leftParenthesis, .rightParenthesis: "bracket"
    case .unknown: "unknown"
    case .end: "end"
    }
  }
}
