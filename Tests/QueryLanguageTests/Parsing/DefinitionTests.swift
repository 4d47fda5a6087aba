import Diagnostics
import Testing

@testable import QueryLanguage

@Suite struct DefinitionTests {
  @Test(arguments: [
    ("define recent = events last 30 days", "define recent = events last 30 days"),
    (
      "DEFINE Visits(Who, $to = Oslo) = events where actor = $who and place = $to | newest",
      "define visits(who, to = Oslo) = events where actor = $who and place = $to | newest"
    ),
    ("define x() = (events) | take 5", "define x = (events) | take 5"),
    (
      "define near(a, d = 2023..) = neighbours of $a in $d",
      "define near(a, d = 2023..) = neighbours of $a in $d"
    ),
    (
      "define both = visits(Ada) | except (visits(Anne))",
      "define both = visits(Ada) | except (visits(Anne))"
    ),
  ])
  func definitions(_ text: String, _ canonical: String) {
    let parsed = Parser.statement(text)
    #expect(parsed.diagnostics.isEmpty, "\(parsed.diagnostics)")
    #expect(parsed.tree.canonical == canonical)
    let again = Parser.statement(parsed.tree.canonical)
    #expect(again.tree == parsed.tree && again.diagnostics.isEmpty)
  }

  @Test func helpIsWhatStandsRightAbove() throws {
    let script = """
      ## not this

      # nor this
      ## Who met whom,
      ##   and where
      define visits(who) = events where actor = $who

      define bare = events
      """
    let definitions = StatementSplitter.statements(in: script).compactMap { range -> Definition? in
      if case .definition(let definition) = Parser.statement(script, range: range).tree {
        return definition
      }
      return nil
    }
    #expect(definitions.map(\.help) == ["Who met whom,\nand where", ""])
    #expect(definitions.map(\.name) == ["visits", "bare"])
  }

  @Test(arguments: [
    ("define visits(who) events", "E106"), ("define = events", "E123"),
    ("define 5 = events", "E123"),
    ("define sort = events", "E123"), ("define evnts = events", "E123"),
    ("define a(b = events", "E110"), ("define a((b)) = events", "E123"),
    ("define a = | take 5", "E101"), ("define a =", "E101"), ("define a = b | sotr by c", "E102"),
  ])
  func problems(_ text: String, _ code: String) {
    let parsed = Parser.statement(text)
    #expect(parsed.diagnostics.first?.code == code, "\(parsed.diagnostics)")
    checkInvariants(parsed.diagnostics, of: text)
    for fixIt in parsed.diagnostics.first?.fixIts ?? [] {
      #expect(
        !Parser.statement(fixIt.applied(to: text)).hasErrors, "\(fixIt.applied(to: text))")
    }
  }
}
