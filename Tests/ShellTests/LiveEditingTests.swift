import Glibc
import NewsSession
import Testing

@testable import Shell

/// Drives the editor on a terminal: colours, ghosts, recall and keys, by what the screen shows.
@Suite struct LiveEditingTests {
  /// The program at its first prompt, with a history.
  private func start(
    _ program: Program, history: [String] = [], environment: [String: String] = [:],
    options: [String] = [], columns: Int = 80, rows: Int = 24
  ) throws -> PseudoTerminal {
    if !history.isEmpty {
      let lines = history.map { "\"" + $0.replacing("\n", with: "\\n") + "\"\n" }
      try program.folder.write(lines.joined(), to: "state/dateline/history.jsonl")
    }
    let terminal = try program.onTerminal(
      ["--no-init"] + options + ["nothing"], environment: environment, columns: columns, rows: rows)
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

  private func code(_ role: Theme.Role, _ theme: Theme = .dark) -> Screen.Attributes {
    Screen.Attributes(code: theme.code(role))
  }

  // MARK: Colours

  @Test(arguments: [40, 80, 200]) func coloursKeywordsWhileTheyAreTyped(columns: Int) throws {
    let program = try Program()
    let terminal = try start(program, columns: columns)
    terminal.type("events where title ~ \"東京\" or status is known")
    try terminal.wait(for: "the keywords in their colour") {
      $0.attributes(of: "where") == code(.keyword) && $0.attributes(of: "is") == code(.keyword)
        && $0.attributes(of: "\"東京\"") == code(.text)
    }
    try end(terminal)
  }

  @Test func coloursFollowTheTheme() throws {
    let program = try Program()
    let terminal = try start(program, environment: ["COLORFGBG": "0;15"])
    terminal.type("events where")
    try terminal.wait(for: "the keyword in the colour of a light theme") {
      $0.attributes(of: "where") == code(.keyword, .light)
    }
    try end(terminal)
  }

  @Test(arguments: [["NO_COLOR": "1"], ["LC_ALL": "C", "NO_COLOR": "yes"]])
  func showsNoColourWhereNoneIsWanted(environment: [String: String]) throws {
    let program = try Program()
    let terminal = try start(program, history: ["events where a = b"], environment: environment)
    terminal.type("events wh")
    try terminal.wait(forRow: "dateline> events wh")
    terminal.type("ere \u{1b}[D")
    try terminal.wait(for: "the cursor") { $0.column == 22 }
    #expect(terminal.screen.attributes.allSatisfy { $0.allSatisfy { $0 == Screen.Attributes() } })
    try end(terminal)
  }

  @Test func coloursInTheCLocale() throws {
    let program = try Program()
    let terminal = try start(program, environment: ["LC_ALL": "C", "LANG": "C"])
    terminal.type("events where place = Zürich")
    try terminal.wait(for: "the keyword in its colour") {
      $0.attributes(of: "where") == code(.keyword) && $0.cursorRow.hasSuffix("Zürich")
    }
    try end(terminal)
  }

  @Test func coloursRowsAndWrappedRows() throws {
    let program = try Program()
    let terminal = try start(program, columns: 40)
    terminal.type("events where place = \"Zürich am See\" and\u{1b}\r  status = happened where")
    try terminal.wait(for: "colours in both rows") {
      $0.attributes(of: "m See\"") == code(.unknownName)
        && $0.attributes(of: "where") == code(.keyword)
    }
    #expect(
      terminal.screen.rowsAboveHint.suffix(3) == [
        "dateline> events where place = \"Zürich a", "m See\" and", "  status = happened where",
      ])
    try end(terminal)
  }

  @Test func keepsMarksOfLetters() throws {
    let program = try Program()
    let terminal = try start(program)
    terminal.type("Re\u{301}ne\u{301} where")
    try terminal.wait(for: "marks and colours") {
      $0.cursorRow == "dateline> Re\u{301}ne\u{301} where" && $0.column == 20
        && $0.attributes(of: "where") == code(.keyword)
    }
    terminal.type("\u{1}\u{1b}[C\u{1b}[C\u{1b}[CX")
    try terminal.wait(forRow: "dateline> Re\u{301}nXe\u{301} where")
    try end(terminal)
  }

