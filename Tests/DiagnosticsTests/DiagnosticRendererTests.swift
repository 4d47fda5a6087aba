import Diagnostics
import Testing

@Suite struct DiagnosticRendererTests {
  private let renderer = DiagnosticRenderer(width: { displayWidth($0) })

  @Test func drawsLineCaretAndHints() {
    let source = SourceText(name: "query", text: "events\nwhere aktor = 李明")
    let diagnostic = Diagnostic(
      code: "E021", message: "there is no field 'aktor' in events", range: SourceRange(13, 18),
      notes: [.init(message: "compared with this", range: SourceRange(21, 27))],
      hints: ["did you mean 'actor'?"])
    #expect(
      renderer.render(diagnostic, in: source) == """
        error[E021]: there is no field 'aktor' in events
          |
        2 | where aktor = 李明
          |       ^^^^^
          = compared with this
          |
        2 | where aktor = 李明
          |               ^^^^
          = did you mean 'actor'?
        """)
  }

  @Test func notesMayPointIntoAnotherText() {
    let source = SourceText(name: "query", text: "visits(Oslo) | take 5")
    let other = SourceText(name: "saved.dql", text: "# names\ndefine visits(who) = $who")
    let diagnostic = Diagnostic(
      code: "E201", message: "m", range: SourceRange(7, 11),
      notes: [.init(message: "in 'visits'", range: SourceRange(29, 33), source: other)])
    #expect(
      renderer.render(diagnostic, in: source) == """
        error[E201]: m
          |
        1 | visits(Oslo) | take 5
          |        ^^^^
          = in 'visits'
          --> saved.dql, line 2
          |
        2 | define visits(who) = $who
          |                      ^^^^
        """)
  }

  @Test func marksThePlaceAfterTheEnd() {
    let source = SourceText(name: "query", text: "events where")
    let text = renderer.render(
      Diagnostic(code: "E001", message: "m", range: SourceRange(at: 12)), in: source)
    #expect(text.hasSuffix("1 | events where\n  |             ^"))
  }

  @Test func cutsLongLinesRoundTheRange() {
    let long = String(repeating: "x", count: 5_000)
    let source = SourceText(name: "query", text: long + "!" + long)
    let text = renderer.render(
      Diagnostic(code: "E001", message: "m", range: SourceRange(5_000, 5_001)), in: source)
    #expect(text.count < 500)
    #expect(text.contains("…") && text.contains("!"))
  }

  @Test func showsControlCharactersAsMarks() {
    let source = SourceText(name: "query", text: "a \u{1b}[2J b")
    let text = renderer.render(
      Diagnostic(code: "E001", message: "no \u{7}", range: SourceRange(2, 6)), in: source)
    #expect(!text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
  }
}
