import NewsModel
import NewsStore
import QueryEngine
import QueryLanguage
import TestSupport
import Testing

/// Planner and engine against doing every stage literally.
@Suite struct OracleTests {
  /// What a store is made of, and how many queries it is asked.
  struct Sample: Sendable {
    var seed: UInt64
    var articles: Int
    /// Greatest number of sentences of an article.
    var size = 4
    var queries = 150
  }

  static let samples: [Sample] = {
    let small = (3..<21).map { Sample(seed: UInt64($0), articles: 2 + $0 % 7 * 3) }
    let empty = Sample(seed: 1, articles: 0, queries: 60)
    let large = Sample(seed: 21, articles: 110, size: 14, queries: 60)
    return [empty] + small + [large]
  }()

  @Test(arguments: samples)
  func answersAreThoseOfTheLiteralReading(_ store: Sample) {
    let sample = SampleStore(seed: store.seed, articles: store.articles, size: store.size)
    let statistics = SnapshotStatistics(sample.snapshot)
    var queries = RandomQueries(
      seed: store.seed, snapshot: sample.snapshot, oracle: sample.oracle)
    for number in 0..<store.queries {
      let query = queries.query()
      var oracle = sample.oracle
      let expected = oracle.run(query)
      let plan = Planner(statistics: statistics).plan(query)
      let result = QueryEngine.run(plan, on: sample.snapshot)
      let isSame = compare(result, expected, oracle, query)
      #expect(isSame, "query \(number) of seed \(store.seed): \(query)\n\(plan.text())")
      if !isSame { return }
    }
  }

  @Test func randomQueriesTakeEveryWay() {
    let sample = SampleStore(seed: 12, articles: 30, size: 4)
    let statistics = SnapshotStatistics(sample.snapshot)
    var queries = RandomQueries(seed: 12, snapshot: sample.snapshot, oracle: sample.oracle)
    var ways: Set<String> = []
    var rowCount = 0
    for _ in 0..<600 {
      let plan = Planner(statistics: statistics).plan(queries.query())
      ways.insert(plan.access.kind)
      for step in plan.steps { ways.insert(step.operation.kind) }
      rowCount += QueryEngine.run(plan, on: sample.snapshot).table.rowCount
    }
    let wanted = [
      "scan", "nothing", "ranges", "postings", "intersection", "union", "filter", "search",
      "sort", "top", "top in time order", "take", "skip", "show", "count", "distinct", "follow",
    ]
    #expect(ways.isSuperset(of: wanted), "missing: \(Set(wanted).subtracting(ways))")
    #expect(rowCount > 6_000)
  }

  private func compare(
    _ result: QueryResult, _ expected: Oracle.Rows, _ oracle: Oracle, _ query: BoundQuery
  ) -> Bool {
    let shape = query.shape
    let cells = oracle.cells(expected, shape)
    let rows = (0..<result.table.rowCount).map { result.table.values(ofRow: $0) }
    let isSame = rows == cells
    let difference = zip(rows, cells).first { $0 != $1 }.map { "\($0) instead of \($1)" } ?? ""
    #expect(isSame, "\(rows.count) rows instead of \(cells.count); \(difference)")
    #expect(result.unknownCount == oracle.unknownCount)
    #expect(result.unkeyedCount == oracle.unkeyedCount)
    if case .table(let table, let numbers) = expected {
      let references = (0..<result.table.rowCount).map { result.table.reference(ofRow: $0) }
      #expect(references == numbers.map { RowReference(table: table, row: $0) })
    }
    for (index, step) in result.trail.enumerated() {
      guard let stage = step.stage else { continue }
      let isLast = index + 1 == result.trail.count || result.trail[index + 1].stage != stage
      if isLast && step.count > 0 { #expect(step.count == oracle.counts[stage]) }
    }
    if expected.count == 0 { #expect(result.trail.last?.count == 0) }
    return isSame
  }
}

extension Plan {
  fileprivate var access: AccessPath {
    guard case .table(let access) = source else { return .nothing }
    return access.access
  }
}

extension AccessPath {
  fileprivate var kind: String {
    switch self {
    case .scan: "scan"
    case .nothing: "nothing"
    case .ranges: "ranges"
    case .postings: "postings"
    case .phrase: "phrase"
    case .intersection: "intersection"
    case .union: "union"
    }
  }
}

extension PlanOperation {
  fileprivate var kind: String {
    switch self {
    case .filter: "filter"
    case .search: "search"
    case .sort: "sort"
    case .top(_, _, let readsInTimeOrder): readsInTimeOrder ? "top in time order" : "top"
    case .take: "take"
    case .skip: "skip"
    case .show: "show"
    case .count: "count"
    case .distinct: "distinct"
    case .follow: "follow"
    case .add: "add"
    case .group: "group"
    case .crosstab: "crosstab"
    case .sample: "sample"
    case .subset: "subset"
    case .followed: "followed"
    }
  }
}

/// A small store with the articles that it was made from.
struct SampleStore {
  let snapshot: Snapshot
  let oracle: Oracle

  init(seed: UInt64, articles count: Int, size: Int) {
    var random = RandomArticles(random: SplitMix(seed: seed))
    let articles = random.articles(count, size: size)
    let store = NewsStore()
    let half = articles.count / 2
    store.append(Array(articles[..<half]))
    store.append(Array(articles[half...]))
    snapshot = store.snapshot
    let byID = Dictionary(articles.map { ($0.article.id, $0) }) { first, _ in first }
    oracle = Oracle(snapshot, byID)
  }
}
