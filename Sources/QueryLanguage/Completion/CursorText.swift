internal import Diagnostics

/// A text at whose cursor something is typed: the word there, and what stands before it.
struct CursorText {
  /// The cursor, moved back to the beginning of the character that it stood in.
  let cursor: Int
  /// The word that the cursor ends, in quotes or not; empty after a blank or an operator.
  let word: SourceRange
  /// The statement up to that word.
  let before: SourceRange
  /// Whether the word is a text whose quote is open.
  let isQuoted: Bool
  /// Whether the cursor stands in a comment.
  let isInComment: Bool
  /// Whether the closing quote stands right after the cursor.
  let isClosed: Bool
  private let bytes: [UInt8]

  init(_ text: String, _ cursor: Int) {
    let bytes = Array(text.utf8)
    self.bytes = bytes
    var place = min(max(0, cursor), bytes.count)
    while place > 0, place < bytes.count, bytes[place] & 0xc0 == 0x80 { place -= 1 }
    self.cursor = place
    let tokens = Lexer.tokens(of: bytes.span, in: SourceRange(0, place)).dropLast()
    let start = tokens.last { $0.kind == .semicolon }?.range.upper ?? 0
    let end = tokens.last?.range.upper ?? 0
    let gap = bytes[end..<place]
    let lineStart = gap.lastIndex(of: UInt8(ascii: "\n")) ?? end
    isInComment =
      gap[max(lineStart, end)...].contains(UInt8(ascii: "#"))
      || tokens.last?.kind == .foreignComment
    guard let last = tokens.last, last.range.upper == place else {
      word = SourceRange(at: place)
      before = SourceRange(start, place)
      isQuoted = false
      isClosed = false
      return
    }
    isQuoted = !last.isClosed && last.kind == .string
    isClosed = place < bytes.count && isQuoted && bytes[place] == UInt8(ascii: "\"")
    switch last.kind {
    case .word, .parameter: word = last.range
    case .string where !last.isClosed: word = last.range
    case .unknown where bytes[last.range.lower] == UInt8(ascii: "$"): word = last.range
    default: word = SourceRange(at: place)
    }
    before = SourceRange(start, word.lower)
  }

  /// Whether `byte`, which stands behind a word, belongs to it.
  static func continuesWord(_ byte: UInt8) -> Bool {
    switch byte | 0x20 {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), 0x80...: true
    default: (0x30...0x39).contains(byte)
    }
  }

  /// The text in `range`.
  func text(_ range: SourceRange) -> String {
    String(decoding: bytes[range.lower..<range.upper], as: UTF8.self)
  }

  /// The word without its opening quote.
  var typed: String {
    let text = text(word)
    return isQuoted ? String(text.dropFirst()) : text
  }

  /// What was typed of a value that begins at `start`.
  func typed(from start: Int) -> String {
    isQuoted || start >= word.lower ? typed : text(SourceRange(start, cursor))
  }
}
