public import Diagnostics
internal import NewsModel

/// Finds the statements of a script.
///
/// A statement ends at `;`, at a blank line or at the end of the script; not inside quotes or a
/// bracket that is closed later, nor where the first line after the blank ones begins with `|`. It
/// also ends before a line that is not indented and begins a statement, where what stands before
/// lacks nothing: with a table's name and behind it `|`, a clause or the line's end; with `paths
/// from` or `neighbours of`; with a definition's name and its values in brackets; with `define` and
/// a name. A line that begins with `param`, `let` or a dot is a statement of its own. Comments and
/// a `#!` line belong to none.
public enum StatementSplitter {
  /// The ranges of the statements in `text`, in order, without blanks round them.
  ///
  /// A statement's `;` is not part of it. None is empty.
  ///
  /// - Complexity: O(*n*).
  public static func statements(in text: String) -> [SourceRange] {
    let bytes = text.utf8Span.span
    let tokens = Lexer.tokens(of: bytes, in: SourceRange(0, bytes.count))
    let depths = bracketDepths(tokens)
    var ranges: [SourceRange] = []
    var current: SourceRange?
    var isLine = false
    for (index, token) in tokens.enumerated() {
      let isOutside = depths[index] == 0
      let endsByBlank = token.followsBlankLine && token.kind != .pipe && isOutside
      let endsByLine =
        token.isFirstOfLine
        && (isLine
          || isOutside && index > 0 && canEnd(tokens[index - 1])
            && beginsStatement(tokens, at: index, bytes))
      if token.kind == .end || token.kind == .semicolon && isOutside || endsByBlank || endsByLine {
        if let range = current { ranges.append(range) }
        current = nil
        isLine = false
      }
      if token.kind == .end || token.kind == .semicolon && isOutside { continue }
      if current == nil {
        isLine = token.isFirstOfLine && isLineStatement(token, bytes)
      }
      current = current?.union(token.range) ?? token.range
    }
    return ranges
  }

  /// Whether a statement lacks nothing behind `token`.
  private static func canEnd(_ token: Token) -> Bool {
    switch token.kind {
    case .word:
      token.keyword.map { [.stage, .date, .source, .quantifier].contains($0.role) } ?? true
    case .string, .singleQuoted, .backQuoted, .pattern, .parameter, .rightParenthesis,
      .rightBracket:
      true
    default: false
    }
  }

  /// Whether the token at `index` stands at the very beginning of its line and begins a statement.
  private static func beginsStatement(
    _ tokens: [Token], at index: Int, _ bytes: Span<UInt8>
  ) -> Bool {
    let token = tokens[index]
    let start = token.range.lower
    guard token.kind == .word, start == 0 || bytes[start - 1] == UInt8(ascii: "\n") else {
      return false
    }
    let next = tokens[min(index + 1, tokens.count - 1)]
    switch token.keyword {
    case .define: return next.kind == .word && !next.isFirstOfLine
    case .paths: return spells("from", next, bytes)
    case .neighbours: return spells("of", next, bytes)
    case .some: return false
    case nil: break
    }
    if next.kind == .leftParenthesis { return next.range.lower == token.range.upper }
    guard token.range.count <= Table.longestName,
      Table(named: String(copying: bytes.extracting(start..<token.range.upper))) != nil
    else { return false }
    if next.isFirstOfLine || next.kind == .end || next.kind == .pipe || next.kind == .semicolon {
      return true
    }
    switch next.keyword?.role {
    case .clause, .date, .test: return true
    default: return false
    }
  }

  private static func spells(_ word: String, _ token: Token, _ bytes: Span<UInt8>) -> Bool {
    token.kind == .word && token.range.count == word.utf8.count
      && String(copying: bytes.extracting(token.range.lower..<token.range.upper)).lowercased()
        == word
  }

  private static func isLineStatement(_ token: Token, _ bytes: Span<UInt8>) -> Bool {
    if token.keyword == .param || token.keyword == .let { return true }
    return token.kind == .word && bytes[token.range.lower] == UInt8(ascii: ".")
      && token.range.count > 1
  }

  /// How many closed brackets each token stands in; one that is never closed does not count.
  private static func bracketDepths(_ tokens: [Token]) -> [Int] {
    var closing = [Int](repeating: -1, count: tokens.count)
    var open: [Int] = []
    for (index, token) in tokens.enumerated() {
      if token.kind == .leftParenthesis { open.append(index) }
      if token.kind == .rightParenthesis, let start = open.popLast() { closing[start] = index }
    }
    var depths = [Int](repeating: 0, count: tokens.count)
    var depth = 0
    var ends: [Int] = []
    for index in tokens.indices {
      depths[index] = depth
      if closing[index] >= 0 {
        depth += 1
        ends.append(closing[index])
      } else if ends.last == index {
        ends.removeLast()
        depth -= 1
      }
    }
    return depths
  }
}

extension Table {
  /// Bytes of the longest name of a table.
  fileprivate static let longestName = Table.allCases.map(\.name.utf8.count).max() ?? 0
}

extension String {
  /// The text whose UTF-8 is `bytes`, with U+FFFD for what is none.
  init(copying bytes: Span<UInt8>) {
    self.init(decoding: bytes.indices.map { bytes[$0] }, as: UTF8.self)
  }
}
