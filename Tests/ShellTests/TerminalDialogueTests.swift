import Glibc
import Testing

/// Drives the program on a terminal and looks at its screen.
@Suite struct TerminalDialogueTests {
  /// The program at its first prompt.
  private func start(
    _ program: Program, environment: [String: String] = [:], columns: Int = 80, rows: Int = 24
  ) throws -> PseudoTerminal {
    let terminal = try program.onTerminal(
      ["--no-init", "nothing"], environment: environment, columns: columns, rows: rows)
    try terminal.wait(forRow: "dateline>")
    return terminal
  }

  private func end(_ terminal: PseudoTerminal) throws {
    terminal.type("\u{3}")
    try terminal.wait(forRow: "dateline>")
    terminal.type("\u{4}")
    #expect(try terminal.waitForExit() == 0)
  }

  @Test func greetsAndEndsAtControlD() throws {
    let program = try Program()
    let terminal = try start(program)
    #expect(terminal.screen.text.contains("'.help' for help"))
    terminal.type("\u{4}")
    #expect(try terminal.waitForExit() == 0)
    #expect(terminal.isCooked)
  }

  @Test func quits() throws {
    let program = try Program()
    let terminal = try start(program)
    terminal.type(".quit\r")
    #expect(try terminal.waitForExit() == 0)
  }

  @Test func editsNamesOfAnyScript() throws {
    let program = try Program()
    let terminal = try start(program)
    terminal.type("events where actor = Erdoğan")
    try terminal.wait(forRow: "dateline> events where actor = Erdoğan")
    terminal.type("\u{7f}\u{7f}\u{7f}\u{7f}şık 東京")
    try terminal.wait(forRow: "dateline> events where actor = Erdşık 東京")
    terminal.type("\u{1b}[D\u{1b}[D\u{1b}[3~")
    try terminal.wait(forRow: "dateline> events where actor = Erdşık 京")
    terminal.type("\u{1}X\u{5}Y")
    try terminal.wait(forRow: "dateline> Xevents where actor = Erdşık 京Y")
    try end(terminal)
  }

  @Test func erasesACharacterWithItsMarks() throws {
    let program = try Program()
    let terminal = try start(program)
    terminal.type("Re\u{301}ne\u{301}")
    try terminal.wait(forRow: "dateline> Re\u{301}ne\u{301}")
    terminal.type("\u{7f}a")
    try terminal.wait(forRow: "dateline> Re\u{301}na")
    try end(terminal)
  }

  @Test func movesAndErasesByWords() throws {
    let program = try Program()
    let terminal = try start(program)
    terminal.type("actor = Ayşe Yıldız")
    try terminal.wait(forRow: "dateline> actor = Ayşe Yıldız")
    terminal.type("\u{1b}[1;5D\u{1b}[1;5DX")
    try terminal.wait(forRow: "dateline> actor = XAyşe Yıldız")
    terminal.type("\u{1b}[1;5C!")
    try terminal.wait(forRow: "dateline> actor = XAyşe! Yıldız")
    terminal.type("\u{5}\u{17}")
    try terminal.wait(forRow: "dateline> actor = XAyşe!")
    terminal.type("\u{15}entities")
    try terminal.wait(forRow: "dateline> entities")
    try end(terminal)
  }

  @Test func givesUpALineAtControlC() throws {
    let program = try Program()
    let terminal = try start(program)
    terminal.type("events where place = Zürich")
    try terminal.wait(forRow: "dateline> events where place = Zürich")
    terminal.type("\u{1}")
    try terminal.wait(for: "the cursor at the start") { $0.column == 10 }
    terminal.type("\u{3}")
    try terminal.wait(forText: "Zürich^C\ndateline>")
    try end(terminal)
  }

  @Test func completesCommandsAndFiles() throws {
    let program = try Program()
    try program.folder.write("events", to: "Dönüş one.dql")
    try program.folder.write("events", to: "Dönüş two.dql")
    let terminal = try start(program)
    terminal.type(".rea\t")
    try terminal.wait(for: ".read with a space behind it") {
      $0.cursorRow == "dateline> .read" && $0.column == 16
    }
    terminal.type("Dö\t")
    try terminal.wait(forText: " Dönüş one.dql  6 bytes\n Dönüş two.dql  6 bytes")
    try terminal.wait(forRow: "dateline> .read Dönüş\\")
    terminal.type("t\t")
    try terminal.wait(forRow: "dateline> .read Dönüş\\ two.dql")
    try end(terminal)
  }

