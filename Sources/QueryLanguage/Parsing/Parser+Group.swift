internal import Diagnostics

extension Parser {
  /// Groups: `group by actor: count, average words`, `group: count`.
  mutating func parseGroup() -> Stage.Kind {
    let start = index
    advance()
    expect(.keywords(["by", ":"]))
    var keys: [PathSyntax] = []
    if kind != .colon {
      guard acceptGroupBy(), let paths = parseGroupKeys() else {
        skipStage()
        return .invalid
      }
      keys = paths
    }
    if kind == .colon {
      advance()
    } else if !isFull {
      reportMissingColon(from: start, keys)
      if isAtStageEnd { return .group(by: keys, []) }
    }
    return .group(by: keys, parseAggregates())
  }

  private mutating func acceptGroupBy() -> Bool {
    if isWord(token, "by") {
      advance()
      guard kind == .colon else { return true }
      let by = previous?.range ?? token.range
      report(
        .expectedField, "a field must follow 'group by'; for all rows together leave out 'by'",
        at: by, hints: ["next: group: count, average words"],
        fixIts: [FixIt(message: "remove 'by'", range: by, replacement: "")])
      return true
    }
    report(
      .missingBy, "'by' must follow 'group'; \(found)", at: here,
      hints: ["next: group by \(kind == .word ? text(token) : "type"): count"],
      fixIts: kind == .word
        ? [
          FixIt(
            message: "insert 'by'", range: SourceRange(at: token.range.lower), replacement: "by ")
        ] : [])
    return kind == .word
  }

  private mutating func parseGroupKeys() -> [PathSyntax]? {
    if kind == .colon { return [] }
    var keys: [PathSyntax] = []
    repeat {
      expect(.key)
      guard let path = parsePath(after: "group by") else { return nil }
      keys.append(path)
    } while !isFull && accept(.comma)
    expect(.keywords([":"]))
    return keys
  }

  private mutating func reportMissingColon(from start: Int, _ keys: [PathSyntax]) {
    let names = keys.map(\.text).joined(separator: ", ")
    let place = SourceRange(at: previous?.range.upper ?? here.lower)
    let isEnd = isAtStageEnd
    let example = isEnd ? "count" : text(token)
    report(
      .expectedAggregate,
      isEnd
        ? "':' and what to work out must follow 'group by \(shortened(names))'; \(found)"
        : "':' must stand before what is worked out; \(found)", at: here,
      hints: ["next: group by \(shortened("\(names): \(example)"))"],
      fixIts: [
        FixIt(
          message: "insert '\(isEnd ? ": count" : ":")'", range: place,
          replacement: isEnd ? ": count" : ":")
      ])
  }

  private mutating func parseAggregates() -> [AggregateSyntax] {
    var aggregates: [AggregateSyntax] = []
    repeat {
      expect(.aggregate)
      guard let aggregate = parseAggregate() else {
        skipListItem()
        continue
      }
      aggregates.append(aggregate)
      columnNames.insert(aggregate.columnName)
    } while !isFull && accept(.comma)
    if !isAtStageEnd, !isFull, keyword?.role != .stage || !endsValue(index) {
      report(
        .unexpectedText, "',' or '|' should stand here; \(found)", at: token.range,
        hints: ["next: group by type: count, average words"])
      skipStage()
    }
    return aggregates
  }

  private mutating func parseAggregate() -> AggregateSyntax? {
    let start = index
    var name: PathSyntax.Name?
    if kind == .word, peek().kind == .equal, text(token).isColumnName {
      name = PathSyntax.Name(text: lowered(token), range: token.range)
      note(.newName, at: token.range)
      advance()
      advance()
      expect(.aggregate)
    }
    let word = token
    guard kind == .word else { return reportNoAggregate() }
    let spelled = lowered(word)
    var isDistinct = ["dcount", "count_distinct", "nunique"].contains(spelled)
    guard let function = isDistinct ? .count : Aggregate(spelled: spelled) else {
      return reportNoAggregate()
    }
    note(.aggregate(function.rawValue), at: word.range)
    advance()
    if isDistinct {
      report(
        .foreignSyntax, "'\(text(word))' is written 'count distinct'", at: word.range,
        fixIts: [replacement("count distinct ", at: word.range)])
    }
    if reportEmptyBrackets(function, word) {
      return AggregateSyntax(
        name: name, function: function, argument: nil, range: range(from: start))
    }
    if keyword == .distinct {
      advance()
      isDistinct = true
    }
    var argument: Expression?
    if kind == .leftParenthesis, peek().keyword == .distinct {
      isDistinct = true
      argument = parseDistinctInBrackets(word)
      if argument == nil { return nil }
    } else if hasArgument {
      let value = parseExpression(after: spelled)
      guard value.kind != .invalid else { return nil }
      if value.leadingKeyword == .distinct {
        report(
          .expectedExpression, "'distinct' stands before a field", at: value.range,
          hints: ["next: count distinct actor"])
        return nil
      }
      argument = value
    } else {
      expect(.expression)
      checkArgument(of: function, word, isDistinct)
    }
    let range = SourceRange(token(at: start).range.lower, readUpper(word.range.upper))
    reportAlias(of: range, name: name)
    return AggregateSyntax(
      name: name, function: function, isDistinct: isDistinct, argument: argument, range: range)
  }

