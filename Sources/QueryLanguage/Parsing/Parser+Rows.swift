internal import Diagnostics

/// Stages that choose rows by other rows or by chance, and those that show the result.
extension Parser {
  /// Rows by chance: `sample 5 seed 42`.
  mutating func parseSample() -> Stage.Kind {
    advance()
    let count = parseCount(after: "sample")
    expect(.keywords(["seed"]))
    guard isWord(token, "seed") else { return .sample(count, seed: nil) }
    advance()
    return .sample(count, seed: parseCount(after: "seed"))
  }

  /// Rows that another query has, or has not: `only (Q)`, `except (Q)`.
  mutating func parseSubset(isNegated: Bool) -> Stage.Kind {
    let word = lowered(token)
    advance()
    return .subset(parseQuery(after: word), isNegated: isNegated)
  }

  /// Rows that others follow: `followed by (Q) within 30 days sharing actor`.
  mutating func parseFollowed(isNegated: Bool) -> Stage.Kind {
    advance()
    expect(.keywords(["by"]))
    if isWord(token, "by") {
      advance()
    } else {
      report(
        .missingBy, "'by' must follow 'followed'; \(found)", at: here,
        hints: ["next: followed by (events where type = AID)"],
        fixIts: isAtStageEnd
          ? []
          : [
            FixIt(
              message: "insert 'by'", range: SourceRange(at: token.range.lower),
              replacement: "by ")
          ])
    }
    let query = parseQuery(after: "followed by")
    var span: FollowedSyntax.Span?
    expect(.keywords(["within"]))
    if keyword == .within {
      advance()
      let count = parseLength(after: "within")
      span = FollowedSyntax.Span(
        count: count,
        unit: parseUnit(after: "within \(count.text)", example: "within 30 days"))
    }
    expect(.keywords(["sharing"]))
    var shared: [PathSyntax] = []
    if isWord(token, "sharing") {
      advance()
      shared = parsePaths(after: "sharing")
    }
    addSequenceColumns()
    return .followed(
      FollowedSyntax(query: query, span: span, shared: shared, isNegated: isNegated))
  }

  /// The names of the columns that a further `followed by` makes.
  private mutating func addSequenceColumns() {
    let number = 1 + columnNames.count { $0 == "next" || $0.hasPrefix("next_") }
    for name in ["next", "gap"] { columnNames.insert(number == 1 ? name : "\(name)_\(number)") }
  }

  /// A table of counts: `crosstab type by year`.
  mutating func parseCrosstab() -> Stage.Kind {
    advance()
    expect(.key)
    guard let rows = parsePath(after: "crosstab") else {
      skipStage()
      return .invalid
    }
    if kind == .comma {
      report(
        .missingBy, "'by' stands between the two fields of 'crosstab'", at: token.range,
        hints: ["next: crosstab \(rows.text) by \(text(peek()))"],
        fixIts: [replacement(" by", at: token.range)])
      advance()
    } else {
      acceptBy(after: "crosstab \(shortened(rows.text))")
    }
    expect(.key)
    guard let columns = parsePath(after: "by") else {
      skipStage()
      return .invalid
    }
    return .crosstab(rows, by: columns)
  }

  /// A chart of the rows or of counts: `chart bar by type`.
  mutating func parseChart() -> Stage.Kind {
    advance()
    expect(.keywords(["by", "bar", "line"]))
    var style: ChartStyle?
    if kind == .word, let named = ChartStyle(rawValue: lowered(token)) {
      style = named
      advance()
      expect(.keywords(["by"]))
    } else if kind == .word, keyword == nil, !isWord(token, "by"), isWord(peek(), "by") {
      report(
        .unexpectedText, "there is no chart '\(shortened(text(token)))'", at: token.range,
        hints: ["charts: " + ChartStyle.allCases.map(\.rawValue).joined(separator: ", ")],
        fixIts: [replacement(ChartStyle.bar.rawValue, at: token.range)])
      advance()
    }
    if isWord(token, "by") {
      advance()
      return .chart(style, by: parsePathList(after: "chart by", isKey: true).map(\.0))
    }
    guard kind == .word, keyword == nil else { return .chart(style, by: []) }
    let name = shortened(text(token))
    report(
      .missingBy, "'by' must stand before the field of a chart; \(found)", at: token.range,
      hints: ["next: chart by \(name), or chart bar by \(name)"],
      fixIts: [
        FixIt(
          message: "insert 'by'", range: SourceRange(at: token.range.lower), replacement: "by ")
      ])
    return .chart(style, by: parsePaths(after: "chart by"))
  }

  /// A file for the result: `save "file.csv"`.
  mutating func parseSave() -> Stage.Kind {
    advance()
    if kind == .string || kind == .singleQuoted || kind == .parameter {
      return .save(parseValue(after: "save", path: nil))
    }
    guard kind == .word else {
      report(
        .missingValue, "the name of a file must follow 'save'; \(found)", at: here,
        hints: ["next: save \"result.csv\""])
      return .save(ValueSyntax(kind: .missing, range: here))
    }
    let start = index
    while kind == .word { advance() }
    let range = range(from: start)
    report(
      .missingValue, "the name of a file stands in quotes", at: range,
      hints: ["next: save \(quoted(shortened(text(range))))"],
      fixIts: [
        FixIt(message: "quote it", range: range, replacement: quoted(text(range)))
      ])
    return .save(ValueSyntax(kind: .quoted(text(range)), range: range))
  }
}
