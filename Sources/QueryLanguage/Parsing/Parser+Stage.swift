internal import Diagnostics
internal import NewsModel

extension Parser {
  /// A stage, from its first word; after `|` or where a clause begins without one.
  mutating func parseStage() -> Stage {
    expect(.stage)
    let start = index
    guard !isAtStageEnd else {
      report(
        .expectedStage,
        kind != .pipe ? "a stage must follow '|'" : "a stage is missing before this '|'",
        at: kind == .pipe ? token.range : here,
        hints: [LanguageHelp.stageHint])
      return Stage(kind: .invalid, range: here)
    }
    let kind = kind == .word ? parseStageKind() : parseNoStage()
    return Stage(kind: kind, range: range(from: start))
  }

  private mutating func parseNoStage() -> Stage.Kind {
    if kind == .foreignComment {
      reportForeignComment()
    } else if kind == .string {
      reportBareText()
      return .search(parseSearchTerms())
    } else {
      report(
        .expectedStage, "a stage must follow '|'; \(found)", at: token.range,
        hints: [LanguageHelp.stageHint])
    }
    skipStage()
    return .invalid
  }

  private mutating func parseStageKind() -> Stage.Kind {
    let word = token
    if let keyword = word.keyword, keyword != .last || !isTestStart(index) {
      if keyword.beginsDateClause || keyword.saysHowSure {
        return .dates(parseDateClause())
      }
      if let kind = parseKeywordStage(keyword) { return kind }
    }
    if let table = Table(named: text(word)) {
      note(.table(table), at: word.range)
      advance()
      return .follow(table)
    }
    return parseUnknownStage(word)
  }

  private mutating func parseKeywordStage(_ keyword: Keyword) -> Stage.Kind? {
    switch keyword {
    case .where:
      advance()
      return .filter(parseCondition())
    case .search:
      advance()
      return .search(parseSearchTerms())
    case .sort: return parseSort()
    case .newest, .oldest:
      advance()
      checkNoArgument(of: keyword)
      return .byMainDate(isDescending: keyword == .newest)
    case .take, .limit, .first:
      advance()
      return .take(parseCount(after: keyword.rawValue))
    case .skip:
      advance()
      return .skip(parseCount(after: keyword.rawValue))
    case .top: return parseTop()
    case .show:
      advance()
      return .show(parsePaths(after: "show", allowsAll: true))
    case .hide:
      advance()
      return .hide(parsePaths(after: "hide"))
    case .count: return parseCountStage()
    case .distinct:
      advance()
      expect(.field)
      if isAtStageEnd { return .distinct([]) }
      return .distinct(parsePaths(after: "distinct"))
    case .add: return parseAdd()
    case .group: return parseGroup()
    case .crosstab: return parseCrosstab()
    case .sample: return parseSample()
    case .only, .except: return parseSubset(isNegated: keyword == .except)
    case .followed: return parseFollowed(isNegated: false)
    case .not where peek().keyword == .followed:
      advance()
      return parseFollowed(isNegated: true)
    case .timeline:
      advance()
      checkNoArgument(of: .timeline)
      return .timeline
    case .chart: return parseChart()
    case .save: return parseSave()
    case .explain: return parseExplain()
    default: return nil
    }
  }

  private mutating func parseUnknownStage(_ word: Token) -> Stage.Kind {
    if translateSQLClause() { return parseStageKind() }
    if translatePipeStage() || explainForeignStage() || translateAggregateStage() {
      return .invalid
    }
    if isTestStart(index) {
      report(
        .expectedStage, "'where' must stand before a condition", at: word.range,
        hints: ["next: | where \(text(word)) ..."],
        fixIts: [
          FixIt(
            message: "insert 'where'", range: SourceRange(at: word.range.lower),
            replacement: "where ")
        ])
      return .filter(parseCondition())
    }
    let near = nearest(
      to: lowered(word), among: Parser.stageWords + Table.allCases.map(\.name), count: 1)
    var hints = near.map { "did you mean '\($0)'?" }
    hints.append(LanguageHelp.stageHint)
    report(
      .expectedStage, "there is no stage '\(shortened(text(word)))'", at: word.range, hints: hints,
      fixIts: near.map { replacement($0, at: word.range) })
    skipStage()
    return .invalid
  }

  /// The words that stages begin with.
  static let stageWords: [String] = LanguageHelp.stages
    .flatMap { [$0.name] + $0.synonyms }
    .compactMap { $0.split(separator: " ").first.map { String($0) } }
    .filter { $0 != Keyword.not.rawValue }

  // MARK: Single stages

  private mutating func parseSearchTerms() -> [ValueSyntax] {
    var terms: [ValueSyntax] = []
    let start = index
    loop: while true {
      expect(.searchText)
      if reportForeignTerm(after: terms) { continue }
      switch kind {
      case .string, .singleQuoted, .backQuoted, .parameter:
        terms.append(parseValue(after: "search", path: nil))
      case .word where isSearchWord(isFirst: terms.isEmpty):
        terms.append(ValueSyntax(kind: .words(text(token)), range: token.range))
        note(.value, at: token.range)
        advance()
        lastBareValue = (range(from: start), index)
      case .unknown, .bang, .plus: reportStrayCharacter()
      default: break loop
      }
    }
    if let keyword, keyword == .and || keyword == .or, !terms.isEmpty {
      report(
        .unexpectedText,
        keyword == .and
          ? "'search' finds all of its words; 'and' is not needed"
          : "'search' finds all of its words and has no 'or'",
        at: token.range,
        hints: ["next: " + (keyword == .and ? "leave it out" : "where text ~ a or text ~ b")],
        fixIts: keyword == .and
          ? [FixIt(message: "remove it", range: token.range, replacement: "")] : [])
      skipStage()
    }
    if terms.isEmpty {
      report(
        .missingValue, "words must follow 'search'; \(found)", at: here,
        hints: ["next: search \"oil port\" strike"])
    }
    return terms
  }

