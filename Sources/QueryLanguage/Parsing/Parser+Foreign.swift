internal import Diagnostics
internal import NewsModel

/// An operator of another language, by its word.
struct ForeignOperator {
  /// What is written here instead.
  let comparison: Operator
  private let isNegated: Bool

  /// The operator that `word`, in small letters, is elsewhere; nil where it is none.
  init?(_ word: String) {
    let table: [String: Operator] = [
      "like": .contains, "ilike": .contains, "contains": .contains, "has": .contains,
      "includes": .contains, "matches": .contains, "regexp": .contains, "rlike": .contains,
      "equals": .equal, "eq": .equal, "ne": .notEqual, "gt": .greater, "lt": .less,
      "gte": .greaterOrEqual, "ge": .greaterOrEqual, "lte": .lessOrEqual, "le": .lessOrEqual,
    ]
    guard let comparison = table[word] else { return nil }
    self.init(comparison, isNegated: false)
  }

  private init(_ comparison: Operator, isNegated: Bool) {
    self.comparison = comparison
    self.isNegated = isNegated
  }

  /// The operator after `not`.
  var negated: ForeignOperator {
    switch comparison {
    case .contains: ForeignOperator(.notContains, isNegated: true)
    case .equal: ForeignOperator(.notEqual, isNegated: true)
    case .notEqual: ForeignOperator(.equal, isNegated: true)
    case .less: ForeignOperator(.greaterOrEqual, isNegated: true)
    case .lessOrEqual: ForeignOperator(.greater, isNegated: true)
    case .greater: ForeignOperator(.lessOrEqual, isNegated: true)
    case .greaterOrEqual: ForeignOperator(.less, isNegated: true)
    case .notContains: ForeignOperator(.contains, isNegated: true)
    case .exactly: ForeignOperator(.notEqual, isNegated: true)
    }
  }
}

extension Parser {
  mutating func reportForeignComment() {
    let marks = SourceRange(token.range.lower, token.range.lower + 2)
    report(
      .foreignComment, "comments begin with '#'", at: marks,
      fixIts: [replacement("#", at: marks)])
    advance()
  }

  mutating func reportForeignConnective(_ word: String) {
    report(
      .foreignSyntax, "'\(text(token))' is written '\(word)'", at: token.range,
      fixIts: [
        FixIt(message: "replace with '\(word)'", range: token.range, replacement: " \(word) ")
      ])
  }

  /// Reports a text where a clause, or a condition, should stand.
  mutating func reportBareText(inCondition: Bool = false) {
    if inCondition {
      var fixIts: [FixIt] = []
      if let previous, previous.keyword == .where, endsClause(peek()) {
        fixIts = [replacement("search", at: previous.range)]
      }
      report(
        .bareText, "a text by itself compares nothing", at: token.range,
        hints: ["next: title ~ \(shortened(text(token))), or search in place of where"],
        fixIts: fixIts)
      return
    }
    report(
      .bareText, "a text by itself compares nothing", at: token.range,
      hints: ["next: search \(text(token)), or title ~ \(text(token))"],
      fixIts: [
        FixIt(
          message: "insert 'search'", range: SourceRange(at: token.range.lower),
          replacement: "search ")
      ])
  }

  private func endsClause(_ token: Token) -> Bool {
    token.kind == .end || token.kind == .pipe || token.kind == .semicolon
  }

  mutating func reportUnavailable(_ keyword: Keyword, at range: SourceRange) {
    report(
      .unavailable, "this version has no '\(keyword.rawValue)'", at: range,
      hints: LanguageHelp.instead[keyword].map { ["next: \($0)"] } ?? [])
  }

