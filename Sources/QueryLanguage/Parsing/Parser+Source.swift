internal import Diagnostics
internal import NewsModel

extension Parser {
  /// Where the rows of a query come from.
  mutating func parseSource() -> Source {
    while kind == .foreignComment { reportForeignComment() }
    if depth == 0, !isInDefinition { expect(.statement) }
    expect(.source)
    let start = index
    let word = token
    switch word.kind {
    case .end, .semicolon:
      report(
        isNested ? .expectedTable : .emptyQuery,
        isNested ? "a query should stand here; \(found)" : "there is no query", at: here,
        hints: [Parser.tableHint, "next: events | take 5"])
      return Source(kind: .missing, range: here)
    case .pipe where !isNested:
      return Source(kind: .previous, range: SourceRange(at: word.range.lower))
    case .leftParenthesis:
      let query = parseBracketedQuery()
      return Source(kind: .query(query), range: range(from: start))
    case .word: break
    default:
      if translateJSONPath() { return Source(kind: .missing, range: word.range) }
      report(
        .expectedTable, "a query begins with a table; \(found)", at: word.range,
        hints: [Parser.tableHint])
      if word.kind != .pipe, !isAtStageEnd { advance() }
      skipStage()
      return Source(kind: .missing, range: word.range)
    }
    if let table = Table(named: text(word)), peek().kind != .leftParenthesis {
      note(.table(table), at: word.range)
      advance()
      return Source(kind: .table(table), range: word.range)
    }
    if beginsGraph(index) || word.keyword?.role == .source { return parseGraph() }
    if let call = parseCall() {
      note(.definition(call.name), at: call.nameRange)
      return Source(kind: .call(call), range: call.range)
    }
    return parseUnknownSource(word)
  }

  /// Whether the query that is being read is a part of something else.
  private var isNested: Bool { queryDepth > 0 || isInDefinition }

  // MARK: Definitions

  /// A definition's name, with the values of its parameters in brackets; nil where the word here
  /// is none, but a slip of a table's name or the beginning of another language.
  private mutating func parseCall() -> Call? {
    let word = token
    guard word.keyword == nil, !beginsTranslation else { return nil }
    let start = index
    var arguments: [Call.Argument] = []
    if peek().kind == .leftParenthesis {
      guard Table(named: text(word)) == nil else { return nil }
      advance()
      arguments = parseArguments(of: text(word))
    } else {
      let next = peek()
      let role = next.keyword?.role
      let isBeforeClause =
        role == .clause || role == .date || next.keyword?.beginsDateClause == true
      guard endsStage(next) || isBeforeClause, Parser.tableMeant(by: text(word)) == nil,
        text(word).isDefinitionName
      else { return nil }
      advance()
    }
    return Call(
      name: lowered(word), nameRange: word.range, arguments: arguments, range: range(from: start))
  }

  private mutating func parseArguments(of name: String) -> [Call.Argument] {
    let opening = token.range
    advance()
    var arguments: [Call.Argument] = []
    let outer = argument
    defer { argument = outer }
    argument = (name.lowercased(), nil, 0)
    if accept(.rightParenthesis) { return arguments }
    while !isFull {
      var parameter: String?
      var nameRange: SourceRange?
      if kind == .word || kind == .parameter, peek().kind == .equal {
        parameter = lowered(token).trimmingDollar
        nameRange = token.range
        note(.newName, at: token.range)
        advance()
        advance()
      }
      argument?.parameter = parameter
      let value = parseValue(
        after: parameter == nil ? (arguments.isEmpty ? "\(name)(" : ",") : "=", path: nil,
        isInList: true)
      arguments.append(Call.Argument(name: parameter, value: value, nameRange: nameRange))
      if parameter == nil { argument?.place += 1 }
      if !accept(.comma) { break }
    }
    closeList(opening, example: "\(name)(a, b)")
    return arguments
  }

  /// Goes past the bracket that closes a list, or reports that it is missing.
  mutating func closeList(_ opening: SourceRange, example: String) {
    lastBareValue = nil
    if accept(.rightParenthesis) || isFull { return }
    report(
      .unclosedBracket, "',' or ')' should stand here; \(found)", at: here,
      notes: [Diagnostic.Note(message: "to close this '('", range: opening)],
      hints: ["next: \(shortened(example))"])
    skipCondition()
    _ = accept(.rightParenthesis)
  }

  // MARK: Paths and neighbours

  private mutating func parseGraph() -> Source {
    let start = index
    let isPath = keyword == .paths
    let outer = beginTies()
    defer { place = outer }
    advance()
    let graph = isPath ? parsePathEnds() : parseNeighbours()
    let ties = graph == nil ? [] : parseTies()
    let range = range(from: start)
    guard let graph else { return Source(kind: .missing, range: range) }
    return Source(kind: .graph(GraphSyntax(kind: graph, ties: ties)), range: range)
  }

