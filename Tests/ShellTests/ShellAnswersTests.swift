import NewsSession
import Testing

@testable import Shell

@Suite struct ShellAnswersTests {
  @Test func showsRowsAndAFooterOnATerminal() {
    let fixture = ShellFixture(columns: 60)
    #expect(fixture.shell.show(Answer(text: "events", rows: 2)) == .done)
    #expect(fixture.results.text.contains("Zürich 1"))
    #expect(fixture.messages.text == "2 events (0.4 ms)\n")
  }

  @Test func writesNothingButRowsElsewhere() {
    let fixture = ShellFixture()
    #expect(fixture.shell.show(Answer(text: "events", rows: 2)) == .done)
    #expect(fixture.results.text == "place\nZürich 0\nZürich 1\n")
    #expect(fixture.messages.text.isEmpty)
  }

  @Test func cutsALongTableInADialogueOnly() {
    let answer = Answer(text: "events", rows: 50)
    let dialogue = ShellFixture(columns: 60, isDialogue: true)
    #expect(dialogue.shell.show(answer) == .done)
    #expect(dialogue.results.text.contains("Zürich 39"))
    #expect(!dialogue.results.text.contains("Zürich 40"))
    #expect(dialogue.messages.text.hasPrefix("40 of 50 events"))
    #expect(dialogue.messages.text.contains("'| skip 40' shows more"))
    let script = ShellFixture(columns: 60)
    #expect(script.shell.show(answer) == .done)
    #expect(script.results.text.contains("Zürich 49"))
  }

  @Test func leavesOutTheTimeOnRequest() {
    let fixture = ShellFixture(columns: 60)
    fixture.shell.showsTime = false
    _ = fixture.shell.show(Answer(text: "events", rows: 1))
    #expect(fixture.messages.text == "1 event\n")
  }

  @Test func countsWhatIsLeftOut() {
    let fixture = ShellFixture(columns: 60)
    var answer = Answer(text: "events", rows: 1)
    answer.unknownCount = 1204
    answer.unkeyedCount = 3
    _ = fixture.shell.show(answer)
    #expect(
      fixture.messages.text.hasPrefix(
        "1 event, 1,204 left out because a value is unknown, 3 not counted because the key is"))
  }

  @Test func tellsWhichStepLeftNothing() {
    let fixture = ShellFixture()
    var answer = Answer(text: "events", rows: 0)
    answer.trail = [
      .init(text: "events", count: 1204), .init(text: "place = Zürich", count: 0),
      .init(text: "actor = \u{1b}[2J", count: 0),
    ]
    #expect(fixture.shell.show(answer) == .done)
    #expect(
      fixture.messages.text == """
          1,204  events
              0  place = Zürich  <- leaves nothing
              0  actor = ␛[2J

        """)
    #expect(fixture.shell.status == .success)
  }

  @Test func failsOnAnEmptyResultOnRequest() {
    let fixture = ShellFixture(settings: ShellSettings(failsOnEmpty: true))
    _ = fixture.shell.show(Answer(text: "events", rows: 1))
    #expect(fixture.shell.status == .success)
    _ = fixture.shell.show(Answer(text: "events", rows: 0))
    #expect(fixture.shell.status == .empty)
  }

  @Test func drawsDiagnostics() {
    let fixture = ShellFixture()
    var answer = Answer(source: SourceText(name: "query", text: "events where plaçe = 東京 oops"))
    answer.diagnostics = [
      Diagnostic(code: "E001", message: "no", range: SourceRange(29, 33), hints: ["try 'place'"])
    ]
    #expect(fixture.shell.show(answer) == .failed)
    #expect(fixture.messages.text.contains("error[E001]: no"))
    #expect(fixture.messages.text.contains("1 | events where plaçe = 東京 oops\n"))
    #expect(fixture.messages.text.contains("  |                           ^^^^\n"))
    #expect(fixture.results.text.isEmpty)
  }

  @Test func saysThatAQueryWasCancelled() {
    let fixture = ShellFixture()
    var answer = Answer(source: SourceText(name: "query", text: "events"))
    answer.isCancelled = true
    answer.seconds = 2.34
    #expect(fixture.shell.show(answer) == .interrupted)
    #expect(fixture.messages.text == "error: cancelled after 2.3 s\n")
    fixture.shell.note(.interrupted)
    #expect(fixture.shell.status == .interrupted)
  }

  @Test func writesToAFileOnRequest() throws {
    let folder = try TemporaryFolder()
    let fixture = ShellFixture(columns: 40, isDialogue: true)
    let path = folder.path(of: "Çıktı.jsonl")
    #expect(fixture.shell.run(command: ".output \(path)") == .done)
    _ = fixture.shell.show(Answer(text: "events", rows: 45))
    #expect(fixture.results.text.isEmpty)
    #expect(folder.text(of: "Çıktı.jsonl")?.split(separator: "\n").count == 45)
    #expect(folder.text(of: "Çıktı.jsonl")?.hasPrefix("{\"place\":\"Zürich 0\"}\n") == true)
    #expect(fixture.shell.run(command: ".output") == .done)
    #expect(fixture.shell.format == .table)
    _ = fixture.shell.show(Answer(text: "events", rows: 1))
    #expect(fixture.results.text.contains("Zürich 0"))
  }

  @Test func reportsAFileThatCannotBeWritten() throws {
    let fixture = ShellFixture()
    #expect(fixture.shell.run(command: ".output /no/such/folder/x.csv") == .failed)
    #expect(fixture.messages.text.contains("cannot be written: No such file"))
    #expect(fixture.shell.run(command: ".output /dev/full") == .done)
    #expect(fixture.shell.show(Answer(text: "events", rows: 1)) == .failed)
    #expect(fixture.messages.text.contains("cannot be written: No space left"))
    #expect(fixture.shell.show(Answer(text: "events", rows: 1)) == .done)
    #expect(!fixture.results.text.isEmpty)
  }

  @Test(arguments: [
    (0.0, "0.0 ms"), (0.00042, "0.4 ms"), (0.00994, "9.9 ms"), (0.00996, "10 ms"), (0.5, "500 ms"),
    (0.9996, "1.0 s"), (75.25, "75.3 s"), (-1, "0.0 ms"), (.infinity, "?"), (.nan, "?"),
  ])
  func writesTimes(seconds: Double, text: String) {
    #expect(duration(seconds) == text)
  }

  @Test(arguments: [
    (0, "events", "0 events"), (1, "entities", "1 entity"), (1, "rows", "1 row"),
    (1_234_567, "rows", "1,234,567 rows"), (999, "rows", "999 rows"), (1000, "rows", "1,000 rows"),
  ])
  func writesCounts(count: Int, noun: String, text: String) {
    #expect(counted(count, noun) == text)
  }

  @Test(
    arguments: [
      ("a.csv", ResultFormat.csv), ("a.TSV", .tsv), ("a.b.json", .json), ("a.md", .markdown),
      ("a.htm", .html), ("a.txt", nil), ("csv", nil), ("", nil),
    ] as [(String, ResultFormat?)])
  func knowsFormatsByEndings(name: String, format: ResultFormat?) {
    #expect(ResultFormat(fileName: name) == format)
  }
}
