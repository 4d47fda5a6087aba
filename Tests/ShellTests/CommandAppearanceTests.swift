import Diagnostics
import NewsSession
import Testing

@testable import Shell

@MainActor @Suite struct CommandAppearanceTests {
  private let session = NewsSession()

  private func look(_ text: String) -> LineAppearance? {
    CommandAppearance(session: session).appearance(of: text, at: text.utf8.count)
  }

  /// The parts as `kind:text`, wrong ones with `!`.
  private func parts(_ text: String) -> [String] {
    let source = SourceText(name: "line", text: text)
    return (look(text)?.highlights ?? []).map { part in
      "\(part.kind.rawValue)\(part.isWrong ? "!" : ":")\(source.slice(part.range))"
    }
  }

  @Test(
    arguments: [
      (".", ["command:."]), (".l", ["command:.l"]), (".load", ["command:.load"]),
      (".load \"my articles\" b", ["command:.load", "text:\"my articles\"", "text:b"]),
      ("  .LOAD b", ["command:.LOAD", "text:b"]),
      (".lod x", ["command!.lod"]), (".format csv", ["command:.format", "keyword:csv"]),
      ("?where", ["command:?", "keyword:where"]),
      (".plan events where", ["command:.plan", "table:events", "keyword:where"]),
      (
        ".alias Bibi = Benjamin Netanyahu",
        ["command:.alias", "name:Bibi", "mark:=", "name:Benjamin", "name:Netanyahu"]
      ),
    ] as [(String, [String])])
  func colours(_ text: String, _ expected: [String]) { #expect(parts(text) == expected) }

  @Test(
    arguments: [
      (".load", ".load PATH"), (".load x", ".load PATH"), (".l", ".load, .last"),
      (".lod", "there is no command '.lod'; did you mean '.load'?"),
      (".plan events where", "where CONDITION"), (".", "the beginning of a command"),
    ])
  func hints(_ text: String, _ start: String) throws {
    let hint = try #require(look(text)).hint
    #expect(hint.hasPrefix(start), "\(hint)")
  }

  @Test(arguments: ["", "events", ".5", "..", " "]) func leavesOtherLinesAlone(_ text: String) {
    #expect(look(text) == nil)
  }

  @Test(arguments: [40, 80, 200]) func showsThemOnATerminal(columns: Int) throws {
    let program = try Program()
    let terminal = try program.onTerminal(["--no-init", "nothing"], columns: columns)
    try terminal.wait(forRow: "dateline>")
    terminal.type(".timer o")
    try terminal.wait(for: "the command in its colour, and its form below") {
      $0.attributes(of: ".timer") == Screen.Attributes(code: Theme.dark.code(.command))
        && $0.rows.contains { $0.hasPrefix(".timer [on|off]: wh") }
    }
    terminal.type("\u{15}.tmier")
    try terminal.wait(for: "a wrong name underlined") {
      $0.attributes(of: ".tmier")
        == Screen.Attributes(code: Theme.dark.code(.command) + ";4")
    }
    terminal.type("\u{3}\u{4}")
    #expect(try terminal.waitForExit() == 0)
  }
}

/// What is drawn while one types in a lesson, where the prompt is another.
@Suite struct LessonTypingTests {
  @Test(arguments: [40, 80]) func coloursAndHintsAreThereInALesson(columns: Int) throws {
    let program = try Program()
    let terminal = try program.onTerminal(["--no-init"], columns: columns, rows: 60)
    try terminal.wait(forRow: "dateline>")
    terminal.type(".learn 1\r")
    try terminal.wait(forRow: "lesson 1>")
    terminal.type("events where ")
    try terminal.wait(for: "colours and a hint") {
      $0.attributes(of: "where") == Screen.Attributes(code: Theme.dark.code(.keyword))
        && $0.rows.contains { $0.hasPrefix("where CONDITION") }
    }
    terminal.type("\u{3}\u{4}")
    #expect(try terminal.waitForExit() == 0)
  }
}
