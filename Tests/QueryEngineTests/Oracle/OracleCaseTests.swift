import NewsModel
import NewsStore
import QueryLanguage
import Testing

/// The oracle itself, against answers that were worked out by hand.
@Suite struct OracleCaseTests {
  private let events = RowShape(
    .events,
    shown: [
      BoundColumn(name: "date", path: TinyStore.path(.events, "date")),
      BoundColumn(name: "type", path: TinyStore.path(.events, "type")),
    ])
  private let who = TinyStore.path(.events, "who")
  private let type = TinyStore.path(.events, "type")
  private let date = TinyStore.path(.events, "date")
  private let actor = TinyStore.path(.events, "actor")

  private func columns(_ columns: [(String, ColumnType)]) -> RowShape {
    RowShape(columns: columns.map { RowColumn(name: $0, type: $1) })
  }

  private func asked(_ condition: BoundCondition) -> [String] {
    TinyStore.answer(TinyStore.query(.table(.events), [(.filter(condition), events)]))
  }

  @Test func theStoreIsAsItIsDescribed() {
    let shape = RowShape(
      .events, shown: events.shown + [BoundColumn(name: "who", path: who)])
    #expect(
      TinyStore.answer(TinyStore.query(.table(.events), [(.show(shape.shown), shape)])) == [
        "2022-01-10 | CONSULT | Ada Rein, Bo Karst", "2022-01-20 | AID | Bo Karst, Cyra Dahl",
        "2022-03 | ASSAULT | Cyra Dahl, Dorn Holm", "2022-04-02 | CONSULT | Ada Rein, Dorn Holm",
        "- | ACCUSE | Ada Rein, Cyra Dahl",
      ])
  }

  // MARK: Conditions

  @Test func everyKnownValueMustPass() {
    let country = TinyStore.path(.events, "actor", "country")
    let isNorland = ValueTest.text(.equals(["norland"]))
    #expect(asked(.test(country, isNorland)).count == 3)
    #expect(asked(.every(country, isNorland)) == ["2022-04-02 | CONSULT", "- | ACCUSE"])
    let query = TinyStore.query(
      .table(.events), [(.filter(.every(country, isNorland)), events)])
    #expect(TinyStore.leftOut(query) == [1, 0], "the country of Cyra Dahl is not known")
  }

  @Test func anyTestIsEnough() {
    let tests = ValueTest.any([.text(.equals(["aid"])), .text(.glob(pieces: ["ass", ""]))])
    #expect(asked(.test(type, tests)) == ["2022-01-20 | AID", "2022-03 | ASSAULT"])
  }

  @Test func valuesOfAQuery() {
    let name = TinyStore.path(.entities, "name")
    let entities = RowShape(.entities, shown: [])
    let bo = TinyStore.query(
      .table(.entities),
      [(.filter(.test(name, .text(.equals(["bo karst"])))), entities)])
    #expect(
      asked(.among(actor, BoundValues(query: bo, path: nil)))
        == ["2022-01-10 | CONSULT", "2022-01-20 | AID"])
    #expect(
      asked(.among(actor, BoundValues(query: bo, path: nil, isEvery: true)))
        == ["2022-01-20 | AID"])
    let types = TinyStore.query(
      .table(.events),
      [
        (.filter(.among(who, BoundValues(query: bo, path: nil))), events),
        (
          .count(distinct: nil, by: [BoundColumn(name: "type", path: type)]),
          columns([("type", ColumnType(.category)), ("count", ColumnType(.integer))])
        ),
      ])
    let path = types.shape.columns[0].path(0)
    #expect(
      asked(.among(type, BoundValues(query: types, path: path)))
        == ["2022-01-10 | CONSULT", "2022-01-20 | AID", "2022-04-02 | CONSULT"])
  }

  @Test func subsetsCompareRows() {
    let late = TinyStore.query(.table(.events), [(.skip(3), events)])
    let only = TinyStore.query(.table(.events), [(.subset(late, isNegated: false), events)])
    #expect(TinyStore.answer(only) == ["2022-04-02 | CONSULT", "- | ACCUSE"])
    let except = TinyStore.query(.table(.events), [(.subset(late, isNegated: true), events)])
    #expect(TinyStore.answer(except).count == 3)
    let keys = columns([("type", ColumnType(.category))])
    let distinct = BoundOperation.distinct([BoundColumn(name: "type", path: type)])
    let lateTypes = TinyStore.query(.table(.events), [(.skip(3), events), (distinct, keys)])
    let rest = TinyStore.query(
      .table(.events), [(distinct, keys), (.subset(lateTypes, isNegated: true), keys)])
    #expect(TinyStore.answer(rest) == ["AID", "ASSAULT"])
  }

  // MARK: Columns

  private func worked(_ values: [BoundExpression], _ types: [ColumnType]) -> [String] {
    let columns = types.enumerated().map { RowColumn(name: "c\($0)", type: $1) }
    let shape = RowShape(
      .articles, columns: columns,
      shown: columns.indices.map { BoundColumn(name: "c\($0)", path: columns[$0].path($0)) })
    let additions = zip(columns, values).map { BoundAddition(column: $0, value: $1) }
    return TinyStore.answer(TinyStore.query(.table(.articles), [(.add(additions), shape)]))
  }

  @Test func columnsBuildOnEachOther() {
    let words = BoundExpression.path(TinyStore.path(.articles, "words"))
    let whole = ColumnType(.integer)
    let first = RowColumn(name: "c0", type: whole).path(0)
    let rows = worked(
      [
        .arithmetic(.minus, words, .value(.integer(50))), .call(.absolute, [.path(first)]),
        .arithmetic(.divided, words, .arithmetic(.minus, words, .value(.integer(7)))),
        .arithmetic(.times, words, .value(.integer(Int.max / 8))),
      ], [whole, whole, ColumnType(.number), whole])
    #expect(
      Set(rows) == [
        "50 | 50 | \(100.0 / 93) | -", "200 | 200 | \(250.0 / 243) | -",
        "-10 | 10 | \(40.0 / 33) | -", "-43 | 43 | - | \(Int.max / 8 * 7)",
      ])
  }

  @Test func textsAndDates() throws {
    let id = BoundExpression.path(TinyStore.path(.articles, "id"))
    let source = BoundExpression.path(TinyStore.path(.articles, "source"))
    let published = BoundExpression.path(TinyStore.path(.articles, "published"))
    let may = try #require(NewsDate(iso: "2022-05"))
    let rows = worked(
      [
        .call(.join, [.call(.upper, [id]), .value(.text("!"))]), .call(.length, [source]),
        .call(.words, [source]), .call(.month, [published]),
        .call(.daysBetween, [.value(.date(may)), published]),
      ],
      [
        ColumnType(.text), ColumnType(.integer), ColumnType(.integer),
        ColumnType(.date, part: .month), ColumnType(.integer),
      ])
    #expect(
      Set(rows) == [
        "ONE! | 10 | 3 | 2022-05 | 1", "TWO! | 10 | 3 | 2022-05 | 7",
        "THREE! | 10 | 3 | 2022-05 | 4", "FOUR! | 10 | 3 | 2022-05 | 7",
      ])
  }

  @Test func anUnknownConditionTakesTheOtherValue() {
    let isKnown = BoundCondition.test(
      TinyStore.path(.articles, "title"), .text(.equals(["none"])))
    let value = BoundExpression.conditional(
      isKnown, then: .value(.integer(1)), otherwise: .value(.number(2.5)))
    #expect(worked([value], [ColumnType(.number)]) == ["2.5", "2.5", "2.5", "2.5"])
  }

  // MARK: Groups

  private func grouped(_ keys: [BoundColumn], _ aggregates: [BoundAggregate]) -> BoundQuery {
    TinyStore.query(
      .table(.events),
      [
        (
          .group(by: keys, aggregates),
          RowShape(
            columns: keys.map { RowColumn(name: $0.name, type: ColumnType($0.path.type)) }
              + aggregates.map(\.column))
        )
      ])
  }

  private func aggregate(
    _ function: Aggregate, _ path: BoundPath?, _ type: ColumnType, distinct: Bool = false
  ) -> BoundAggregate {
    BoundAggregate(
      column: RowColumn(name: function.rawValue, type: type), function: function,
      isDistinct: distinct, argument: path.map { .path($0) })
  }

  @Test func aggregatesOfGroups() {
    let number = ColumnType(.number)
    let whole = ColumnType(.integer)
    let query = grouped(
      [BoundColumn(name: "actor", path: actor)],
      [
        aggregate(.count, nil, whole), aggregate(.count, date, whole),
        aggregate(.list, type, ColumnType(.category, isList: true)),
        aggregate(.max, date, ColumnType(.date)), aggregate(.last, type, ColumnType(.category)),
        aggregate(.share, nil, number),
      ])
    #expect(
      TinyStore.answer(query) == [
        "Ada Rein | 3 | 2 | CONSULT, ACCUSE | 2022-04-02 | ACCUSE | 0.6",
        "Bo Karst | 2 | 2 | CONSULT, AID | 2022-01-20 | AID | 0.4",
        "Cyra Dahl | 1 | 1 | ASSAULT | 2022-03 | ASSAULT | 0.2",
        "Dorn Holm | 1 | 1 | CONSULT | 2022-04-02 | CONSULT | 0.2",
      ])
  }

  @Test func emptyMonthsAreFilled() {
    var month = date
    month.part = .month
    let quad = TinyStore.path(.events, "quad")
    let query = grouped(
      [BoundColumn(name: "month", path: month)],
      [
        aggregate(.count, nil, ColumnType(.integer)),
        aggregate(.count, who, ColumnType(.integer), distinct: true),
        aggregate(.sum, quad, ColumnType(.integer)), aggregate(.share, nil, ColumnType(.number)),
      ])
    #expect(
      TinyStore.answer(query) == [
        "2022-01 | 2 | 3 | 3 | 0.5", "2022-02 | 0 | 0 | - | 0.0", "2022-03 | 1 | 2 | 4 | 0.25",
        "2022-04 | 1 | 2 | 1 | 0.25",
      ])
    #expect(TinyStore.leftOut(query) == [0, 1])
  }

  @Test func nothingIsOneGroupWithoutKeys() {
    let query = TinyStore.query(
      .table(.events),
      [
        (.take(0), events),
        (
          .group(
            by: [],
            [
              aggregate(.count, nil, ColumnType(.integer)),
              aggregate(.median, TinyStore.path(.events, "score"), ColumnType(.number)),
            ]), columns([("count", ColumnType(.integer)), ("median", ColumnType(.number))])
        ),
      ])
    #expect(TinyStore.answer(query) == ["0 | -"])
  }

  @Test func crosstabsCountBothWays() {
    var shape = columns([("type", ColumnType(.category))])
    shape.isOpen = true
    let query = TinyStore.query(
      .table(.events),
      [
        (
          .crosstab(
            BoundColumn(name: "type", path: type), by: BoundColumn(name: "actor", path: actor)),
          shape
        )
      ])
    var oracle = Oracle(TinyStore.store.values)
    let names = oracle.run(query).names
    #expect(names == ["type", "Ada Rein", "Bo Karst", "Cyra Dahl", "Dorn Holm", "total"])
    #expect(
      TinyStore.answer(query) == [
        "CONSULT | 2 | 1 | 0 | 1 | 2", "ACCUSE | 1 | 0 | 0 | 0 | 1", "AID | 0 | 1 | 0 | 0 | 1",
        "ASSAULT | 0 | 0 | 1 | 0 | 1",
      ])
  }

  // MARK: Sequences and graphs

  private func followed(
    days: Int?, shared: Bool, isNegated: Bool = false
  ) -> BoundQuery {
    let sequence = BoundSequence(
      date: date, query: BoundQuery(source: .events, stages: []), otherDate: date,
      span: days.map { BoundSequence.Span(count: $0, unit: .days) },
      shared: shared ? [BoundSequence.SharedPath(path: who, other: who)] : [],
      isNegated: isNegated)
    var shape = events
    if !isNegated {
      shape.columns = [
        RowColumn(name: "next", type: ColumnType(.reference(.events))),
        RowColumn(name: "gap", type: ColumnType(.integer)),
      ]
      shape.shown += [
        BoundColumn(name: "next.type", path: TinyStore.path(column: 0, .events, "type")),
        BoundColumn(name: "gap", path: shape.columns[1].path(1)),
      ]
    }
    return TinyStore.query(.table(.events), [(.followed(sequence), shape)])
  }

  @Test func whatFollowsNextCounts() {
    #expect(
      TinyStore.answer(followed(days: nil, shared: false)) == [
        "2022-01-10 | CONSULT | AID | 10", "2022-01-20 | AID | ASSAULT | 40",
        "2022-03 | ASSAULT | CONSULT | 2",
      ])
    #expect(TinyStore.leftOut(followed(days: nil, shared: false)) == [1, 0])
    #expect(
      TinyStore.answer(followed(days: 10, shared: false)) == [
        "2022-01-10 | CONSULT | AID | 10", "2022-03 | ASSAULT | CONSULT | 2",
      ])
    #expect(
      TinyStore.answer(followed(days: 10, shared: true, isNegated: true)) == [
        "2022-01-20 | AID", "2022-04-02 | CONSULT",
      ])
  }

  private func entity(_ name: String) throws -> UInt32 {
    let snapshot = TinyStore.store.snapshot
    return try #require(
      (0..<UInt32(snapshot.rowCount(of: .entities))).first {
        snapshot.name(ofRow: $0, in: .entities) == .text(name)
      })
  }

  private func found(_ search: BoundGraph.Search, without type: String = "none") -> [String] {
    let ties = TinyStore.query(
      .table(.events),
      [(.filter(.not(.test(self.type, .text(.equals([type]))))), events)])
    let graph = BoundGraph(search: search, ties: ties, text: "graph")
    return TinyStore.answer(TinyStore.query(.graph(graph), []))
  }

  @Test func pathsAreShortestFirst() throws {
    let (ada, cyra) = (try entity("Ada Rein"), try entity("Cyra Dahl"))
    #expect(
      found(.paths(from: [ada], to: [cyra], steps: 2), without: "assault").map {
        $0.split(separator: " | ").prefix(6).joined(separator: " | ")
      } == [
        "1 | 1 | Ada Rein | Cyra Dahl | - | ACCUSE",
        "2 | 1 | Ada Rein | Bo Karst | 2022-01-10 | CONSULT",
        "2 | 2 | Bo Karst | Cyra Dahl | 2022-01-20 | AID",
      ])
    #expect(found(.paths(from: [ada], to: [ada], steps: 3)).isEmpty)
    #expect(found(.paths(from: [ada], to: [cyra], steps: 1), without: "accuse").isEmpty)
    let (bo, dorn) = (try entity("Bo Karst"), try entity("Dorn Holm"))
    let around = found(.paths(from: [bo], to: [dorn], steps: 3), without: "assault")
    #expect(around.map { String($0.prefix(1)) } == ["1", "1", "2", "2", "2"])
  }

  @Test func aStartMayBeTheGoalOfAnother() throws {
    let (ada, bo) = (try entity("Ada Rein"), try entity("Bo Karst"))
    let graph = BoundGraph(
      search: .paths(from: [ada, bo], to: [ada], steps: 1),
      ties: BoundQuery(source: .events, stages: []), text: "graph")
    let query = TinyStore.query(.graph(graph), [])
    let rows = TinyStore.answer(query)
    #expect(rows.count == 1)
    #expect(rows.first?.hasPrefix("1 | 1 | Bo Karst | Ada Rein | 2022-01-10 | CONSULT") == true)
    let store = TinyStore.store
    #expect(AnswerPair(query, store.values, store.statistics).difference == nil)
  }

  @Test func neighboursHaveTheirLastTie() throws {
    let cyra = try entity("Cyra Dahl")
    let rows = found(.neighbours(of: [cyra, try entity("Bo Karst")]))
    let names = rows.map { $0.split(separator: " | ").first ?? "" }
    #expect(names == ["Ada Rein", "Dorn Holm"])
    #expect(rows.map { $0.split(separator: " | ")[3] } == ["2", "1"])
  }
}
