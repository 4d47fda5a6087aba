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
      skipStage()
    }
    return Assignment(
      name: name.lowercased(), value: value, isParameter: isParameter, range: range(from: start))
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
