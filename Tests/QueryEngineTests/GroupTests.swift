import NewsModel
import QueryEngine
import QueryLanguage
import Testing

@Suite struct GroupTests {
  private let chronicle = Chronicle([
    .init(date: "2023-01-05", type: .consult, actors: ["Ada Rein", "Bo Karst"]),
    .init(date: "2023-01-20", type: .aid, actors: ["Ada Rein"], targets: ["Cyra Dahl"]),
    .init(date: "2023-04-02", type: .assault, actors: ["Bo Karst"], targets: ["Cyra Dahl"]),
    .init(date: "2023", type: .accuse, actors: ["Cyra Dahl"], targets: ["Bo Karst"]),
  ])
  private let month = BoundColumn(
    name: "month", path: Chronicle.path(.events, "date", part: .month))
  private let actor = BoundColumn(name: "actor", path: Chronicle.path(.events, "actor"))

  private func aggregate(
    _ function: Aggregate, _ path: BoundPath? = nil, isDistinct: Bool = false
  ) -> BoundAggregate {
    BoundAggregate(
      column: RowColumn(name: "a", type: ColumnType(.number)), function: function,
      isDistinct: isDistinct, argument: path.map { .path($0) })
  }

  private func group(_ keys: [BoundColumn], _ aggregates: [BoundAggregate]) -> [String] {
    let shown = (0..<(keys.count + aggregates.count)).map { Chronicle.column($0) }
    return chronicle.answer(
      Chronicle.query(.table(.events), [.group(by: keys, aggregates)], shown: shown))
  }

