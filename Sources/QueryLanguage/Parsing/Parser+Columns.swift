internal import Diagnostics

extension Parser {
  /// New columns: `add span = high - low, year = year(date)`.
  mutating func parseAdd() -> Stage.Kind {
    advance()
    var columns: [NamedExpression] = []
    repeat {
      let word = "\(columns.isEmpty ? "add" : ",")"
      guard let name = parseColumnName(after: word) else {
        skipStage()
        return columns.isEmpty ? .invalid : .add(columns)
      }
      let value = parseExpression(after: "=")
      columns.append(NamedExpression(name: name, value: value))
      columnNames.insert(name.text)
      guard value.kind != .invalid else {
        skipStage()
        break
      }
      reportAlias(of: value.range, name: name)
    } while !isFull && accept(.comma)
    checkExpressionEnd()
    return .add(columns)
  }

  /// The name of a new column and the `=` after it; nil, and a diagnostic, where one is missing.
  private mutating func parseColumnName(after word: String) -> PathSyntax.Name? {
    guard kind == .word, text(token).isColumnName else {
      report(
        .expectedName, "the name of a column must follow '\(word)'; \(found)", at: here,
        hints: ["next: add long = words > 500 is a condition; add half = words / 2 is a column"])
      return nil
    }
    let name = PathSyntax.Name(text: lowered(token), range: token.range)
    guard peek().kind == .equal else {
      reportUnnamedColumn(name)
      return nil
    }
    note(.newName, at: token.range)
    advance()
    advance()
    return name
  }

  private mutating func reportUnnamedColumn(_ name: PathSyntax.Name) {
    if let alias = (1...Parser.aliasReach).first(where: { isWord(peek($0), "as") }),
      peek(alias + 1).kind == .word
    {
      let value = SourceRange(token.range.lower, peek(alias - 1).range.upper)
      let replaced = "\(lowered(peek(alias + 1))) = \(text(value))"
      report(
        .foreignSyntax, "the name of a column stands before it, with '='",
        at: peek(alias).range, hints: ["next: add \(shortened(replaced))"],
        fixIts: [replacement(replaced, at: value.union(peek(alias + 1).range))])
      return
    }
    let isValue = isFieldName(token) || peek().kind == .leftParenthesis
    report(
      .missingOperator, "'=' must follow the name of a column", at: name.range,
      hints: ["next: add half = words / 2"],
      fixIts: isValue
        ? [
          FixIt(
            message: "name the column", range: SourceRange(at: name.range.lower),
            replacement: "value = ")
        ] : [])
  }

  /// How many words ahead `as` is looked for.
  private static let aliasReach = 40

  /// Reports `... as name` after an expression, and goes past it.
  mutating func reportAlias(of range: SourceRange, name: PathSyntax.Name? = nil) {
    guard isWord(token, "as"), peek().kind == .word else { return }
    let alias = peek()
    let word = token.range
    advance()
    advance()
    let whole = range.union(alias.range)
    let replaced = "\(lowered(alias)) = \(text(range))"
    report(
      .foreignSyntax, "the name of a column stands before it, with '='", at: word,
      hints: name == nil ? ["next: \(shortened(replaced))"] : ["next: leave 'as' out"],
      fixIts: [
        name == nil
          ? replacement(replaced, at: whole)
          : FixIt(
            message: "remove it", range: SourceRange(range.upper, alias.range.upper),
            replacement: "")
      ])
  }

  /// Reports what stands after an expression where `,`, `|` or the end should.
  private mutating func checkExpressionEnd() {
    guard !isAtStageEnd, !isFull else { return }
    if keyword?.role == .stage, endsValue(index) { return }
    report(
      .unexpectedText, "an operator, ',' or '|' should stand here; \(found)", at: token.range,
      hints: ["next: a + b, or a text in quotes"])
    skipStage()
  }
}

extension String {
  /// Whether a column can be called so: letters of any script, digits and `_`, no digit first.
  var isColumnName: Bool { isDefinitionName && !contains("-") }
}
