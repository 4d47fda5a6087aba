internal import Diagnostics
internal import NewsModel

extension Parser {
  /// `param x = v`, `let x = v` or a query, up to `;` or the end.
  mutating func parseStatement() -> Statement {
    if keyword == .param || keyword == .let, peek().kind != .colon {
      let assignment = parseAssignment()
      checkEnd()
      return .assignment(assignment)
    }
    return .query(parseQuery())
  }

  private mutating func parseAssignment() -> Assignment {
    let start = index
    let isParameter = keyword == .param
    advance()
    var name = ""
    switch kind {
    case .word where !text(token).contains("."):
      name = text(token)
      advance()
    case .parameter:
      name = String(text(token).dropFirst())
      advance()
    default:
      report(
        .expectedName, "a name must follow '\(isParameter ? "param" : "let")'; \(found)", at: here,
        hints: ["next: param who = Ada Lovelace, then actor = $who"])
    }
    var value = ValueSyntax(kind: .missing, range: here)
    if accept(.equal) || accept(.colon) {
      value = parseValue(after: "=", path: nil)
    } else if !name.isEmpty {
      report(
        .missingOperator, "'=' must follow the name; \(found)", at: here,
        hints: ["next: \(isParameter ? "param" : "let") \(name) = value"])
      skipToPipe()
    }
    return Assignment(
      name: name.lowercased(), value: value, isParameter: isParameter, range: range(from: start))
  }

  /// A source and its stages, up to `;` or the end.
  mutating func parseQuery() -> Query {
    let start = index
    let source = parseSource()
    let stages = parseStages()
    checkEnd()
    return Query(source: source, stages: stages, range: range(from: start))
  }

  /// Reports what stands after the end of the statement.
  private mutating func checkEnd() {
    while !isFull, !isAtEnd {
      let before = index
      report(.unexpectedText, "the statement should end here; \(found)", at: here)
      index = max(index, before)
      skipToEnd()
    }
    guard kind == .semicolon else { return }
    while kind == .semicolon { advance() }
    if kind != .end {
      report(
        .unexpectedText, "a second statement begins here", at: token.range,
        hints: ["next: run one statement at a time"])
    }
  }

  mutating func skipToEnd() {
    while !isAtEnd { advance() }
  }

  // MARK: The source

  private mutating func parseSource() -> Source {
    while kind == .foreignComment { reportForeignComment() }
    expect(.table)
    let word = token
    switch word.kind {
    case .end, .semicolon:
      report(
        .emptyQuery, "there is no query", at: here,
        hints: [Parser.tableHint, "next: events | take 5"])
      return Source(kind: .missing, range: here)
    case .pipe:
      return Source(kind: .previous, range: SourceRange(at: word.range.lower))
    case .word: break
    default:
      report(
        .expectedTable, "a query begins with a table; \(found)", at: word.range,
        hints: [Parser.tableHint])
      if word.kind != .leftParenthesis { advance() }
      skipToPipe()
      return Source(kind: .missing, range: word.range)
    }
    if let table = Table(named: text(word)) {
      advance()
      return Source(kind: .table(table), range: word.range)
    }
    return parseUnknownSource(word)
  }

  private mutating func parseUnknownSource(_ word: Token) -> Source {
    let missing = Source(kind: .missing, range: word.range)
    if translateSQL() { return missing }
    if let keyword = word.keyword {
      if keyword.role == .unavailable {
        reportUnavailable(keyword, at: word.range)
        skipToEnd()
        return missing
      }
      let isStage = keyword.role != .connective && keyword.role != .statement
      report(
        .expectedTable, "a query begins with a table, not with '\(keyword.rawValue)'",
        at: word.range,
        hints: [
          Parser.tableHint,
          tableAhead.map { "next: \($0.name)" + (keyword == .count ? " | count" : " | take 10") }
            ?? (isStage
              ? "next: put a table before it, or '|' to go on from the last result"
              : "next: events where actor = Ada Lovelace"),
        ])
      if tableAhead != nil {
        skipToPipe()
      } else if keyword.role == .stage {
        insert(.pipe)
      } else if !isStage {
        advance()
        skipToPipe()
      }
      return missing
    }
    let name = lowered(word)
    let names = Table.allCases.flatMap { [$0.name, $0.singular] }
    var near = nearest(to: name, among: names, count: 1)
    if near.isEmpty, name.utf8.count > 1 {
      near = Table.allCases.map(\.name).filter { $0.hasPrefix(name) }
    }
    var hints = near.map { "did you mean '\($0)'?" }
    hints.append(Parser.tableHint)
    if near.isEmpty {
      let count = ["how", "number"].contains(name) ? " | count" : ""
      hints.append(
        tableAhead.map { "next: \($0.name)\(count)" }
          ?? "next: articles search \(quotedIfNeeded(shortened(text(word))))")
    }
    report(
      .expectedTable, "there is no table '\(shortened(text(word)))'", at: word.range, hints: hints,
      fixIts: near.map { replacement($0, at: word.range) })
    advance()
    if !near.isEmpty { return missing }
    while kind == .word, token.keyword == nil { advance() }
    if kind == .leftParenthesis { skipBrackets() }
    return missing
  }

