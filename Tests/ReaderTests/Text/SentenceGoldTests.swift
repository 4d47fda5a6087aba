import NewsModel
import Testing

@testable import NewsReader

@Suite struct SentenceGoldTests {
  private static let floor = 0.91

  @Test func endsOfSentences() throws {
    var score = GoldScore()
    var misses: [String] = []
    for line in try goldLines("sentences.txt") {
      let gold = line.split(separator: "||").map(trimmed)
      let text = gold.joined(separator: " ")
      var document = Document(article: Article(id: "gold", text: text))
      document.blocks = [TextBlock(kind: .paragraph, range: TextRange(0, document.bytes.count))]
      try ShippedReader.text().splitter.annotate(&document)
      let found = document.sentences.map { document.text(document.range(ofTokens: $0.tokens)) }
      // Sentences are told apart by their words, since a line has none twice.
      let right = Set(gold).intersection(found).count
      score += GoldScore(right: right, found: found.count, gold: gold.count)
      if right < max(found.count, gold.count) {
        misses.append("found: \(found.joined(separator: " || "))")
      }
    }
    expect(score, atLeast: Self.floor, misses: misses)
  }
}
