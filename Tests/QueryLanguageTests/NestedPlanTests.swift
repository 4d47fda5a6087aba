import NewsModel
import Testing

@testable import QueryLanguage

/// Plans of columns, groups and queries within queries.
@Suite struct NestedPlanTests {
  private func plan(_ query: Query) throws -> Plan {
    let result = understand(query)
    return Planner(statistics: MadeUpStatistics()).plan(
      try #require(result.bound, "\(result.diagnostics)"))
  }

  private let size = column("size", put(field("sources"), .times, literal("2")))
  private let double = column("more", put(field("size"), .times, literal("2")))

  @Test func filtersMoveBeforeColumnsThatTheyDoNotNeed() throws {
    let moved = try plan(
      tree("events", .add([size]), .filter(condition("actor = Lovelace"))))
    #expect(moved.way.access.text == "postings of actor (1 key)")
    #expect(moved.steps.count == 1)
    let kept = try plan(tree("events", .add([size]), .filter(condition("size > 2"))))
    #expect(kept.way.access.isScan && kept.way.originalFilters.isEmpty)
    #expect(kept.steps.map(\.text).last == "keep size > 2")
  }

  @Test func filtersMoveOnlyAsFarAsTheirColumns() throws {
    let filter = Stage.Kind.filter(condition("size > 2"))
    let both = try plan(tree("events", .add([size]), .add([double]), filter))
    guard case .filter = both.steps[1].operation else {
      Issue.record("\(both.steps.map(\.text))")
      return
    }
    #expect(both.steps.map(\.output.columns.count) == [1, 1, 2])
    #expect(both.steps[1].output == both.steps[0].output)
    let behindTake = try plan(
      tree("events", .take(bare("5")), .add([size]), .filter(condition("type = AID"))))
    #expect(behindTake.steps.map(\.output.columns.count) == [0, 0, 1])
    #expect(behindTake.way.access.isScan)
  }

  @Test func filtersPassNoStageThatLeavesRowsOut() throws {
    let filter = Stage.Kind.filter(condition("actor = Lovelace"))
    let subset = try plan(
      tree("events", .subset(tree("events where type = AID"), isNegated: true), filter))
    #expect(subset.way.access.isScan && subset.steps.count == 2)
    let sample = try plan(tree("events", .sample(bare("5"), seed: nil), filter))
    #expect(sample.way.access.isScan && sample.steps.count == 2)
  }

  @Test func topWorksWithColumnsButReadsInOrderOnlyFromTheTable() throws {
    let date = SortKey(path: names("date"), isDescending: true)
    let before = try plan(tree("events", .add([size]), .sort([date]), .take(bare("5"))))
    guard case .top(_, 5, false)? = before.steps.last?.operation else {
      Issue.record("\(before.steps)")
      return
    }
    let after = try plan(tree("events | newest", .add([size]), .take(bare("5"))))
    guard case .top(_, 5, true)? = after.steps.first?.operation else {
      Issue.record("\(after.steps)")
      return
    }
    let own = SortKey(path: names("size"), isDescending: true)
    let column = try plan(tree("events", .add([size]), .sort([own]), .take(bare("5"))))
    #expect(column.steps.last?.text == "top 5 by size desc")
  }

  @Test func groupsOfPeriodsAreAllAsked() throws {
    let month = tree(
      "events | count by month | count by month", .take(bare("3")))
    guard case .count(_, _, nil) = try plan(month).steps[1].operation else {
      Issue.record("only some periods are asked")
      return
    }
  }

  @Test func whatEveryValueMustPassSomeValuePasses() throws {
    let only = condition(.quantified(.only, condition("actor in (Lovelace, Oslo)")))
    let plan = try plan(tree("events", .filter(only)))
    #expect(plan.way.access.text == "postings of actor (2 keys)")
    #expect(plan.way.filters.map(\.text) == ["keep only actor in (entity 0, entity 3)"])
  }

  @Test func queriesWithinAreTestedRowByRowUntilTheyAreAnswered() throws {
    let among = condition(.among(names("actor"), tree("entities"), isNegated: false))
    let plan = try plan(tree("events", .filter(among)))
    #expect(plan.way.access.isScan && plan.way.estimatedRows == 2_000)
    #expect(plan.way.filters.map(\.text) == ["keep actor in (entities)"])
  }

  @Test func nestedQueriesHavePlansOfTheirOwn() throws {
    let inner = tree("events where actor = Lovelace | newest | take 3")
    let followed = Stage.Kind.followed(
      FollowedSyntax(
        query: tree("events where place = Oslo"), span: .init(count: bare("2"), unit: .weeks),
        shared: [names("actor")], isNegated: false))
    let plan = try plan(
      tree("events where type = AID", .subset(inner, isNegated: false), followed))
    var profile = PlanProfile()
    profile.source = .init(rows: 9, seconds: 0)
    profile.steps = [.init(rows: 2, seconds: 0.001), .init(rows: 1, seconds: 0)]
    profile.nested[0] = PlanProfile()
    profile.nested[0]?.source = .init(rows: 7, seconds: 0)
    #expect(
      plan.text(profile: profile) == """
        keep rows followed within 2 weeks, sharing actor, by     ~1  1 row  0.000 ms
          | events: postings of place (1 key)                   ~50
          keep rows that are among                               ~1  2 rows  1.000 ms
            | top 3 by date desc, read in order of time          ~3
            |   events: postings of actor (1 key)              ~200  7 rows  0.000 ms
            events: postings of type (1 key)                  ~2000  9 rows  0.000 ms
        """)
  }

  @Test func queriesThatWereAnsweredFirstComeLast() throws {
    let inner = try plan(tree("entities"))
    var profile = PlanProfile()
    profile.subqueries = [
      .init(text: "entities", plan: inner, profile: PlanProfile())
    ]
    #expect(
      try plan(tree("events | take 5")).text(profile: profile) == """
        take 5                      ~5
          events: all rows      ~10000
        first: entities
          | entities: all rows  ~10000
        """)
  }

  @Test func graphsPlanTheirTies() throws {
    let syntax = GraphSyntax(
      kind: .neighbours(of: bare("Oslo")),
      ties: Parser.query("events where actor = Lovelace").tree.stages)
    let plan = try plan(tree(.graph(syntax), .filter(condition("ties > 3")), .take(bare("5"))))
    guard case .graph(_, let ties, 20) = plan.source else {
      Issue.record("\(plan.source)")
      return
    }
    #expect(ties.way.access.text == "postings of actor (1 key)")
    #expect(
      plan.text() == """
        take 5                                           ~5
          keep ties > 3                                  ~8
            neighbours of Oslo where actor = Lovelace   ~20
              | events: postings of actor (1 key)      ~200
        """)
  }

  @Test func groupsAndCrosstabsAreEstimated() throws {
    let group = try plan(tree("events", .group(by: [names("type")], [aggregate(.count)])))
    #expect(group.steps.first?.estimatedRows == 1_000)
    #expect(
      try plan(tree("events", .group(by: [], [aggregate(.count)]))).estimatedRows == 1)
    #expect(
      try plan(tree("events", .crosstab(names("type"), by: names("status")))).estimatedRows
        == 1_000)
  }

  @Test func columnsAreNamedInConditions() throws {
    let result = understand("events | count by actor | where actor.country = Norway and count > 2")
    let stages = try #require(result.bound?.stages)
    guard case .filter(let condition) = stages[1].operation else { return }
    #expect(
      condition.text(in: stages[0].output) { _, _ in "" }
        == "actor.country = norway and count > 2")
    #expect(
      condition.text { _, _ in "" } == "column 1.country = norway and column 2 > 2")
  }
}
