import TestSupport
import Testing

@testable import NewsReader

@Suite struct WeightTableTests {
  private func randomRows(_ count: Int, classes: Int) -> [WeightTable.Row] {
    var generator = SplitMix(seed: 3)
    var keys: Set<UInt32> = []
    while keys.count < count { keys.insert(UInt32.random(in: 0..<1 << 24, using: &generator)) }
    return keys.sorted().map { key in
      let density = Int.random(in: 1...classes, using: &generator)
      let values = (0..<classes).map { _ in
        Int.random(in: 0..<classes, using: &generator) < density
          ? Int8.random(in: -127...127, using: &generator) : 0
      }
      return WeightTable.Row(
        key: key, exponent: UInt8.random(in: 0...7, using: &generator), values: values)
    }
  }

  @Test(arguments: [(0, 3), (1, 1), (700, 33), (3000, 64)])
  func aTableSurvivesItsCoding(rows: Int, classes: Int) throws {
    let table = WeightTable(classes: classes, rows: randomRows(rows, classes: classes))
    var writer = ByteWriter()
    table.write(to: &writer)
    var reader = ByteReader(bytes: writer.bytes, file: "test")
    let again = try WeightTable(from: &reader, classes: classes)
    #expect(reader.remaining == 0)
    #expect(again.allRows.sorted { $0.key < $1.key } == table.allRows.sorted { $0.key < $1.key })
  }

  /// Scores are the sums of the rows, found by looking through all of them.
  @Test func scoresAreSumsOfRows() {
    let classes = 21
    var generator = SplitMix(seed: 8)
    var scratch = ScoringScratch(classes: classes)
    // Half of the rows are of features that occur.
    for value in 0..<50 { scratch.keys.add(UInt32(value)) }
    var rows = randomRows(500, classes: classes)
    let known = scratch.keys.keys.prefix(scratch.keys.count)
    for (place, key) in known.enumerated() where place % 2 == 0 { rows[place * 7].key = key }
    let table = WeightTable(classes: classes, rows: rows.shuffled(using: &generator))
    var expected = [Int32](repeating: 0, count: classes)
    for row in rows where known.contains(row.key) {
      for place in 0..<classes {
        expected[place] += Int32(row.values[place]) << Int32(row.exponent)
      }
    }
    table.score(&scratch)
    #expect(Array(scratch.scores.prefix(classes)) == expected)
    #expect(expected.contains { $0 != 0 })
  }

  /// Heavy rows whose sum does not fit in sixteen bits, in parts that are summed apart.
  @Test func partsAreSummedApart() {
    let classes = 40
    var scratch = ScoringScratch(classes: classes, parts: 3)
    for value in 0..<60 { scratch.keys.add(UInt32(value)) }
    let keys = Array(scratch.keys.keys.prefix(60))
    let table = WeightTable(
      classes: classes,
      rows: keys.map { key in
        WeightTable.Row(
          key: key, exponent: 7, values: (0..<classes).map { $0 % 2 == 0 ? 127 : -127 })
      })
    scratch.ends = [7, 7, 60]
    table.scoreParts(&scratch)
    let stride = WeightTable.stride(forClasses: classes)
    for (part, count) in [7, 0, 53].enumerated() {
      let scores = scratch.scores[part * stride..<part * stride + classes]
      #expect(
        scores.enumerated().allSatisfy { place, score in
          score == Int32(count * (place % 2 == 0 ? 127 : -127) << 7)
        })
    }
  }

  @Test(arguments: [0, 5, 3 << 20])
  func largeArraysAreZero(count: Int) {
    let zeros = [Int8](zeros: count)
    #expect(zeros.count == count)
    #expect(zeros.allSatisfy { $0 == 0 })
  }
}