  private mutating func parsePathEnds() -> GraphSyntax.Kind? {
    guard acceptWord("from", after: "paths", example: Parser.pathsExample) else { return nil }
    let from = parseGraphEnd(after: "from", until: "to")
    guard acceptWord("to", after: "paths from \(from.text)", example: Parser.pathsExample) else {
      return nil
    }
    let to = parseGraphEnd(after: "to")
    expect(.keywords(["within"]))
    return .paths(from: from, to: to, steps: parseSteps())
  }

  private mutating func parseNeighbours() -> GraphSyntax.Kind? {
    guard acceptWord("of", after: "neighbours", example: "neighbours of Ada Lovelace") else {
      return nil
    }
    return .neighbours(of: parseGraphEnd(after: "of"))
  }

  /// A name at which a search begins or ends.
  ///
  /// One that ends in a word that belongs to a date would be read otherwise before a date.
  private mutating func parseGraphEnd(after word: String, until stop: String? = nil) -> ValueSyntax
  {
    let value = parseValue(after: word, path: .who, until: stop)
    guard case .words = value.kind, let last = previous, last.range.upper == value.range.upper,
      last.keyword == .certainly || last.keyword == .possibly
    else { return value }
    let whole = quoted(value.text)
    report(
      .keywordInValue, "'\(text(last))' belongs to a date, and none follows it", at: last.range,
      hints: ["a name that holds '\(text(last))' needs quotes: \(whole)"],
      fixIts: [FixIt(message: "quote the name", range: value.range, replacement: whole)])
    return value
  }

  private static let pathsExample = "paths from Ada Lovelace to Anne Byron within 3 steps"

  /// `within N steps`; 3 where it is left out.
  private mutating func parseSteps() -> ValueSyntax {
    let standard = ValueSyntax(kind: .words("3"), range: here)
    guard keyword == .within else { return standard }
    var distance = 2
    while peek(distance).kind == .comma { distance += 2 }
    let unit = peek(distance)
    if unit.kind == .word, DateClause.Unit(named: text(unit)) != nil { return standard }
    advance()
    let steps = parseLength(after: "within")
    expect(.keywords(["steps"]))
    if isWord(token, "steps") || isWord(token, "step") {
      advance()
    } else {
      report(
        .expectedUnit, "'steps' must follow 'within \(steps.text)'; \(found)", at: here,
        hints: ["next: within \(steps.text) steps"],
        fixIts: [
          FixIt(
            message: "insert 'steps'", range: SourceRange(at: previous?.range.upper ?? here.lower),
            replacement: " steps")
        ])
      if kind == .word, !beginsClause(index) { advance() }
    }
    return steps
  }

  /// Makes the events that tie what expectations are about, and says what they were about.
  private mutating func beginTies() -> (query: Int, stage: Int) {
    let outer = place
    guard collectsExpectations else { return outer }
    place = (queries.count, 0)
    queries.append(
      Query(
        source: Source(kind: .table(.events), range: here), stages: [],
        range: SourceRange(at: here.lower)))
    return outer
  }

  /// The clauses that say what events tie.
  private mutating func parseTies() -> [Stage] {
    var ties: [Stage] = []
    expect(.clause)
    while !isFull, beginsClause(index) {
      ties.append(parseStage())
      if collectsExpectations {
        queries[place.query].stages = ties
        place.stage = ties.count
      }
      expect(.clause)
    }
    return ties
  }

  /// Goes past `word`, or reports that it is missing; false where nothing may be read after it.
  private mutating func acceptWord(_ word: String, after words: String, example: String) -> Bool {
    expect(.keywords([word]))
    if isWord(token, word) {
      advance()
      return true
    }
    report(
      .missingValue, "'\(word)' must follow '\(shortened(words))'; \(found)", at: here,
      hints: ["next: \(example)"])
    skipStage()
    return false
  }
}

extension PathSyntax {
  /// The parties of an event: what the ends of a path are values of.
  fileprivate static let who = PathSyntax(
    names: [Name(text: "who", range: SourceRange(at: 0))], range: SourceRange(at: 0))
}

extension String {
  /// Whether a definition can be called so: letters of any script, digits, `_` and `-`.
  var isDefinitionName: Bool {
    guard let first = unicodeScalars.first, first.properties.isAlphabetic else { return false }
    return unicodeScalars.allSatisfy {
      $0.properties.isAlphabetic || $0.properties.numericType != nil || $0 == "_" || $0 == "-"
        || $0.properties.generalCategory == .nonspacingMark
    }
  }

  /// The text without a `$` before it.
  var trimmingDollar: String { hasPrefix("$") ? String(dropFirst()) : self }
}
