internal import Diagnostics
internal import NewsModel

extension Parser {
  /// A source and its stages, up to `;`, the end, or the bracket that closes the query.
  mutating func parseQueryBody() -> Query {
    let start = index
    let outer = (place: place, conditionDepth: conditionDepth, isInChoice: isInChoice)
    let number = queries.count
    place = (collectsExpectations ? number : 0, 0)
    conditionDepth = 0
    isInChoice = false
    var query = Query(
      source: Source(kind: .missing, range: here), stages: [], range: SourceRange(at: here.lower))
    if collectsExpectations { queries.append(query) }
    query.source = parseSource()
    query.stages = parseStages(after: query.source)
    query.range = range(from: start)
    if collectsExpectations { queries[number] = query }
    (place, conditionDepth, isInChoice) = (outer.place, outer.conditionDepth, outer.isInChoice)
    return query
  }

  /// A query in brackets, from the opening one; both are gone past.
  mutating func parseBracketedQuery() -> Query {
    let opening = token.range
    guard depth < Parser.nestingLimit else {
      reportNesting()
      return .missing(at: opening)
    }
    advance()
    depth += 1
    queryDepth += 1
    let query = parseQueryBody()
    depth -= 1
    queryDepth -= 1
    if kind == .rightParenthesis {
      advance()
    } else if !isFull {
      report(
        .unclosedBracket, "this '(' is never closed", at: opening,
        hints: ["next: write ')' after the query"])
    }
    lastBareValue = nil
    return query
  }

  /// The query that must stand in brackets after `word`.
  mutating func parseQuery(after word: String) -> Query {
    expect(.keywords(["("]))
    if kind == .leftParenthesis { return parseBracketedQuery() }
    guard kind == .word, Table(named: text(token)) != nil || isQueryStart(index) else {
      report(
        .missingValue, "a query in brackets must follow '\(word)'; \(found)", at: here,
        hints: ["next: \(word) (events where type = AID)"])
      skipStage()
      return .missing(at: here)
    }
    return parseQueryWithoutBrackets(after: word)
  }

  /// A query that lacks its brackets: a source and the clauses after it.
  mutating func parseQueryWithoutBrackets(after word: String) -> Query {
    let start = index
    let source = parseSource()
    var stages: [Stage] = []
    while beginsClause(index), !isFull { stages.append(parseStage()) }
    let range = range(from: start)
    if !isFull {
      report(
        .missingValue, "'\(word)' needs its query in brackets", at: range,
        hints: ["next: \(word) (\(shortened(text(range))))"],
        fixIts: [
          FixIt(message: "put it in brackets", range: range, replacement: "(\(text(range)))")
        ])
    }
    return Query(source: source, stages: stages, range: range)
  }

  /// Reports that brackets nest too deep, and leaves the rest unread.
  mutating func reportNesting() {
    report(
      .nestingTooDeep, "brackets, 'not' and 'if' may nest at most \(Parser.nestingLimit) deep",
      at: token.range, hints: ["next: use fewer brackets, or in (a, b, c)"])
    wantsMore = false
    isAbandoned = true
    index = tokens.count - 1
  }
}

extension Query {
  /// A query that is not there.
  static func missing(at range: SourceRange) -> Query {
    Query(source: Source(kind: .missing, range: range), stages: [], range: range)
  }
}
