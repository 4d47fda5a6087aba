import NewsModel
import Testing

@testable import NewsReader

struct NameModelTests {
  private func small() -> NameModel {
    var rows: [WeightTable.Row] = []
    for key in 1...40 {
      let values = (0..<NameLabel.count).map { label in Int8((label * key) % 31 - 15) }
      rows.append(
        WeightTable.Row(key: UInt32(key * 977), exponent: UInt8(key % 3), values: values))
    }
    let moves = (0..<NameLabel.count * NameLabel.count).map { Int32($0 - 80) }
    return NameModel(
      weights: WeightTable(classes: NameLabel.count, rows: rows), moves: moves, unit: 64)
  }

  @Test func aFileGivesBackTheModel() throws {
    let model = small()
    let read = try NameModel(bytes: model.bytes())
    #expect(read.moves == model.moves)
    #expect(read.unit == model.unit)
    #expect(Set(read.weights.allRows.map(\.key)) == Set(model.weights.allRows.map(\.key)))
    #expect(read.bytes() == model.bytes())
  }

  @Test func damagedFilesAreRefused() throws {
    let bytes = small().bytes()
    for place in stride(from: 0, to: bytes.count, by: 7) {
      var damaged = bytes
      damaged[place] ^= 0x10
      #expect(throws: ModelError.self) { try NameModel(bytes: damaged) }
    }
    for count in [0, 3, 24, bytes.count / 2, bytes.count - 1] {
      #expect(throws: ModelError.self) { try NameModel(bytes: Array(bytes[..<count])) }
    }
  }

  @Test func modelsOfOtherKindsAndContentThatContradictsItselfAreRefused() throws {
    #expect(throws: ModelError.self) {
      try NameModel(bytes: ModelFile.resource(named: TaggerModel.fileName))
    }
    var noUnit = ByteWriter()
    noUnit.put(word: 0)
    #expect(
      throws: ModelError(file: NameModel.fileName, problem: .malformed("unit"))
    ) { try NameModel(bytes: ModelFile.bytes(kind: .names, content: noUnit)) }
    var wild = ByteWriter()
    wild.put(word: 10)
    for _ in 0..<NameLabel.count * NameLabel.count { wild.put(word: 0x7fff_ffff) }
    #expect(
      throws: ModelError(file: NameModel.fileName, problem: .malformed("moves"))
    ) { try NameModel(bytes: ModelFile.bytes(kind: .names, content: wild)) }
  }

  @Test func theModelThatShipsIsSound() throws {
    let bytes = try ModelFile.resource(named: NameModel.fileName)
    #expect(bytes.count <= 2_500_000)
    #expect(try NameModel(bytes: bytes).weights.rows > 10_000)
  }
}
