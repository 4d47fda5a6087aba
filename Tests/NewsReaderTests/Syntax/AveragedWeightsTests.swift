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

  @Test func rowsAreCutToUnitsOfTheCommonWeight() {
    let table = weights([2: [127, -3], 5: [0.4, 0], 7: [-127, 0], 9: [508, 1]]).table(limit: 9)
    // The heaviest of so few rows counts as common.
    #expect(
      table.allRows == [
        WeightTable.Row(key: 9, exponent: 0, values: [127, 0]),
        WeightTable.Row(key: 2, exponent: 0, values: [32, -1]),
        WeightTable.Row(key: 7, exponent: 0, values: [-32, 0]),
      ])
  }
}
