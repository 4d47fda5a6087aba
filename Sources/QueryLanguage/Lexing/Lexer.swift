internal import Diagnostics

/// Cuts a text into tokens; never fails.
///
/// What stands for nothing becomes a token of its own, for the parser to report. Blanks and
/// comments (`#` to the end of the line) are left out.
///
/// - Complexity: O(*n*) in the length of the text.
struct Lexer {
  private var position: Int
  private let end: Int
  private var tokens: [Token] = []
  private var isFirstOfLine = true
  private var followsBlankLine = false
  /// Whether a text without its closing mark was met; texts after it end at a blank line, so that
  /// no part is searched to the end more than once.
  private var hasUnclosedText = false

  private init(_ range: SourceRange) {
    position = range.lower
    end = range.upper
  }

  /// The tokens of the part `range` of `bytes`, which are UTF-8; the last is ``TokenKind/end``.
  static func tokens(of bytes: Span<UInt8>, in range: SourceRange) -> [Token] {
    let lower = min(max(0, range.lower), bytes.count)
    var lexer = Lexer(SourceRange(lower, min(max(lower, range.upper), bytes.count)))
    return lexer.run(bytes)
  }

  /// The tokens of `text`.
  static func tokens(of text: String) -> [Token] {
    let bytes = text.utf8Span.span
    return tokens(of: bytes, in: SourceRange(0, bytes.count))
  }

  private mutating func run(_ bytes: Span<UInt8>) -> [Token] {
    while true {
      skipTrivia(bytes)
      guard position < end else { break }
      var token = next(bytes)
      token.isFirstOfLine = isFirstOfLine
      token.followsBlankLine = followsBlankLine
      isFirstOfLine = false
      followsBlankLine = false
      tokens.append(token)
    }
    var last = Token(.end, SourceRange(at: end))
    last.isFirstOfLine = isFirstOfLine
    last.followsBlankLine = followsBlankLine
    tokens.append(last)
    return tokens
  }

  // MARK: Blanks and comments

  private mutating func skipTrivia(_ bytes: Span<UInt8>) {
    var lineIsEmpty = isFirstOfLine
    while position < end {
      let byte = bytes[position]
      switch byte {
      case UInt8(ascii: "\n"):
        if lineIsEmpty, !tokens.isEmpty { followsBlankLine = true }
        lineIsEmpty = true
        isFirstOfLine = true
        position += 1
      case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"), 0x0b, 0x0c:
        position += 1
      case UInt8(ascii: "#"):
        lineIsEmpty = false
        skipLine(bytes)
      default:
        guard byte >= 0x80 else { return }
        let (scalar, count) = scalar(bytes, at: position)
        guard let scalar, scalar.properties.isWhitespace || scalar.value == 0xfeff else { return }
        position += count
      }
    }
  }

  private mutating func skipLine(_ bytes: Span<UInt8>) {
    while position < end, bytes[position] != UInt8(ascii: "\n") { position += 1 }
  }

  // MARK: Tokens

  private mutating func next(_ bytes: Span<UInt8>) -> Token {
    let byte = bytes[position]
    switch byte {
    case UInt8(ascii: "|"): return pair(bytes, "|", .doublePipe) ?? single(.pipe)
    case UInt8(ascii: ","): return single(.comma)
    case UInt8(ascii: ":"): return single(.colon)
    case UInt8(ascii: "+"): return single(.plus)
    case UInt8(ascii: ";"): return single(.semicolon)
    case UInt8(ascii: "("): return single(.leftParenthesis)
    case UInt8(ascii: ")"): return single(.rightParenthesis)
    case UInt8(ascii: "["): return single(.leftBracket)
    case UInt8(ascii: "]"): return single(.rightBracket)
    case UInt8(ascii: "~"): return single(.contains)
    case UInt8(ascii: "="):
      return pair(bytes, "=", .exactly) ?? pair(bytes, "~", .equalTilde) ?? single(.equal)
    case UInt8(ascii: "!"):
      return pair(bytes, "=", .notEqual) ?? pair(bytes, "~", .notContains) ?? single(.bang)
    case UInt8(ascii: "<"):
      return pair(bytes, "=", .lessOrEqual) ?? pair(bytes, ">", .lessGreater) ?? single(.less)
    case UInt8(ascii: ">"): return pair(bytes, "=", .greaterOrEqual) ?? single(.greater)
    case UInt8(ascii: "\""): return quoted(bytes, opening: 1, .string) { $0 == "\"" }
    case UInt8(ascii: "`"): return quoted(bytes, opening: 1, .backQuoted) { $0 == "`" }
    case UInt8(ascii: "'"): return singleQuoted(bytes, opening: 1) ?? word(bytes)
    case UInt8(ascii: "$"): return parameter(bytes)
    case UInt8(ascii: "&"): return pair(bytes, "&", .doubleAmpersand) ?? word(bytes)
    case UInt8(ascii: "-"): return foreignComment(bytes) ?? word(bytes)
    case UInt8(ascii: "/"):
      return foreignComment(bytes) ?? (divides(bytes) ? word(bytes) : pattern(bytes))
    default: return byte < 0x80 ? word(bytes) : nonASCII(bytes)
    }
  }

