import Diagnostics
import NewsModel
import Testing

@testable import QueryLanguage

@Suite struct BinderSourceTests {
  private func stage(_ text: String) -> Stage {
    Parser.query("events \(text)").tree.stages[0]
  }

  @Test func queriesInBracketsAreFlattened() {
    let inner = tree("events where type = AID | newest")
    let result = understand(tree(.query(inner), .take(bare("5"))))
    #expect(
      result.bound?.canonical == "events where type = AID | newest | take 5",
      "\(result.diagnostics)")
    let broken = understand(tree(.query(tree("events | count by typ")), .take(bare("x"))))
    #expect(broken.codes.sorted() == ["E115", "E201"])
  }

  // MARK: Graphs

  @Test func pathsAndNeighboursFindTheirNames() throws {
    let paths = GraphSyntax(
      kind: .paths(from: bare("Lovelace"), to: bare("Byron"), steps: bare("4")),
      ties: [stage("where type = AID"), stage("since 2023")])
    let result = understand(tree(.graph(paths), .filter(condition("step = 1 and from = Oslo"))))
    #expect(result.codes == ["N001"])
    guard case .graph(let graph)? = result.bound?.source else {
      Issue.record("no graph: \(result.diagnostics)")
      return
    }
    #expect(graph.search == .paths(from: [0], to: [1, 2], steps: 4))
    #expect(
      graph.text
        == "paths from Lovelace to Byron within 4 steps where type = AID since 2023")
    #expect(graph.ties.stages.count == 2 && graph.ties.source == .table(.events))
    let close = GraphSyntax(kind: .neighbours(of: bare("Oslo")), ties: [])
    let near = understand(
      tree(.graph(close), .show([names("name"), names("event.date"), names("event.date.year")])))
    #expect(near.codes.isEmpty, "\(near.diagnostics)")
    #expect(near.bound?.canonical.hasPrefix("neighbours of Oslo") == true)
  }

  @Test func stepsAreThreeUnlessSaid() {
    let syntax = GraphSyntax(
      kind: .paths(
        from: bare("Oslo"), to: bare("Norway"), steps: ValueSyntax(kind: .missing, range: nowhere)),
      ties: [])
    guard case .graph(let graph)? = understand(tree(.graph(syntax))).bound?.source else {
      Issue.record("no graph")
      return
    }
    #expect(graph.search == .paths(from: [3], to: [5], steps: 3))
    #expect(graph.text == "paths from Oslo to Norway within 3 steps")
  }

  @Test func searchesNeedNamesAndSteps() {
    let pattern = ValueSyntax(kind: .pattern("x"), range: nowhere)
    let syntax = GraphSyntax(
      kind: .paths(from: pattern, to: bare("Nobody"), steps: bare("0")),
      ties: [stage("where typ = AID")])
    let result = understand(tree(.graph(syntax)))
    #expect(Set(result.codes) == ["E201", "E218", "W001", "E115"])
  }

  // MARK: Presentations

  @Test func whatIsDrawnIsKeptBesideTheStages() throws {
    let drawn = understand(
      tree(
        "events", .chart(.bar, by: [names("type")]),
        .save(ValueSyntax(kind: .quoted("a b.csv"), range: nowhere)), .explain))
    #expect(drawn.bound?.presentations == [.chart(.bar), .save("a b.csv")])
    #expect(drawn.bound?.canonical == "events | count by type | chart bar | save \"a b.csv\"")
    let time = understand(tree("articles where words > 5", .timeline))
    #expect(time.bound?.presentations == [.timeline])
    #expect(
      time.bound?.canonical == "articles where words > 5 | sort by published | timeline")
  }

  @Test func whatIsDrawnMustBeLastAndHaveNumbers() {
    #expect(understand(tree("events", .timeline, .take(bare("5")))).codes == ["E129"])
    #expect(understand(tree("events", .chart(nil, by: []))).codes == ["E116"])
    #expect(understand(tree("events | count by type", .chart(.line, by: []))).codes.isEmpty)
    #expect(understand(tree("events | count by type", .timeline)).codes == ["E206"])
    let inside = tree("events", .subset(tree("events", .timeline), isNegated: false))
    #expect(understand(inside).codes == ["E129"])
    let front = tree(.query(tree("events", .timeline)), .take(bare("1")))
    #expect(understand(front).codes == ["E129"])
    let explained = tree("events", .subset(tree("events | explain"), isNegated: false))
    #expect(understand(explained).codes == ["E122"])
    let nameless = ValueSyntax(kind: .quoted(" "), range: nowhere)
    #expect(understand(tree("events", .save(nameless))).codes == ["E105"])
  }

  @Test func goingOnLeavesOutWhatWasDrawn() {
    let before = tree("events", .chart(nil, by: [names("type")]), .save(bare("x")))
    let next = Parser.query("| take 3").tree.continuing(before)
    #expect(understand(next).bound?.canonical == "events | count by type | take 3")
  }

  // MARK: Completion

  @Test func shapesAreKnownForAnySource() {
    func shape(_ query: Query, after count: Int) -> RowShape? {
      Binder.shape(after: count, of: query, catalog: TownCatalog(), options: testOptions())
    }
    let grouped = tree(
      .query(tree("events")), .group(by: [names("type")], [aggregate(.max, field("date"))]))
    #expect(shape(grouped, after: 0)?.table == .events)
    #expect(shape(grouped, after: 1)?.columns.map(\.name) == ["type", "max_date"])
    let near = tree(.graph(GraphSyntax(kind: .neighbours(of: bare("$who")), ties: [])))
    #expect(shape(near, after: 0)?.columns.map(\.name) == ["ties", "event"])
  }
}
