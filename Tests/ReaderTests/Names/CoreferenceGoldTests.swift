import NewsModel
import Testing

@testable import NewsReader

@Suite struct CoreferenceGoldTests {
  private static let floor = 0.83

  @Test func whoIsMeant() throws {
    var score = GoldScore()
    var misses: [String] = []
    for line in try goldLines("coreference.txt") {
      let gold = MarkedText(line)
      let document = try ShippedReader.document(gold.text)
      let found = document.mentions.filter { $0.form != .name }.map { mention in
        (
          range: document.tokens[mention.head].range,
          entity: document.entities[mention.entity.position]
        )
      }
      let pairs = bestPairs(gold.marks, found) { mark, mention in
        mark.range.contains(mention.range) && mention.entity.aliases.contains(mark.label) ? 1 : 0
      }
      score += GoldScore(right: pairs.count, found: found.count, gold: gold.marks.count)
      if pairs.count < max(found.count, gold.marks.count) {
        let links = found.map { "[\(document.text($0.range))|\($0.entity.name)]" }
        misses.append("found: \(links.joined(separator: " ")) in \(line)")
      }
    }
    expect(score, atLeast: Self.floor, misses: misses)
  }
}
