internal import Diagnostics

extension Parser {
  /// The test of a field: `type = AID`, `place is known`.
  mutating func parseTest() -> Condition {
    let start = index
    if let kind = parseCalledTest() { return Condition(kind: kind, range: range(from: start)) }
    let isCalled = isCall(index)
    guard var path = parsePath(after: "where") else {
      isCalled ? skipTest(of: range(from: start)) : skipCondition()
      return Condition(kind: .invalid, range: range(from: start))
    }
    if let column = parseColumnInWords(path) { path = column }
    expect(.comparison(path))
    let kind = parseTestKind(path)
    return Condition(kind: kind, range: range(from: start))
  }

  /// What follows the field of a test.
  mutating func parseTestKind(_ path: PathSyntax) -> Condition.Kind {
    if let comparison = parseOperator() {
      return parseComparison(path, comparison)
    }
    if let test = parseMarkedOperator(path) { return test }
    switch keyword {
    case .in:
      let word = token
      if peek().kind == .leftParenthesis {
        advance()
        return parseMembership(path, isNegated: false)
      }
      expect(.keywords(["("]))
      if isDateClauseStart(index) || peek().kind == .end { return .date(path, parseDateClause()) }
      return parseMembershipWithoutBrackets(path, word)
    case .not: return parseNegatedTest(path)
    case .between:
      advance()
      return parseBetween(path, isNegated: false)
    case .is: return parseKnownness(path)
    case .possibly where peek().keyword == .between:
      advance()
      advance()
      return parseBetween(path, isNegated: false)
    case .some(let keyword) where keyword.beginsDateClause || keyword.saysHowSure:
      return .date(path, parseDateClause())
    default: break
    }
    if kind == .word, let word = ForeignOperator(lowered(token)) {
      return parseForeignOperator(path, word)
    }
    if kind == .word, ["has_any", "any", "one_of"].contains(lowered(token)),
      peek().kind == .leftParenthesis
    {
      report(
        .foreignSyntax, "'\(text(token))' is written 'in'", at: token.range,
        fixIts: [replacement("in", at: token.range)])
      advance()
      return parseMembership(path, isNegated: false)
    }
    reportMissingOperator(path)
    return .invalid
  }

  private mutating func reportMissingOperator(_ path: PathSyntax) {
    let value =
      kind == .word && keyword == nil ? text(token) : FieldNames.example(of: path)
    let name = shortened(text(path.range))
    var hints = [LanguageHelp.operatorHint]
    if !isFieldName(Token(.word, path.range)) {
      hints.append("next: actor = \(name), or search \(name)")
    } else {
      hints.append("next: \(path.text) = \(shortened(value))")
    }
    report(
      .missingOperator, "an operator must follow '\(name)'; \(found)", at: here,
      hints: hints)
    skipCondition()
  }

  private mutating func parseOperator() -> Operator? {
    let comparison: Operator
    switch kind {
    case .equal, .colon: comparison = .equal
    case .exactly: comparison = .exactly
    case .notEqual: comparison = .notEqual
    case .less: comparison = .less
    case .lessOrEqual: comparison = .lessOrEqual
    case .greater: comparison = .greater
    case .greaterOrEqual: comparison = .greaterOrEqual
    case .contains: comparison = .contains
    case .notContains: comparison = .notContains
    case .lessGreater, .equalTilde:
      comparison = kind == .lessGreater ? .notEqual : .contains
      report(
        .foreignSyntax, "'\(text(token))' is written '\(comparison.rawValue)'", at: token.range,
        fixIts: [replacement(comparison.rawValue, at: token.range)])
    default: return nil
    }
    advance()
    return comparison
  }

  private mutating func parseComparison(
    _ path: PathSyntax, _ comparison: Operator
  ) -> Condition.Kind {
    if reportColonBeforeSign(), let sign = parseOperator() {
      return parseComparison(path, sign)
    }
    if let list = parseForeignList(path, isNegated: comparison == .notEqual) { return list }
    if reportQueryAsValue(path, comparison) { return .invalid }
    if kind == .equal || kind == .greater || kind == .less {
      report(
        .missingValue, "a value must follow '\(comparison.rawValue)'; \(found)", at: token.range,
        hints: [LanguageHelp.operatorHint])
      advance()
    }
    if kind == .leftBracket, let range = parseForeignInterval() {
      return .between(path, range.0, range.1, isNegated: false)
    }
    let sign = previous?.range
    let value = parseValue(after: comparison.rawValue, path: path)
    guard kind == .comma, let sign, comparison == .equal || comparison == .notEqual else {
      return .comparison(path, comparison, value)
    }
    return parseListWithoutIn(path, value, sign, isNegated: comparison == .notEqual)
  }

  /// `type = AID, CONSULT`, which is `type in (AID, CONSULT)`.
  private mutating func parseListWithoutIn(
    _ path: PathSyntax, _ first: ValueSyntax, _ sign: SourceRange, isNegated: Bool
  ) -> Condition.Kind {
    var values = [first]
    let comma = token.range
    while !isFull, accept(.comma) {
      values.append(parseValue(after: ",", path: path, isInList: true))
    }
    let range = first.range.union(previous?.range ?? first.range)
    let list = "\(isNegated ? "not in" : "in") (\(text(range)))"
    report(
      .unexpectedText, "several values are written in brackets", at: comma,
      hints: ["next: \(path.text) \(shortened(list))"],
      fixIts: [
        FixIt(
          message: "replace with '\(shortened(list))'", range: sign.union(range),
          replacement: (sign.lower == path.range.upper ? " " : "") + list)
      ])
    return .membership(path, values, isNegated: isNegated)
  }

