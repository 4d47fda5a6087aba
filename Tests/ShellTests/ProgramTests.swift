import Foundation
import Testing

/// Runs the program without a terminal.
@Suite struct ProgramTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var arguments: [String]
    var exitCode: Int32
    var testDescription: String { arguments.joined(separator: " ") }
  }

  @Test(arguments: [
    Case(arguments: ["--no-such-option"], exitCode: 2),
    Case(arguments: ["--format", "xml"], exitCode: 2),
    Case(arguments: ["--today", "3/4/2023"], exitCode: 2),
    Case(arguments: ["--today", "2023-02-30"], exitCode: 2),
    Case(arguments: ["--param", "=x"], exitCode: 2),
    Case(arguments: ["--color", "sometimes"], exitCode: 2),
    Case(arguments: ["-c"], exitCode: 2),
    Case(arguments: ["--help"], exitCode: 0),
    Case(arguments: ["--version"], exitCode: 0),
    Case(arguments: ["-c", "events", "no-such-folder"], exitCode: 3),
    Case(arguments: ["--aliases", "no-such-file", "-c", "events", "articles"], exitCode: 3),
  ])
  func endsWith(example: Case) throws {
    let program = try Program()
    let run = try program.run(example.arguments)
    #expect(run.exitCode == example.exitCode)
    #expect(run.output.isEmpty == (example.exitCode != 0))
    #expect(run.error.isEmpty == (example.exitCode == 0))
  }

  @Test func namesWhatIsNotLoaded() throws {
    let program = try Program()
    let run = try program.run(["-c", "events", "Çelik.txt"])
    #expect(run.error.contains("'Çelik.txt'"))
  }

  @Test func answersInTheFormatThatIsAskedFor() throws {
    let program = try Program()
    let query = "articles | show id, title"
    let plain = try program.run(["-c", query, "articles"])
    #expect(plain.output == "id\ttitle\nvisit\tMinister visits Zürich\n")
    #expect(plain.error.isEmpty)
    #expect(plain.exitCode == 0)
    let json = try program.run([
      "--format", "jsonl", "articles", "-c", query, "-c", "articles | take 0",
    ])
    #expect(json.output == "{\"id\":\"visit\",\"title\":\"Minister visits Zürich\"}\n")
  }

  @Test func saysWhyAndReadsAliasFilesWithoutATerminal() throws {
    let program = try Program()
    let why = try program.run(["-c", "articles\n.why 1", "articles"])
    #expect(why.output.contains("\narticle visit\n  title  "))
    #expect(why.exitCode == 0)
    let none = try program.run(["-c", ".why", "articles"])
    #expect(none.exitCode == 1)
    try program.folder.write("Nobody = Somebody\n", to: "names")
    let listed = try program.run(["--aliases", "names", "-c", ".aliases", "articles"])
    #expect(listed.output.hasPrefix("Nobody = Somebody"))
    #expect(try program.run(["-c", ".alias X = Y", "articles"]).exitCode == 0)
    #expect(program.folder.text(of: "articles/dateline.aliases") == nil)
  }

  @Test func runsScriptsThenQueries() throws {
    let program = try Program()
    try program.folder.write(
      "#!/usr/bin/env -S dateline -f\nparam t = nothing\narticles where title ~ $t | show id\n",
      to: "Öffnung.dql")
    let run = try program.run([
      "-c", "articles | count", "-f", "Öffnung.dql", "--param", "t=Zürich", "articles",
    ])
    #expect(run.error.isEmpty)
    #expect(run.output == "id\nvisit\ncount\n1\n")
    let fromInput = try program.run(
      ["-f", "-", "articles"], input: "articles | show id\n.format csv\narticles | count\n")
    #expect(fromInput.output == "id\nvisit\ncount\r\n1\r\n")
  }

  @Test(arguments: [false, true]) func answersStatementsOfItsInput(throughPipe: Bool) throws {
    let program = try Program()
    let run = try program.run(
      ["articles"], input: "articles | show id\n\nno such table\n\narticles | count",
      throughPipe: throughPipe)
    #expect(run.output == "id\nvisit\ncount\n1\n")
    #expect(run.error.contains("error["))
    #expect(run.exitCode == 1)
  }

  @Test func stopsAtTheFirstErrorOfAScript() throws {
    let program = try Program()
    try program.folder.write("no such table;\narticles;\n", to: "a.dql")
    let run = try program.run(["-f", "a.dql", "-c", "articles", "articles"])
    #expect(run.output.isEmpty)
    #expect(run.exitCode == 1)
  }

  @Test func failsOnAnEmptyResultOnRequest() throws {
    let program = try Program()
    let arguments = ["-c", "articles | take 0", "articles"]
    #expect(try program.run(arguments).exitCode == 0)
    let run = try program.run(["--fail-empty"] + arguments)
    #expect(run.exitCode == 4)
    #expect(!run.output.isEmpty)
  }

  @Test func standsInputThatIsNoText() throws {
    let program = try Program()
    for bytes in [
      [0x61, 0x00, 0x62, 0x0a], [0xff, 0xfe, 0x0a], [UInt8](repeating: 0x28, count: 100_000),
    ] {
      for throughPipe in [false, true] {
        let run = try program.run(["articles"], input: Data(bytes), throughPipe: throughPipe)
        #expect(run.exitCode == 1)
        #expect(run.error.contains("error"))
        #expect(run.error.unicodeScalars.allSatisfy { $0 == "\n" || $0.value >= 0x20 })
      }
    }
  }

  @Test func coloursOnRequest() throws {
    let program = try Program()
    let plain = try program.run(["-c", "no such table", "articles"])
    #expect(!plain.error.contains("\u{1b}["))
    let colored = try program.run(["--color", "always", "-c", "no such table", "articles"])
    #expect(colored.error.contains("\u{1b}["))
  }
}
