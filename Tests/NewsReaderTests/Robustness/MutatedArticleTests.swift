import Foundation
import NewsModel
import TestSupport
import Testing

@testable import NewsReader

/// The whole reader on the sample articles with some of their bytes damaged.
@Suite struct MutatedArticleTests {
  private static let reader = Result { try NewsReader() }

  private static let texts: [[UInt8]] = {
    let folder =
      #filePath.split(separator: "/").dropLast(4).reduce("") { "\($0)/\($1)" } + "/seeds"
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.filter { $0.hasSuffix(".txt") }.sorted().compactMap {
      FileManager.default.contents(atPath: "\(folder)/\($0)").map { [UInt8]($0) }
    }
  }()

  @Test func everyRowLeadsBackIntoTheText() throws {
    try #require(Self.texts.count == 5)
    var random = SplitMix(seed: 2023)
    var rows = 0
    for round in 0..<60 {
      for text in Self.texts {
        let bytes = Self.mutated(text, times: round == 0 ? 0 : 1 << (round % 8), using: &random)
        let annotated = try Self.reader.get().read(
          Article(id: "mutated", text: String(decoding: bytes, as: UTF8.self)))
        #expect(annotated.problems.isEmpty, "round \(round): \(annotated.problems.prefix(3))")
        rows += annotated.reports.count + annotated.quotes.count + annotated.mentions.count
      }
    }
    // The articles are still articles, so that there was something to check.
    #expect(rows > 10_000)
  }

  /// The bytes with some of them deleted, doubled, exchanged or cut off.
  private static func mutated(
    _ text: [UInt8], times: Int, using random: inout SplitMix
  ) -> [UInt8] {
    var bytes = text
    for _ in 0..<times {
      guard bytes.count > 2 else { break }
      let at = Int.random(in: 0..<bytes.count, using: &random)
      let run = at..<min(bytes.count, at + Int.random(in: 1...12, using: &random))
      switch Int.random(in: 0..<20, using: &random) {
      case 0..<6: bytes.removeSubrange(run)
      case 6..<12: bytes.insert(contentsOf: bytes[run], at: at)
      case 12..<16: bytes.swapAt(at, Int.random(in: 0..<bytes.count, using: &random))
      case 16..<18: bytes[at] = UInt8.random(in: 0...255, using: &random)
      case 18:
        bytes.insert(contentsOf: bytes[run], at: Int.random(in: 0..<bytes.count, using: &random))
      default: if times < 8 { bytes.removeSubrange(at...) }
      }
    }
    return bytes
  }
}
