import Foundation
import Testing

/// Drives the program on a terminal and looks at how results are shown.
@Suite struct OutputTests {
  /// A program whose folder `visits` tells of many visits, one an article.
  private func program(visits: Int = 12) throws -> Program {
    let program = try Program()
    for number in 1...visits {
      let day = String(format: "%02d", number % 28 + 1)
      try program.folder.write(
        """
        ---
        title: Visit \(number)
        source: Landbote
        published: 2024-03-\(day)
        url: https://landbote.example/visits/\(number)
        ---
        President Jürg Müller visited Vienna on 2024-03-\(day). He met Ayşe Yıldız in Bern.
        """, to: "visits/visit-\(number).txt")
    }
    return program
  }

  private func start(
    _ program: Program, _ environment: [String: String] = [:], options: [String] = [],
    columns: Int = 80, rows: Int = 24
  ) throws -> PseudoTerminal {
    let terminal = try program.onTerminal(
      ["--no-init"] + options + ["visits"], environment: environment, columns: columns, rows: rows)
    try terminal.wait(forRow: "dateline>")
    return terminal
  }

  /// A pager that says so, and shows how many lines it was given.
  private func writePager(_ program: Program, _ script: String) throws -> String {
    let path = try program.folder.write("#!/bin/sh\n" + script + "\n", to: "pager.sh")
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
    return path
  }

  private func end(_ terminal: PseudoTerminal) throws {
    try terminal.wait(forRow: "dateline>")
    #expect(terminal.screen.text.isEmpty == false)
    terminal.type(".quit\r")
    #expect(try terminal.waitForExit() == 0)
    #expect(terminal.isCooked)
  }

  @Test func showsLongResultsInAPager() throws {
    let program = try program(visits: 60)
    let pager = try writePager(program, "n=$(wc -l); echo \"$n lines were paged\"")
    let terminal = try start(program, ["PAGER": pager])
    terminal.type("articles\r")
    try terminal.wait(forText: "62 lines were paged\n60 articles")
    terminal.type("articles | take 3\r")
    try terminal.wait(forText: "3 articles")
    #expect(terminal.screen.text.contains("visit-"))
    try end(terminal)
  }

  @Test func prefersItsOwnPagerAndTakesNoneForAnEmptyOne() throws {
    let program = try program(visits: 60)
    let pager = try writePager(program, "cat >/dev/null; echo mine")
    let terminal = try start(program, ["PAGER": "cat >/dev/null", "DATELINE_PAGER": pager])
    terminal.type("articles\r")
    try terminal.wait(forText: "mine\n60 articles")
    terminal.type(".pager off\r")
    try terminal.wait(forRow: "dateline>")
    terminal.type("articles | show id\r")
    try terminal.wait(forText: "40 of 60 articles")
    terminal.type(".pager\r")
    try terminal.wait(forText: "there is no pager")
    terminal.type(".pager echo \"a  b\"\r")
    try terminal.wait(forRow: "dateline>")
    terminal.type("articles\r")
    try terminal.wait(forText: "a  b\n60 articles")
    try end(terminal)
  }

  @Test func survivesAPagerThatIsLeftEarly() throws {
    let program = try program(visits: 60)
    let terminal = try start(program, ["PAGER": "head -n 2"])
    terminal.type("reports\r")
    try terminal.wait(forText: "reports (")
    terminal.type("articles | count\r")
    try terminal.wait(forText: "60\n1 row")
    try end(terminal)
  }

  @Test(arguments: ["no-such-pager-at-all", "false"])
  func writesPlainlyWhereThePagerFails(pager: String) throws {
    let program = try program(visits: 60)
    let terminal = try start(program, ["PAGER": pager], rows: 60)
    terminal.type("articles | show id\r")
    try terminal.wait(forText: "40 of 60 articles")
    #expect(terminal.screen.text.contains("the pager '\(pager)' failed"))
    terminal.type("articles | show title\r")
    try terminal.wait(forText: "40 of 60 articles (")
    try end(terminal)
  }

  @Test func leavesLessAtQ() throws {
    guard FileManager.default.isExecutableFile(atPath: "/usr/bin/less") else { return }
    let program = try program(visits: 60)
    let terminal = try start(program, ["PAGER": "less -FRSX"])
    terminal.type("articles\r")
    try terminal.wait(for: "the prompt of less") { $0.cursorRow == ":" }
    terminal.type("q")
    try terminal.wait(forText: "60 articles")
    try end(terminal)
  }

