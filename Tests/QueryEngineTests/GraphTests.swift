import NewsModel
import NewsStore
import QueryLanguage
import Synchronization
import Testing

@testable import QueryEngine

@Suite struct GraphTests {
  private let chronicle = Chronicle([
    .init(date: "2023-01-01", type: .consult, actors: ["Ada Rein"], targets: ["Bo Karst"]),
    .init(date: "2023-02-01", type: .aid, actors: ["Ada Rein"], targets: ["Bo Karst"]),
    .init(date: "2023-03-01", type: .assault, actors: ["Bo Karst"], targets: ["Cyra Dahl"]),
    .init(date: "2023-04-01", type: .accuse, actors: ["Ada Rein"], targets: ["Dorn Holm"]),
    .init(date: "2023-05-01", type: .protest, actors: ["Dorn Holm"], targets: ["Cyra Dahl"]),
    .init(date: "2023-06-01", type: .threaten, actors: ["Bo Karst"], targets: ["Dorn Holm"]),
    .init(date: "2023-07-01", type: .aid, actors: ["Egon Vale"], targets: ["Fenna Lund"]),
  ])
  private let type = Chronicle.path(.events, "type")

  private func paths(
    _ from: [String], _ to: [String], steps: Int, _ chronicle: Chronicle
  ) -> BoundQuery {
    let search = BoundGraph.Search.paths(
      from: from.map { chronicle.entity($0) }, to: to.map { chronicle.entity($0) }, steps: steps)
    return query(search)
  }

  private func query(_ search: BoundGraph.Search) -> BoundQuery {
    let ties = BoundQuery(source: .events, stages: [])
    let graph = BoundGraph(search: search, ties: ties, text: "the question")
    let type = Table.events.schema.field(named: "type").map { [$0] } ?? []
    let shown: [BoundPath]
    if case .neighbours = search {
      shown = [
        Chronicle.path(.entities, "name"), Chronicle.column(0),
        Chronicle.column(1, .category, then: type),
      ]
    } else {
      shown = [
        Chronicle.column(0), Chronicle.column(1), Chronicle.column(2, .reference(.entities)),
        Chronicle.column(3, .reference(.entities)), self.type,
      ]
    }
    return Chronicle.query(.graph(graph), [.take(1_000_000)], shown: shown)
  }