  @Test func recallsWhatWasTypedNowAndBefore() throws {
    let program = try Program()
    var terminal = try start(program)
    terminal.type(".history Müller\r")
    try terminal.wait(forText: "no entry holds 'Müller'\ndateline>")
    terminal.type(".timer on\r")
    try terminal.wait(forText: ".timer on\ndateline>")
    try end(terminal)
    terminal = try start(program)
    terminal.type("\u{1b}[A")
    try terminal.wait(forRow: "dateline> .timer on")
    terminal.type("\u{1b}[A")
    try terminal.wait(forRow: "dateline> .history Müller")
    terminal.type("\u{1b}[B\u{1b}[B")
    try terminal.wait(forRow: "dateline>")
    try end(terminal)
  }

  @Test func searchesTheHistory() throws {
    let program = try Program()
    let state = ["\".format Çelik\"", "\".format Zürich\"", "\".timer Çelik\""]
    try program.folder.write(
      state.joined(separator: "\n") + "\n", to: "state/dateline/history.jsonl")
    let terminal = try start(program)
    terminal.type("kept\u{12}celik")
    try terminal.wait(forText: "search (1 of 2): celik\n.timer Çelik")
    terminal.type("\u{12}")
    try terminal.wait(forText: "search (2 of 2): celik\n.format Çelik")
    terminal.type("\t")
    try terminal.wait(forRow: "dateline> .format Çelik")
    terminal.type("\u{12}zür")
    try terminal.wait(forText: "search (1 of 1): zür\n.format Zürich")
    terminal.type("\u{3}")
    try terminal.wait(forRow: "dateline> .format Çelik")
    terminal.type("\u{12}no such")
    try terminal.wait(forText: "search (no match): no such")
    terminal.type("\u{7}")
    try terminal.wait(forRow: "dateline> .format Çelik")
    terminal.type("\u{12}zür\r")
    try terminal.wait(forText: "there is no format 'Zürich'")
    try terminal.wait(forRow: "dateline>")
    try end(terminal)
  }

  @Test func takesAPasteAsOneEdit() throws {
    let program = try Program()
    let terminal = try start(program)
    terminal.paste(".timer off\r.format json\r")
    try terminal.wait(for: "both rows") {
      $0.textAboveHint.hasSuffix("dateline> .timer off\n.format json")
    }
    terminal.type("\u{1b}[A\u{1}")
    try terminal.wait(for: "the cursor in the first row") { $0.cursorRow == "dateline> .timer off" }
    terminal.type("\r")
    try terminal.wait(for: "a new prompt") { $0.cursorRow == "dateline>" }
    terminal.type(".timer\r")
    try terminal.wait(forText: "the timer is off")
    terminal.type(".format\r")
    try terminal.wait(forText: "json (others: table")
    // The paste is one entry of the history.
    terminal.type("\u{1b}[A\u{1b}[A\u{1b}[A")
    try terminal.wait(for: "the paste") {
      $0.textAboveHint.hasSuffix("dateline> .timer off\n.format json")
    }
    try end(terminal)
  }

  @Test func opensRowsAtAltEnter() throws {
    let program = try Program()
    let terminal = try start(program)
    terminal.type("events\u{1b}\r| count by place")
    try terminal.wait(for: "two rows") {
      $0.textAboveHint.hasSuffix("dateline> events\n| count by place")
    }
    terminal.type("\u{1b}[A\u{5} since 2023")
    try terminal.wait(for: "an edit of the first row") {
      $0.textAboveHint.hasSuffix("dateline> events since 2023\n| count by place")
    }
    try end(terminal)
  }

  @Test(arguments: [60, 33, 120]) func drawsTheLineAnewInAnotherSize(columns: Int) throws {
    let program = try Program()
    let terminal = try start(program, columns: 50)
    let line = "events where actor = Ayşe Yıldız and place = Zürich and status = happened"
    terminal.type(line)
    try terminal.wait(for: "the whole line") { $0.textAboveHint.hasSuffix("happened") }
    terminal.resize(columns: columns, rows: 24)
    try terminal.wait(for: "the line, wrapped at \(columns)") { screen in
      let shown = screen.textAboveHint.filter { !$0.isWhitespace }
      return shown.hasSuffix(("dateline> " + line).filter { !$0.isWhitespace })
        && screen.rowsAboveHint.last?.count == (("dateline> " + line).count - 1) % columns + 1
    }
    terminal.type("\u{7f}\u{7f}!")
    try terminal.wait(for: "an edit") {
      $0.textAboveHint.filter { !$0.isWhitespace }.hasSuffix("andstatus=happen!")
    }
    try end(terminal)
  }

