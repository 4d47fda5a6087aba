import FoundationEssentials
import NewsModel
import NewsStore
import QueryEngine
import QueryLanguage
import TestSupport
import Testing

/// Planner and engine against doing every stage literally.
@Suite struct OracleTests {
  /// One of the runs into which the queries of a kind of store are split.
  struct Share: Sendable, CustomTestStringConvertible {
    var name: String
    var seed: UInt64
    var queries: Int
    /// The store's articles; nil for a store that all runs share.
    var articles = 0

    var testDescription: String { "\(queries) of \(name), seed \(seed)" }
  }

  /// Number of queries in all, unless `ORACLE_QUERIES` says otherwise.
  static let queryCount =
    ProcessInfo.processInfo.environment["ORACLE_QUERIES"].flatMap { Int($0) } ?? 20_000

  static let ofCorpus = (0..<10).map {
    Share(name: "the sample", seed: 100 + UInt64($0), queries: queryCount / 20)
  }
  static let ofSmall = (0..<20).map {
    Share(
      name: "a small store", seed: UInt64($0), queries: queryCount * 7 / 400,
      articles: $0 == 0 ? 0 : 2 + $0 % 7 * 3)
  }
  static let ofLarge = (0..<6).map {
    Share(name: "5,000 events", seed: 200 + UInt64($0), queries: queryCount / 40)
  }

  @Test(arguments: ofCorpus)
  func answersAboutTheSample(_ share: Share) throws {
    ask(try SampleStore.corpus.get(), share)
  }

  @Test(arguments: ofSmall)
  func answersAboutSmallStores(_ share: Share) {
    ask(SampleStore(seed: share.seed, articles: share.articles, size: 4), share)
  }

  @Test(arguments: ofLarge)
  func answersAboutManyEvents(_ share: Share) { ask(SampleStore.large, share) }

  @Test func theLargeStoreIsLarge() {
    let count = SampleStore.large.snapshot.rowCount(of: .events)
    #expect((4_000...7_000).contains(count), "\(count) events")
  }

  /// Asks random queries until an answer differs, and shows the shortest query that still does.
  private func ask(_ store: SampleStore, _ share: Share) {
    let values = store.values
    let statistics = store.statistics
    var queries = RandomQueries(seed: share.seed, values: values)
    for number in 0..<share.queries {
      let query = queries.query()
      guard let difference = AnswerPair(query, statistics).difference else { continue }
      let shrinker = Shrinker { AnswerPair($0, values, statistics).difference != nil }
      let shortest = AnswerPair(shrinker.shrunk(query.query), values, statistics)
      Issue.record(
        """
        query \(number) of \(share.testDescription): \(difference)
        shortest: \(shortest.difference ?? "")
        \(shortest.expected.query.literalText)
        \(shortest.result.plan.text())
        """)
      return
    }
  }

  @Test func randomQueriesTakeEveryWay() {
    let sample = SampleStore(seed: 12, articles: 30, size: 4)
    let statistics = sample.statistics
    var queries = RandomQueries(seed: 12, values: sample.values)
    var ways: Set<String> = []
    var rowCount = 0
    for _ in 0..<600 {
      let plan = Planner(statistics: statistics).plan(queries.query().query)
      ways.insert(plan.access.kind)
      for step in plan.steps { ways.insert(step.operation.kind) }
      rowCount += QueryEngine.run(plan, on: sample.snapshot).table.rowCount
    }
    let wanted = [
      "scan", "nothing", "ranges", "postings", "intersection", "union", "filter", "search",
      "sort", "top", "top in time order", "take", "skip", "show", "count", "distinct", "follow",
      "add", "group", "crosstab", "sample", "subset", "followed",
    ]
    #expect(ways.isSuperset(of: wanted), "missing: \(Set(wanted).subtracting(ways))")
    #expect(rowCount > 6_000)
  }

  @Test func randomQueriesSayEverything() {
    var queries = RandomQueries(
      seed: 31, values: SampleStore(seed: 31, articles: 20, size: 6).values)
    var parts =
      Function.allCases.map { "Function.\($0)" } + Aggregate.allCases.map { "Aggregate.\($0)" }
      + Arithmetic.allCases.map { "Arithmetic.\($0)" }
      + DateClause.Unit.allCases.map { "Unit.\($0)" }
      + [
        "Condition.every", "Condition.among", "isEvery: true", "ValueTest.any", "conditional(",
        "isNegated: true", "SharedPath(", "Search.paths", "Search.neighbours", ", then: [",
      ]
    for _ in 0..<4_000 where !parts.isEmpty {
      let query = queries.query().query
      let text = "\(query.source) \(query.stages.map(\.operation))"
      parts.removeAll { text.contains($0) }
    }
    #expect(parts.isEmpty, "never said: \(parts)")
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

extension BoundQuery {
  /// The query as its values are built, one stage a line, without the shapes of its rows.
  var literalText: String {
    let lines = ["\(source)"] + stages.map { "\($0.operation)" }
    let words = ["QueryLanguage.", "NewsModel.", "Diagnostics.", "BoundPath.", "Table."]
    return words.reduce(lines.joined(separator: "\n").withoutShapes) { $0.replacing($1, with: "") }
  }
}

extension String {
  /// The text without what each row shape is built from.
  fileprivate var withoutShapes: String {
    let pieces = split(separator: "RowShape(", omittingEmptySubsequences: false)
    return pieces.dropFirst().reduce(into: String(pieces[0])) { text, piece in
      var depth = 1
      let end = piece.firstIndex { character in
        if character == "(" { depth += 1 }
        if character == ")" { depth -= 1 }
        return depth == 0
      }
      text += end.map { piece[$0...].dropFirst() } ?? ""
    }
  }
}