  // MARK: Ghost text

  @Test func suggestsTheLatestEntry() throws {
    let program = try Program()
    let terminal = try start(program, history: [".timer on", ".timer off", "events"])
    terminal.type(".ti")
    try terminal.wait(for: "a ghost") {
      $0.cursorRow == "dateline> .timer off" && $0.column == 13
        && $0.attributes(of: "mer off") == code(.ghost)
    }
    terminal.type("\u{1b}[C")
    try terminal.wait(for: "the text") {
      $0.cursorRow == "dateline> .timer off" && $0.column == 20
        && $0.attributes(of: "mer off") != code(.ghost)
    }
    try end(terminal)
  }

  @Test(arguments: ["\u{1b}[C", "\u{6}", "\u{5}", "\u{1b}[F"]) func takesTheSuggestion(
    key: String
  ) throws {
    let program = try Program()
    let terminal = try start(program, history: [".timer off"])
    terminal.type(".ti")
    try terminal.wait(forRow: "dateline> .timer off")
    terminal.type(key)
    try terminal.wait(for: "the text") { $0.column == 20 }
    try end(terminal)
  }

  @Test(arguments: ["\u{1b}[1;5C", "\u{1b}f"]) func takesTheSuggestionByWords(key: String) throws {
    let program = try Program()
    let terminal = try start(program, history: ["events where place = Zürich"])
    terminal.type("ev")
    try terminal.wait(forRow: "dateline> events where place = Zürich")
    terminal.type(key)
    try terminal.wait(for: "a word") { $0.column == 16 }
    terminal.type(key)
    try terminal.wait(for: "two words, and the rest as a ghost") {
      $0.column == 22 && $0.cursorRow == "dateline> events where place = Zürich"
    }
    try end(terminal)
  }

  @Test func leavesNoGhostBehind() throws {
    let program = try Program()
    let terminal = try start(program, history: [".timer off; and a good deal more"])
    terminal.type(".ti")
    try terminal.wait(forText: "a good deal more")
    terminal.type("mer\r")
    try terminal.wait(forText: "dateline> .timer\nthe timer is on")
    terminal.type(".ti")
    try terminal.wait(forRow: "dateline> .timer")
    terminal.type("\u{3}")
    try terminal.wait(forText: ".ti^C\ndateline>")
    try end(terminal)
  }

  @Test func suggestsTheRestOfAWord() throws {
    let program = try Program()
    let terminal = try start(program)
    terminal.type("enti")
    try terminal.wait(for: "a ghost") {
      $0.cursorRow == "dateline> entities" && $0.column == 14
    }
    terminal.type("\u{1b}[C\r")
    try terminal.wait(forText: "dateline> entities\n")
    try terminal.wait(forRow: "dateline>")
    try end(terminal)
  }

  // MARK: Recall

  @Test func recallsWhatBeginsAlike() throws {
    let program = try Program()
    let terminal = try start(
      program, history: ["events", "quotes", "events since 2023", "entities"])
    terminal.type("ev\u{1b}[A")
    try terminal.wait(forRow: "dateline> events since 2023")
    terminal.type("\u{1b}[A")
    try terminal.wait(forRow: "dateline> events")
    terminal.type("\u{1b}[A")
    try terminal.wait(for: "the bell") { $0.bellCount > 0 }
    terminal.type("\u{1b}[B\u{1b}[B")
    try terminal.wait(for: "what was typed") { $0.column == 12 }
    terminal.type("x")
    try terminal.wait(forRow: "dateline> evx")
    try end(terminal)
  }

  @Test func movesInsideRowsFirst() throws {
    let program = try Program()
    let terminal = try start(program, history: ["quotes", "events\n| take 5"])
    terminal.type("\u{1b}[A")
    try terminal.wait(for: "both rows") { $0.textAboveHint.hasSuffix("dateline> events\n| take 5") }
    terminal.type("\u{1b}[A")
    try terminal.wait(for: "the first row") { $0.cursorRow == "dateline> events" }
    terminal.type("\u{1b}[A")
    try terminal.wait(forRow: "dateline> quotes")
    terminal.type("\u{1b}[B")
    try terminal.wait(for: "both rows") { $0.cursorRow == "| take 5" }
    try end(terminal)
  }

