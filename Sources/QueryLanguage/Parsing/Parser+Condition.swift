internal import Diagnostics

extension Parser {
  /// A condition: tests joined by `and`, `or`, `not` and brackets.
  mutating func parseCondition() -> Condition {
    let start = index
    depth += 1
    conditionDepth += 1
    defer {
      depth -= 1
      conditionDepth -= 1
    }
    var operands = [parseConjunction()]
    while keyword == .or || kind == .doublePipe {
      if kind == .doublePipe { reportForeignConnective("or") }
      advance()
      operands.append(parseConjunction())
    }
    if operands.count == 1 { return operands[0] }
    return Condition(kind: .or(operands), range: range(from: start))
  }

  private mutating func parseConjunction() -> Condition {
    let start = index
    var operands = [parseNegation()]
    while true {
      expect(.keywords(["and", "or"]))
      if isFull { break }
      if kind == .doubleAmpersand {
        reportForeignConnective("and")
        advance()
        operands.append(parseNegation())
      } else if keyword == .and || keyword == .or, reportKeywordInValue() {
        continue
      } else if keyword == .and {
        advance()
        operands.append(parseNegation())
      } else if conditionDepth > 1, reportKeywordInValue() {
        continue
      } else if lacksConnective {
        report(
          .missingConnective, "'and' or 'or' must join two conditions; \(found)", at: token.range,
          hints: ["next: write 'and' before '\(shortened(text(token)))'"],
          fixIts: ["and ", "or "].map {
            FixIt(
              message: "insert '\($0.dropLast())'", range: SourceRange(at: token.range.lower),
              replacement: $0)
          })
        operands.append(parseNegation())
      } else {
        break
      }
    }
    if operands.count == 1 { return operands[0] }
    return Condition(kind: .and(operands), range: range(from: start))
  }

  /// Whether another condition begins here without `and` or `or` before it.
  ///
  /// Outside brackets a date is a clause of its own there, and needs none.
  private var lacksConnective: Bool {
    guard isConditionStart(index) else { return false }
    if kind == .word, let keyword, keyword.beginsDateClause || keyword.saysHowSure,
      !isTestStart(index)
    {
      return conditionDepth > 1
    }
    return true
  }

  private mutating func parseNegation() -> Condition {
    let start = index
    var count = 0
    while keyword == .not && !isTestStart(index) || kind == .bang {
      if kind == .bang {
        report(
          .foreignSyntax, "'!' is written 'not'", at: token.range,
          fixIts: [replacement("not ", at: token.range)])
      }
      count += 1
      advance()
    }
    depth += count
    defer { depth -= count }
    guard depth <= Parser.nestingLimit else { return giveUpNesting() }
    var condition = parsePrimary()
    for level in 0..<count {
      let range = range(from: start + count - 1 - level)
      condition = Condition(kind: .not(condition), range: range)
    }
    return condition
  }

  private mutating func giveUpNesting() -> Condition {
    let range = token.range
    reportNesting()
    return Condition(kind: .invalid, range: range)
  }

  private mutating func parsePrimary() -> Condition {
    let start = index
    expect(.field)
    expect(.keywords(["not", "no", "only"]))
    switch kind {
    case .leftParenthesis: return parseBrackets()
    case .word, .backQuoted: break
    case .string, .singleQuoted, .pattern:
      reportBareText(inCondition: true)
      advance()
      return Condition(kind: .invalid, range: range(from: start))
    default: return parseNoCondition()
    }
    if !isTestStart(index), let keyword {
      if keyword.beginsDateClause || keyword.saysHowSure {
        let clause = parseDateClause()
        return Condition(kind: .date(nil, clause), range: range(from: start))
      }
      if keyword == .and || keyword == .or || keyword == .where { return parseNoCondition() }
      if let quantifier = Quantifier(rawValue: keyword.rawValue), hasTestAfterQuantifier {
        return parseQuantified(quantifier)
      }
    }
    return parseTest()
  }

  private mutating func parseNoCondition() -> Condition {
    let range = here
    report(
      .expectedCondition, "a condition should stand here; \(found)", at: range,
      hints: ["next: actor = Ada Lovelace, place is known, since 2023"])
    if kind == .word, keyword == .and || keyword == .or || keyword == .where {
      return Condition(kind: .invalid, range: range)
    }
    skipCondition()
    return Condition(kind: .invalid, range: range)
  }

  private mutating func parseBrackets() -> Condition {
    let start = index
    let opening = token.range
    guard depth < Parser.nestingLimit else { return giveUpNesting() }
    advance()
    var condition = parseCondition()
    if kind == .rightParenthesis {
      advance()
    } else if !isFull {
      let isText = lastBareValue?.endIndex == index
      report(
        .unclosedBracket, isAtEnd ? "this '(' is never closed" : "')' should stand here; \(found)",
        at: isAtEnd ? opening : here,
        notes: isAtEnd ? [] : [Diagnostic.Note(message: "to close this '('", range: opening)],
        hints: [isText ? "next: write ')' after the last value" : "next: write ')'"])
      if !isAtEnd { skipCondition() }
      _ = accept(.rightParenthesis)
    }
    lastBareValue = nil
    condition.range = range(from: start)
    return condition
  }

  /// Goes to the next connective, closing bracket, `|` or the end.
  mutating func skipCondition() {
    var open = 0
    while !isAtEnd, kind != .pipe || open > 0 {
      if open == 0, keyword == .and || keyword == .or || kind == .doubleAmpersand { return }
      if kind == .leftParenthesis { open += 1 }
      if kind == .rightParenthesis {
        if open == 0 { return }
        open -= 1
      }
      advance()
    }
  }

  // MARK: Tests

  private mutating func parseTest() -> Condition {
    let start = index
    guard let path = parsePath(after: "where") else {
      skipCondition()
      return Condition(kind: .invalid, range: range(from: start))
    }
    expect(.comparison(path))
    let kind = parseTestKind(path)
    return Condition(kind: kind, range: range(from: start))
  }

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
