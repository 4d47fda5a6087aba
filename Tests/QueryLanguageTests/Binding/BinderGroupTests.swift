import Diagnostics
import NewsModel
import Testing

@testable import QueryLanguage

@Suite struct BinderGroupTests {
  private func columns(_ query: Query) -> [RowColumn] {
    let result = understand(query)
    #expect(result.codes.isEmpty, "\(result.diagnostics)")
    return result.bound?.shape.columns ?? []
  }

  @Test func aggregatesHaveNamesAndTypes() {
    let made = columns(
      tree(
        "events",
        .group(
          by: [names("actor"), names("date.month")],
          [
            aggregate(.count), aggregate(.count, field("actor"), isDistinct: true),
            aggregate(.count, field("place")), aggregate(.sum, field("sources")),
            aggregate(.average, field("sources")), aggregate(.median, field("score")),
            aggregate(.min, field("date")), aggregate(.max, field("actor.country")),
            aggregate(.first, field("type")), aggregate(.list, field("who")),
            aggregate(.share), aggregate(.share, field("reports")), aggregate(.count),
            aggregate(.sum, put(field("score"), .times, literal("2"))),
            aggregate(.last, field("place"), named: "end"),
          ])))
    #expect(
      made.map(\.name) == [
        "actor", "date.month", "count", "distinct_actor", "count_place", "sum_sources",
        "average_sources", "median_score", "min_date", "max_actor_country", "first_type",
        "list_who", "share", "share_reports", "count_2", "sum", "end",
      ])
    let entity = ColumnType(.reference(.entities))
    let many = ColumnType(.reference(.entities), isList: true)
    let whole = ColumnType(.integer)
    let number = ColumnType(.number)
    #expect(
      made.map(\.type) == [
        entity, ColumnType(.date, part: .month), whole, whole, whole, whole, number, number,
        ColumnType(.date), ColumnType(.text), ColumnType(.category), many, number, number, whole,
        number, entity,
      ])
  }

  @Test func groupsNeedNoKeys() {
    let made = columns(tree("articles", .group(by: [], [aggregate(.average, field("words"))])))
    #expect(made == [RowColumn(name: "average_words", type: ColumnType(.number))])
  }

  @Test func wrongAggregatesAreLeftOutAndTheRestIsKept() {
    let result = understand(
      tree(
        "events",
        .group(
          by: [names("type"), names("actr")],
          [
            aggregate(.sum, field("type")), aggregate(.median), aggregate(.count, named: "type"),
            aggregate(.max, field("score")),
          ]), .sort([SortKey(path: names("max_score"), isDescending: true)]),
        .filter(condition("sum_type > 1 and actr = 3 and median > 1 and other > 1"))))
    #expect(result.codes == ["E201", "E218", "E218", "E221", "E201"])
  }

  @Test func oneWrongKeyLeavesTheOthers() {
    let result = understand(
      tree("events | count by aktor, type | where type = CONSULTT | sort by aktor, cuont"))
    #expect(result.codes == ["E201", "E203", "E201"])
  }

  // MARK: What columns remember

  @Test func wordsOfAFieldStayAClosedListInAColumn() {
    #expect(understand("events | count by type | where type = CONSULTT").codes == ["E203"])
    #expect(understand("events | count by type | where type = aid").codes.isEmpty)
    let other = tree(
      "events", .add([column("type_of", field("type")), column("note", text("x"))]),
      .filter(condition("type_of = VISIT or note = VISIT")))
    #expect(understand(other).codes == ["E203"])
  }

  @Test func periodsAreToldByWhatTheyAreNotByTheirName() throws {
    let periods = tree(
      "events", .add([column("told", function("month", field("date")))]),
      .filter(condition("told = 9")))
    let path = BoundPath(root: .column(0, then: []), type: .date, isList: false)
    #expect(
      understand(periods).bound?.stages.last?.operation
        == .filter(.test(path, .number(.equals([9])))))
    let days = tree(
      "events", .add([column("on", function("weekday", field("date")))]),
      .filter(condition("on = Moonday")))
    #expect(understand(days).codes == ["E203"])
    // A date that is called like a period is none.
    let dates = tree(
      "events", .group(by: [names("type")], [aggregate(.min, field("date"), named: "month")]),
      .filter(condition("month = 9")))
    #expect(understand(dates).codes == ["E301"])
  }

  @Test func columnsOfReferencesAreGoneOnFrom() throws {
    let country = try #require(Table.entities.schema.field(named: "country"))
    let result = understand("events | count by actor | show actor.country, count")
    #expect(
      result.bound?.shape.shown.first?.path
        == BoundPath(root: .column(0, then: [country]), type: .text, isList: false))
    // A column that has the whole path for its name goes before.
    let own = understand("events | count by actor, actor.country | show actor.country")
    #expect(
      own.bound?.shape.shown.first?.path
        == BoundPath(root: .column(1, then: []), type: .text, isList: false))
    #expect(understand("events | count by actor | show actor.contry").codes == ["E201"])
    #expect(understand("events | count by actor | show count.country").codes == ["E202"])
    #expect(
      understand("events | distinct date | show date.month").bound?.shape.shown.first?.path
        == BoundPath(root: .column(0, then: []), part: .month, type: .date, isList: false))
  }

  // MARK: Crosstabs

  @Test func fewStagesMayComeAfterACrosstab() {
    let table = Stage.Kind.crosstab(names("type"), by: names("date.year"))
    let result = understand(
      tree("events", table, .take(bare("5")), .skip(bare("1")), .chart(.bar, by: []), .explain))
    #expect(result.codes.isEmpty)
    #expect(result.bound?.shape.isOpen == true)
    #expect(result.bound?.shape.columns == [RowColumn(name: "type", type: ColumnType(.category))])
    for stage: Stage.Kind in [
      .sort([SortKey(path: names("type"), isDescending: false)]), .timeline,
      .chart(nil, by: [names("type")]), .follow(.articles), .count(distinct: nil, by: []),
    ] {
      #expect(understand(tree("events", table, stage)).codes == ["E227"])
    }
    let inside = tree("events", .subset(tree("events", table), isNegated: false))
    #expect(understand(inside).codes == ["E227"])
    #expect(
      understand(tree("events", .crosstab(names("typ"), by: names("yeer")))).codes
        == ["E201", "E201"])
  }
}