  @Test func emptyMonthsCountNothing() {
    let score = Chronicle.path(.events, "score")
    #expect(
      group([month], [aggregate(.count), aggregate(.share), aggregate(.max, score)]) == [
        "2023-01 | 2 | \(2.0 / 3) | 10.0", "2023-02 | 0 | 0.0 | -", "2023-03 | 0 | 0.0 | -",
        "2023-04 | 1 | \(1.0 / 3) | -9.0",
      ])
  }

  @Test func everyElementOfAListHasItsGroup() {
    let type = Chronicle.path(.events, "type")
    let target = Chronicle.path(.events, "target")
    #expect(
      group(
        [actor],
        [
          aggregate(.count), aggregate(.list, type), aggregate(.min, type),
          aggregate(.count, target, isDistinct: true),
        ]) == [
          "Ada Rein | 2 | CONSULT+AID | AID | 1", "Bo Karst | 2 | CONSULT+ASSAULT | ASSAULT | 1",
          "Cyra Dahl | 1 | ACCUSE | ACCUSE | 1",
        ])
  }

  @Test func withoutKeysAllRowsAreOneGroup() {
    let quad = Chronicle.path(.events, "quad")
    #expect(
      group([], [aggregate(.count), aggregate(.sum, quad), aggregate(.median, quad)])
        == ["4 | 10 | 2.5"])
    let none = BoundOperation.filter(.or([]))
    let query = Chronicle.query(
      .table(.events), [none, .group(by: [], [aggregate(.count), aggregate(.sum, quad)])],
      shown: [Chronicle.column(0), Chronicle.column(1)])
    #expect(chronicle.answer(query) == ["0 | -"])
    #expect(chronicle.run(query).trail.last?.count == 0)
  }

  @Test func aCrosstabHasAColumnAValue() {
    let type = BoundColumn(name: "type", path: Chronicle.path(.events, "type"))
    let query = Chronicle.query(
      .table(.events), [.crosstab(type, by: month)],
      shown: [Chronicle.column(0, .category)], isOpen: true)
    let result = chronicle.run(query)
    #expect(
      result.table.columns.map(\.name)
        == ["c0", "2023-01", "2023-02", "2023-03", "2023-04", "total"])
    #expect(
      chronicle.answer(query) == [
        "AID | 1 | 0 | 0 | 0 | 1", "ASSAULT | 0 | 0 | 0 | 1 | 1", "CONSULT | 1 | 0 | 0 | 0 | 1",
      ])
    #expect(result.unkeyedCount == 1)
    let byActor = Chronicle.query(
      .table(.events), [.crosstab(type, by: actor)],
      shown: [Chronicle.column(0, .category)], isOpen: true)
    #expect(
      chronicle.answer(byActor).first { $0.hasPrefix("CONSULT") } == "CONSULT | 1 | 1 | 0 | 1")
  }

  @Test func whatIsBeyondTheColumnsIsAddedUp() {
    let many = Chronicle(
      (0..<50).map { number in
        .init(
          date: "20\(10 + number / 12)-\(number % 12 < 9 ? "0" : "")\(number % 12 + 1)-03",
          type: .aid, actors: ["Ada Rein"], targets: ["Bo Karst"])
      })
    let type = BoundColumn(name: "type", path: Chronicle.path(.events, "type"))
    let query = Chronicle.query(
      .table(.events), [.crosstab(type, by: month)],
      shown: [Chronicle.column(0, .category)], isOpen: true)
    let names = many.run(query).table.columns.map(\.name)
    #expect(names.count == BoundOperation.crosstabLimit + 3)
    #expect(names.suffix(2) == ["others", "total"])
    #expect(many.answer(query).first?.hasSuffix("| 10 | 50") == true)
  }

  @Test func setsOfRowsAreToldByRowOrByValues() {
    let type = BoundColumn(name: "type", path: Chronicle.path(.events, "type"))
    let ada = BoundCondition.test(actor.path, .references([chronicle.entity("Ada Rein")]))
    let hers = Chronicle.query(.table(.events), [.filter(ada)], shown: [type.path])
    let others = Chronicle.query(
      .table(.events), [.subset(hers, isNegated: true)], shown: [type.path])
    #expect(Set(chronicle.answer(others)) == ["ACCUSE", "ASSAULT"])
    let counted = BoundOperation.count(distinct: nil, by: [actor])
    let hersByActor = Chronicle.query(
      .table(.events), [.filter(ada), counted], shown: [Chronicle.column(0)])
    let same = Chronicle.query(
      .table(.events), [counted, .subset(hersByActor, isNegated: false)],
      shown: [Chronicle.column(0), Chronicle.column(1)])
    // Her two events are all that she has; of the other's two the query has one.
    #expect(chronicle.answer(same) == ["Ada Rein | 2"])
    #expect(chronicle.run(same).profile.nested.keys.sorted() == [1])
  }

  @Test func aSampleDependsOnItsSeedAlone() {
    let path = Chronicle.path(.mentions, "text")
    func sample(_ seed: UInt64) -> [UInt32?] {
      let query = Chronicle.query(.table(.events), [.sample(2, seed: seed)], shown: [path])
      let table = chronicle.run(query).table
      return (0..<table.rowCount).map { table.reference(ofRow: $0)?.row }
    }
    #expect(sample(1) == sample(1))
    #expect(Set((0..<40).map { sample($0) }).count == 6)
  }

  @Test func aQueryInAConditionIsAnsweredFirst() {
    let name = Chronicle.path(.entities, "name")
    let inner = Chronicle.query(
      .table(.entities), [.filter(.test(name, .text(.contains(phrase: ["rein"]))))],
      shown: [name])
    let query = Chronicle.query(
      .table(.events),
      [.filter(.among(actor.path, BoundValues(query: inner, path: nil)))],
      shown: [Chronicle.path(.events, "type")])
    #expect(chronicle.answer(query) == ["CONSULT", "AID"])
    let every = Chronicle.query(
      .table(.events),
      [.filter(.among(actor.path, BoundValues(query: inner, path: nil, isEvery: true)))],
      shown: [Chronicle.path(.events, "type")])
    #expect(chronicle.answer(every) == ["AID"])
    let subqueries = chronicle.run(every).profile.subqueries
    #expect(subqueries.count == 1)
    #expect(subqueries.first?.profile.source != nil)
    let scores = BoundValues(
      query: Chronicle.query(.table(.events), [.take(1)], shown: []),
      path: Chronicle.path(.events, "score"))
    let alike = Chronicle.query(
      .table(.events), [.filter(.among(Chronicle.path(.events, "score"), scores))],
      shown: [Chronicle.path(.events, "type")])
    #expect(chronicle.answer(alike) == ["ACCUSE"])
  }
}
