import TestSupport
import Testing

@testable import NewsReader

@Suite struct ModelFileTests {
  private static let files = SmallModels.models?.files().map(\.bytes)

  private func load(_ bytes: [UInt8], as kind: Int) throws(ModelError) {
    if kind == 0 {
      _ = try TaggerModel(bytes: bytes)
    } else {
      _ = try ParserModel(bytes: bytes)
    }
  }

  private func problem(_ bytes: [UInt8]) -> ModelError.Problem? {
    do {
      try load(bytes, as: 0)
      return nil
    } catch { return error.problem }
  }

  /// The bytes of a file with the checksum that its content has now.
  private func resealed(_ bytes: [UInt8]) -> [UInt8] {
    guard bytes.count >= 24 else { return bytes }
    var bytes = bytes
    let length = bytes.count - 24
    let sum = Checksum.of(bytes, from: 24)
    for place in 0..<4 { bytes[12 + place] = UInt8(truncatingIfNeeded: length >> (8 * place)) }
    for place in 0..<8 { bytes[16 + place] = UInt8(truncatingIfNeeded: sum >> (8 * place)) }
    return bytes
  }

  @Test func aModelSurvivesItsFile() throws {
    let models = try #require(SmallModels.models)
    let files = models.files()
    let again = try SyntaxModels(taggerBytes: files[0].bytes, parserBytes: files[1].bytes)
    #expect(again.files().map(\.bytes) == files.map(\.bytes))
    #expect(again.conllu(["The", "crew", "fled"]) == models.conllu(["The", "crew", "fled"]))
  }

  @Test(arguments: [0, 1])
  func aDamagedFileIsAnError(kind: Int) throws {
    let file = try #require(Self.files)[kind]
    var generator = SplitMix(seed: UInt64(kind) + 11)
    for round in 0..<500 {
      var bytes = file
      if round % 4 == 0 {
        bytes.removeLast(Int.random(in: 1...bytes.count, using: &generator))
      } else {
        let place = Int.random(in: 0..<bytes.count, using: &generator)
        bytes[place] ^= UInt8.random(in: 1...255, using: &generator)
      }
      #expect(throws: ModelError.self) { try load(bytes, as: kind) }
    }
  }

  /// The checksum does not vouch for who wrote a file: what it seals may be anything.
  @Test(arguments: [0, 1])
  func aForgedFileLoadsOrIsAnError(kind: Int) throws {
    let file = try #require(Self.files)[kind]
    var generator = SplitMix(seed: UInt64(kind) + 21)
    var loaded = 0
    for round in 0..<1000 {
      var bytes = file
      if round % 4 == 0 {
        bytes.removeLast(Int.random(in: 0...bytes.count - 24, using: &generator))
      }
      for _ in 0..<Int.random(in: 1...4, using: &generator) where bytes.count > 24 {
        let place = Int.random(in: 24..<bytes.count, using: &generator)
        bytes[place] = UInt8.random(in: 0...255, using: &generator)
      }
      do {
        try load(resealed(bytes), as: kind)
        loaded += 1
      } catch {
        #expect(error.problem != .checksum)
      }
    }
    #expect(loaded > 0)
  }

  /// What a forged model says may be nonsense, but reading with it comes to an end.
  @Test func aForgedModelStillMakesTrees() throws {
    let files = try #require(Self.files)
    var generator = SplitMix(seed: 31)
    let words = ["The", "crew", "fled", "to", "Oslo", ",", "rebels", "seized", "ports", "."]
    for _ in 0..<300 {
      var forged = files
      for kind in 0...1 {
        let place = Int.random(in: 24..<forged[kind].count, using: &generator)
        forged[kind][place] = UInt8.random(in: 0...255, using: &generator)
      }
      guard
        let models = try? SyntaxModels(
          taggerBytes: resealed(forged[0]), parserBytes: resealed(forged[1]))
      else { continue }
      #expect(models.parse(words).isTree)
    }
  }

  @Test func theErrorSaysWhatIsWrong() throws {
    let files = try #require(Self.files)
    #expect(problem([]) == .notAModel)
    #expect(problem(Array("PK\u{3}\u{4}, not a model of the reader".utf8)) == .notAModel)
    #expect(problem(files[1]) == .kind(found: "TREE", expected: "TAGS"))
    #expect(problem(Array(files[0].dropLast())) == .checksum)
    var newer = files[0]
    newer[4] = 9
    #expect(problem(newer) == .version(found: 9, expected: ModelFile.version))
    #expect(
      ModelError(file: "a.model", problem: .checksum).description
        == "the model 'a.model' is damaged: its checksum does not match")
  }
}