  private mutating func single(_ kind: TokenKind, length: Int = 1) -> Token {
    let start = position
    position = min(end, position + length)
    return Token(kind, SourceRange(start, position))
  }

  private mutating func pair(
    _ bytes: Span<UInt8>, _ second: Unicode.Scalar, _ kind: TokenKind
  ) -> Token? {
    guard position + 1 < end, bytes[position + 1] == UInt8(ascii: second) else { return nil }
    return single(kind, length: 2)
  }

  private mutating func nonASCII(_ bytes: Span<UInt8>) -> Token {
    let (scalar, count) = scalar(bytes, at: position)
    switch scalar {
    case "“", "”", "„": return quoted(bytes, opening: count, .string) { $0 == "”" || $0 == "“" }
    case "«": return quoted(bytes, opening: count, .string) { $0 == "»" }
    case "‘", "’": return singleQuoted(bytes, opening: count) ?? word(bytes)
    default: return word(bytes)
    }
  }

  private mutating func word(_ bytes: Span<UInt8>) -> Token {
    let start = position
    scanWord(bytes)
    guard position > start else {
      return single(.unknown, length: self.scalar(bytes, at: position).count)
    }
    let range = SourceRange(start, position)
    return Token(.word, range, keyword: Keyword(spelled: bytes.extracting(start..<position)))
  }

  private mutating func parameter(_ bytes: Span<UInt8>) -> Token {
    let start = position
    position += 1
    while position < end, isNameByte(bytes[position]) { position += 1 }
    let kind: TokenKind = position == start + 1 ? .unknown : .parameter
    return Token(kind, SourceRange(start, position))
  }

  private mutating func foreignComment(_ bytes: Span<UInt8>) -> Token? {
    let start = position
    guard position + 1 < end, bytes[position + 1] == bytes[position] else { return nil }
    skipLine(bytes)
    return Token(.foreignComment, SourceRange(start, position))
  }

  /// A text up to the scalar that `closes` it; an unclosed one ends at a blank line or the end.
  private mutating func quoted(
    _ bytes: Span<UInt8>, opening: Int, _ kind: TokenKind,
    closes: (Unicode.Scalar) -> Bool
  ) -> Token {
    let start = position
    position += opening
    var blankLine: Int?
    while position < end {
      let (scalar, count) = scalar(bytes, at: position)
      if scalar == "\\", position + 1 < end {
        position += 1
        position += self.scalar(bytes, at: position).count
        continue
      }
      if scalar == "\n", blankLine == nil, isBlankLine(bytes, after: position) {
        blankLine = position
        if hasUnclosedText { break }
      }
      position += count
      if let scalar, closes(scalar) { return Token(kind, SourceRange(start, position)) }
    }
    if let blankLine { position = blankLine }
    hasUnclosedText = true
    return Token(kind, SourceRange(start, position), isClosed: false)
  }

  /// A text in single quotes: the closing one stands before a blank or mark, and no blank line before
  /// it.
  private mutating func singleQuoted(_ bytes: Span<UInt8>, opening: Int) -> Token? {
    var ahead = position + opening
    let limit = min(end, position + Lexer.singleQuoteReach)
    while ahead < limit {
      if bytes[ahead] == UInt8(ascii: "\n"), isBlankLine(bytes, after: ahead) { return nil }
      let (scalar, count) = scalar(bytes, at: ahead)
      if scalar == "'" || scalar == "’", ahead > position + opening,
        ahead + count >= end || !isWordScalar(self.scalar(bytes, at: ahead + count).scalar)
      {
        return single(.singleQuoted, length: ahead + count - position)
      }
      ahead += count
    }
    return nil
  }

  /// How far a closing single quote is looked for, so that many apostrophes cost linear time.
  private static let singleQuoteReach = 256

  /// Whether a `/` here is a slash and begins no pattern: it stands behind something that has a
  /// value.
  private func divides(_ bytes: Span<UInt8>) -> Bool {
    guard let last = tokens.last else { return false }
    switch last.kind {
    case .word:
      if let role = last.keyword?.role { return ![.connective, .test, .clause].contains(role) }
      guard last.range.count <= 16 else { return true }
      let word = String(copying: bytes.extracting(last.range.lower..<last.range.upper))
      return ForeignOperator(word.lowercased()) == nil
    case .string, .parameter, .rightParenthesis: return true
    default: return false
    }
  }

