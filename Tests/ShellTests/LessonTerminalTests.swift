import Glibc
import Testing

@testable import Shell

/// Lessons and demonstrations on a terminal, from the first start on.
@MainActor @Suite struct LessonTerminalTests {
  private static let more = "-- Enter shows more --"

  /// Whether the learner is asked for Enter.
  private func waitsForEnter(_ screen: Screen) -> Bool {
    screen.cursorRow == "lesson 1>" && screen.rows.dropLast().last == Self.more
  }

  /// Types a line, and Enter for what does not fit the screen, until `mark` is shown above a prompt.
  private func type(_ line: String, to terminal: PseudoTerminal, until mark: String) throws {
    terminal.type(line + "\r")
    while true {
      try terminal.wait(for: "'\(mark)' behind '\(line)'") { screen in
        waitsForEnter(screen)
          || screen.text.contains(mark) && ["dateline>", "lesson 1>"].contains(screen.cursorRow)
      }
      guard waitsForEnter(terminal.screen), !terminal.screen.text.contains(mark) else { return }
      let before = terminal.screen.text
      terminal.type("\r")
      try terminal.wait(for: "more behind '\(line)'") { screen in
        screen.text != before && ["dateline>", "lesson 1>"].contains(screen.cursorRow)
          && screen.rows.dropLast(2).last != Self.more
      }
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
    try type(".learn", to: terminal, until: "1  First questions")
    try type(".learn 1", to: terminal, until: "(1 of 10)")
    let lesson = try #require(LessonFixture.shelf.lesson(called: "1"))
    for (index, step) in lesson.steps.enumerated() {
      let lines = step.solution.split(separator: "\n").map { String($0) }
      let isLast = index + 1 == lesson.steps.count
      for line in lines.dropLast() { try type(line, to: terminal, until: "\n2 events") }
      try type(
        lines.last ?? "", to: terminal,
        until: isLast ? "This lesson is done." : "(\(index + 2) of 10)")
    }
    try terminal.wait(forRow: "dateline>")
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
