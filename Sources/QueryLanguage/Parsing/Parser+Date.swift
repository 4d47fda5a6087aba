internal import Diagnostics

extension Parser {
  /// A clause about a date, from its keyword or from `certainly` or `possibly` before it.
  mutating func parseDateClause() -> DateClause {
    let start = index
    let isCertain = keyword == .certainly
    if keyword?.saysHowSure == true { advance() }
    let kind = parseDateClauseKind()
    return DateClause(kind: kind, isCertain: isCertain, range: range(from: start))
  }

  private mutating func parseDateClauseKind() -> DateClause.Kind {
    guard let keyword, keyword.beginsDateClause else {
      expect(.keywords(["since", "until", "before", "after", "on", "in", "between"]))
      report(
        .missingValue,
        "'before', 'after', 'since', 'until', 'in' or 'between' must follow; \(found)",
        at: here, hints: ["next: date certainly before 2023-09"])
      return .relation(.on, ValueSyntax(kind: .missing, range: here))
    }
    switch keyword {
    case .between: return parseDateBetween()
    case .within: return parseWithin()
    case .last: return parseLast()
    default: break
    }
    // `during` is another word for `in` before a date, and for `on` before anything else, since
    // `in` before anything else wants brackets.
    let other: DateClause.Relation = isDateClauseStart(index) ? .in : .on
    advance()
    let relation = DateClause.Relation(rawValue: keyword.rawValue) ?? other
    return .relation(relation, parseValue(after: keyword.rawValue, path: nil, isDate: true))
  }

  private mutating func parseDateBetween() -> DateClause.Kind {
    advance()
    let lower = parseValue(after: "between", path: nil, isDate: true)
    expect(.keywords(["and"]))
    guard keyword == .and else {
      report(
        .missingValue, "'and' and a second date must follow; \(found)", at: here,
        hints: ["next: between \(lower.text) and 2023-12"])
      return .between(lower, ValueSyntax(kind: .missing, range: here))
    }
    advance()
    return .between(lower, parseValue(after: "and", path: nil, isDate: true))
  }

  private mutating func parseWithin() -> DateClause.Kind {
    advance()
    let count = parseLength(after: "within")
    let unit = parseUnit(after: "within \(count.text)", example: "within 3 days of 2023-09-28")
    expect(.keywords(["of"]))
    guard isWord(token, "of") else {
      report(
        .missingValue, "'of' and a date must follow; \(found)", at: here,
        hints: ["next: within 3 days of 2023-09-28, or last 3 days"])
      return .within(count, unit, of: ValueSyntax(kind: .missing, range: here))
    }
    advance()
    return .within(count, unit, of: parseValue(after: "of", path: nil, isDate: true))
  }

  /// `last 7 days`, or `last week`, which is the date of that name.
  private mutating func parseLast() -> DateClause.Kind {
    let next = peek()
    let isCount =
      isNumber(next) || next.kind == .parameter || next.kind != .word
      || DateLiteral.number(spelled: lowered(next)) != nil
    guard isCount else {
      return .relation(.in, parseValue(after: "last", path: nil, isDate: true))
    }
    advance()
    let count = parseLength(after: "last")
    return .last(count, parseUnit(after: "last \(count.text)", example: "last 7 days"))
  }

  /// How many units of time: a whole number, in digits or as a word.
  mutating func parseLength(after word: String) -> ValueSyntax {
    if kind == .word, !isNumber(token), let number = DateLiteral.number(spelled: lowered(token)) {
      let value = ValueSyntax(kind: .words(String(number)), range: token.range)
      advance()
      return value
    }
    return parseCount(after: word)
  }

  /// A unit of time, after the number in `words`.
  mutating func parseUnit(after words: String, example: String) -> DateClause.Unit {
    expect(.unit)
    if kind == .word, let unit = DateClause.Unit(named: text(token)) {
      advance()
      return unit
    }
    let names = DateClause.Unit.allCases.map(\.rawValue)
    let near = kind == .word ? nearest(to: lowered(token), among: names, count: 1) : []
    report(
      .expectedUnit, "days, weeks, months, quarters or years must follow '\(words)'; \(found)",
      at: here,
      hints: near.map { "did you mean '\($0)'?" } + ["next: \(example)"],
      fixIts: near.map { replacement($0, at: token.range) })
    if kind == .word, !endsValue(index) { advance() }
    return .days
  }
}