  private mutating func pattern(_ bytes: Span<UInt8>) -> Token {
    let start = position
    var ahead = position + 1
    var isInClass = false
    while ahead < end, bytes[ahead] != UInt8(ascii: "\n") {
      switch bytes[ahead] {
      case UInt8(ascii: "\\"): ahead += 1
      case UInt8(ascii: "["): isInClass = true
      case UInt8(ascii: "]"): isInClass = false
      case UInt8(ascii: "/") where !isInClass:
        position = ahead + 1
        return Token(.pattern, SourceRange(start, position))
      default: break
      }
      ahead += 1
    }
    position = min(ahead, end)
    return Token(.pattern, SourceRange(start, position), isClosed: false)
  }

  private func isBlankLine(_ bytes: Span<UInt8>, after lineFeed: Int) -> Bool {
    var ahead = lineFeed + 1
    while ahead < end {
      switch bytes[ahead] {
      case UInt8(ascii: "\n"): return true
      case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"): ahead += 1
      default: return false
      }
    }
    return false
  }

  // MARK: Words

  private mutating func scanWord(_ bytes: Span<UInt8>) {
    let start = position
    while position < end {
      let byte = bytes[position]
      if byte < 0x80 {
        if isWordByte(byte) {
          if byte == UInt8(ascii: "&"), position + 1 < end, bytes[position + 1] == byte { return }
          position += 1
        } else if byte == UInt8(ascii: ":"), scanColon(bytes, wordStart: start) {
          continue
        } else {
          return
        }
      } else {
        let (scalar, count) = scalar(bytes, at: position)
        guard isWordScalar(scalar) else { return }
        position += count
      }
    }
  }

  /// Goes over the colon of a time (`12:30`) or of a web address, to the address's end.
  private mutating func scanColon(_ bytes: Span<UInt8>, wordStart: Int) -> Bool {
    guard position > wordStart, position + 1 < end else { return false }
    let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
    if digits.contains(bytes[position - 1]), digits.contains(bytes[position + 1]) {
      position += 1
      return true
    }
    guard position + 2 < end, bytes[position + 1] == UInt8(ascii: "/"),
      bytes[position + 2] == UInt8(ascii: "/")
    else { return false }
    while position < end, !endsAddress(bytes[position]) { position += 1 }
    return true
  }

  private func endsAddress(_ byte: UInt8) -> Bool {
    switch byte {
    case 0...0x20, UInt8(ascii: "|"), UInt8(ascii: ","), UInt8(ascii: "("), UInt8(ascii: ")"),
      UInt8(ascii: ";"), UInt8(ascii: "\""), 0x80...:
      true
    default: false
    }
  }

  private func isNameByte(_ byte: UInt8) -> Bool {
    switch byte | 0x20 {
    case UInt8(ascii: "a")...UInt8(ascii: "z"): true
    default: (0x30...0x39).contains(byte) || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
    }
  }

  private func isWordByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "."), UInt8(ascii: "'"), UInt8(ascii: "/"), UInt8(ascii: "@"),
      UInt8(ascii: "&"), UInt8(ascii: "*"):
      true
    default: isNameByte(byte)
    }
  }

  /// Letters, digits and marks of any script, apostrophes, hyphens and dashes, joiners.
  private func isWordScalar(_ scalar: Unicode.Scalar?) -> Bool {
    guard let scalar else { return false }
    if scalar.isASCII { return isWordByte(UInt8(truncatingIfNeeded: scalar.value)) }
    switch scalar.value {
    case 0xb7, 0x2018, 0x2019, 0x200c, 0x200d, 0x2010...0x2014: return true
    default: break
    }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .nonspacingMark, .spacingMark, .enclosingMark, .decimalNumber, .letterNumber, .otherNumber:
      return true
    default: return false
    }
  }

  /// The scalar that begins at `offset` and its length; a broken one is nil and one byte long.
  private func scalar(
    _ bytes: Span<UInt8>, at offset: Int
  ) -> (scalar: Unicode.Scalar?, count: Int) {
    guard offset < end else { return (nil, 0) }
    let first = bytes[offset]
    if first < 0x80 { return (Unicode.Scalar(first), 1) }
    let count = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : first >= 0xc0 ? 2 : 1
    guard count > 1, offset + count <= end else { return (nil, 1) }
    var value = UInt32(first) & (0xff >> UInt32(count + 1))
    for index in offset + 1..<offset + count {
      value = value << 6 | UInt32(bytes[index] & 0x3f)
    }
    return (Unicode.Scalar(value), count)
  }
}
