import NewsModel
import Testing

@Suite struct QuotationGoldTests {
  private static let floor = 0.93
  private static let speakerFloor = 0.65

  @Test func whoSaidWhat() throws {
    var quotes = GoldScore()
    var speakers = GoldScore()
    var misses: [String] = []
    for gold in try GoldCase.read("quotations.txt") {
      for fields in gold.expected { try #require(fields.count == 2, "\(fields)") }
      let quotations = gold.expected.map {
        GoldArticle.Quotation(speaker: goldValue($0[0]) ?? "", text: $0[1])
      }
      let scorer = ArticleScorer(
        id: gold.text, gold: GoldArticle(quotes: quotations),
        found: try ShippedReader.read(gold.text))
      misses += (scorer.misses[.quote] ?? []) + (scorer.misses[.speaker] ?? [])
      quotes += scorer.scores[.quote] ?? GoldScore()
      speakers += scorer.scores[.speaker] ?? GoldScore()
    }
    expect(quotes, atLeast: Self.floor, "quotations", misses: misses)
    expect(speakers, atLeast: Self.speakerFloor, "quotations with speakers", misses: misses)
  }
}