  private var hasArgument: Bool {
    switch kind {
    case .string, .singleQuoted, .backQuoted, .parameter, .leftParenthesis: true
    case .word: !isWord(token, "as") && !beginsMissedStage
    default: false
    }
  }

  /// Whether a keyword here begins a stage whose `|` is missing, rather than naming a field.
  private var beginsMissedStage: Bool {
    let isField = isFieldName(token) && (endsStage(peek()) || peek().kind == .comma)
    return !isField && endsValue(index)
  }

  private mutating func checkArgument(
    of function: Aggregate, _ word: Token, _ isDistinct: Bool
  ) {
    if !isDistinct, function == .count || function == .share || isFull { return }
    let name = function.rawValue + (isDistinct ? " distinct" : "")
    report(
      .expectedField, "a field must follow '\(name)'; \(found)", at: here,
      hints: ["next: \(name) \(isDistinct ? "actor" : "words")"])
  }

  private mutating func reportNoAggregate() -> AggregateSyntax? {
    let names = Aggregate.allCases.map(\.rawValue)
    let near = kind == .word ? nearest(to: lowered(token), among: names, count: 1) : []
    let isName = kind == .word
    report(
      .expectedAggregate,
      isName
        ? "'\(shortened(text(token)))' is nothing that can be worked out for a group"
        : "what to work out must stand here; \(found)", at: isName ? token.range : here,
      hints: near.map { "did you mean '\($0)'?" } + [
        "there are: " + names.joined(separator: ", ")
      ],
      fixIts: near.map { replacement($0, at: token.range) })
    return nil
  }

  /// `count()` and `count(*)`, which are `count` here.
  private mutating func reportEmptyBrackets(_ function: Aggregate, _ word: Token) -> Bool {
    guard kind == .leftParenthesis else { return false }
    let isStar = isWord(peek(), "*")
    guard peek(isStar ? 2 : 1).kind == .rightParenthesis else { return false }
    let start = index
    advance()
    if isStar { advance() }
    advance()
    report(
      .foreignSyntax, "'\(function.rawValue)' takes no brackets", at: range(from: start),
      hints: ["next: group by type: \(function.rawValue)"],
      fixIts: [replacement(function.rawValue, at: word.range.union(range(from: start)))])
    return true
  }

  /// `count(distinct actor)`, which is `count distinct actor` here.
  private mutating func parseDistinctInBrackets(_ word: Token) -> Expression? {
    let opening = token.range
    advance()
    advance()
    guard let path = parsePath(after: "distinct") else { return nil }
    let isClosed = accept(.rightParenthesis)
    let whole = word.range.union(previous?.range ?? opening)
    report(
      .foreignSyntax, "'count distinct' takes no brackets", at: opening,
      hints: ["next: count distinct \(path.text)"],
      fixIts: isClosed ? [replacement("count distinct \(path.text)", at: whole)] : [])
    return Expression(kind: .path(path), range: path.range)
  }
}

extension Aggregate {
  /// The aggregate that `word`, in small letters, names.
  init?(spelled word: String) {
    guard let entry = AggregateEntry(named: word) else { return nil }
    self = entry.aggregate
  }
}

extension AggregateSyntax {
  /// What the column is called, where no other column is called so: `average_words`.
  public var columnName: String {
    if let name { return name.text }
    let head = isDistinct && function == .count ? "distinct" : function.rawValue
    guard case .path(let path)? = argument?.kind else { return function.rawValue }
    return head + "_" + path.names.map(\.text).joined(separator: "_")
  }
}
