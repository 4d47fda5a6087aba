import Diagnostics
import NewsModel
import NewsStore
import QueryEngine
import QueryLanguage
import Synchronization
import TestSupport
import Testing

@Suite struct QueryEngineTests {
  private let sample = SampleStore(seed: 77, articles: 25, size: 6)

  private func run(
    _ source: Table, _ operations: [BoundOperation],
    isCancelled: @escaping @Sendable () -> Bool = { false }
  ) -> QueryResult {
    let stages = operations.enumerated().map { index, operation in
      BoundStage(
        operation: operation, text: "stage \(index + 1)", range: SourceRange(at: 0),
        output: RowShape(source, shown: []))
    }
    let planner = Planner(statistics: SnapshotStatistics(sample.snapshot))
    let plan = planner.plan(BoundQuery(source: source, stages: stages))
    return QueryEngine.run(plan, on: sample.snapshot, isCancelled: isCancelled)
  }

  private func path(_ table: Table, _ name: String) throws -> BoundPath {
    let field = try #require(table.schema.field(named: name))
    return BoundPath(
      root: .fields([field]), type: field.schema.type, isList: field.schema.isList)
  }

  @Test func stopsAtOnce() throws {
    let text = try path(.reports, "sentence")
    let result = run(
      .reports, [.filter(.test(text, .text(.pattern("zzz"))))], isCancelled: { true })
    #expect(result.isCancelled)
    #expect(result.table.rowCount == 0)
  }

  @Test func asksOftenWhileItReadsTexts() throws {
    let asked = Mutex(0)
    let sentence = try path(.mentions, "sentence")
    let count = sample.snapshot.rowCount(of: .mentions)
    _ = run(.mentions, [.filter(.test(sentence, .text(.contains(phrase: ["talks"]))))]) {
      asked.withLock { $0 += 1 }
      return false
    }
    #expect(asked.withLock { $0 } >= count / 64)
  }

  @Test func anEmptyResultNamesThePartThatEmptiedIt() throws {
    let kind = try path(.entities, "kind")
    let mentions = try path(.entities, "mentions")
    let result = run(
      .entities,
      [
        .filter(
          .and([
            .test(kind, .text(.equals(["person"]))),
            .test(mentions, .number(.ordered(.less, 0))),
            .test(kind, .text(.equals(["place"]))),
          ])),
        .take(3),
      ])
    #expect(result.table.rowCount == 0)
    let persons = run(.entities, [.filter(.test(kind, .text(.equals(["person"]))))]).table.rowCount
    #expect(persons > 0)
    let all = sample.snapshot.rowCount(of: .entities)
    #expect(result.trail.prefix(3).map(\.count) == [all, persons, 0])
    #expect(
      result.trail.prefix(3).map(\.text) == ["entities", "kind = person", "mentions < 0"])
    #expect(result.trail.prefix(3).map(\.stage) == [nil, 0, 0])
  }

  @Test func aCountOfNothingHasATrail() throws {
    let title = try path(.articles, "title")
    let result = run(
      .articles,
      [.filter(.test(title, .text(.exactly("no such title")))), .count(distinct: nil, by: [])])
    #expect(result.trail.map(\.text) == ["articles", "stage 1"])
    #expect(result.trail.last?.count == 0)
  }

  @Test func measuresEveryPart() throws {
    let date = BoundSortKey(path: try path(.reports, "date"), isDescending: true)
    let result = run(.reports, [.sort([date]), .take(3), .skip(1)])
    #expect(result.profile.steps.map(\.rows) == [3, 2])
    #expect(result.profile.source != nil)
  }

  @Test func aResultOutlivesWhatIsLoadedLater() throws {
    let store = NewsStore()
    var random = RandomArticles(random: SplitMix(seed: 5))
    store.append(random.articles(3, size: 3))
    let snapshot = store.snapshot
    let planner = Planner(statistics: SnapshotStatistics(snapshot))
    let plan = planner.plan(BoundQuery(source: .articles, stages: []))
    let table = QueryEngine.run(plan, on: snapshot).table
    let before = (0..<table.rowCount).map { table.values(ofRow: $0) }
    store.append(random.articles(4, size: 3))
    _ = store.snapshot
    #expect((0..<table.rowCount).map { table.values(ofRow: $0) } == before)
  }
}
