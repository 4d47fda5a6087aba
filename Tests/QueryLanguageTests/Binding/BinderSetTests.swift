import Diagnostics
import NewsModel
import Testing

@testable import QueryLanguage

/// Queries within queries: rows, values and what follows.
@Suite struct BinderSetTests {
  private func path(_ name: String, _ table: Table = .events) throws -> BoundPath {
    BoundPath(try #require(table.schema.field(named: name)))
  }

  /// The only filter of a query of events.
  private func filter(_ kind: Condition.Kind, of text: String = "events") throws -> BoundCondition {
    let result = understand(tree(text, .filter(condition(kind))))
    #expect(result.codes.isEmpty, "\(result.diagnostics)")
    guard case .filter(let bound)? = result.bound?.stages.last?.operation else {
      throw Failure.noFilter
    }
    return bound
  }

  private enum Failure: Error { case noFilter }

  // MARK: Rows

  @Test func rowsOfTheSameTableAreKeptOrLeftOut() throws {
    let inner = tree("events where type = AID | take 5")
    let result = understand(tree("events", .subset(inner, isNegated: true)))
    let stage = try #require(result.bound?.stages.first)
    #expect(stage.text == "except (events where type = AID | take 5)")
    #expect(stage.operation == .subset(try #require(understand(inner).bound), isNegated: true))
    let groups = tree(
      "events | count by type", .subset(tree("events | count by type"), isNegated: false))
    #expect(understand(groups).codes.isEmpty)
  }

  @Test func rowsOfAnotherTableAreRefusedWithTheWayThere() {
    let result = understand(
      tree("events", .subset(tree("articles"), isNegated: false), .filter(condition("typ = AID"))))
    #expect(result.codes == ["E222", "E201"])
    #expect(result.diagnostics[0].hints == ["next: articles | events"])
    #expect(result.diagnostics[0].fixIts.first?.replacement == " | events")
    let far = understand(tree("events", .subset(tree("quotes"), isNegated: false)))
    #expect(far.diagnostics.first?.hints == ["next: quotes | articles | events"])
    let groups = tree(
      "events | count by type", .subset(tree("events | count by mode"), isNegated: false))
    #expect(understand(groups).codes == ["E222"])
    #expect(
      understand(tree("events", .subset(tree("events | count"), isNegated: false))).codes
        == ["E222"])
  }

  @Test func problemsInsideAreToldWithThoseBehind() {
    let result = understand(
      tree(
        "events", .subset(tree("events where aktor = Ada and mode = x"), isNegated: false),
        .filter(condition("typ = AID"))))
    #expect(result.codes.sorted() == ["E201", "E201", "E203"])
  }