  /// The first of the next few words that names a table.
  private var tableAhead: Table? {
    (1...4).lazy.compactMap { distance in
      let word = peek(distance)
      return word.kind == .word ? Table(named: text(word)) : nil
    }.first
  }

  static let tableHint = "tables: " + Table.allCases.map(\.name).joined(separator: ", ")

  func replacement(_ text: String, at range: SourceRange) -> FixIt {
    FixIt(message: "replace with '\(text)'", range: range, replacement: text)
  }

  // MARK: Stages

  private mutating func parseStages() -> [Stage] {
    var stages: [Stage] = []
    var followsClause = true
    while true {
      stageCount = stages.count
      expect(.pipe)
      if followsClause { expect(.clause) }
      if isFull { skipToEnd() }
      if isAtEnd { break }
      let before = index
      if kind == .pipe {
        advance()
        stages.append(parseStage())
      } else if let stage = parseClauseWithoutPipe(followsClause, after: stages.last) {
        stages.append(stage)
      } else if recoverBetweenStages(isFirst: stages.isEmpty, followsClause) {
        // A word was put right; it is read next.
        continue
      }
      if index == before { advance() }
      followsClause = stages.last.map(\.kind.isClause) ?? true
    }
    return stages
  }

  /// A clause that follows the source or another clause, or nil where none begins here.
  private mutating func parseClauseWithoutPipe(_ isAllowed: Bool, after last: Stage?) -> Stage? {
    if reportKeywordInValue() { return nil }
    guard let keyword else { return nil }
    switch keyword.role {
    case .clause, .date: break
    case .test where keyword.beginsDateClause: break
    case .connective where keyword != .not: return parseConditionAfterDate(last)
    case .stage, .unavailable:
      reportMissingPipe(keyword.rawValue)
      return parseStage()
    default: return nil
    }
    if !isAllowed { reportMissingPipe(keyword.rawValue) }
    return parseStage()
  }

  /// `where A since D and B`: an `and` is missing before the date.
  private mutating func parseConditionAfterDate(_ last: Stage?) -> Stage? {
    guard let last, case .dates = last.kind, isConditionStart(index + 1) else { return nil }
    let word = text(token)
    report(
      .missingConnective, "'\(word)' after a date needs 'and' before the date too", at: token.range,
      hints: ["next: where a = b and since 2023 \(word) c = d"],
      fixIts: [
        FixIt(
          message: "insert 'and'", range: SourceRange(at: last.range.lower), replacement: "and ")
      ])
    let start = index
    advance()
    let condition = parseCondition()
    return Stage(kind: .filter(condition), range: range(from: start))
  }

  /// Reports what stands where a stage should; true where the tokens were put right, so that the
  /// stage that was meant can be read.
  private mutating func recoverBetweenStages(isFirst: Bool, _ followsClause: Bool) -> Bool {
    guard !isAtEnd, kind != .pipe else { return false }
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
    case .unknown, .bang: reportStrayCharacter()
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
    let stages = LanguageHelp.stages.map(\.name).filter { !$0.contains(" ") }
    if let near = nearest(to: lowered(word), among: stages, count: 1).first {
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
    if isDateStart(token) {
      hint = "next: in \(name)"
      fixIts = [
        FixIt(
          message: "insert 'in'", range: SourceRange(at: token.range.lower), replacement: "in ")
      ]
    } else if isWord(token, "from"), isDateStart(peek()) {
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

  /// Goes to the next `|` that is in no bracket opened from here on, or to the end.
  mutating func skipStage() {
    var open = 0
    while !isAtEnd {
      switch kind {
      case .leftParenthesis: open += 1
      case .rightParenthesis: open -= 1
      case .pipe where open <= 0: return
      default: break
      }
      advance()
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

extension Stage.Kind {
  /// Whether it is a clause that may follow a source, or another clause, without `|`.
  var isClause: Bool {
    switch self {
    case .filter, .dates, .search: true
    default: false
    }
  }
}