  /// A word as an operator: `like`, `contains`.
  mutating func parseForeignOperator(
    _ path: PathSyntax, _ foreign: ForeignOperator
  ) -> Condition.Kind {
    let word = token
    let sign = foreign.comparison.rawValue
    let negation = previous?.keyword == .not ? previous?.range : nil
    let range = negation?.union(word.range) ?? word.range
    advance()
    if isLikeMark {
      let (text, place) = readLikePattern()
      let replaced = "\(sign) \(quotedIfNeeded(text))"
      report(
        .foreignSyntax, "'\(self.text(word)) %...%' is written '\(sign) ...'",
        at: range.union(place), hints: ["next: \(path.text) \(replaced)"],
        fixIts: text.isEmpty ? [] : [replacement(replaced, at: range.union(place))])
      return .comparison(
        path, foreign.comparison, ValueSyntax(kind: .words(text), range: place))
    }
    report(
      .foreignSyntax, "'\(text(range))' is written '\(sign)'", at: range,
      hints: ["next: \(path.text) \(sign) value"], fixIts: [replacement(sign, at: range)])
    return .comparison(path, foreign.comparison, parseValue(after: sign, path: path))
  }

  /// `%oil%`, which is `oil` after `~`.
  mutating func parseLikePattern() -> ValueSyntax {
    let (text, range) = readLikePattern()
    let plain = quotedIfNeeded(text)
    report(
      .foreignSyntax, "'~' finds a text anywhere without '%'", at: range,
      hints: ["next: ~ \(plain)"], fixIts: text.isEmpty ? [] : [replacement(plain, at: range)])
    return ValueSyntax(kind: .words(text), range: range)
  }

  private var isLikeMark: Bool { kind == .unknown && text(token) == "%" }

  private mutating func readLikePattern() -> (text: String, range: SourceRange) {
    let start = index
    var words: [String] = []
    while isLikeMark || kind == .word && (words.isEmpty || !endsValue(index)) {
      if kind == .word { words.append(text(token)) }
      advance()
    }
    return (words.joined(separator: " "), range(from: start))
  }

  /// `[a TO b]` after an operator, which is `between a and b`.
  mutating func parseForeignInterval() -> (ValueSyntax, ValueSyntax)? {
    let start = index
    var ends: [[String]] = [[]]
    advance()
    while !isAtEnd, kind != .rightBracket, kind != .pipe {
      if isWord(token, "to") { ends.append([]) } else { ends[ends.count - 1].append(text(token)) }
      advance()
    }
    _ = accept(.rightBracket)
    let range = range(from: start)
    let texts = ends.map { $0.joined(separator: " ") }
    var operatorRange = range
    if start > 0 { operatorRange = token(at: start - 1).range.union(range) }
    guard texts.count == 2, texts.allSatisfy({ !$0.isEmpty && $0 != "*" }) else {
      report(
        .foreignSyntax, "square brackets are not used here", at: range,
        hints: ["next: in (a, b), or between a and b"])
      let missing = ValueSyntax(kind: .missing, range: range)
      return (missing, missing)
    }
    let replaced = "between \(texts[0]) and \(texts[1])"
    report(
      .foreignSyntax, "an interval is written '\(replaced)'", at: operatorRange,
      fixIts: [
        FixIt(
          message: "replace with '\(replaced)'", range: operatorRange, replacement: " " + replaced)
      ])
    return (
      ValueSyntax(kind: .words(texts[0]), range: range),
      ValueSyntax(kind: .words(texts[1]), range: range)
    )
  }

  /// A square bracket where a value should be.
  mutating func parseForeignRange() -> ValueSyntax {
    let range = token.range
    report(
      .foreignSyntax, "square brackets are not used here", at: range,
      hints: ["next: in (a, b), or between a and b"])
    skipCondition()
    return ValueSyntax(kind: .missing, range: range)
  }

  // MARK: SQL