  private mutating func isSearchWord(isFirst: Bool) -> Bool {
    if isFirst { return !explainsMissingValue(index) }
    return !endsValue(index) && !reportSlip(at: index)
  }

  private mutating func parseSort() -> Stage.Kind {
    advance()
    acceptBy(after: "sort")
    var keys: [SortKey] = []
    for path in parsePathList(after: "sort by", readsDirection: true) {
      keys.append(SortKey(path: path.0, isDescending: path.1))
    }
    return .sort(keys)
  }

  private mutating func parseTop() -> Stage.Kind {
    advance()
    let count = parseCount(after: "top")
    let isMissed = isAtStageEnd
    acceptBy(after: "top N")
    if isMissed { return .invalid }
    guard var path = parsePath(after: "by") else {
      skipStage()
      return .invalid
    }
    if let column = parseColumnInWords(path) { path = column }
    if isDirection(token) {
      report(
        .unexpectedText, "'top' always has the greatest first", at: token.range,
        hints: ["next: sort by \(path.text) \(lowered(token)) | take \(count.text)"],
        fixIts: lowered(token).hasPrefix("d")
          ? [FixIt(message: "remove it", range: token.range, replacement: "")] : [])
      advance()
    }
    return .top(count, by: path)
  }

  private mutating func parseCountStage() -> Stage.Kind {
    advance()
    expect(.keywords(["by", "distinct"]))
    var distinct: PathSyntax?
    if kind == .leftParenthesis {
      reportCountBrackets()
    }
    if keyword == .distinct {
      advance()
      distinct = parsePath(after: "count distinct")
      if kind == .comma, let distinct { return parseCountOfSeveral(distinct) }
      expect(.keywords(["by"]))
    } else if kind == .word, keyword == nil, !isWord(token, "by") {
      let name = text(token)
      report(
        .missingBy, "'by' or 'distinct' must follow 'count'; \(found)", at: token.range,
        hints: ["next: count by \(name), or count distinct \(name)"],
        fixIts: ["by ", "distinct "].map {
          FixIt(
            message: "insert '\($0.dropLast())'", range: SourceRange(at: token.range.lower),
            replacement: $0)
        })
      return .count(distinct: nil, by: parsePaths(after: "count by"))
    }
    guard isWord(token, "by") else { return .count(distinct: distinct, by: []) }
    advance()
    return .count(
      distinct: distinct, by: parsePathList(after: "count by", isKey: true).map(\.0))
  }

  /// `count distinct type, place`, which is `distinct type, place | count`.
  private mutating func parseCountOfSeveral(_ first: PathSyntax) -> Stage.Kind {
    let comma = token.range
    let lower = (index - 3..<index).map { token(at: $0) }.last { $0.keyword == .count }?.range.lower
    advance()
    let paths = [first] + parsePaths(after: ",")
    let replaced = "distinct \(paths.map(\.text).joined(separator: ", ")) | count"
    let upper = previous?.range.upper ?? comma.upper
    report(
      .unexpectedText, "'count distinct' counts the values of one field", at: comma,
      hints: ["next: \(shortened(replaced))"],
      fixIts: lower.map { [replacement(replaced, at: SourceRange($0, upper))] } ?? [])
    return .invalid
  }

  /// `count()`, `count(*)` and `count(distinct type)`.
  private mutating func reportCountBrackets() {
    let start = index
    let opening = token.range
    skipBrackets()
    let range = range(from: start)
    let inner = range.count < 200 ? String(text(range).dropFirst().dropLast()).trimmed : ""
    let isDistinct = inner.lowercased().hasPrefix("distinct ")
    let isEmpty = inner.isEmpty || inner == "*"
    report(
      .foreignSyntax, "'count' takes no brackets", at: opening,
      hints: ["next: count, count by type, or count distinct actor"],
      fixIts: isDistinct || isEmpty
        ? [
          FixIt(
            message: "remove the brackets", range: range,
            replacement: isDistinct ? " \(inner.lowercased())" : "")
        ] : [])
  }

  private mutating func parseExplain() -> Stage.Kind {
    let word = token
    advance()
    checkNoArgument(of: .explain)
    if kind == .pipe {
      report(
        .explainNotLast, "'explain' must be the last stage", at: word.range,
        hints: ["next: move it to the end"])
    }
    return .explain
  }

  /// Reports what follows a stage that takes nothing.
  mutating func checkNoArgument(of keyword: Keyword) {
    guard kind == .word, token.keyword == nil || keyword == .explain else { return }
    if isNumber(token), keyword != .explain {
      report(
        .unexpectedText, "'\(keyword.rawValue)' takes no number", at: token.range,
        hints: ["next: \(keyword.rawValue) | take \(text(token))"],
        fixIts: [
          FixIt(
            message: "insert '| take'", range: SourceRange(at: token.range.lower),
            replacement: "| take ")
        ])
    } else {
      report(
        .unexpectedText, "nothing may follow '\(keyword.rawValue)'; \(found)", at: token.range,
        hints: ["next: write '|' before the next stage"])
    }
    skipStage()
  }
}
