import Testing

@testable import Shell

/// The prompt of a lesson on a terminal: it helps with typing as any other does.
@MainActor @Suite struct LessonPromptTests {
  private func begin(_ program: Program, rows: Int) throws -> PseudoTerminal {
    let terminal = try program.onTerminal([], columns: 80, rows: rows)
    try terminal.wait(forRow: "dateline>")
    terminal.type(".learn 1\r")
    try terminal.wait(forRow: "lesson 1>")
    return terminal
  }

  @Test func showsColoursAndGhosts() throws {
    let program = try Program()
    let terminal = try begin(program, rows: 40)
    defer { withExtendedLifetime(program) {} }
    terminal.type("articles")
    let table = Screen.Attributes(code: Theme.dark.code(.table))
    try terminal.wait(for: "the table in its colour") { $0.attributes(of: "articles") == table }
    terminal.type(" | coun")
    try terminal.wait(for: "a ghost") { $0.cursorRow == "lesson 1> articles | count" }
    terminal.type("\u{6}")
    terminal.type("\r")
    try terminal.wait(forText: "The task is still open")
  }

  @Test func completesLessonsByTheirTitles() throws {
    let program = try Program()
    let terminal = try begin(program, rows: 24)
    defer { withExtendedLifetime(program) {} }
    terminal.type(".learn \t")
    try terminal.wait(for: "titles in the menu") {
      $0.rows.contains { $0.contains("Strongman, warlord, general") }
    }
  }

  /// No piece is taller than the screen: the prompt where Enter was pressed is still to be seen.
  @Test(arguments: [(40, 20), (40, 12), (80, 24), (200, 50)])
  func wordsFitTheScreen(columns: Int, rows: Int) throws {
    let program = try Program()
    let terminal = try program.onTerminal([], columns: columns, rows: rows)
    defer { withExtendedLifetime(program) {} }
    try terminal.wait(forRow: "dateline>")
    let more = "-- Enter shows more --"
    terminal.type(".learn 6\r")
    try terminal.wait(for: "the beginning") {
      $0.cursorRow == "lesson 6>" && $0.text.contains("Lesson 6:")
    }
    for _ in 0..<40 where terminal.screen.rows.dropLast().last == more {
      let seen = terminal.screen.text
      terminal.type("\r")
      try terminal.wait(for: "the next piece") {
        $0.text != seen && $0.cursorRow == "lesson 6>" && $0.rows.dropLast(2).last != more
      }
      #expect(terminal.screen.rows.dropLast().contains { $0.hasPrefix("lesson 6>") })
    }
    #expect(terminal.screen.text.contains("Task:"))
  }
}
