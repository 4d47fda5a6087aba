internal import NewsModel

extension LanguageHelp {
  /// A part of the language that help lists under one topic.
  public struct Section: Sendable {
    /// The topic: `stages`.
    public let name: String
    /// What it is, in a few words.
    public let title: String
    /// What belongs to it.
    public let entries: [Entry]
  }

  /// The functions of expressions.
  public static let functions: [Entry] = FunctionEntry.all.map { Entry($0) }

  /// What `group by` can work out.
  public static let aggregates: [Entry] = AggregateEntry.all.map { Entry($0) }

  /// All parts but tables and errors.
  public static let sections: [Section] = [
    Section(name: "sources", title: "where rows come from, beside the tables", entries: sources),
    Section(name: "stages", title: "what is done to the rows, step by step", entries: stages),
    Section(name: "operators", title: "what conditions are made of", entries: operators),
    Section(name: "dates", title: "the forms in which a date can be written", entries: dates),
    Section(
      name: "functions", title: "what expressions are made of", entries: functions + expressions),
    Section(name: "aggregates", title: "what can be worked out for a group", entries: aggregates),
    Section(
      name: "statements", title: "what gives names to queries and values", entries: statements),
  ]

  /// The stages in one line, for hints.
  static let stageHint =
    "stages: " + stages.map(\.name).joined(separator: ", ") + ", and every table's name"

  /// The operators that compare, in one line, for hints.
  static let operatorHint =
    "operators: "
    + operators.map(\.name).filter { !wordsBesideOperators.contains($0) }.joined(separator: "  ")

  /// Entries among the operators that stand elsewhere than between a field and a value.
  static let wordsBesideOperators: Set<String> = [
    "and", "*", "@", "$", "certainly", "possibly", "no", "only", "in (QUERY)",
  ]

  /// The topics that ``text(on:)`` knows, beside names of tables, entries and codes.
  public static let topics = ["tables", "fields"] + sections.map(\.name) + ["errors"]

  /// Help on a topic, a table, an entry of any section, a field or an error code; nil for anything
  /// else.
  public static func text(on topic: String) -> String? {
    let name = topic.lowercased()
    switch name {
    case "tables":
      return Table.allCases.map { row($0.name, $0.schema.help) }.joined(separator: "\n")
        + "\n\nthe word for one row will do: event, entity"
    case "fields": return Table.allCases.map { fieldText($0) }.joined(separator: "\n\n")
    case "errors":
      return DiagnosticCode.allCases.map { row($0.rawValue, $0.title, width: 8) }
        .joined(separator: "\n")
    default: break
    }
    if let section = sections.first(where: { $0.name == name }) { return list(section.entries) }
    if let table = Table(named: name) { return fieldText(table) }
    let fits = sections.flatMap(\.entries).filter { $0.isCalled(name) }
    if !fits.isEmpty { return fits.map { details($0) }.joined(separator: "\n\n") }
    if let entry = wordsWithin[name] { return text(on: entry) }
    if let code = DiagnosticCode(rawValue: topic.uppercased()) { return page(of: code) }
    let fields = Table.allCases.compactMap { table in
      table.schema.field(named: name).map { row("\(table.name).\($0.schema.name)", $0.schema.help) }
    }
    if !fields.isEmpty { return fields.joined(separator: "\n") }
    let words = Categories.owners(of: topic).map { field in
      let word = Categories.all[field]?.word(for: topic) ?? topic
      let owners = Table.allCases.filter { $0.schema.field(named: field) != nil }
      return row(
        "\(field) = \(word)", "a \(field) of \(owners.map(\.name).joined(separator: ", "))")
    }
    return words.isEmpty ? nil : words.joined(separator: "\n")
  }

  private static func page(of code: DiagnosticCode) -> String {
    let page = code.page
    var lines = ["\(code.rawValue)  \(code.title)", ""] + wrapped(page.explanation)
    let example = code.trigger.text
    if example.utf8.count <= 100 { lines += ["", "for example:  \(example)"] }
    if let remedy = page.remedy { lines.append("write:        \(remedy)") }
    return lines.joined(separator: "\n")
  }

  private static func list(_ entries: [Entry]) -> String {
    entries.map { entry in
      entry.syntax.count < 28
        ? row(entry.syntax, entry.help)
        : entry.syntax + "\n" + String(repeating: " ", count: 28) + entry.help
    }.joined(separator: "\n")
  }

  private static func details(_ entry: Entry) -> String {
    var lines = [entry.syntax, "  " + entry.help]
    if !entry.details.isEmpty { lines += wrapped(entry.details).map { "  " + $0 } }
    if !entry.synonyms.isEmpty {
      lines.append("  also written: " + entry.synonyms.joined(separator: ", "))
    }
    return (lines + entry.examples.map { "  for example: " + $0 }).joined(separator: "\n")
  }

  /// `text` in lines of at most 76 characters, without the marks of code.
  private static func wrapped(_ text: String) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in text.filter({ $0 != "`" }).split(whereSeparator: \.isWhitespace) {
      if line.count + word.count + 1 > 76 {
        lines.append(line)
        line = ""
      }
      line += (line.isEmpty ? "" : " ") + word
    }
    return line.isEmpty ? lines : lines + [line]
  }

  private static func fieldText(_ table: Table) -> String {
    let head = "\(table.name): \(table.schema.help)"
    let rows = table.schema.fields.map { field in
      let type = field.isList ? field.type.plural : field.type.word
      return "  " + row(field.name, "\(type): \(field.help)", width: 12)
    }
    return ([head] + rows).joined(separator: "\n")
  }

  private static func row(_ name: String, _ help: String, width: Int = 28) -> String {
    name + String(repeating: " ", count: max(2, width - name.count)) + help
  }
}

extension LanguageHelp.Entry {
  fileprivate init(_ function: FunctionEntry) {
    self.init(
      name: function.name, syntax: function.syntax, help: function.help,
      examples: function.examples)
  }

  fileprivate init(_ aggregate: AggregateEntry) {
    self.init(
      name: aggregate.name, syntax: aggregate.syntax, help: aggregate.help,
      synonyms: aggregate.synonyms, examples: aggregate.examples)
  }

  /// Whether `name`, in small letters, is what help on this entry is asked by.
  func isCalled(_ name: String) -> Bool {
    self.name.lowercased() == name || synonyms.contains(name)
      || self.name.lowercased().split { $0 == " " || $0 == "(" }.first.map { String($0) } == name
  }
}

extension ValueType {
  /// The word for the type: `date`; for a reference the word for a row: `entity`.
  var word: String {
    switch self {
    case .text: "text"
    case .category: "word"
    case .integer, .number: "number"
    case .date: "date"
    case .reference(let table): table.singular
    }
  }

  /// The word for several values of the type: `entities`.
  var plural: String {
    if case .reference(let table) = self { return table.name }
    return word + "s"
  }
}