  @Test(arguments: [30, 80]) func searchesAndShowsTheWholeQuery(columns: Int) throws {
    let program = try Program()
    let terminal = try start(
      program, history: ["events where place = Zürich\n| count by source", "quotes"],
      columns: columns)
    terminal.type("\u{12}zuri")
    try terminal.wait(for: "count, both rows and the match") {
      $0.rows.contains("search (1 of 1): zuri") && $0.rows.last == "| count by source"
        && $0.attributes(of: "Züri") == code(.match)
    }
    terminal.type("\t")
    try terminal.wait(for: "the query") { $0.cursorRow == "| count by source" }
    try end(terminal)
  }

  // MARK: Editing

  @Test func undoesByWordsAndPastes() throws {
    let program = try Program()
    let terminal = try start(program)
    terminal.type("quotes abc")
    try terminal.wait(forRow: "dateline> quotes abc")
    terminal.paste(" x y z")
    try terminal.wait(forRow: "dateline> quotes abc x y z")
    terminal.type("\u{1f}")
    try terminal.wait(forRow: "dateline> quotes abc")
    terminal.type("\u{18}\u{15}")
    try terminal.wait(for: "one word") { $0.cursorRow == "dateline> quotes" && $0.column == 17 }
    terminal.type("\u{1b}/")
    try terminal.wait(forRow: "dateline> quotes abc")
    terminal.type("\u{18}\u{12}")
    try terminal.wait(forRow: "dateline> quotes abc x y z")
    terminal.type("\u{15}")
    try terminal.wait(forRow: "dateline>")
    terminal.type("\u{1f}")
    try terminal.wait(forRow: "dateline> quotes abc x y z")
    try end(terminal)
  }

  @Test func cutsAndPutsBack() throws {
    let program = try Program()
    let terminal = try start(program)
    terminal.type("one two, three")
    terminal.type("\u{17}\u{17}")
    try terminal.wait(for: "one word") { $0.cursorRow == "dateline> one" && $0.column == 14 }
    terminal.type("\u{19}")
    try terminal.wait(forRow: "dateline> one two, three")
    terminal.type("\u{1b}\u{7f}\u{1b}b\u{1b}d")
    try terminal.wait(forRow: "dateline> one ,")
    terminal.type("\u{1}\u{b}")
    try terminal.wait(forRow: "dateline>")
    terminal.type("\u{19}!")
    try terminal.wait(forRow: "dateline> one , !")
    try end(terminal)
  }

  @Test func passesOverKeysThatItDoesNotKnow() throws {
    let program = try Program()
    let terminal = try start(program)
    terminal.type("a\u{1b}[1;2C\u{1b}[5~\u{1b}OP\u{1b}[15;5~\u{1b}[Zb")
    try terminal.wait(forRow: "dateline> ab")
    try end(terminal)
  }

  @Test func editsInAProgram() throws {
    let program = try Program()
    try program.folder.write(
      "#!/bin/sh\nstat -c %a \"$1\" > \"$HOME/mode\"\ncat \"$1\" > \"$HOME/seen\"\n"
        + "printf '.timer\\n| Zürich\\n' > \"$1\"\n", to: "edit")
    let terminal = try start(program, environment: ["VISUAL": "sh edit"])
    terminal.type("quotes")
    try terminal.wait(forRow: "dateline> quotes")
    terminal.type("\u{18}\u{5}")
    try terminal.wait(for: "the new text") {
      $0.textAboveHint.hasSuffix("dateline> .timer\n| Zürich")
    }
    #expect(program.folder.text(of: "mode") == "600\n")
    #expect(program.folder.text(of: "seen") == "quotes\n")
    terminal.type("\u{1f}")
    try terminal.wait(forRow: "dateline> quotes")
    try end(terminal)
  }

  @Test func keepsTheLineWhereTheProgramFails() throws {
    let program = try Program()
    let terminal = try start(program, environment: ["VISUAL": "", "EDITOR": "exit 3;"])
    terminal.type("quotes\u{18}\u{5}")
    try terminal.wait(forText: "ended with 3; the line is as it was\ndateline> quotes")
    terminal.type("!")
    try terminal.wait(forRow: "dateline> quotes!")
    try end(terminal)
  }

