import NewsModel
import Testing

@Suite struct EventGoldTests {
  private static let floors: [ArticleScorer.Layer: Double] = [
    .event: 0.66, .eventStrict: 0.60, .place: 0.77, .date: 0.92, .status: 0.91,
  ]

  /// Scored as the events of whole articles are.
  @Test func whoDidWhatToWhom() throws {
    var totals: [ArticleScorer.Layer: GoldScore] = [:]
    var misses: [String] = []
    for gold in try GoldCase.read("events.txt") {
      let acts = try gold.expected.map(act)
      let scorer = ArticleScorer(
        id: "events", gold: GoldArticle(events: acts),
        found: try ShippedReader.read(gold.text, published: "2023-09-28"))
      for (layer, score) in scorer.scores { totals[layer, default: GoldScore()] += score }
      misses += scorer.misses[.event] ?? []
    }
    for layer in [ArticleScorer.Layer.event, .eventStrict, .place, .date, .status] {
      let score = try #require(totals[layer])
      expect(
        score, atLeast: try #require(Self.floors[layer]), layer.rawValue, misses: misses)
    }
  }

  private func act(_ fields: [String]) throws -> GoldArticle.Act {
    try #require(fields.count == 4, "\(fields)")
    let space = fields[0].firstIndex(of: " ") ?? fields[0].endIndex
    let type = String(fields[0][..<space])
    #expect(EventType(rawValue: type) != nil, "\(fields)")
    #expect(EventStatus(rawValue: fields[3]) != nil, "\(fields)")
    let parties = fields[0][space...].split(separator: ">", omittingEmptySubsequences: false)
    try #require(parties.count == 2, "\(fields)")
    return GoldArticle.Act(
      type: type, mode: nil, actors: goldList(trimmed(parties[0])),
      targets: goldList(trimmed(parties[1])), place: goldValue(fields[1]),
      date: goldValue(fields[2]), status: fields[3], evidence: fields.joined(separator: " | "))
  }
}
