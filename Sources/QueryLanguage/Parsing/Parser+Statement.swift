internal import Diagnostics
internal import NewsModel

extension Parser {
  /// `param x = v`, `let x = v`, `define x = ...` or a query, up to `;` or the end.
  mutating func parseStatement() -> Statement {
    if keyword == .param || keyword == .let, peek().kind != .colon {
      let assignment = parseAssignment()
      checkEnd()
      return .assignment(assignment)
    }
    if keyword == .define {
      let definition = parseDefinition()
      checkEnd()
      return .definition(definition)
    }
    return .query(parseQuery())
  }

  private mutating func parseAssignment() -> Assignment {
    let start = index
    let isParameter = keyword == .param
    let isQuery = peek().kind == .word && peek(2).kind == .equal && beginsQuery(index + 3)
    if isQuery {
      let word = token
      skipToEnd()
      report(
        .foreignSyntax, "'\(text(word))' names a value; a query gets its name by 'define'",
        at: word.range, hints: ["next: define recent = events last 30 days"],
        fixIts: [replacement("define", at: word.range)])
      return Assignment(
        name: "", value: ValueSyntax(kind: .missing, range: here), isParameter: isParameter,
        range: range(from: start))
    }
    advance()
    var name = ""
    switch kind {
    case .word where !text(token).contains("."):
      name = text(token)
      note(.newName, at: token.range)
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
      skipStage()
    }
    return Assignment(
      name: name.lowercased(), value: value, isParameter: isParameter, range: range(from: start))
  }

  /// Whether a table with a clause or a stage behind it stands at `place`, which no value is.
  private func beginsQuery(_ place: Int) -> Bool {
    let word = token(at: place)
    guard word.kind == .word, Table(named: text(word)) != nil else { return beginsGraph(place) }
    return token(at: place + 1).kind == .pipe || beginsClause(place + 1)
  }

  /// A source and its stages, up to `;` or the end.
  mutating func parseQuery() -> Query {
    let query = parseQueryBody()
    checkEnd()
    return query
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

  /// Goes to the end of the statement.
  mutating func skipToEnd() {
    while !isAtEnd { advance() }
  }
}
