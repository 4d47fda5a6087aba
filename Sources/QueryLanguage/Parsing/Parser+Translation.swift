internal import Diagnostics
internal import NewsModel

/// How a text of another language gets its translation: it is made as a text, mended by the
/// fix-its of its own problems, and offered where it then reads without errors.
extension Parser {
  /// How many translations may be made inside one another.
  private static let translationLimit = 2
  /// How many problems of a translation are mended.
  private static let mendingLimit = 16

  /// Whether the word here begins a statement of another language.
  var beginsTranslation: Bool {
    kind == .word
      && (Parser.sqlVerbs.contains(lowered(token)) || bytes[token.range.lower] == UInt8(ascii: "."))
  }

  /// The query that `draft` becomes by its own fix-its; nil where it stays wrong.
  func mended(_ draft: String) -> String? {
    guard translationDepth < Parser.translationLimit, draft.utf8.count < 4_000 else { return nil }
    var text = draft
    for _ in 0..<Parser.mendingLimit {
      let parsed = Parser.nested(text, depth: translationDepth + 1)
      if !parsed.hasErrors { return parsed.tree.canonical }
      guard let fixIt = parsed.diagnostics.first?.fixIts.first else { return nil }
      text = fixIt.applied(to: text)
    }
    return nil
  }

  private static func nested(_ text: String, depth: Int) -> Parsed<Query> {
    var parser = Parser(text, range: nil)
    parser.translationDepth = depth
    let query = parser.parseQuery()
    return parser.finish(query)
  }

  /// The first table that has all fields of `names`, in the order of `tables`.
  func table(
    with names: [String], among tables: [Table] = [.events, .articles] + Table.allCases
  ) -> Table? {
    let heads = names.map { String($0.lowercased().prefix { $0 != "." }) }
    return tables.first { table in
      heads.allSatisfy { table.schema.field(named: $0) != nil }
    }
  }

  /// Reports a statement of another language over `range`, with its translation.
  mutating func reportTranslation(
    _ message: String, of word: SourceRange, over range: SourceRange, _ translation: String?,
    hint: String
  ) {
    report(
      .foreignSyntax, message, at: word,
      hints: translation.map { ["here you would write: \($0)"] }
        ?? [Parser.tableHint, hint],
      fixIts: translation.map { [replacement($0, at: range)] } ?? [])
  }
}

extension String {
  /// The parts between commas that stand in no brackets and quotes.
  var listItems: [String] {
    var items: [String] = [""]
    var depth = 0
    var isQuoted = false
    for character in self {
      if character == "\"" || character == "'" { isQuoted.toggle() }
      if character == "(" { depth += 1 }
      if character == ")" { depth -= 1 }
      if character == ",", depth == 0, !isQuoted {
        items.append("")
      } else {
        items[items.count - 1].append(character)
      }
    }
    return items.map(\.trimmed)
  }

  /// The text without blanks round it.
  var trimmed: String {
    let blanks = drop { $0.isWhitespace }
    return String(blanks.reversed().drop { $0.isWhitespace }.reversed())
  }

  /// What stands in the brackets of `name(...)`, and the name; nil for any other text.
  var calledFunction: (name: String, argument: String)? {
    guard hasSuffix(")"), let open = firstIndex(of: "(") else { return nil }
    let name = self[..<open].lowercased()
    guard !name.isEmpty, name.allSatisfy({ $0.isLetter || $0 == "_" }) else { return nil }
    return (name, String(self[index(after: open)...].dropLast()).trimmed)
  }

  /// What stands before and behind the first `separator`, a word between blanks in any case.
  func split(atWord separator: String) -> (String, String)? {
    let words = split(separator: " ", omittingEmptySubsequences: true).map { String($0) }
    guard let place = words.firstIndex(where: { $0.lowercased() == separator }), place > 0,
      place + 1 < words.count
    else { return nil }
    return (
      words[..<place].joined(separator: " "), words[(place + 1)...].joined(separator: " ")
    )
  }

  /// An aggregate of another language, `n = avg(words)` or `avg(words) as n`, as it is written in
  /// `group`; nil for a plain field.
  var translatedAggregate: String? {
    if let (value, name) = split(atWord: "as") {
      return value.translatedAggregate.map { "\(name.lowercased()) = \($0)" }
    }
    if let sign = firstIndex(of: "="), !contains("==") {
      let name = String(self[..<sign]).trimmed.lowercased()
      return String(self[index(after: sign)...]).trimmed.translatedAggregate.map {
        "\(name) = \($0)"
      }
    }
    guard let (name, argument) = calledFunction else { return nil }
    let lowered = argument.lowercased()
    if argument.isEmpty || argument == "*" || argument == "1" { return name }
    if name == "dcount" || name == "count_distinct" { return "count distinct \(lowered)" }
    if let known = [
      "make_list": "list", "make_set": "list", "collect": "list",
      "array_agg": "list", "string_agg": "list", "group_concat": "list", "take_any": "first",
      "any_value": "first",
    ][name] {
      return lowered.isPathText ? "\(known) \(lowered)" : nil
    }
    if lowered.hasPrefix("distinct ") { return "\(name) \(lowered)" }
    return "\(name) \(lowered)"
  }

  /// The name that the column of an aggregate as written in `group` gets: `average_words`.
  var aggregateColumn: String {
    if let sign = firstIndex(of: "=") { return String(self[..<sign]).trimmed }
    var words = split(separator: " ").map { String($0) }
    if let first = words.first, let function = Aggregate(spelled: first) {
      words[0] = function.rawValue
    }
    if words.count > 2, words[1] == "distinct" { words.removeFirst() }
    return words.joined(separator: "_").replacingDots
  }

  private var replacingDots: String { String(map { $0 == "." ? "_" : $0 }) }
}
