import Diagnostics
import Testing

@testable import QueryLanguage

@Suite struct StatementTests {
  private func split(_ text: String) -> [String] {
    let source = SourceText(name: "test", text: text)
    return StatementSplitter.statements(in: text).map { source.slice($0) }
  }

  @Test(arguments: [
    ("", []),
    ("# nothing\n\n", []),
    ("events", ["events"]),
    ("events; articles", ["events", "articles"]),
    (";;events;;", ["events"]),
    ("events\n\narticles", ["events", "articles"]),
    ("events\n| take 5\n\narticles", ["events\n| take 5", "articles"]),
    ("events\n\n  | take 5", ["events\n\n  | take 5"]),
    ("events where a = \"x;\n\ny\"", ["events where a = \"x;\n\ny\""]),
    ("events where t in (a,\n\n b)\n\narticles", ["events where t in (a,\n\n b)", "articles"]),
    ("events where (a = b\n\narticles", ["events where (a = b", "articles"]),
    ("events where a = \"x\n\narticles", ["events where a = \"x", "articles"]),
    (
      "#!/usr/bin/env -S dateline -f\n## Says\nparam who = Ada\nevents\n",
      ["param who = Ada", "events"]
    ),
    ("let n = 5\nlet m = 6\nevents", ["let n = 5", "let m = 6", "events"]),
    (".format csv\nevents\n.quit", [".format csv", "events\n.quit"]),
    ("events # all; of them\n| count", ["events # all; of them\n| count"]),
    ("events\n# between\n\narticles", ["events", "articles"]),
    ("events\r\n\r\narticles", ["events", "articles"]),
    (
      "events\narticles | count\nquotes where verb = say",
      ["events", "articles | count", "quotes where verb = say"]
    ),
    (
      "events where actor = Ada\nevents since 2023",
      ["events where actor = Ada", "events since 2023"]
    ),
    ("events |\narticles", ["events |\narticles"]),
    ("events where title ~\narticles", ["events where title ~\narticles"]),
    ("events\n  articles", ["events\n  articles"]),
    (
      "events where actor = Daily\nArticles Review", ["events where actor = Daily\nArticles Review"]
    ),
    (
      "define a = events\ndefine b(c) = a | take 5\nevents",
      ["define a = events", "define b(c) = a | take 5", "events"]
    ),
    ("events\nvisits(Ada)\nvisits (Ada)", ["events", "visits(Ada)\nvisits (Ada)"]),
    (
      "events\npaths from A to B\nneighbours of A\npaths of glory",
      ["events", "paths from A to B", "neighbours of A\npaths of glory"]
    ),
    (
      "events where actor in (\nentities\n\n| take 5\n)\nevents | only (\nevents;\n)",
      [
        "events where actor in (\nentities\n\n| take 5\n)", "events | only (\nevents;\n)",
      ]
    ),
    ("define x =\nevents\n| take 5", ["define x =\nevents\n| take 5"]),
  ])
  func statements(_ text: String, _ expected: [String]) {
    #expect(split(text) == expected)
  }

  @Test func rangesOfAScriptServeTheParser() {
    let script = "param who = Ada\n\n# a note\nevnts where actor = $who; events | take 5"
    let ranges = StatementSplitter.statements(in: script)
    #expect(ranges.count == 3)
    let parsed = ranges.map { Parser.statement(script, range: $0) }
    #expect(
      parsed[0].tree
        == .assignment(
          Assignment(
            name: "who", value: ValueSyntax(kind: .words("Ada"), range: .init(0, 0)),
            isParameter: true, range: .init(0, 0))))
    #expect(parsed[1].diagnostics.map(\.range.lower) == [26])
    #expect(parsed[2].tree.canonical == "events | take 5")
  }

  @Test(arguments: [
    ("param who = Ada Lovelace", "param who = Ada Lovelace"),
    ("PARAM $Who = \"a, b\"", "param who = \"a, b\""),
    ("let from = 2023-09", "let from = 2023-09"), ("let p = /a|b/", "let p = /a|b/"),
  ])
  func assignments(_ text: String, _ canonical: String) {
    let parsed = Parser.statement(text)
    #expect(parsed.diagnostics.isEmpty)
    #expect(parsed.tree.canonical == canonical)
  }

  @Test(arguments: [
    "param", "param = 5", "let x", "let x 5", "param a.b = 5", "let x = 5 | take 3",
  ])
  func badAssignments(_ text: String) {
    let parsed = Parser.statement(text)
    #expect(parsed.hasErrors)
    checkInvariants(parsed.diagnostics, of: text)
  }

  @Test func continuingPutsStagesAfterThePreviousQuery() {
    let first = Parser.query("events where a = b | explain").tree
    let second = Parser.query("| count by place").tree
    #expect(second.continuing(first).canonical == "events where a = b | count by place")
    #expect(first.continuing(second) == first)
    for (text, canonical) in [
      ("events | timeline | save \"a\"", "events | oldest | take 5"),
      ("events | chart bar by type", "events | count by type | take 5"),
      ("events | take 9 | chart", "events | take 9 | take 5"),
    ] {
      let query = Parser.query("| take 5").tree.continuing(Parser.query(text).tree)
      #expect(query.canonical == canonical)
    }
    #expect(first.isExplained && !second.isExplained)
  }
}
