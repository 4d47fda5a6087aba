import Foundation
import NewsSession
import Testing

@testable import Shell

@Suite struct ShellScriptsTests {
  @Test(arguments: [
    (".nonsense", "there is no command '.nonsense'"), (".helpp", "did you mean '.help'?"),
    (".h", "'.h' is not clear: .help, .hint, .history"), (".quit now", "'.quit' takes nothing"),
    (".load", "'.load' needs more: .load PATH..."), (".timer on off", "'.timer' takes less"),
    (".format jsonn", "did you mean 'json'?"), (".timer perhaps", "neither on nor off"),
    (".read /no/such/file", "cannot be read: No such file"), (".read /tmp", "cannot be read"),
    (".help no such topic", "there is no help on 'no such topic'"),
    (".help evnts", "did you mean 'events'"), (".load /no/such/file", "is not loaded"),
    (".\u{e9}\u{1b}[2J", "␛[2J"),
  ])
  func refuses(command: String, message: String) {
    let fixture = ShellFixture()
    #expect(fixture.shell.run(command: command) == .failed)
    #expect(fixture.messages.text.contains(message))
    #expect(!fixture.messages.text.contains("\u{1b}"))
  }

  @Test func standsAHugeCommand() {
    let fixture = ShellFixture()
    let word = String(repeating: "ş", count: 1_000_000)
    for command in [".", ".help ", ".format ", ".load ", ".read "] {
      #expect(fixture.shell.run(command: command + word) == .failed)
    }
    #expect(fixture.messages.text.utf8.count < 5_000)
  }

  @Test func runsCommandsAndStopsAtTheFirstError() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(".timer off\n.nonsense\n.format json\n", to: "Übung.dql")
    let fixture = ShellFixture()
    #expect(!fixture.shell.run(script: path))
    #expect(!fixture.shell.showsTime)
    #expect(fixture.shell.format == .tsv)
    #expect(fixture.shell.status == .queryError)
  }

  @Test func endsAScriptAtQuit() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(".timer off\n.quit\n.nonsense\n", to: "a.dql")
    let fixture = ShellFixture()
    fixture.shell.run(script: path)
    #expect(fixture.shell.status == .success)
    #expect(!fixture.shell.showsTime)
  }

  @Test func refusesAScriptThatReadsItself() throws {
    let folder = try TemporaryFolder()
    let first = folder.path(of: "a.dql")
    try folder.write(".read \(folder.path(of: "b.dql"))\n", to: "a.dql")
    try folder.write(".read \(folder.path)/./a.dql\n", to: "b.dql")
    let fixture = ShellFixture()
    #expect(!fixture.shell.run(script: first))
    #expect(fixture.messages.text.contains("a.dql' reads itself"))
    // It may be read again afterwards.
    try folder.write(".timer off\n", to: "b.dql")
    #expect(fixture.shell.run(script: first))
  }

  @Test func refusesAScriptThatIsNotText() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(.init([0x61, 0x0a, 0xff]), to: "a.dql")
    let fixture = ShellFixture()
    #expect(!fixture.shell.run(script: path))
    #expect(fixture.messages.text.contains("is not UTF-8 (line 2)"))
  }

  @Test func readsAScriptWithAByteOrderMark() throws {
    let folder = try TemporaryFolder()
    let fixture = ShellFixture()
    #expect(fixture.shell.run(script: try folder.write("\u{feff}.timer off", to: "a.dql")))
    #expect(!fixture.shell.showsTime)
  }

  @Test func runsLinesAsTheyCome() {
    let fixture = ShellFixture()
    var seen: [String] = []
    let lines = ["nonsense", ";", "nonsense;", "# no end;", "", ".timer off", "more nonsense"]
    let reader = ScriptedReader(lines.map { .line($0) }) { _, _ in
      seen.append("\(fixture.messages.text.components(of: "error[").count - 1)")
    }
    #expect(fixture.shell.runLines(of: reader) == .failed)
    // Before each line, and before the end: how many errors were shown.
    #expect(seen == ["0", "0", "1", "2", "2", "2", "2", "2"])
    #expect(fixture.messages.text.components(of: "error[").count - 1 == 3)
    #expect(!fixture.shell.showsTime)
  }

  @Test func goesOnAfterALineThatIsTooLong() {
    let fixture = ShellFixture()
    let reader = ScriptedReader([.tooLong, .line(".timer off")])
    #expect(fixture.shell.runLines(of: reader) == .failed)
    #expect(fixture.messages.text.contains("longer than 1 MiB"))
    #expect(!fixture.shell.showsTime)
  }

  @Test func stopsAtAnInterruption() {
    let fixture = ShellFixture()
    let reader = ScriptedReader([.line("half"), .interrupted, .line(".timer off")])
    #expect(fixture.shell.runLines(of: reader) == .interrupted)
    #expect(fixture.shell.showsTime)
  }
}

@Suite struct ShellDialogueTests {
  @Test func keepsWhatWasTyped() {
    let fixture = ShellFixture(isDialogue: true)
    fixture.type(".timer off", " .timer on", "", "nonsense")
    #expect(fixture.shell.history.entries == [".timer off", "nonsense"])
    #expect(fixture.shell.showsTime)
    #expect(fixture.shell.status == .success)
  }

  @Test func goesOnUntilAStatementIsWhole() {
    var prompts: [Prompt] = []
    let fixture = ShellFixture(isDialogue: true)
    let reader = ScriptedReader([
      .line("events where"), .line("place = Zürich |"), .line("take 1"), .line("events where"),
      .interrupted, .line("events where"), .line(""),
    ]) { prompt, _ in prompts.append(prompt) }
    fixture.shell.runDialogue(with: reader)
    #expect(
      prompts == [
        .statement, .continuation, .continuation, .statement, .continuation, .statement,
        .continuation, .statement,
      ])
    #expect(
      fixture.shell.history.entries == [
        "events where\nplace = Zürich |\ntake 1", "events where",
      ])
  }

  @Test func saysThatWhatStandsBelowAnErrorWasNotRun() {
    let fixture = ShellFixture(isDialogue: true)
    let reader = ScriptedReader([.line("events | group by type"), .line("articles | count")])
    fixture.shell.runDialogue(with: reader)
    #expect(fixture.messages.take().contains("what stands below it was not run"))
    fixture.shell.runDialogue(with: ScriptedReader([.line("events | gruop by type: count")]))
    #expect(!fixture.messages.take().contains("was not run"))
  }

  @Test func endsAtQuit() {
    let fixture = ShellFixture(isDialogue: true)
    fixture.type(".quit", ".timer off")
    #expect(fixture.shell.showsTime)
  }

  @Test func listsTheHistory() {
    let history = History()
    ["events\n| take 1", "quotes where speaker = Çelik", "entities\u{7f}"].forEach {
      history.add($0)
    }
    let fixture = ShellFixture(isDialogue: true, history: history)
    #expect(fixture.shell.run(command: ".history celik") == .done)
    #expect(fixture.messages.take() == "  quotes where speaker = Çelik\n")
    #expect(fixture.shell.run(command: ".history") == .done)
    #expect(
      fixture.messages.take()
        == "  events\n     | take 1\n  quotes where speaker = Çelik\n  entities␡\n")
    #expect(fixture.shell.run(command: ".history zzz") == .done)
    #expect(fixture.messages.text == "no entry holds 'zzz'\n")
  }
}

extension String {
  fileprivate func components(of separator: String) -> [Substring] {
    split(separator: separator, omittingEmptySubsequences: false)
  }
}
