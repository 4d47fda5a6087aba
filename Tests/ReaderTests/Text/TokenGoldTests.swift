import NewsModel
import Testing

@testable import NewsReader

@Suite struct TokenGoldTests {
  private static let floor = 0.97

  @Test func tokens() throws {
    let abbreviations = AbbreviationList(try SectionedWordList(resource: "abbreviations.txt"))
    let tokenizer = Tokenizer(abbreviations: abbreviations)
    var score = GoldScore()
    var misses: [String] = []
    for line in try goldLines("tokens.txt") {
      var gold: Set<Range<Int>> = []
      var bytes: [UInt8] = []
      for word in line.split(separator: " ") {
        if !bytes.isEmpty { bytes.append(UInt8(ascii: " ")) }
        for token in word.split(separator: "|") {
          gold.insert(bytes.count..<bytes.count + token.utf8.count)
          bytes += token.utf8
        }
      }
      let found = tokenizer.tokens(in: bytes, range: 0..<bytes.count)
      let right = gold.intersection(found).count
      score += GoldScore(right: right, found: found.count, gold: gold.count)
      if right < max(found.count, gold.count) {
        let words = found.map { String(decoding: bytes[$0], as: UTF8.self) }
        misses.append("found: \(words.joined(separator: "|")), not \(line)")
      }
    }
    expect(score, atLeast: Self.floor, misses: misses)
  }
}
