import NewsModel
import QueryEngine
import QueryLanguage
import Testing

@Suite struct OccurrencesTests {
  private let chronicle = Chronicle([
    .init(date: "2023-01-05", type: .consult, actors: ["Ada Rein"], targets: ["Bo Karst"]),
    .init(date: "2023-06-05", type: .aid, actors: ["Ada Rein"], targets: ["Bo Karst"]),
    .init(date: "2021-04-02", type: .consult, actors: ["Ada Rein"], targets: ["Cyra Dahl"]),
    .init(date: "2022-04-02", type: .assault, actors: ["Bo Karst"], targets: ["Cyra Dahl"]),
  ])
  private let type = Chronicle.path(.events, "type")
  private let actor = Chronicle.path(.events, "actor")

  @Test func aNameThatEmptiesAResultIsShownWithWhatItHas() throws {
    let ada = BoundCondition.test(actor, .references([chronicle.entity("Ada Rein")]))
    let year = try #require(NewsDate(year: 2022))
    let query = Chronicle.query(
      .table(.events),
      [
        .filter(.test(type, .text(.equals(["assault"])))),
        .filter(
          .and([.test(Chronicle.path(.events, "date"), .date(.overlaps([year]))), ada])),
      ], shown: [type])
    let result = chronicle.run(query)
    #expect(result.trail.map(\.count) == [4, 1, 1, 0])
    let found = try #require(result.occurrences)
    #expect(found.text == "actor = Ada Rein")
    #expect(found.count == 3)
    #expect(found.fields.map(\.name) == ["type", "date.year"])
    #expect(found.fields[0].values.map { "\($0.text) \($0.count)" } == ["CONSULT 2", "AID 1"])
    #expect(found.fields[1].values.map { "\($0.text) \($0.count)" } == ["2023 2", "2021 1"])
  }

  @Test func aNumberThatEmptiesAResultIsNot() {
    let reports = BoundCondition.test(
      Chronicle.path(.events, "reports"), .number(.ordered(.greater, 90)))
    let query = Chronicle.query(.table(.events), [.filter(reports)], shown: [type])
    #expect(chronicle.run(query).occurrences == nil)
    #expect(chronicle.run(query).trail.last?.count == 0)
  }
}
