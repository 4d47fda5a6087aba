import Diagnostics
import NewsModel
import NewsStore
import QueryEngine
import QueryLanguage
import Testing

/// Which rows a sample has is the engine's choice; what any choice must be is tested.
@Suite struct SampleTests {
  private let store = SampleStore(seed: 8, articles: 30, size: 8)

  private func sample(_ count: Int, seed: UInt64) -> [UInt32] {
    let shape = RowShape(.mentions, shown: [])
    let stage = BoundStage(
      operation: .sample(count, seed: seed), text: "sample", range: SourceRange(at: 0),
      output: shape)
    let plan = Planner(statistics: store.statistics).plan(
      BoundQuery(source: .mentions, stages: [stage]))
    let table = QueryEngine.run(plan, on: store.snapshot).table
    return (0..<table.rowCount).compactMap { table.reference(ofRow: $0)?.row }
  }

  private var rowCount: Int { store.snapshot.rowCount(of: .mentions) }

  @Test(arguments: [0, 1, 7, 40]) func hasSoManyRowsInTheirOrder(_ count: Int) {
    for seed in UInt64(0)..<20 {
      let rows = sample(count, seed: seed)
      #expect(rows.count == count)
      #expect(rows == Set(rows).sorted())
      #expect(rows.allSatisfy { $0 < rowCount })
      #expect(rows == sample(count, seed: seed))
    }
  }

  @Test func ofFewRowsHasAll() {
    #expect(sample(rowCount, seed: 3).count == rowCount)
    #expect(sample(rowCount + 5, seed: 3).count == rowCount)
    #expect(sample(Int.max, seed: 3).count == rowCount)
  }

  @Test func anotherSeedGivesOtherRows() {
    let samples = Set((UInt64(0)..<30).map { sample(10, seed: $0) })
    #expect(samples.count > 25)
  }

  @Test func takesAllRowsAboutAsOften() {
    let runs = 600
    let size = rowCount / 4
    var counts = [Int](repeating: 0, count: rowCount)
    for seed in 0..<UInt64(runs) {
      for row in sample(size, seed: seed) { counts[Int(row)] += 1 }
    }
    let mean = Double(runs * size) / Double(rowCount)
    let share = Double(size) / Double(rowCount)
    let spread = (mean * (1 - share)).squareRoot()
    let furthest = counts.map { abs(Double($0) - mean) }.max() ?? 0
    #expect(furthest < 5 * spread, "a row is \(furthest / spread) standard deviations off")
    let deviation = counts.map { (Double($0) - mean) * (Double($0) - mean) }.reduce(0, +)
    let ratio = deviation / (spread * spread) / Double(rowCount)
    #expect((0.6...1.5).contains(ratio), "the counts spread \(ratio) times as far as they should")
  }
}
