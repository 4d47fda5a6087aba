internal import Diagnostics

/// The end of a text at which somebody types: what stands there lacks what is yet to come, so that
/// much of what is wrong with it is not wrong for long.
struct OpenEnd {
  /// Where the part begins that is being typed: at the last pipe, bracket, comma or `and`.
  private let start: Int
  /// Where words begin that go on to a phrase of the language: `days bet`; else the end.
  private let phraseStart: Int

  /// The end of `bytes` that is being typed; nil where something stands behind the cursor, so that
  /// nothing is typed at the end.
  init?(_ bytes: [UInt8], _ tokens: [Token], cursor: Int) {
    guard bytes[min(cursor, bytes.count)...].allSatisfy({ $0 == 0x20 || $0 == 0x0a }) else {
      return nil
    }
    let last = tokens.last { $0.isBoundary }
    // What stands before a pipe is finished; before another mark it may go on: `Sept 28, 2023`.
    let isFinal = last?.kind == .pipe || last?.kind == .semicolon
    start = (isFinal ? last?.range.upper : last?.range.lower) ?? 0
    let words = tokens.reversed().prefix { $0.kind == .word }.prefix(OpenEnd.longestPhrase)
    let isOpen = bytes.last == 0x20
    var phraseStart = bytes.count
    var typed = ""
    for (count, word) in words.enumerated() {
      let spelled = String(decoding: bytes[word.range.lower..<word.range.upper], as: UTF8.self)
        .lowercased()
      typed = count == 0 ? spelled + (isOpen ? " " : "") : spelled + " " + typed
      guard count > 0 || isOpen else { continue }
      if OpenEnd.phrases.contains(where: { $0.hasPrefix(typed) && $0 != typed }) {
        phraseStart = word.range.lower
      }
    }
    self.phraseStart = phraseStart
  }

  /// Whether what is yet to come may put a problem right.
  func mayMend(_ problem: Diagnostic, in bytes: [UInt8]) -> Bool {
    guard let code = DiagnosticCode(rawValue: problem.code) else { return false }
    switch code {
    case .unclosedBracket, .unclosedQuote, .unclosedPattern: return true
    default: break
    }
    if problem.range.upper > phraseStart { return true }
    var upper = problem.range.upper
    while upper < bytes.count, bytes[upper] == 0x20 || bytes[upper] == 0x0a { upper += 1 }
    guard upper >= start else { return false }
    guard code.isAboutAWord, OpenEnd.beginsWord(bytes[problem.range.lower]) else { return true }
    let word = String(
      decoding: bytes[problem.range.lower..<problem.range.upper], as: UTF8.self
    ).lowercased()
    if code == .missingPipe, Keyword(rawValue: word)?.beginsDateClause == true { return true }
    return problem.range.upper == bytes.count && OpenEnd.words.contains { $0.hasPrefix(word) }
  }

  private static func beginsWord(_ byte: UInt8) -> Bool {
    CursorText.continuesWord(byte) && !(0x30...0x39).contains(byte)
  }

  /// What the language says with several words.
  private static let phrases =
    Completer.stageNames + FunctionEntry.all.map(\.name).filter { $0.contains(" ") }
    + ["count distinct", "paths from", "neighbours of"]

  /// Words that may stand where completion does not offer them.
  private static let words = Keyword.allCases.map(\.rawValue) + ["today", "tomorrow", "yesterday"]

  private static let longestPhrase = 3
}

extension Token {
  /// Whether another part of a statement begins with it.
  fileprivate var isBoundary: Bool {
    switch kind {
    case .pipe, .comma, .colon, .semicolon, .leftParenthesis, .leftBracket: true
    case .word: keyword?.role == .connective
    default: false
    }
  }
}

extension DiagnosticCode {
  /// Whether it says that a word stands for nothing, which nothing behind the word can mend.
  fileprivate var isAboutAWord: Bool {
    switch self {
    case .expectedTable, .expectedStage, .missingPipe, .unexpectedText, .misspelledKeyword,
      .foreignSyntax, .unknownField, .unknownCategory, .unknownFunction, .unknownParameter,
      .unknownDefinition, .notAPath, .foreignComment, .foreignQuote, .cannotFollow, .strayBracket:
      true
    default: false
    }
  }
}
