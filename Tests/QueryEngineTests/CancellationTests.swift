import NewsModel
import NewsStore
import QueryLanguage
import Synchronization
import Testing

@testable import QueryEngine

/// Every kind of stage can be stopped, and asks often enough whether it should.
@Suite struct CancellationTests {
  /// A stage over many events.
  struct Work: CustomTestStringConvertible, Sendable {
    var name: String
    var source = BoundSource.table(.events)
    var operations: [BoundOperation] = []

    var testDescription: String { name }
    var query: BoundQuery {
      Chronicle.query(source, operations, shown: [Chronicle.path(.events, "date")])
    }
  }

  private static let store = SampleStore.large
  private static let rowCount = store.snapshot.rowCount(of: .events)

  private static func column(_ name: String) -> BoundColumn {
    BoundColumn(name: name, path: Chronicle.path(.events, name))
  }

  private static func aggregate(_ function: Aggregate, _ name: String) -> BoundAggregate {
    BoundAggregate(
      column: RowColumn(name: "a", type: ColumnType(.number)), function: function,
      argument: .path(Chronicle.path(.events, name)))
  }

  private static func add(_ value: BoundExpression) -> BoundOperation {
    .add([BoundAddition(column: RowColumn(name: "x", type: ColumnType(.text)), value: value)])
  }

  private static func followed(sharing names: [String]) -> BoundOperation {
    let date = Chronicle.path(.events, "date")
    let shared = names.map { Chronicle.path(.events, $0) }
    return .followed(
      BoundSequence(
        date: date, query: BoundQuery(source: .events, stages: []), otherDate: date, span: nil,
        shared: shared.map { BoundSequence.SharedPath(path: $0, other: $0) }, isNegated: false))
  }

  private static func graph(_ search: BoundGraph.Search) -> BoundSource {
    .graph(
      BoundGraph(
        search: search, ties: BoundQuery(source: .events, stages: []), text: "the question"))
  }

  private static let score = Chronicle.path(.events, "score")
  private static let actor = Chronicle.path(.events, "actor")
  private static let all = BoundQuery(source: .events, stages: [])

  static let stages: [Work] = [
    Work(name: "filter", operations: [.filter(.test(score, .number(.ordered(.less, 0))))]),
    Work(
      name: "filter on a column",
      operations: [
        add(.path(score)), .filter(.test(Chronicle.column(0), .number(.ordered(.less, 0)))),
      ]),
    Work(
      name: "sort", operations: [.sort([BoundSortKey(path: actor, isDescending: false)])]),
    Work(
      name: "sort by a column, take",
      operations: [
        add(.path(score)),
        .sort([BoundSortKey(path: Chronicle.column(0), isDescending: true)]), .take(3),
      ]),
    Work(name: "count", operations: [.count(distinct: nil, by: [column("actor")])]),
    Work(
      name: "count distinct",
      operations: [.count(distinct: actor, by: [column("type"), column("place")])]),
    Work(name: "distinct", operations: [.distinct([column("actor"), column("target")])]),
    Work(name: "follow", operations: [.follow(.entities)]),
    Work(name: "add", operations: [add(.arithmetic(.plus, .path(score), .path(score)))]),
    Work(name: "add texts", operations: [add(.call(.lower, [.call(.first, [.path(actor)])]))]),
    Work(
      name: "add if",
      operations: [
        add(
          .conditional(
            .isKnown(Chronicle.path(.events, "place")), then: .path(actor),
            otherwise: .path(Chronicle.path(.events, "target"))))
      ]),
    Work(
      name: "group",
      operations: [
        .group(
          by: [column("actor")],
          [
            aggregate(.sum, "quad"), aggregate(.average, "score"), aggregate(.median, "score"),
            aggregate(.min, "actor"), aggregate(.list, "type"),
          ])
      ]),
    Work(name: "crosstab", operations: [.crosstab(column("actor"), by: column("type"))]),
    Work(name: "sample", operations: [.sample(rowCount / 50, seed: 4)]),
    Work(name: "only", operations: [.subset(all, isNegated: false)]),
    Work(
      name: "only, of groups",
      operations: [
        .count(distinct: nil, by: [column("actor"), column("target"), column("date")]),
        .subset(
          Chronicle.query(
            .table(.events),
            [.count(distinct: nil, by: [column("actor"), column("target"), column("date")])],
            shown: []), isNegated: true),
      ]),
    Work(name: "followed by", operations: [followed(sharing: [])]),
    Work(name: "followed by, sharing", operations: [followed(sharing: ["actor", "place"])]),
    Work(
      name: "in a query",
      operations: [.filter(.among(actor, BoundValues(query: all, path: actor)))]),
    Work(name: "neighbours", source: graph(.neighbours(of: [0, 1]))),
    Work(name: "paths", source: graph(.paths(from: [0], to: [1], steps: 3))),
  ]

  /// Answers a query, which is stopped at a look; gives the number of looks.
  private func run(_ work: Work, stoppingAt stop: Int) -> (result: QueryResult, looks: Int) {
    let looks = Mutex(0)
    let planner = Planner(statistics: Self.store.statistics)
    let result = QueryEngine.run(work.query, planner: planner, on: Self.store.snapshot) {
      looks.withLock {
        $0 += 1
        return $0 >= stop
      }
    }
    return (result, looks.withLock { $0 })
  }

  @Test(arguments: stages) func aStageLooksOnceABatchOrMore(_ work: Work) {
    let (result, looks) = run(work, stoppingAt: .max)
    #expect(!result.isCancelled)
    #expect(looks >= Self.rowCount / RowBatch.size, "\(looks) looks at \(Self.rowCount) rows")
  }

  @Test(arguments: stages) func aStageStopsAtTheLookThatSaysSo(_ work: Work) {
    let all = run(work, stoppingAt: .max).looks
    for stop in Set([1, 2, all / 3, all / 2, all - 1, all]) where stop > 0 {
      let (result, looks) = run(work, stoppingAt: stop)
      #expect(result.isCancelled && result.table.rowCount == 0, "at look \(stop) of \(all)")
      #expect(looks == stop)
    }
  }

  /// Whole columns are put in order, numbered and picked from; none of that is one long step.
  @Test func passesOverWholeColumnsLookToo() throws {
    let looks = Mutex(0)
    let cancellation = Cancellation {
      looks.withLock { $0 += 1 }
      return false
    }
    let count = 300_000
    var random = SplitMix64(seed: 21)
    let numbers = (0..<count).map { _ in Int64(truncatingIfNeeded: random.next() >> 40) }
    func looked(_ body: () throws -> Void) rethrows -> Int {
      looks.withLock { $0 = 0 }
      try body()
      return looks.withLock { $0 }
    }
    let rows = Rows(columns: [.integers(numbers), .integers(numbers)], count: count)
    let sampling = try looked { _ = try rows.sampled(1000, seed: 2, cancellation) }
    #expect(sampling >= count / 5000)
    let picking = try looked {
      _ = try rows.picked(.list([3, 1, 2]), checking: cancellation)
    }
    #expect(picking >= 2)
    let numbering = try looked {
      let values = ValueNumbers(cancellation: cancellation)
      let lists = try values.lists(.integers(numbers), asNumbers: false)
      #expect(lists.numbers.count == count)
    }
    #expect(numbering >= count / 10_000)
    var unordered = numbers
    let selecting = try looked {
      let middle = try unordered.select(count / 2, checking: cancellation)
      #expect(middle == numbers.sorted()[count / 2])
    }
    #expect(selecting >= 5)
  }
}