  private mutating func parseNegatedTest(_ path: PathSyntax) -> Condition.Kind {
    let word = token
    advance()
    switch keyword {
    case .in:
      advance()
      return parseMembership(path, isNegated: true)
    case .between:
      advance()
      return parseBetween(path, isNegated: true)
    default: break
    }
    if kind == .word, let foreign = ForeignOperator(lowered(token)) {
      return parseForeignOperator(path, foreign.negated, negation: word.range)
    }
    report(
      .missingOperator, "'in' or 'between' must follow '\(path.text) not'; \(found)",
      at: word.range, hints: ["next: not \(path.text) = ..., or \(path.text) != ..."])
    skipCondition()
    return .invalid
  }

  private mutating func parseMembership(
    _ path: PathSyntax, isNegated: Bool
  ) -> Condition.Kind {
    let opening = token.range
    guard accept(.leftParenthesis) else {
      return parseMembershipWithoutBrackets(path, Token(.word, here), isNegated: isNegated)
    }
    expect(.source)
    if isQueryStart(index) {
      index -= 1
      return .among(path, parseBracketedQuery(), isNegated: isNegated)
    }
    var values: [ValueSyntax] = []
    while !isFull {
      if kind == .rightParenthesis, !values.isEmpty, previous?.kind != .comma { break }
      values.append(parseValue(after: values.isEmpty ? "in (" : ",", path: path, isInList: true))
      if reportKeywordInList() { continue }
      if accept(.comma) { continue }
      break
    }
    if !accept(.rightParenthesis), !isFull {
      report(
        .unclosedBracket, "',' or ')' should stand here; \(found)", at: here,
        notes: [Diagnostic.Note(message: "to close this '('", range: opening)],
        hints: ["next: in (a, b)"])
      skipCondition()
      _ = accept(.rightParenthesis)
    }
    lastBareValue = nil
    return .membership(path, values, isNegated: isNegated)
  }

  /// In a list every keyword is part of a name or stands for a comma.
  private mutating func reportKeywordInList() -> Bool {
    guard keyword == .or || keyword == .and, peek().kind == .word || peek().kind == .string
    else { return reportKeywordInValue() && accept(.comma) }
    report(
      .keywordInValue, "the values of a list are joined by ','; \(found)", at: token.range,
      hints: ["a name that holds '\(text(token))' needs quotes"],
      fixIts: [replacement(",", at: token.range)])
    advance()
    return true
  }

  private mutating func parseMembershipWithoutBrackets(
    _ path: PathSyntax, _ word: Token, isNegated: Bool = false
  ) -> Condition.Kind {
    if keyword == .in { advance() }
    if isQueryStart(index) {
      return .among(path, parseQueryWithoutBrackets(after: "in"), isNegated: isNegated)
    }
    let start = index
    var values: [ValueSyntax] = []
    repeat {
      values.append(parseValue(after: "in", path: path, isInList: true))
    } while !isFull && accept(.comma)
    let range = range(from: start)
    if !range.isEmpty {
      report(
        .missingValue, "'in' needs its values in brackets", at: range,
        hints: ["next: \(path.text) in (\(shortened(text(range))))"],
        fixIts: [
          FixIt(
            message: "put them in brackets", range: range, replacement: "(\(text(range)))")
        ])
    }
    return .membership(path, values, isNegated: isNegated)
  }

  private mutating func parseBetween(_ path: PathSyntax, isNegated: Bool) -> Condition.Kind {
    if reportBetweenBrackets(path) { return .invalid }
    let lower = parseValue(after: "between", path: path)
    expect(.keywords(["and"]))
    guard keyword == .and else {
      report(
        .missingValue, "'and' and a second value must follow; \(found)", at: here,
        hints: ["next: \(path.text) between \(lower.text) and ..."])
      skipCondition()
      return .invalid
    }
    advance()
    let upper = parseValue(after: "and", path: path)
    return .between(path, lower, upper, isNegated: isNegated)
  }

  private mutating func parseKnownness(_ path: PathSyntax) -> Condition.Kind {
    let word = token
    advance()
    expect(.keywords(["known", "unknown"]))
    var isKnown = true
    if keyword == .not {
      isKnown = false
      advance()
    }
    if isWord(token, "known") || isWord(token, "unknown") {
      if isWord(token, "unknown") { isKnown.toggle() }
      advance()
      return .known(path, isKnown: isKnown)
    }
    if isWord(token, "null") {
      isKnown.toggle()
      let range = word.range.union(token.range)
      let replaced = isKnown ? "is known" : "is unknown"
      report(
        .foreignSyntax, "'\(text(range))' is written '\(replaced)'", at: range,
        fixIts: [replacement(replaced, at: range)])
      advance()
      return .known(path, isKnown: isKnown)
    }
    if isAtStageEnd {
      report(
        .missingValue, "'known' or 'unknown' must follow 'is'; \(found)", at: here,
        hints: ["next: \(path.text) is known"])
      return .invalid
    }
    let range = word.range.union(previous?.range ?? word.range)
    let comparison: Operator = isKnown ? .equal : .notEqual
    report(
      .foreignSyntax, "'\(text(range))' is written '\(comparison.rawValue)' before a value",
      at: range, fixIts: [replacement(comparison.rawValue, at: range)])
    return parseComparison(path, comparison)
  }
}