  @Test func writesTheNextResultToAFile() throws {
    let program = try program()
    let terminal = try start(program)
    terminal.type(".once \"two rows.csv\"\r")
    try terminal.wait(forText: "the next result goes to 'two rows.csv' as csv")
    terminal.type("articles | take 2 | show source\r")
    try terminal.wait(forText: "2 articles written to 'two rows.csv'")
    #expect(program.folder.text(of: "two rows.csv") == "source\r\nLandbote\r\nLandbote\r\n")
    terminal.type("articles | take 1 | show source\r")
    try terminal.wait(forText: "1 article (")
    terminal.type(".last json\r")
    try terminal.wait(forText: "{\"source\":\"Landbote\"}")
    terminal.type(".last\r")
    try terminal.wait(for: "the table again") {
      $0.text.components(separatedBy: "1 article (").count == 4
    }
    try end(terminal)
  }

  @Test func keepsTheSessionWhenAFileCannotBeWritten() throws {
    let program = try program()
    let terminal = try start(program)
    terminal.type(".once no/such/folder.csv\r")
    try terminal.wait(forText: "cannot be written: No such file")
    terminal.type(".once /dev/full\r")
    try terminal.wait(forText: "the next result goes")
    terminal.type("articles | count\r")
    try terminal.wait(forText: "cannot be written: No space left")
    terminal.type("articles | count\r")
    try terminal.wait(forText: "12\n1 row")
    try end(terminal)
  }

  @Test func showsARowAsACard() throws {
    let program = try program()
    let terminal = try start(program)
    terminal.type("articles | oldest | show id, title\r")
    try terminal.wait(forText: "12 articles")
    terminal.type(".last 2\r")
    try terminal.wait(forText: "   id  visit-2\ntitle  Visit 2")
    terminal.type(".last 13\r")
    try terminal.wait(forText: "there is no row 13: the last result has rows 1 to 12")
    try end(terminal)
  }

  @Test func numbersRowsInADialogueOnly() throws {
    let program = try program()
    let terminal = try start(program)
    terminal.type("articles | oldest | take 2 | show title\r")
    try terminal.wait(forText: "   title\n─  ───────\n1  Visit 1\n2  Visit 2")
    try end(terminal)
    let run = try program.run(
      ["--format", "table", "-c", "articles | oldest | take 2 | show title", "visits"])
    #expect(run.output == "title\n───────\nVisit 1\nVisit 2\n")
  }

  @Test func turnsATableIntoCardsOnANarrowScreen() throws {
    let program = try program()
    let terminal = try start(program, columns: 30)
    terminal.type("events | take 2\r")
    try terminal.wait(forText: "2 events")
    #expect(terminal.screen.text.contains("── 2 ──"))
    #expect(terminal.screen.rows.allSatisfy { $0.count <= 30 })
    try end(terminal)
  }

  @Test func drawsInASCIIWhereTheTerminalKnowsNoMore() throws {
    let program = try program()
    let terminal = try start(program, ["LC_ALL": "C"])
    terminal.type("articles | count by source\r")
    try terminal.wait(forText: "--------  -----")
    terminal.type("articles | chart by month\r")
    try terminal.wait(forText: "####")
    terminal.type("events | timeline\r")
    try terminal.wait(forText: " events")
    #expect(!terminal.screen.text.contains { "─│●█┴└".contains($0) })
    try end(terminal)
  }

  @Test func showsOnlyTextOnADumbTerminal() throws {
    let program = try program(visits: 60)
    let terminal = try program.onTerminal(
      ["--no-init", "visits"], environment: ["TERM": "dumb", "PAGER": "echo paged"])
    try terminal.wait(forRow: "dateline>")
    terminal.type("articles | show url\r")
    try terminal.wait(forText: "40 of 60 articles")
    #expect(!terminal.output.contains("\u{1b}]8"))
    #expect(!terminal.screen.text.contains("paged"))
    terminal.type("\u{4}")
    #expect(try terminal.waitForExit() == 0)
  }

  @Test func linksArticlesToTheirAddresses() throws {
    let program = try program()
    let terminal = try start(program)
    terminal.type("articles | oldest | take 1 | show id, url\r")
    try terminal.wait(forText: "1 article")
    let link = "\u{1b}]8;;https://landbote.example/visits/1\u{1b}\\"
    #expect(terminal.output.contains(link + "visit-1\u{1b}]8;;\u{1b}\\"))
    #expect(terminal.screen.text.contains("visit-1  https://landbote.example/visits/1"))
    terminal.type(".links off\r")
    try terminal.wait(forRow: "dateline>")
    let before = terminal.output.components(separatedBy: link).count
    terminal.type(".last\r")
    try terminal.wait(for: "the result again") {
      $0.text.components(separatedBy: "1 article").count == 3
    }
    #expect(terminal.output.components(separatedBy: link).count == before)
    try end(terminal)
  }

  @Test func tellsHowFarLoadingHasCome() throws {
    let program = try program(visits: 150)
    let terminal = try program.onTerminal(["--no-init", "visits"])
    try terminal.wait(forText: "reading: ")
    try terminal.wait(for: "numbers") { $0.text.contains(" of 150 articles, ") }
    try terminal.wait(forRow: "dateline>")
    #expect(!terminal.screen.text.contains("reading: "))
    try end(terminal)
  }
}
