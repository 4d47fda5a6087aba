internal import Diagnostics
internal import NewsSession

/// The manual page of the program, in the macros of man(7), made of the tables that help shows.
public struct ManualPage: Sendable {
  /// An option of the command line, or what may stand behind the options.
  public struct Option: Sendable {
    /// How it is written: `--format <format>`.
    public var form: String
    /// What it does, in sentences.
    public var help: String

    /// An option.
    public init(form: String, help: String) {
      self.form = form
      self.help = help
    }
  }

  /// What is on the first line: `dateline 0.1.0`.
  public var title: String
  /// What the program does, in one sentence.
  public var abstract: String
  /// The forms in which the program is called.
  public var synopsis: [String]
  /// The options.
  public var options: [Option]

  /// A manual page.
  public init(title: String, abstract: String, synopsis: [String], options: [Option]) {
    self.title = title
    self.abstract = abstract
    self.synopsis = synopsis
    self.options = options
  }

  /// The whole page, in the language of troff.
  public var text: String {
    var page = Roff()
    page.request("TH", ["DATELINE", "1", "", title, "User Commands"])
    page.section("NAME")
    page.paragraph("dateline - a query shell for news")
    page.section("SYNOPSIS")
    for form in synopsis {
      page.lines(form)
      page.request("br")
    }
    page.section("DESCRIPTION")
    page.paragraph(abstract)
    Self.description.forEach { page.paragraph($0) }
    page.section("OPTIONS")
    options.forEach { page.item($0.form, $0.help) }
    page.section("QUERIES")
    page.paragraph(
      "A query is a table, then stages, apart by '|'; where and dates may follow the table at once."
    )
    page.subsection("tables")
    Table.allCases.forEach { page.item($0.name, $0.schema.help) }
    for section in ReferenceSection.all {
      page.subsection("\(section.name): \(section.title)")
      section.entries.forEach { page.item($0.syntax, $0.help) }
    }
    page.section("COMMANDS")
    for group in DotCommand.Group.allCases {
      page.subsection(group.rawValue)
      for command in DotCommand.all where command.group == group {
        page.item(command.synopsis, command.summary)
      }
    }
    page.section("KEYS")
    HelpPage.keyRows.forEach { page.item($0.0, $0.1) }
    page.section("EXIT STATUS")
    ExitStatus.allCases.forEach { page.item(String($0.rawValue), $0.meaning) }
    page.section("ENVIRONMENT")
    Self.environment.forEach { page.item($0.0, $0.1) }
    page.section("FILES")
    Self.files.forEach { page.item($0.0, $0.1) }
    return page.text
  }

  private static let description = [
    "Articles are read from files and folders; every row of every answer leads back to a sentence "
      + "of one of them. Without -c and -f, statements are read from standard input: on a terminal "
      + "in a dialogue, else one after the other. With them, first the scripts are run, then the "
      + "queries, up to the first error. Results go to standard output, errors and notes to standard "
      + "error.",
    "In a dialogue '.help' explains the language and the commands, and '.learn' teaches them.",
  ]

  /// Variables that the program looks at.
  static let environment = [
    ("NO_COLOR", "If it is not empty, nothing is coloured."),
    ("COLORFGBG", "The colours of the terminal, which choose the theme where --theme does not."),
    ("TERM", "The terminal; on one that is dumb, lines are read without an editor."),
    ("LC_ALL, LC_CTYPE, LANG", "The characters that the terminal can show."),
    ("NO_HYPERLINKS", "If it is set, articles are no links."),
    ("DATELINE_PAGER, PAGER", "What shows results that are longer than the screen."),
    ("VISUAL, EDITOR", "What Ctrl-X Ctrl-E opens a query in."),
    ("DATELINE_HISTORY", "The file of what was typed; empty for none."),
    ("EDITRC", "Bindings of keys, in place of ~/.editrc."),
  ]

  /// Files that the program reads and writes.
  static let files = [
    (
      "$XDG_CONFIG_HOME/dateline/config.dql",
      "Run when a dialogue begins; '.config init' writes it."
    ),
    ("$XDG_STATE_HOME/dateline/history.jsonl", "What was typed, a JSON string a line."),
    ("$XDG_STATE_HOME/dateline/lessons.json", "How far each lesson got."),
    ("FOLDER/dateline.aliases", "Which names of the articles in a folder are one."),
  ]
}

/// Text for troff, line by line.
struct Roff {
  /// What was written so far.
  private(set) var text = ""

  /// A line with a request and its arguments.
  mutating func request(_ name: String, _ arguments: [String] = []) {
    text +=
      ([".\(name)"] + arguments.map { "\"\(Self.escaped($0))\"" }).joined(separator: " ") + "\n"
  }

  /// The head of a section.
  mutating func section(_ title: String) { request("SH", [title]) }

  /// The head of a part of a section.
  mutating func subsection(_ title: String) { request("SS", [title]) }

  /// A paragraph.
  mutating func paragraph(_ body: String) {
    request("PP")
    lines(body)
  }

  /// A term with what there is to say about it.
  mutating func item(_ term: String, _ body: String) {
    request("TP")
    request("B", [term])
    lines(body)
  }

  /// Text as it is.
  mutating func lines(_ body: String) {
    for line in body.split(separator: "\n") {
      let escaped = Self.escaped(String(line))
      text += (escaped.hasPrefix(".") || escaped.hasPrefix("'") ? "\\&" : "") + escaped + "\n"
    }
  }

  /// `body` with everything escaped that troff would take for something else.
  static func escaped(_ body: String) -> String {
    body.reduce(into: "") { out, character in
      switch character {
      case "\\": out += "\\e"
      case "-": out += "\\-"
      case "\"": out += "\\(dq"
      case "'": out += "\\(aq"
      case "`": out += "\\(ga"
      case "^": out += "\\(ha"
      case "~": out += "\\(ti"
      default: out.append(character)
      }
    }
  }
}