  /// Reports a `SELECT` statement with its translation, and goes past it; false where none begins.
  mutating func translateSQL() -> Bool {
    let word = token
    let verbs = ["select", "from", "find", "get", "list", "give", "fetch"]
    guard let verb = verbs.first(where: { isWord(word, $0) }) else { return false }
    let start = index
    let clauses = readSQLClauses()
    let table = (clauses["from"] ?? clauses[verb])?.split(separator: " ").lazy
      .compactMap { Table(named: $0) }.first
    let whole = range(from: start)
    let translation = table.map { mended(self.translation(of: clauses, table: $0)) }
    let parses = translation.map { !Parser.query($0).hasErrors } ?? false
    report(
      .foreignSyntax, "a query begins with a table, then come its stages", at: word.range,
      hints: parses
        ? translation.map { ["here you would write: \($0)"] } ?? []
        : [
          Parser.tableHint, "next: articles where title ~ oil | show date, title",
        ],
      fixIts: parses ? translation.map { [replacement($0, at: whole)] } ?? [] : [])
    return true
  }

  /// The query after the first fix-it of its first problem, and so on for some problems.
  private func mended(_ query: String) -> String {
    var query = query
    for _ in 0..<8 {
      guard let fixIt = Parser.query(query).diagnostics.first?.fixIts.first else { break }
      query = fixIt.applied(to: query)
    }
    return Parser.query(query).tree.canonical
  }

  private static let sqlClauses: Set<String> = [
    "select", "from", "find", "get", "list", "give", "fetch", "where", "order", "group", "limit",
    "having",
  ]

  /// The text of each clause up to the end of the statement, by its first word.
  private mutating func readSQLClauses() -> [String: String] {
    var clauses: [String: String] = [:]
    while !isAtEnd {
      let name = lowered(token)
      advance()
      if ["order", "group"].contains(name), isWord(token, "by") { advance() }
      let start = index
      while !isAtEnd, kind != .word || !Parser.sqlClauses.contains(lowered(token)) { advance() }
      let range = range(from: start)
      if !range.isEmpty, range.count < 2_000 { clauses[name] = text(range) }
    }
    return clauses
  }

  private func translation(of clauses: [String: String], table: Table) -> String {
    var text = table.name
    if let condition = clauses["where"] { text += " where \(condition.replacingQuotes)" }
    if let group = clauses["group"] { text += " | count by \(group)" }
    if let order = clauses["order"] { text += " | sort by \(order.lowercased())" }
    if let limit = clauses["limit"] { text += " | take \(limit)" }
    if let fields = clauses["select"], clauses["group"] == nil {
      if fields.lowercased().hasPrefix("count") {
        text += " | count"
      } else if fields != "*" {
        let plain = fields.lowercased()
        let head = "distinct "
        text += plain.hasPrefix(head) ? " | \(plain)" : " | show \(plain)"
      }
    }
    return text
  }

  /// Reports `order by` or another clause of SQL after a table, and makes it a stage.
  mutating func translateSQLClause() -> Bool {
    let word = token
    guard word.kind == .word, !isFull else { return false }
    let name = lowered(word)
    let stage: String
    switch name {
    case "order": stage = "sort"
    case "select", "project", "fields", "columns": stage = "show"
    case "filter": stage = "where"
    case "head": stage = "take"
    case "offset": stage = "skip"
    case "unique", "uniq", "dedup": stage = "distinct"
    case "having": stage = "where"
    default: return false
    }
    let needsPipe = previous?.kind != .pipe
    let replaced = (needsPipe && stage != "where" ? "| " : "") + stage
    report(
      .foreignSyntax, "'\(text(word))' is written '\(stage)' here", at: word.range,
      fixIts: [replacement(replaced, at: word.range)])
    tokens[index].keyword = Keyword(rawValue: String(stage.prefix { $0 != " " }))
    if needsPipe, stage != "where" {
      insert(.pipe)
    }
    return true
  }
}

extension String {
  /// The text with single quotes as double ones.
  fileprivate var replacingQuotes: String { String(map { $0 == "'" ? "\"" : $0 }) }
}
