internal import Diagnostics
internal import NewsModel

/// Statements of other languages that ask for no rows.
extension Parser {
  /// Reports `explain events`, `describe events`, `insert into ...` with the way to the same, and
  /// goes past it; false where none begins here.
  mutating func explainForeignBeginning() -> Bool {
    let word = token
    let next = peek()
    let named = next.kind == .word ? Table(named: text(next)) : nil
    switch lowered(word) {
    case "explain" where next.kind == .word:
      let start = index
      skipToQueryEnd()
      let query = text(SourceRange(next.range.lower, range(from: start).upper)).trimmed
      report(
        .foreignSyntax, "'explain' stands at the end", at: word.range,
        hints: ["next: \(shortened(query)) | explain"],
        fixIts: query.utf8.count < 4_000
          ? [replacement("\(query) | explain", at: range(from: start))] : [])
    case "describe", "desc", "schema", "pragma":
      reportWay("says what there is", "next: .help \(named?.name ?? "tables")")
    case "show" where ["tables", "columns", "databases", "schemas"].contains(lowered(next)):
      reportWay(
        "says what there is", "next: .help \(lowered(next) == "columns" ? "fields" : "tables")")
    case "insert", "update", "delete", "drop", "create", "alter", "truncate", "merge":
      guard next.kind == .word, peek(2).kind == .word else { return false }
      reportWay(
        "changes what there is, and queries only ask",
        "next: .load reads articles; define gives a query a name")
    case "with":
      guard next.kind == .word, isWord(peek(2), "as") else { return false }
      reportWay(
        "names a query, which 'define' does here", "next: define recent = events last 30 days")
    default: return false
    }
    return true
  }

  private mutating func reportWay(_ what: String, _ hint: String) {
    report(
      .foreignSyntax, "'\(text(token))' \(what)", at: token.range, hints: [hint])
    skipToQueryEnd()
  }

  private mutating func skipToQueryEnd() {
    while !isAtQueryEnd { advance() }
  }
}
