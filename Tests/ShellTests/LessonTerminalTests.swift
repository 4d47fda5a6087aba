import Glibc
import Testing

@testable import Shell

/// Lessons and demonstrations on a terminal, from the first start on.
@MainActor @Suite struct LessonTerminalTests {
  /// Types a line, and Enter for what does not fit the screen, until a prompt waits.
  private func type(_ line: String, _ terminal: PseudoTerminal, prompt: String = "lesson 1>") throws
  {
    terminal.type(line + "\r")
    try terminal.wait(for: "the echo of '\(line)'") { $0.cursorRow != prompt + " " + line }
    try terminal.wait(for: "a prompt behind '\(line)'") { screen in
      screen.cursorRow == prompt || screen.cursorRow == "dateline>"
    }
    while terminal.screen.rows.suffix(3).contains("-- Enter shows more --") {
      terminal.type("\r")
      try terminal.wait(for: "more behind '\(line)'") { screen in
        let last = screen.rows.suffix(2)
        return !last.contains("-- Enter shows more --")
          && (screen.cursorRow == prompt || screen.cursorRow == "dateline>")
      }
      if terminal.screen.rows.suffix(3).dropLast(2).first == "-- Enter shows more --" { break }
    }
  }

  struct Surroundings: Sendable {
    var columns: Int
    var environment: [String: String] = [:]
  }

  @Test(arguments: [
    Surroundings(columns: 80), Surroundings(columns: 40), Surroundings(columns: 200),
    Surroundings(columns: 80, environment: ["LC_ALL": "C"]),
    Surroundings(columns: 80, environment: ["TERM": "dumb"]),
  ])
  func aNewcomerLearns(surroundings: Surroundings) throws {
    let program = try Program()
    let terminal = try program.onTerminal(
      [], environment: surroundings.environment, columns: surroundings.columns, rows: 40)
    try terminal.wait(forRow: "dateline>")
    try type(".learn", terminal, prompt: "dateline>")
    #expect(terminal.screen.text.contains("1  First questions"))
    try type(".learn 1", terminal, prompt: "lesson 1>")
    let lesson = try #require(LessonFixture.shelf.lesson(called: "1"))
    for (index, step) in lesson.steps.enumerated() {
      #expect(terminal.screen.text.contains("(\(index + 1) of 10)"), "\(terminal.screen.text)")
      for line in step.solution.split(separator: "\n") {
        try type(String(line), terminal, prompt: "lesson 1>")
      }
    }
    #expect(terminal.screen.cursorRow == "dateline>")
    #expect(terminal.screen.text.contains("This lesson is done."))
    terminal.type("\u{4}")
    #expect(try terminal.waitForExit() == 0)
    #expect(terminal.isCooked)
    let kept = program.folder.text(of: "state/dateline/lessons.json")
    #expect(kept?.contains("01-first-questions") ?? false)
    let again = try program.onTerminal([], environment: surroundings.environment)
    try again.wait(forRow: "dateline>")
    again.type(".learn\r")
    try again.wait(for: "the list") { screen in
      screen.rows.contains { $0.contains("First questions") && $0.hasSuffix("done") }
    }
  }

  @Test func otherArticlesAreNotTheLessons() throws {
    let program = try Program()
    let terminal = try program.onTerminal(["--no-init", "articles"])
    try terminal.wait(forRow: "dateline>")
    terminal.type(".learn 1\r")
    try terminal.wait(forText: "start 'dateline' without a path")
  }

  @Test func aDemonstrationTypesAndCanBeEnded() throws {
    let program = try Program()
    try program.folder.write(
      "Look at this.\n\n```query\nevents | count\n```\n\nAnd this.\n\n```query\nquotes | count\n```\n",
      to: "page.md")
    let terminal = try program.onTerminal(["--no-init"])
    try terminal.wait(forRow: "dateline>")
    terminal.type(".demo page.md\r")
    try terminal.wait(forText: "Look at this.")
    try terminal.wait(forRow: "demo>")
    terminal.type("\r")
    // A key while it types hastens, and is no part of the next line.
    try terminal.wait(forText: "dateline> ev")
    terminal.type("x")
    try terminal.wait(forText: "dateline> events | count\n= events | count\ncount\n")
    try terminal.wait(forText: "And this.")
    try terminal.wait(forRow: "demo>")
    terminal.type("articles | count\r")
    try terminal.wait(forText: "demo> articles | count\n= articles | count\ncount\n")
    try terminal.wait(forRow: "demo>")
    terminal.type("\u{3}")
    try terminal.wait(forRow: "dateline>")
    terminal.type("\u{4}")
    #expect(try terminal.waitForExit() == 0)
    #expect(terminal.isCooked)
  }
}
