import Diagnostics
import NewsSession
import Testing

@testable import Shell

@Suite struct ViewCommandTests {
  @Test func theRestOfTheLineIsAQuery() throws {
    let line = try #require(DotCommandLine(".ast events where place = \"Port  Said\"  "))
    #expect(line.name == "ast")
    #expect(line.rest == "events where place = \"Port  Said\"")
    #expect(DotCommandLine(".ast")?.rest == "")
  }

  @Test func viewsSayWhatTheyShow() {
    let made = ShellFixture()
    #expect(made.shell.run(command: ".tokens events | take 2") == .done)
    #expect(made.results.text.contains("keyword\ttake"))
    #expect(made.shell.run(command: ".ast events where not place = Oslo") == .done)
    #expect(made.results.text.contains("└─ not"))
    #expect(made.shell.run(command: ".types events | count by month") == .done)
    #expect(made.results.text.contains("groups\tmonth: date"))
    #expect(made.shell.run(command: ".plan events | newest | take 2") == .done)
    #expect(made.results.text.contains("top 2 by date desc"))
  }

  @Test func viewsNeedAQuery() {
    let made = ShellFixture()
    #expect(made.shell.run(command: ".plan") == .failed)
    #expect(made.messages.text.contains("there is no last query"))
    #expect(made.shell.run(command: ".types events where aktor = X") == .failed)
    #expect(made.messages.text.contains("did you mean 'actor'?"))
  }

  @Test func fixMendsAllErrorsAndRuns() {
    let made = ShellFixture()
    #expect(made.shell.run(query: "evnts where aktor = Oslo sotr by date") == false)
    #expect(made.shell.run(command: ".fix") == .done)
    #expect(made.shell.session.hasLastQuery)
    #expect(made.shell.run(command: ".fix") == .failed)
  }

  @Test func fixTakesTheChoiceThatIsAskedFor() {
    let made = ShellFixture()
    _ = made.shell.run(query: "articles where words > 3 words < 5")
    #expect(made.shell.run(command: ".fix 2") == .done)
    #expect(made.shell.run(command: ".ast") == .done)
    #expect(made.results.text.contains("└─ or"))
  }

  @Test func fixOwnsUpWhereItCannotHelp() {
    let made = ShellFixture()
    _ = made.shell.run(query: "events where score = many")
    #expect(made.shell.run(command: ".fix") == .failed)
    #expect(made.messages.text.contains("no sure way"))
    #expect(made.shell.run(command: ".fix nought") == .failed)
  }
}
