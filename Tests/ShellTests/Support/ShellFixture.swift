import NewsSession

@testable import Shell

/// A shell in the process of the tests, whose output is kept.
struct ShellFixture {
  let shell: Shell
  let results = StringSink()
  let messages = StringSink()

  /// - Parameters:
  ///   - columns: of the terminal that results go to; nil where they go elsewhere.
  ///   - joined: whether messages and results are kept together, as a terminal shows them.
  init(
    session: NewsSession = NewsSession(), settings: ShellSettings = ShellSettings(),
    columns: Int? = nil, isDialogue: Bool = false, joined: Bool = false,
    history: History = History(), environment: [String: String] = [:]
  ) {
    shell = Shell(
      session: session, settings: settings,
      console: Console(
        results: results, messages: joined ? results : messages, isDialogue: isDialogue,
        columns: { columns }), environment: environment, history: history)
  }

  /// Types lines in a dialogue.
  func type(_ lines: String...) {
    shell.runDialogue(with: ScriptedReader(lines.map { .line($0) }))
  }
}

/// Answers that are made by hand.
extension Answer {
  init(text: String, rows: Int, noun: String = "events") {
    self.init(source: SourceText(name: "query", text: text))
    canonical = text
    rowNoun = noun
    result = ResultTable(
      columns: [ResultColumn(name: "place", type: .text)],
      rows: (0..<rows).map { [.text("Zürich \($0)")] })
    seconds = 0.0004
  }
}
