internal import Diagnostics
internal import NewsModel

extension Parser {
  /// Reports what stands where a stage should; true where the tokens were put right, so that the
  /// stage that was meant can be read.
  mutating func recoverBetweenStages(isFirst: Bool, _ followsClause: Bool) -> Bool {
    guard !isAtStageEnd else { return false }
    let word = token
    switch word.kind {
    case .rightParenthesis:
      report(
        .strayBracket, "this ')' closes nothing", at: word.range,
        fixIts: [FixIt(message: "remove it", range: word.range, replacement: "")])
      advance()
    case .foreignComment: reportForeignComment()
    case .doublePipe:
      report(
        .foreignSyntax, "'||' is written 'or' in conditions, and '|' between stages",
        at: word.range, fixIts: [replacement("|", at: word.range)])
      tokens[index].kind = .pipe
      return true
    case .string where followsClause && isFirst:
      reportBareText()
      insert(.word, .search)
      return true
    case .unknown, .bang, .plus: reportStrayCharacter()
    case .word: return recoverFromWord(isFirst: isFirst, followsClause)
    default: unexpected()
    }
    return false
  }

  /// Puts a token that has no text before the current one.
  mutating func insert(_ kind: TokenKind, _ keyword: Keyword? = nil) {
    tokens.insert(Token(kind, SourceRange(at: token.range.lower), keyword: keyword), at: index)
  }

  private mutating func recoverFromWord(isFirst: Bool, _ followsClause: Bool) -> Bool {
    let word = token
    if translateSQLClause() { return !isFull }
    if translatePipeStage() || explainForeignStage() { return false }
    let clauses = followsClause ? ["where", "search", "since", "until", "before", "after"] : []
    if let near = nearest(to: lowered(word), among: clauses, count: 1).first {
      report(
        .misspelledKeyword, "'\(shortened(text(word)))' should perhaps be '\(near)'",
        at: word.range, hints: ["did you mean '\(near)'?"],
        fixIts: [replacement(near, at: word.range)])
      tokens[index].keyword = Keyword(rawValue: near)
      return true
    }
    if followsClause, isTestStart(index) {
      report(
        .misspelledKeyword, "'where' must stand before a condition", at: word.range,
        hints: ["next: where \(text(word)) ..."],
        fixIts: [
          FixIt(
            message: "insert 'where'", range: SourceRange(at: word.range.lower),
            replacement: "where ")
        ])
      insert(.word, .where)
      return true
    }
    if let table = Table(named: text(word)) {
      reportMissingPipe(table.name)
      insert(.pipe)
      return true
    }
    if let near = nearest(to: lowered(word), among: Parser.stageWords, count: 1).first {
      report(
        .missingPipe, "'|' must stand before a stage", at: word.range,
        hints: ["did you mean '| \(near)'?"], fixIts: [replacement("| " + near, at: word.range)])
      skipStage()
    } else {
      followsClause ? reportNoClause() : unexpected()
    }
    return false
  }

  /// Reports a word where a clause should begin, with what may be meant.
  private mutating func reportNoClause() {
    let name = shortened(text(token))
    var fixIts: [FixIt] = []
    var hint = "next: where place = \(name), or search \(name)"
    if isDateStart(at: index) {
      hint = "next: in \(name)"
      fixIts = [
        FixIt(
          message: "insert 'in'", range: SourceRange(at: token.range.lower), replacement: "in ")
      ]
    } else if isWord(token, "from"), isDateStart(at: index + 1) {
      hint = "next: since \(text(peek()))"
      fixIts = [replacement("since", at: token.range)]
    } else if peek().kind == .word, peek().keyword == nil {
      let value = shortened(text(peek()))
      hint = "next: where \(isFieldName(token) ? name : "place") = \(value), or search \(value)"
    } else if isFieldName(token) {
      hint = "next: where \(name) = \(FieldNames.example(of: lowered(token)))"
    }
    report(
      .unexpectedText, "a clause begins with 'where', 'search' or a date's keyword; \(found)",
      at: token.range, hints: [hint], fixIts: fixIts)
    skipStage()
  }

  private mutating func unexpected(hint: String? = nil) {
    report(
      .unexpectedText, "'|' or the end should stand here; \(found)", at: token.range,
      hints: hint.map { [$0] } ?? ["next: write '|' before the next stage"])
    skipStage()
  }

  /// Reports that `|` is missing before the stage `word`.
  mutating func reportMissingPipe(_ word: String) {
    var fixIts = [
      FixIt(
        message: "insert '|'", range: SourceRange(at: token.range.lower), replacement: "| ")
    ]
    var hints = ["next: write '| \(word)'"]
    if let value = lastBareValue, value.endIndex == index {
      let range = value.range.union(token.range)
      let quote = quoted(text(range))
      fixIts.append(FixIt(message: "quote the name", range: range, replacement: quote))
      hints.append("a name that holds '\(word)' needs quotes: \(quote)")
    }
    report(
      .missingPipe, "'|' must stand before '\(word)'", at: token.range, hints: hints,
      fixIts: fixIts)
  }

  /// Goes to the next `|` that is in no bracket opened from here on, or to the end of the query.
  mutating func skipStage() {
    var open = 0
    while !isAtEnd {
      switch kind {
      case .leftParenthesis: open += 1
      case .rightParenthesis where open <= 0 && queryDepth > 0: return
      case .rightParenthesis: open -= 1
      case .pipe where open <= 0: return
      default: break
      }
      advance()
    }
  }

  /// Goes to the next `,` or `|` that is in no bracket opened from here on, or to the end of the
  /// query.
  mutating func skipListItem() {
    while !isAtStageEnd, kind != .comma, kind != .rightParenthesis {
      kind == .leftParenthesis ? skipBrackets() : advance()
    }
  }

  /// Goes past the bracket that closes the one here, or to the end.
  mutating func skipBrackets() {
    var open = 0
    while !isAtEnd {
      if kind == .leftParenthesis { open += 1 }
      if kind == .rightParenthesis { open -= 1 }
      advance()
      if open <= 0 { return }
    }
  }
}
