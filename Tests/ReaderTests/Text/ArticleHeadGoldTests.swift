import NewsModel
import Testing

@testable import NewsReader

@Suite struct ArticleHeadGoldTests {
  private static let floor = 0.87

  @Test func whatTheHeadSays() throws {
    var score = GoldScore()
    var misses: [String] = []
    for gold in try GoldCase.read("article-heads.txt") {
      for fields in gold.expected { try #require(fields.count == 2, "\(fields)") }
      let text = String(gold.text.map { $0 == "¶" ? "\n" : $0 })
      let expected = Set(gold.expected.map { "\($0[0]): \(folded($0[1]))" })
      let found = Set(
        try ShippedReader.document(text).article.head.map { "\($0.field): \(folded($0.value))" })
      score += GoldScore(
        right: expected.intersection(found).count, found: found.count, gold: expected.count)
      misses += expected.subtracting(found).sorted().map { "missed \($0) in \(gold.text)" }
      misses += found.subtracting(expected).sorted().map { "extra \($0) in \(gold.text)" }
    }
    expect(score, atLeast: Self.floor, misses: misses)
  }
}
