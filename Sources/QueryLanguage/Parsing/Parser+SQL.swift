internal import Diagnostics
internal import NewsModel

/// Statements and clauses of SQL.
extension Parser {
  /// The words that a statement of SQL, or a question like one, begins with.
  static let sqlVerbs: Set<String> = ["select", "from", "find", "get", "list", "give", "fetch"]

  private static let sqlClauses = sqlVerbs.union(["where", "order", "group", "limit", "having"])

  /// Reports a `SELECT` statement with its translation, and goes past it; false where none begins.
  mutating func translateSQL() -> Bool {
    let word = token
    let verb = lowered(word)
    guard Parser.sqlVerbs.contains(verb) else { return false }
    let start = index
    let clauses = readSQLClauses()
    let from = clauses["from"] ?? clauses[verb] ?? ""
    let hasJoin = from.split(atWord: "join") != nil || from.contains(",") && clauses["from"] != nil
    let table = from.split(separator: " ").lazy.compactMap { Table(named: $0) }.first
    let draft = hasJoin ? nil : table.flatMap { translation(of: clauses, table: $0) }
    reportTranslation(
      hasJoin
        ? "tables are not joined; a path leads from a row to those that belong to it"
        : "a query begins with a table, then come its stages",
      of: word.range, over: range(from: start), draft.flatMap { mended($0) },
      hint: hasJoin
        ? "next: events where actor.country = Norway, or actor in (entities where kind = person)"
        : "next: articles where title ~ oil | show date, title")
    return true
  }

  /// The text of each clause up to the end of the statement or the query, by its first word.
  private mutating func readSQLClauses() -> [String: String] {
    var clauses: [String: String] = [:]
    while !isAtQueryEnd {
      let name = lowered(token)
      advance()
      if ["order", "group"].contains(name), isWord(token, "by") { advance() }
      let start = index
      var open = 0
      while !isAtEnd {
        if kind == .leftParenthesis { open += 1 }
        if kind == .rightParenthesis {
          if open == 0, queryDepth > 0 { break }
          open -= 1
        }
        if open <= 0, kind == .word, Parser.sqlClauses.contains(lowered(token)) { break }
        advance()
      }
      let range = range(from: start)
      if !range.isEmpty, range.count < 2_000 { clauses[name] = text(range) }
    }
    return clauses
  }

  private func translation(of clauses: [String: String], table: Table) -> String? {
    var text = table.name
    if let condition = clauses["where"] { text += " where \(condition)" }
    let items = (clauses["select"] ?? "*").listItems
    let aggregates = items.compactMap(\.translatedAggregate)
    if let group = clauses["group"] {
      text += " | " + grouping(by: group.lowercased(), aggregates)
      if let having = clauses["having"] { text += " | where \(renamed(having))" }
    } else if !aggregates.isEmpty {
      guard aggregates.count == items.count else { return nil }
      text += " | " + grouping(by: "", aggregates)
    }
    if let order = clauses["order"] { text += " | sort by \(renamed(order).lowercased())" }
    if let limit = clauses["limit"] { text += " | take \(limit)" }
    if clauses["select"] != nil, clauses["group"] == nil, aggregates.isEmpty, items != ["*"] {
      text += " | " + shown(items)
    }
    return text
  }

  /// The stage `count by K`, or `group by K: ...`.
  func grouping(by keys: String, _ aggregates: [String]) -> String {
    if aggregates.isEmpty || aggregates == ["count"] {
      return keys.isEmpty ? "count" : "count by \(keys)"
    }
    if keys.isEmpty, aggregates.count == 1, aggregates[0].hasPrefix("count distinct ") {
      return aggregates[0]
    }
    return (keys.isEmpty ? "group: " : "group by \(keys): ") + aggregates.joined(separator: ", ")
  }

  private func shown(_ items: [String]) -> String {
    let plain = items.map { item in
      item.split(atWord: "as").map { "\($0.1.lowercased()) = \($0.0.lowercased())" }
        ?? item.lowercased()
    }
    let named = plain.filter { $0.contains("=") }
    let names = plain.map { $0.contains("=") ? String($0.prefix { $0 != "=" }).trimmed : $0 }
    let list = names.joined(separator: ", ")
    let stage = list.hasPrefix("distinct ") ? list : "show \(list)"
    return named.isEmpty ? stage : "add \(named.joined(separator: ", ")) | \(stage)"
  }

  /// `condition` with the names of columns for aggregates: `count` for `count(*)`.
  private func renamed(_ condition: String) -> String {
    condition.split(separator: " ", omittingEmptySubsequences: true).map { part in
      let head = part.prefix { !",<>=!".contains($0) }
      guard let aggregate = String(head).translatedAggregate else { return String(part) }
      return aggregate.aggregateColumn + part[head.endIndex...]
    }.joined(separator: " ")
  }

  /// Reports `order by` or another clause of SQL after a table, and makes it a stage.
  mutating func translateSQLClause() -> Bool {
    let word = token
    guard word.kind == .word, !isFull else { return false }
    let stage: String
    switch lowered(word) {
    case "order": stage = "sort"
    case "select", "project", "fields", "columns", "project-keep", "project-reorder": stage = "show"
    case "project-away", "omit", "drop": stage = "hide"
    case "filter", "having": stage = "where"
    case "head": stage = "take"
    case "offset": stage = "skip"
    case "extend", "mutate", "derive": stage = "add"
    case "find", "grep": stage = "search"
    case "unique", "uniq", "dedup": stage = "distinct"
    default: return false
    }
    let needsPipe = previous?.kind != .pipe
    let replaced = (needsPipe && stage != "where" && stage != "search" ? "| " : "") + stage
    report(
      .foreignSyntax, "'\(text(word))' is written '\(stage)' here", at: word.range,
      fixIts: [replacement(replaced, at: word.range)])
    tokens[index].keyword = Keyword(rawValue: stage)
    if needsPipe, stage != "where", stage != "search" {
      insert(.pipe)
    }
    return true
  }
}