  @Test func saysThatThereIsNoEditor() throws {
    let program = try Program()
    let terminal = try start(program, environment: ["PATH": "/nowhere"])
    terminal.type("quotes\u{18}\u{5}")
    try terminal.wait(forText: "set VISUAL or EDITOR to the name of one\ndateline> quotes")
    try end(terminal)
  }

  @Test func redrawsColoursInAnotherSizeAndAfterAStop() throws {
    let program = try Program()
    let terminal = try start(program, columns: 60)
    terminal.type("events where place = Zürich and status = happened")
    try terminal.wait(for: "colours") { $0.attributes(of: "and") == code(.keyword) }
    terminal.resize(columns: 34, rows: 20)
    try terminal.wait(for: "colours in the new size") {
      $0.rowsAboveHint.last == "ich and status = happened"
        && $0.attributes(of: "where") == code(.keyword)
    }
    terminal.send(SIGCONT)
    terminal.type(" where")
    try terminal.wait(for: "colours") {
      $0.cursorRow.hasSuffix(" where") && $0.attributes(of: "where") == code(.keyword)
    }
    try end(terminal)
  }

  @Test(arguments: ["", "bind -v\n"]) func standsALineTallerThanTheScreen(settings: String) throws {
    let program = try Program()
    try program.folder.write(settings, to: ".editrc")
    let terminal = try start(program, columns: 20, rows: 4)
    terminal.type(String(repeating: "on and ", count: 40))
    terminal.type(settings.isEmpty ? "\u{1}\u{5}" : "\u{1b}")
    if !settings.isEmpty {
      terminal.readAll()
      terminal.type("0$a")
    }
    terminal.type(String(repeating: "x", count: 60) + "the end")
    try terminal.wait(for: "the end") { $0.textAboveHint.hasSuffix("the end") }
    terminal.type("\u{15}short")
    try terminal.wait(for: "a short line") { $0.textAboveHint.hasSuffix("short") }
    try end(terminal)
  }

  // MARK: vi

  @Test func knowsViKeys() throws {
    let program = try Program()
    try program.folder.write("bind -v\n", to: ".editrc")
    let terminal = try start(program, history: [".timer off", ".timer on"])
    terminal.type(".t")
    try terminal.wait(forRow: "dateline> .timer on")
    terminal.type("\u{1b}[C")
    try terminal.wait(for: "the suggestion") { $0.column == 19 }
    terminal.type("\u{15}\u{1b}[A\u{1b}[A")
    try terminal.wait(forRow: "dateline> .timer off")
    terminal.type("\u{12}timer on")
    try terminal.wait(forText: "search (1 of 1): timer on")
    terminal.type("\t")
    try terminal.wait(forRow: "dateline> .timer on")
    terminal.type("\u{15}.form\t")
    try terminal.wait(for: "a completion") {
      $0.cursorRow == "dateline> .format" && $0.column == 18
    }
    // Escape, and commands: to the start, two words on, away with the rest, undo.
    terminal.type("abc\u{1b}")
    try terminal.wait(for: "command mode") { $0.column == 20 }
    terminal.type("0D")
    try terminal.wait(forRow: "dateline>")
    terminal.type("u")
    try terminal.wait(forRow: "dateline> .format abc")
    terminal.type("k")
    try terminal.wait(forRow: "dateline> .timer on")
    terminal.type("\r")
    try terminal.wait(forText: "dateline> .timer on\ndateline>")
    terminal.type("\u{4}")
    #expect(try terminal.waitForExit() == 0)
  }

  @Test func lineByLineOfEditrcCounts() throws {
    let program = try Program()
    try program.folder.write(
      "dateline:bind -v\nother:bind ^T ed-move-to-end\nbind ^T ed-move-to-beg\n# bind -e\n",
      to: ".editrc")
    let terminal = try start(program)
    terminal.type("ntities\u{14}e")
    try terminal.wait(forRow: "dateline> entities")
    terminal.type("\u{1b}[F")
    try terminal.wait(for: "the end") { $0.column == 18 }
    try end(terminal)
  }
}