  @Test func shortPathsComeFirstWithTheFirstEventOfEachStep() {
    let rows = chronicle.answer(paths(["Ada Rein"], ["Cyra Dahl"], steps: 3, chronicle))
    #expect(
      Set(rows.prefix(4).map { String($0.dropFirst(4)) }) == [
        "1 | Ada Rein | Bo Karst | CONSULT", "2 | Bo Karst | Cyra Dahl | ASSAULT",
        "1 | Ada Rein | Dorn Holm | ACCUSE", "2 | Dorn Holm | Cyra Dahl | PROTEST",
      ])
    #expect(
      rows.map { $0.prefix(5) } == [
        "1 | 1", "1 | 2", "2 | 1", "2 | 2", "3 | 1", "3 | 2", "3 | 3", "4 | 1", "4 | 2", "4 | 3",
      ])
    #expect(chronicle.answer(paths(["Ada Rein"], ["Cyra Dahl"], steps: 2, chronicle)).count == 4)
    #expect(chronicle.answer(paths(["Ada Rein"], ["Ada Rein"], steps: 3, chronicle)) == [])
  }

  @Test func startsAndGoalsStandAtTheEndsOnly() {
    let rows = chronicle.answer(
      paths(["Ada Rein", "Bo Karst"], ["Cyra Dahl"], steps: 3, chronicle))
    #expect(
      rows == [
        "1 | 1 | Bo Karst | Cyra Dahl | ASSAULT", "2 | 1 | Ada Rein | Dorn Holm | ACCUSE",
        "2 | 2 | Dorn Holm | Cyra Dahl | PROTEST", "3 | 1 | Bo Karst | Dorn Holm | THREATEN",
        "3 | 2 | Dorn Holm | Cyra Dahl | PROTEST",
      ]
        || rows == [
          "1 | 1 | Bo Karst | Cyra Dahl | ASSAULT", "2 | 1 | Bo Karst | Dorn Holm | THREATEN",
          "2 | 2 | Dorn Holm | Cyra Dahl | PROTEST", "3 | 1 | Ada Rein | Dorn Holm | ACCUSE",
          "3 | 2 | Dorn Holm | Cyra Dahl | PROTEST",
        ])
  }

  @Test func whereNoPathLeadsTheTrailTellsHowFarOneCame() {
    let result = chronicle.run(paths(["Ada Rein"], ["Fenna Lund"], steps: 5, chronicle))
    #expect(result.table.rowCount == 0)
    #expect(
      result.trail.map { "\($0.text): \($0.count)" } == [
        "events that tie: 7", "entities in 1 step from Ada Rein: 2",
        "entities in 2 steps from Ada Rein: 3", "Fenna Lund among them: there is no path: 0",
        "the question: 0",
      ])
    #expect(result.profile.nested[-1]?.source != nil)
  }

  @Test func neighboursComeByTheNumberOfTies() {
    let search = BoundGraph.Search.neighbours(of: [chronicle.entity("Ada Rein")])
    #expect(
      chronicle.answer(query(search)) == ["Bo Karst | 2 | AID", "Dorn Holm | 1 | ACCUSE"])
    let both = BoundGraph.Search.neighbours(
      of: [chronicle.entity("Ada Rein"), chronicle.entity("Bo Karst")])
    #expect(
      chronicle.answer(query(both)) == ["Dorn Holm | 2 | THREATEN", "Cyra Dahl | 1 | ASSAULT"])
  }

  @Test func aHubOfHundredsIsNoHindrance() {
    let names = (0..<500).map { "Envoy \(Chronicle.word($0))" }
    let deeds: [Chronicle.Deed] =
      [
        .init(date: "2023-01-01", type: .consult, actors: ["Ada Rein"], targets: ["Bo Karst"]),
        .init(date: "2023-02-01", type: .aid, actors: ["Fenna Lund"], targets: ["Egon Vale"]),
        .init(date: "2023-03-01", type: .accuse, actors: ["Bo Karst"], targets: ["Fenna Lund"]),
      ]
      + [.init(date: "2023-04-01", type: .protest, actors: names + ["Bo Karst"])]
    let large = Chronicle(deeds)
    let clock = ContinuousClock()
    var result = large.run(paths(["Ada Rein"], ["Egon Vale"], steps: 3, large))
    #expect(result.table.rowCount == 3)
    let asked = Mutex(0)
    let seconds = clock.measure {
      result = large.run(paths(["Ada Rein"], [names[3]], steps: 6, large)) {
        asked.withLock { $0 += 1 }
        return false
      }
    }
    // One path of two steps, then one through each other envoy.
    #expect(result.table.rowCount == 2 + 99 * 3)
    #expect(seconds < .seconds(20))
    #expect(asked.withLock { $0 } > 100)
    let stopped = large.run(paths(["Ada Rein"], [names[3]], steps: 6, large)) { true }
    #expect(stopped.isCancelled)
  }

  @Test func aSearchWithoutEndIsGivenUp() throws {
    // Everyone beyond the first step is tied to everyone, and the goal to none of them but one.
    let names = (0..<300).map { "Envoy \(Chronicle.word($0))" }
    let deeds: [Chronicle.Deed] = [
      .init(date: "2023-01-01", type: .consult, actors: ["Ada Rein"], targets: ["Bo Karst"]),
      .init(date: "2023-02-01", type: .aid, actors: ["Bo Karst"], targets: ["Egon Vale"]),
      .init(date: "2023-03-01", type: .protest, actors: names + ["Bo Karst"]),
    ]
    let large = Chronicle(deeds)
    let ties = try TieGraph(
      Rows(.events, .run(0..<large.snapshot.rowCount(of: .events))), snapshot: large.snapshot,
      cancellation: Cancellation(isCancelled: { false }))
    var finder = PathFinder(
      ties, from: [large.entity("Ada Rein")], to: [large.entity("Egon Vale")], steps: 9,
      workLimit: 100_000)
    #expect(try finder.rows().count == 2)
    #expect(finder.isCut)
  }
}
