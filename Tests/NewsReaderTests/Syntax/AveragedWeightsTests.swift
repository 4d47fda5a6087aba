import Testing

@testable import NewsReader

@Suite struct AveragedWeightsTests {
  private func weights(_ rows: [UInt32: [Float]]) -> AveragedWeights {
    var weights = AveragedWeights(classes: 2)
    for (key, values) in rows.sorted(by: { $0.key < $1.key }) {
      weights.keys.append(key)
      weights.values += values
    }
    return weights
  }

  @Test func aSumHasTheFeaturesOfBoth() {
    let sum = weights([3: [1, -2], 7: [4, 0]]) + weights([1: [5, 5], 7: [-1, 2], 9: [0, 1]])
    #expect(sum.keys == [1, 3, 7, 9])
    #expect(sum.values == [5, 5, 1, -2, 3, 2, 0, 1])
    #expect((AveragedWeights(classes: 2) + sum).values == sum.values)
  }

  @Test func aTableKeepsTheHeaviestRows() {
    let table = weights([1: [1, 0], 2: [0, -90], 3: [2, 100], 4: [30, 30]]).table(limit: 3)
    #expect(Set(table.allRows.map(\.key)) == [2, 3, 4])
  }

  @Test func heavyRowsDoNotCoarsenLightOnes() throws {
    var rows: [UInt32: [Float]] = [:]
    for key in 0..<200 { rows[UInt32(key)] = [1, Float(key) / 200] }
    rows[500] = [30, -15]
    let found = weights(rows).table(limit: 1000).allRows
    let heavy = try #require(found.first { $0.key == 500 })
    let light = try #require(found.first { $0.key == 100 })
    #expect(heavy.exponent > light.exponent)
    #expect(abs(Double(heavy.values[1]) / Double(heavy.values[0]) + 0.5) < 0.02)
    #expect(abs(Double(light.values[1]) / Double(light.values[0]) - 0.5) < 0.02)
  }
}