  @Test func samplesNeedANumber() {
    let result = understand(tree("events", .sample(bare("5"), seed: bare("42"))))
    #expect(result.bound?.stages.map(\.operation) == [.sample(5, seed: 42)])
    #expect(
      understand(tree("events", .sample(bare("few"), seed: bare("many")))).codes
        == ["E115", "E115"])
    #expect(
      understand(tree("events", .sample(bare("3"), seed: nil))).bound?.stages.map(\.operation)
        == [.sample(3, seed: 0)])
  }

  // MARK: Values

  @Test func valuesOfAQueryAreItsRowsOrOneColumn() throws {
    func values(_ text: String, _ path: BoundPath?) throws -> BoundValues {
      BoundValues(query: try #require(understand(text).bound), path: path)
    }
    let actor = try path("actor")
    #expect(
      try filter(.among(names("actor"), tree("entities where kind = person"), isNegated: false))
        == .among(actor, values("entities where kind = person", nil)))
    #expect(
      try filter(.among(names("actor"), tree("events | show date, place"), isNegated: true))
        == .not(.among(actor, values("events | show date, place", path("place")))))
    let column = BoundPath(
      root: .column(0, then: []), type: .reference(.entities), isList: false)
    #expect(
      try filter(.among(names("actor"), tree("events | count by place"), isNegated: false))
        == .among(actor, values("events | count by place", column)))
    #expect(
      try filter(.among(names("type"), tree("reports | show type"), isNegated: false))
        == .among(path("type"), values("reports | show type", path("type", .reports))))
    #expect(
      try filter(.among(names("sources"), tree("figures | show low"), isNegated: false))
        == .among(path("sources"), values("figures | show low", path("low", .figures))))
  }

  @Test func aTextMayBeTheNameOfARow() throws {
    let result = understand("entities where name in (events | distinct place)")
    #expect(result.codes.isEmpty, "\(result.diagnostics)")
    guard case .filter(.among(_, let values))? = result.bound?.stages.first?.operation else {
      Issue.record("the names are not compared")
      return
    }
    #expect(values.path?.type == .reference(.entities))
  }

  @Test func queriesWithoutFittingValuesAreRefused() {
    func misfit(_ name: String, _ text: String) -> Diagnostic? {
      let result = understand(
        tree("events", .filter(condition(.among(names(name), tree(text), isNegated: false)))))
      #expect(result.codes == ["E223"])
      return result.diagnostics.first
    }
    #expect(misfit("actor", "sources | show name")?.hints.first == "it shows name")
    #expect(
      misfit("actor", "articles")?.fixIts.map(\.replacement) == [
        " | entities", " | distinct place",
      ])
    #expect(misfit("type", "events")?.fixIts.first?.replacement == " | distinct type")
    #expect(misfit("actor", "events | show date")?.fixIts.first?.replacement == " | distinct actor")
    #expect(misfit("date", "events | count by date")?.fixIts.first?.replacement == " | show date")
    #expect(misfit("actor", "articles | show title")?.hints.last?.hasPrefix("next: ") == true)
    #expect(
      misfit("sources", "articles | show title")?.fixIts.first?.replacement == " | distinct words")
  }

  // MARK: Quantifiers

  @Test func noAndOnlyAskOfEveryValue() throws {
    let actor = try path("actor")
    let ada = ValueTest.references([0])
    let country = BoundPath(
      root: .fields(
        [
          try #require(Table.events.schema.field(named: "actor")),
          try #require(Table.entities.schema.field(named: "country")),
        ]), type: .text, isList: true)
    let norway = ValueTest.text(.equals(["norway"]))
    #expect(try filter(.absent(names("actor"))) == .not(.isKnown(actor)))
    #expect(
      try filter(.quantified(.no, condition("actor = Lovelace")))
        == .or([.not(.isKnown(actor)), .not(.test(actor, ada))]))
    #expect(
      try filter(.quantified(.only, condition("actor.country = Norway"))) == .every(country, norway)
    )
    #expect(
      try filter(.quantified(.only, condition("actor in (Lovelace, By*)")))
        == .every(actor, .any([ada, .text(.glob(pieces: ["by", ""]))])))
    #expect(
      try filter(.quantified(.only, condition("actor != Lovelace"))) == .not(.test(actor, ada)))
    #expect(
      try filter(.quantified(.only, condition("type = AID")))
        == .test(path("type"), .text(.equals(["aid"]))))
    // A name goes by every spelling of its entity.
    #expect(
      try filter(.quantified(.only, condition("actor.name = Lord Byron")))
        == .every(actor, .references([2])))
    #expect(
      try filter(.quantified(.only, condition("actor.country between a and b")))
        == .and([
          .every(country, .text(.ordered(.greaterOrEqual, "a"))),
          .every(country, .text(.ordered(.lessOrEqual, "b"))),
        ]))
    let query = tree("entities")
    let values = BoundValues(
      query: try #require(understand(query).bound), path: nil, isEvery: true)
    let among = condition(.among(names("actor"), query, isNegated: false))
    #expect(try filter(.quantified(.only, among)) == .among(actor, values))
  }

  @Test func aDoubleNegationIsRefused() {
    for text in ["actor != Lovelace", "actor !~ x", "actor not in (Oslo)"] {
      let result = understand(
        tree("events", .filter(condition(.quantified(.no, condition(text))))))
      #expect(result.codes == ["E130"], "\(text)")
    }
    let both = condition(.quantified(.only, condition("type = AID and mode = visit")))
    #expect(understand(tree("events", .filter(both))).codes == ["E130"])
  }

  // MARK: Sequences

  private func followed(
    by text: String, within days: Int? = nil, sharing shared: String..., isNegated: Bool = false
  ) -> Stage.Kind {
    .followed(
      FollowedSyntax(
        query: tree(text), span: days.map { .init(count: bare("\($0)"), unit: .days) },
        shared: shared.map { names($0) }, isNegated: isNegated))
  }

  @Test func whatFollowsGivesTheRowAndTheDaysBetween() throws {
    let result = understand(
      tree(
        "events", followed(by: "reports where type = AID", within: 30, sharing: "actor", "type"),
        .filter(condition("next.source = Reuters and gap > 2"))))
    #expect(result.codes.isEmpty, "\(result.diagnostics)")
    let stage = try #require(result.bound?.stages.first)
    #expect(
      stage.text
        == "followed by (reports where type = AID) within 30 days sharing actor, type")
    guard case .followed(let sequence) = stage.operation else { throw Failure.noFilter }
    #expect(try sequence.date == path("date") && sequence.otherDate == path("date", .reports))
    #expect(sequence.span == .init(count: 30, unit: .days))
    #expect(try sequence.shared.map(\.other) == [path("actor", .reports), path("type", .reports)])
    #expect(
      stage.output.columns == [
        RowColumn(name: "next", type: ColumnType(.reference(.reports))),
        RowColumn(name: "gap", type: ColumnType(.integer)),
      ])
    #expect(
      stage.output.shown.suffix(4).map(\.name) == ["gap", "next.date", "next.type", "next.who"])
  }

  @Test func furtherSequencesGetNamesOfTheirOwn() {
    let result = understand(
      tree("events", followed(by: "events"), followed(by: "articles")))
    #expect(result.bound?.shape.columns.map(\.name) == ["next", "gap", "next_2", "gap_2"])
    #expect(
      result.bound?.shape.shown.suffix(3).map(\.name) == ["gap_2", "next_2.published", "next_2"])
    let none = understand(tree("events", followed(by: "events", isNegated: true)))
    #expect(none.bound?.shape == BoundSource.table(.events).shape)
    #expect(none.bound?.stages.first?.text == "not followed by (events)")
  }

  @Test func whatIsNotSharedIsTold() {
    let result = understand(
      tree(
        "events", followed(by: "articles", sharing: "actor", "source", "actr", "id.x"),
        .filter(condition("next.titel = x and gapp = 1"))))
    #expect(result.codes == ["E228", "E228", "E228", "E201", "E201"])
    #expect(result.diagnostics[0].message.hasPrefix("articles have no 'actor'"))
    let types = understand(tree("events", followed(by: "entities", sharing: "articles")))
    #expect(types.codes == ["E228"])
    let groups = understand(tree("events", followed(by: "events | count by type")))
    #expect(groups.codes == ["E210"])
    let undated = understand(tree("events | count by type", followed(by: "events")))
    #expect(undated.codes == ["E206"])
  }
}
