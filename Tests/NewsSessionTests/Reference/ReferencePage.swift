import NewsSession

/// A page of the reference, made from the tables of the language and from what its examples answer.
@MainActor struct ReferencePage {
  /// The page's file in the catalog, without its ending: `Stages/SortBy`.
  let name: String
  /// The page.
  let text: String

  /// The page of one stage, with what each example answers.
  init(stage entry: ReferenceEntry, answers: ExampleAnswers) {
    name = "Stages/" + Self.fileName(entry.name)
    text = Self.head(entry.name, Self.sentence(entry.help)) + Self.body(entry, answers)
  }

  /// The page of a whole section.
  init(section: ReferenceSection, answers: ExampleAnswers) {
    name = Self.fileName(section.name)
    let parts = section.entries.map {
      "\n## \($0.name)\n\n\(Self.sentence($0.help))\n" + Self.body($0, answers)
    }
    text = Self.head(Self.capitalized(section.name), Self.sentence(section.title)) + parts.joined()
  }

  /// The page of the errors: each with a query that triggers it and what to write instead.
  init(diagnostics section: ReferenceSection) {
    name = "Errors"
    let parts = section.entries.map { entry -> String in
      var part = "\n## \(entry.name)\n\n\(Self.sentence(entry.help)) \(entry.details)\n"
      for (index, example) in entry.examples.enumerated() where example.utf8.count <= 100 {
        part += "\n\(index == 0 ? "Instead of" : "write")\n\n    \(example)\n"
      }
      return part
    }
    text = Self.head("Errors", Self.sentence(section.title)) + parts.joined()
  }

  /// The page of the tables and their fields.
  init(tables: [TableSchema]) {
    name = "Fields"
    let parts = tables.map { table -> String in
      let rows = table.fields.map { field in
        "| `\(field.name)` | \(field.typeName) | \(field.help.replacing("|", with: "\\|")) |\n"
      }
      return "\n## \(table.table.name)\n\n\(Self.sentence("a row is " + table.help))\n\n"
        + "| field | holds | is |\n| --- | --- | --- |\n" + rows.joined()
    }
    text = Self.head("Fields", "The tables and their fields.") + parts.joined()
  }

  private static let mark =
    "<!-- Made from the language's own tables; see ReferencePageTests. -->\n"

  private static func head(_ title: String, _ summary: String) -> String {
    "# \(title)\n\n\(summary)\n\n\(mark)"
  }

  private static func body(_ entry: ReferenceEntry, _ answers: ExampleAnswers) -> String {
    var text = "\n    \(entry.syntax)\n"
    if !entry.details.isEmpty { text += "\n\(entry.details)\n" }
    if !entry.synonyms.isEmpty {
      text += "\nAlso written: " + entry.synonyms.map { "`\($0)`" }.joined(separator: ", ") + ".\n"
    }
    for example in entry.examples {
      text += "\n```query\n\(example)\n```\n"
      let answer = answers.text(of: example)
      if !answer.isEmpty { text += "```result\n\(answer)```\n" }
    }
    return text
  }

  /// `sort by` as the name of a file: `SortBy`.
  private static func fileName(_ name: String) -> String {
    name.split(whereSeparator: { !$0.isLetter }).map { capitalized(String($0)) }.joined()
  }

  private static func capitalized(_ text: String) -> String {
    text.prefix(1).uppercased() + text.dropFirst()
  }

  private static func sentence(_ text: String) -> String { capitalized(text) + "." }
}

extension FieldSchema {
  /// What the field holds, in a word.
  fileprivate var typeName: String {
    let word =
      switch type {
      case .text: "text"
      case .category: "word"
      case .integer, .number: "number"
      case .date: "date"
      case .reference(let table): isList ? table.name : table.singular
      }
    if case .reference = type { return word }
    return isList ? word + "s" : word
  }
}

/// What examples answer over the sample corpus, as a reader would see it.
@MainActor struct ExampleAnswers {
  private let session: NewsSession

  /// Answers over the sample corpus.
  init() throws { session = try SampleCorpus.session() }

  /// What a page shows below an example; nothing for a statement that answers no rows.
  func text(of example: String) -> String {
    WrittenAnswer().text(of: session.run(SourceText(name: "example", text: example)))
  }
}
