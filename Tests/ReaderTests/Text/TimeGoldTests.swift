import NewsModel
import Testing

@testable import NewsReader

@Suite struct TimeGoldTests {
  private static let floor = 0.92

  /// A time is found where the spans share a word and the values are the same.
  @Test func timesAndTheirValues() throws {
    var score = GoldScore()
    var misses: [String] = []
    for line in try goldLines("times.txt") {
      let colon = try #require(line.firstRange(of: ": "), "\(line)")
      let published = goldValue(String(line[..<colon.lowerBound]))
      let gold = MarkedText(line[colon.upperBound...])
      let document = try ShippedReader.document(gold.text, published: published)
      let found = document.times.map { time in
        (range: document.range(ofTokens: time.tokens), value: time.date?.description ?? "?")
      }
      let pairs = bestPairs(gold.marks, found) { mark, time in
        mark.range.overlaps(time.range) && mark.label == time.value ? 1 : 0
      }
      score += GoldScore(right: pairs.count, found: found.count, gold: gold.marks.count)
      if pairs.count < max(found.count, gold.marks.count) {
        let times = found.map { "[\(document.text($0.range))|\($0.value)]" }
        misses.append("found: \(times.joined(separator: " ")) in \(line)")
      }
    }
    expect(score, atLeast: Self.floor, misses: misses)
  }
}
