import NewsModel
import NewsStore
import QueryLanguage
import Synchronization
import Testing

@testable import QueryEngine

/// Graphs that are made so that a search through them would not end.
@Suite struct HostileGraphTests {
  private let entityCount = 20_000
  /// Three entities are parties of nearly everything, every hundredth event has some hundred
  /// parties, and the last entity is tied to one other alone.
  private var events: ListColumn {
    var random = SplitMix64(seed: 77)
    func entity() -> UInt32 { UInt32(random.next() % UInt64(entityCount - 2)) }
    var values: [UInt32] = []
    var offsets: [UInt32] = [0]
    for event in 0..<12_000 {
      values.append(UInt32(event % 3))
      for _ in 0..<(event % 100 == 0 ? 300 : 3) { values.append(entity()) }
      offsets.append(UInt32(values.count))
    }
    values += [UInt32(entityCount - 1), UInt32(entityCount - 2)]
    offsets.append(UInt32(values.count))
    values += [UInt32(entityCount - 2), 7]
    offsets.append(UInt32(values.count))
    return ListColumn(offsets: offsets, values: values)
  }

  private func graph(_ looks: Looks = Looks(), stoppingAt stop: Int = .max) throws -> TieGraph {
    let events = events
    return try TieGraph(
      events, of: .run(0..<(events.offsets.count - 1)), entityCount: entityCount,
      cancellation: Cancellation { looks.add() >= stop })
  }

  /// How often was asked whether to stop.
  private final class Looks: Sendable {
    private let number = Mutex(0)
    var count: Int { number.withLock { $0 } }
    func add() -> Int {
      number.withLock {
        $0 += 1
        return $0
      }
    }
  }

  @Test func manyStepsAreGivenUpAfterSoMuchWork() throws {
    let graph = try graph()
    // Nobody whose ties are few is ever reached by all but the shortest ways.
    var finder = PathFinder(
      graph, from: [5], to: [UInt32(entityCount - 1)], steps: 50, workLimit: 3_000_000)
    let rows = try finder.rows()
    #expect(rows.count <= BoundGraph.pathLimit * 50)
    #expect(finder.isCut || rows.columns.first?.bits.last == Int64(BoundGraph.pathLimit))
  }

  @Test func aGoalThatNobodyReachesCostsOnePass() throws {
    let looks = Looks()
    let graph = try graph(looks)
    let before = looks.count
    var finder = PathFinder(graph, from: [0], to: [UInt32(entityCount + 5)], steps: 50)
    #expect(try finder.rows().count == 0)
    #expect(!finder.isCut)
    #expect(looks.count - before <= 3 * graph.size / (1 << 14) + 3)
  }

  @Test func hubsAreFoundTiedAtOnce() throws {
    let graph = try graph()
    var finder = PathFinder(graph, from: [0], to: [1], steps: 50, workLimit: 3_000_000)
    let rows = try finder.rows()
    #expect(rows.count > 0)
    #expect(rows.columns[1].bits.allSatisfy { $0 <= 50 })
  }

  @Test func aSearchAsksWhetherToStop() throws {
    let looks = Looks()
    let unstopped = try graph(looks)
    let building = looks.count
    var finder = PathFinder(unstopped, from: [0], to: [1], steps: 50, workLimit: 3_000_000)
    _ = try finder.rows()
    let all = looks.count
    #expect(all - building >= 3_000_000 / (1 << 16))
    for stop in [building + 1, (building + all) / 2, all - 1] {
      let looks = Looks()
      let graph = try graph(looks, stoppingAt: stop)
      var finder = PathFinder(graph, from: [0], to: [1], steps: 50, workLimit: 3_000_000)
      #expect(throws: Cancellation.Stop.self) { _ = try finder.rows() }
      #expect(looks.count == stop)
    }
  }

  @Test func neighboursOfAHubAreCountedOnceAnEvent() throws {
    let graph = try graph()
    let rows = try graph.neighbours(of: [0])
    let counts = rows.columns[0].bits
    #expect(counts == counts.sorted(by: >))
    #expect(rows.count > 5_000)
    #expect(counts[0] <= 4_000)
  }
}
