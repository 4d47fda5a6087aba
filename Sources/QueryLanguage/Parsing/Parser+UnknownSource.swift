internal import Diagnostics
internal import NewsModel

extension Parser {
  /// Reports a word where a source should stand, with what is meant most likely.
  mutating func parseUnknownSource(_ word: Token) -> Source {
    let missing = Source(kind: .missing, range: word.range)
    if translateSQL() || translateJSONPath() || explainForeignBeginning() { return missing }
    if let keyword = word.keyword {
      let isStage = keyword.role != .connective && keyword.role != .statement
      report(
        .expectedTable, "a query begins with a table, not with '\(keyword.rawValue)'",
        at: word.range,
        hints: [
          Parser.tableHint,
          tableAhead.map { "next: \($0.name)" + (keyword == .count ? " | count" : " | take 10") }
            ?? (isStage
              ? "next: put a table before it, or '|' to go on from the last result"
              : "next: events where actor = Ada Lovelace"),
        ])
      if tableAhead != nil {
        skipStage()
      } else if keyword.role == .stage {
        insert(.pipe)
      } else if !isStage {
        advance()
        skipStage()
      }
      return missing
    }
    let name = lowered(word)
    if isTestStart(index), let table = table(with: [name]) {
      reportMissingTable(table)
      return missing
    }
    let near = Parser.tablesNear(name)
    var hints = near.map { "did you mean '\($0)'?" }
    hints.append(Parser.tableHint)
    if near.isEmpty {
      let count = ["how", "number"].contains(name) ? " | count" : ""
      hints.append(
        tableAhead.map { "next: \($0.name)\(count)" }
          ?? "next: articles search \(quotedIfNeeded(shortened(text(word))))")
    }
    report(
      .expectedTable, "there is no table '\(shortened(text(word)))'", at: word.range, hints: hints,
      fixIts: near.map { replacement($0, at: word.range) })
    advance()
    if !near.isEmpty { return missing }
    while kind == .word, token.keyword == nil { advance() }
    if kind == .leftParenthesis { skipBrackets() }
    return missing
  }

  /// Reports a condition where a query should begin with the table whose field it names.
  private mutating func reportMissingTable(_ table: Table) {
    let head = "\(table.name) where "
    report(
      .expectedTable, "a query begins with a table, and its conditions with 'where'",
      at: token.range, hints: ["next: \(head)\(shortened(text(token))) ...", Parser.tableHint],
      fixIts: [
        FixIt(
          message: "insert '\(head.dropLast())'", range: SourceRange(at: token.range.lower),
          replacement: head)
      ])
    insert(.word, .where)
  }

  /// The tables that `name`, which is none, is a slip or the beginning of.
  static func tablesNear(_ name: String) -> [String] {
    let names = Table.allCases.flatMap { [$0.name, $0.singular] }
    let near = nearest(to: name, among: names, count: 1)
    guard near.isEmpty, name.utf8.count > 1 else { return near }
    return Table.allCases.map(\.name).filter { $0.hasPrefix(name) && $0 != name }
  }

  /// The table that `name`, which is none, is most likely a slip of: one that begins as it does.
  static func tableMeant(by name: String) -> String? {
    tablesNear(name).first { $0.first == name.lowercased().first }
  }

  /// The first of the next few words that names a table.
  private var tableAhead: Table? {
    (1...4).lazy.compactMap { distance in
      let word = peek(distance)
      return word.kind == .word ? Table(named: text(word)) : nil
    }.first
  }

  /// The tables in one line, for hints.
  static let tableHint = "tables: " + Table.allCases.map(\.name).joined(separator: ", ")

  /// The fix-it that puts `text` in the place of `range`.
  func replacement(_ text: String, at range: SourceRange) -> FixIt {
    FixIt(message: "replace with '\(text)'", range: range, replacement: text)
  }
}
