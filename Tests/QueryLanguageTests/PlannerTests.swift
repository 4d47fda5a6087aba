import Diagnostics
import NewsModel
import QueryLanguage
import Testing

@Suite struct PlannerTests {
  private func path(_ name: String, of table: Table = .events) throws -> BoundPath {
    let field = try #require(table.schema.field(named: name))
    return BoundPath(
      root: .fields([field]), type: field.schema.type, isList: field.schema.isList)
  }

  private func plan(_ operations: BoundOperation..., on table: Table = .events) -> Plan {
    let stages = operations.map {
      BoundStage(
        operation: $0, text: "", range: SourceRange(at: 0), output: RowShape(table, shown: []))
    }
    return Planner(statistics: MadeUpStatistics()).plan(BoundQuery(source: table, stages: stages))
  }

  private func actor(_ rows: UInt32...) throws -> BoundCondition {
    .test(try path("actor"), .references(rows))
  }

  @Test func onePostingListAnswersOneTest() throws {
    let plan = plan(.filter(try actor(4)))
    #expect(plan.way.access.text == "postings of actor (1 key)")
    #expect(plan.way.filters.isEmpty)
    #expect(plan.way.estimatedRows == 200)
    #expect(plan.steps.isEmpty)
  }

  @Test func shortListsAreIntersectedSmallestFirst() throws {
    let place = BoundCondition.test(try path("place"), .references([1]))
    let score = BoundCondition.test(try path("score"), .number(.ordered(.less, 0)))
    let status = BoundCondition.test(try path("status"), .text(.equals(["happened"])))
    let plan = plan(.filter(.and([try actor(4), place])), .filter(.and([score, status])))
    #expect(plan.way.access.text == "postings of place (1 key) and postings of actor (1 key)")
    #expect(plan.way.filters.map(\.text) == ["keep score < 0 and status = happened"])
    #expect(plan.way.originalFilters.count == 2)
  }

  @Test func longListsAreNotUsed() throws {
    let status = BoundCondition.test(try path("status"), .text(.equals(["happened"])))
    #expect(plan(.filter(status)).way.access == .scan)
  }

  @Test func anyOfSeveralListsIsAUnion() throws {
    let place = BoundCondition.test(try path("place"), .references([1]))
    let both = plan(.filter(.or([try actor(1, 2), place])))
    #expect(both.way.access.text == "(postings of actor (2 keys) or postings of place (1 key))")
    let score = BoundCondition.test(try path("score"), .number(.ordered(.less, 0)))
    #expect(plan(.filter(.or([place, score]))).way.access == .scan)
    #expect(plan(.filter(.not(place))).way.access == .scan)
  }

  @Test func noKeysLeadNowhere() throws {
    #expect(plan(.filter(try actor())).way.access == .nothing)
  }

  @Test func datesGiveRangesAndAreTestedAgain() throws {
    let since = BoundCondition.test(
      try path("date"), .date(.overlaps([try #require(NewsDate(year: 2022))])))
    let plan = plan(.filter(since))
    #expect(plan.way.access == .ranges([1_024..<3_072]))
    #expect(plan.way.filters.count == 1)
    let dated = BoundCondition.test(
      try path("published", of: .articles), .date(.overlaps([NewsDate(Day(number: 0))])))
    #expect(self.plan(.filter(dated), on: .articles).way.access == .scan)
  }

  @Test func phrasesInArticlesComeFromTheTextIndex() throws {
    let phrase = BoundCondition.test(
      try path("text", of: .articles), .text(.contains(phrase: ["ferry", "strike"])))
    #expect(plan(.filter(phrase), on: .articles).way.access == .phrase(["ferry", "strike"]))
  }

  @Test func filtersMoveBeforeSortsButNotBeforeTakes() throws {
    let newest = BoundOperation.sort([BoundSortKey(path: try path("date"), isDescending: true)])
    let moved = plan(newest, .filter(try actor(4)))
    #expect(moved.way.access.text == "postings of actor (1 key)")
    #expect(moved.steps.map(\.operation) == [PlanOperation(newest)])
    let kept = plan(newest, .take(5), .filter(try actor(4)))
    #expect(kept.way.access == .scan)
    #expect(kept.steps.count == 2)
  }

  @Test func sortAndTakeBecomeTop() throws {
    let date = [BoundSortKey(path: try path("date"), isDescending: true)]
    let score = [BoundSortKey(path: try path("score"), isDescending: true)]
    #expect(
      plan(.sort(date), .take(5)).steps.map(\.operation)
        == [.top(date, count: 5, readsInTimeOrder: true)])
    #expect(
      plan(.sort(score), .show([]), .skip(2), .take(5)).steps.map(\.operation)
        == [.top(score, count: 7, readsInTimeOrder: false), .show([]), .skip(2), .take(5)])
    #expect(
      plan(.sort(score), .take(Int.max), .skip(1)).steps.first?.operation
        == .top(score, count: Int.max, readsInTimeOrder: false))
    #expect(plan(.sort(date), .skip(Int.max), .take(9)).steps.map(\.operation).first == .sort(date))
  }

  @Test func onlyTheGroupsThatAreTakenAreAsked() throws {
    let key = BoundColumn(name: "actor", path: try path("actor"))
    let count = BoundPath(root: .column(1, then: []), type: .integer, isList: false)
    let byCount = BoundOperation.sort([BoundSortKey(path: count, isDescending: true)])
    let plan = plan(.count(distinct: nil, by: [key]), byCount, .take(10))
    #expect(plan.steps.first?.operation == .count(distinct: nil, by: [key], limit: 10))
    let all = self.plan(.count(distinct: nil, by: [key]), .filter(.and([])))
    #expect(all.steps.first?.operation == .count(distinct: nil, by: [key], limit: nil))
  }

  @Test func explainsItself() throws {
    let score = BoundCondition.test(try path("score"), .number(.ordered(.less, 0)))
    let newest = BoundOperation.sort([BoundSortKey(path: try path("date"), isDescending: true)])
    let plan = plan(.filter(.and([try actor(4), score])), newest, .take(20))
    var profile = PlanProfile()
    profile.source = PlanProfile.Measure(rows: 1, seconds: 0.000_12)
    #expect(
      plan.text(profile: profile) == """
        top 20 by date desc, read in order of time   ~20
          keep score < 0                             ~80  1 row  0.120 ms
            events: postings of actor (1 key)       ~200
        """)
  }

  @Test func conditionsAreWrittenInWords() throws {
    let any = BoundCondition.or([
      .and([try actor(1, 2), .not(.isKnown(try path("place")))]),
      .test(try path("date"), .date(.within(try #require(NewsDate(year: 2023, month: 9))))),
    ])
    #expect(
      any.text { row, table in "\(table.singular) \(row)" }
        == "(actor in (entity 1, entity 2) and place is unknown) or date certainly in 2023-09")
  }
}
