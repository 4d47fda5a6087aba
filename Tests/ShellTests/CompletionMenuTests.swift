import Testing

/// Drives the completion menu on a terminal and looks at the screen.
@Suite struct CompletionMenuTests {
  private let tab = "\t"
  private let backTab = "\u{1b}[Z"
  private let down = "\u{1b}[B"
  private let escape = "\u{1b}"

  private func start(
    _ program: Program, environment: [String: String] = [:], columns: Int = 80, rows: Int = 24
  ) throws -> PseudoTerminal {
    let terminal = try program.onTerminal(
      ["--no-init", "--color", "never", program.folder.path(of: "articles")],
      environment: environment, columns: columns, rows: rows)
    try terminal.wait(forRow: "dateline>")
    return terminal
  }

  private func end(_ terminal: PseudoTerminal) throws {
    terminal.type("\u{3}")
    try terminal.wait(forRow: "dateline>")
    terminal.type("\u{4}")
    #expect(try terminal.waitForExit() == 0)
    #expect(terminal.isCooked)
  }

  /// Whether no row of a menu stands below the cursor; the hint may.
  private func isClean(_ screen: Screen) -> Bool {
    let below = screen.rows.dropFirst(screen.row + 1).filter { !$0.isEmpty }
    return below.count <= 1 && below.allSatisfy { !$0.hasPrefix(" ") && !$0.hasPrefix(">") }
  }

  @Test(arguments: [40, 80, 200]) func choosesAndTakesWithoutRunning(columns: Int) throws {
    let terminal = try start(try Program(), columns: columns)
    terminal.type("ev" + tab)
    try terminal.wait(forRow: "dateline> events")
    terminal.type("where s" + tab)
    try terminal.wait(forText: "\n status")
    terminal.type(tab)
    try terminal.wait(forText: "\n>")
    terminal.type(tab + backTab + down + "\u{1b}[A")
    terminal.type("\r")
    try terminal.wait(for: "the first candidate in the line") {
      $0.cursorRow.hasPrefix("dateline> events where s") && $0.cursorRow.utf8.count > 25
        && self.isClean($0)
    }
    try end(terminal)
  }

  @Test func typingNarrowsAndBackspaceWidens() throws {
    let terminal = try start(try Program())
    terminal.type("events where " + tab)
    try terminal.wait(forText: "rows 1-8 of ")
    terminal.type("ac")
    try terminal.wait(for: "two candidates") {
      $0.text.contains("\n action") && $0.text.contains("\n actor") && !$0.text.contains("rows 1-")
    }
    terminal.type("\u{7f}\u{7f}")
    try terminal.wait(forText: "rows 1-8 of ")
    terminal.type("act" + tab + tab)
    try terminal.wait(forText: ">actor")
    terminal.type("\r")
    try terminal.wait(for: "actor in the line") {
      $0.cursorRow.hasPrefix("dateline> events where actor") && self.isClean($0)
    }
    try end(terminal)
  }

  @Test(arguments: ["\u{1b}", "\u{7}", "\u{3}"]) func closes(with key: String) throws {
    let terminal = try start(try Program())
    terminal.type("events where a" + tab)
    try terminal.wait(forText: "\n action")
    terminal.type(key)
    try terminal.wait(for: "no menu") {
      $0.cursorRow == "dateline> events where act" && self.isClean($0)
    }
    terminal.type("i")
    try terminal.wait(forRow: "dateline> events where acti")
    try end(terminal)
  }

  @Test func anyOtherKeyClosesAndActs() throws {
    let terminal = try start(try Program())
    terminal.type("events where a" + tab)
    try terminal.wait(forText: "\n action")
    terminal.type("\u{1}")
    try terminal.wait(for: "the cursor at the start") { $0.column == 10 && self.isClean($0) }
    terminal.type("X")
    try terminal.wait(forRow: "dateline> Xevents where act")
    try end(terminal)
  }

  @Test func isDrawnAnewForANewSize() throws {
    let terminal = try start(try Program())
    terminal.type("events where " + tab + tab)
    try terminal.wait(forText: "rows 1-8 of ")
    terminal.resize(columns: 60, rows: 15)
    try terminal.wait(forText: "rows 1-5 of ")
    terminal.type(escape)
    try terminal.wait(for: "no menu") {
      $0.cursorRow == "dateline> events where" && self.isClean($0)
    }
    try end(terminal)
  }

  @Test func worksBelowSeveralRowsAndAtTheBottom() throws {
    let terminal = try start(try Program(), columns: 40, rows: 10)
    terminal.type("articles where title = x and\u{1b}\rtitle ~ y and a" + tab)
    try terminal.wait(forText: "title ~ y and a\n agency")
    terminal.type(tab + tab + "\r")
    try terminal.wait(for: "author in the line") {
      $0.cursorRow.hasPrefix("title ~ y and author") && self.isClean($0)
    }
    try end(terminal)
  }

  @Test func worksInTheCLocale() throws {
    let terminal = try start(
      try Program(), environment: ["LC_ALL": "C", "LANG": "C"], columns: 40)
    terminal.type("entities where name = " + tab)
    try terminal.wait(forText: "Müller")
    terminal.type("yi" + tab)
    try terminal.wait(for: "the name in the line") {
      $0.text.contains("name = Ayşe Yıl") && self.isClean($0)
    }
    try end(terminal)
  }

  @Test func findsAnEntityByAnyOfItsWords() throws {
    let terminal = try start(try Program())
    terminal.type("events where actor = yil" + tab)
    try terminal.wait(forRow: "dateline> events where actor = Ayşe Yıldız")
    try end(terminal)
  }
}
