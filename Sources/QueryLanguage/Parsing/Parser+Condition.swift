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
}