  @Test func drawsTheLineAnewWhenItComesBack() throws {
    let program = try Program()
    let terminal = try start(program)
    terminal.type("quotes where speaker = Jürg")
    try terminal.wait(forRow: "dateline> quotes where speaker = Jürg")
    // As after another program had the terminal: the cursor is somewhere else.
    terminal.send(SIGCONT)
    terminal.type(" Müller")
    try terminal.wait(forRow: "dateline> quotes where speaker = Jürg Müller")
    try end(terminal)
  }

  @Test(arguments: [SIGTERM, SIGHUP, SIGQUIT, SIGSEGV, SIGABRT]) func restoresTheTerminal(
    signal: Int32
  ) throws {
    let program = try Program()
    let terminal = try start(program)
    terminal.type("half a line")
    try terminal.wait(forRow: "dateline> half a line")
    #expect(!terminal.isCooked)
    terminal.send(signal)
    #expect(try terminal.waitForExit() == 128 + signal)
    #expect(terminal.isCooked)
    #expect(!terminal.screen.bracketsPastes)
  }

  @Test func asksOnADumbTerminalToo() throws {
    let program = try Program()
    let terminal = try start(program, environment: ["TERM": "dumb"])
    terminal.type(".timer off\r")
    try terminal.wait(forText: ".timer off\ndateline>")
    terminal.type(".timer\r")
    try terminal.wait(forText: "the timer is off")
    terminal.type("half a line\u{3}")
    try terminal.wait(for: "a new prompt") { $0.cursorRow == "dateline>" }
    terminal.type("\u{4}")
    #expect(try terminal.waitForExit() == 0)
  }

  @Test func obeysTheUsersBindings() throws {
    let program = try Program()
    try program.folder.write("dateline:bind ^T ed-move-to-beg\n", to: ".editrc")
    let terminal = try start(program)
    terminal.type("ntities\u{14}e")
    try terminal.wait(forRow: "dateline> entities")
    try end(terminal)
  }

  @Test func runsTheInitFile() throws {
    let program = try Program()
    try program.folder.write(".timer off\n.format Öl\n", to: "config/dateline/config.dql")
    let terminal = try program.onTerminal(["nothing"])
    try terminal.wait(forText: "there is no format 'Öl'")
    try terminal.wait(forRow: "dateline>")
    terminal.type(".timer\r")
    try terminal.wait(forText: "the timer is off")
    try end(terminal)
  }

  /// The program at its first prompt, with the article read.
  private func startWithArticle(_ program: Program) throws -> PseudoTerminal {
    let terminal = try program.onTerminal(["--no-init", "articles"])
    try terminal.wait(forRow: "dateline>")
    return terminal
  }

  @Test func answersQueries() throws {
    let program = try Program()
    let terminal = try startWithArticle(program)
    #expect(terminal.screen.text.contains("1 article, "))
    terminal.type("articles | show title\r")
    try terminal.wait(forText: "Minister visits Zürich")
    try terminal.wait(forText: "\n1 article (")
    terminal.type("articles where aktor = Müller\r")
    try terminal.wait(forText: "there is no field 'aktor'")
    terminal.type("articles where\rtitle ~ Zürich\r")
    try terminal.wait(for: "the answer to two rows") {
      $0.text.contains("\ntitle ~ Zürich\n") && $0.cursorRow == "dateline>"
    }
    try end(terminal)
  }

  @Test func completesQueries() throws {
    let program = try Program()
    let terminal = try startWithArticle(program)
    terminal.type("event\t")
    try terminal.wait(forRow: "dateline> events")
    terminal.type("whe\tpla\t")
    try terminal.wait(forRow: "dateline> events where place")
    terminal.type("= zür\t")
    try terminal.wait(forRow: "dateline> events where place = Zürich")
    terminal.type("\u{15}en\t")
    try terminal.wait(forText: "entities")
    try end(terminal)
  }

  @Test func stopsAScriptAtControlC() throws {
    let program = try Program()
    try program.folder.write(String(repeating: "articles;\n", count: 50_000), to: "long.dql")
    let terminal = try startWithArticle(program)
    terminal.type(".read long.dql\r")
    try terminal.wait(forText: "1 article (")
    terminal.type("\u{3}")
    try terminal.wait(for: "a word about it and a new prompt") {
      ($0.text.contains("error: stopped") || $0.text.contains("error: cancelled"))
        && $0.cursorRow == "dateline>"
    }
    terminal.type(".timer\r")
    try terminal.wait(forText: "the timer is on")
    try end(terminal)
  }
}
