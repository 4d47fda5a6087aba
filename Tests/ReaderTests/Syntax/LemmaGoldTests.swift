import Testing

@testable import NewsReader

@Suite struct LemmaGoldTests {
  private static let floor = 0.95

  @Test func lemmas() throws {
    let lemmatizer = try Lemmatizer()
    var score = GoldScore()
    var misses: [String] = []
    for line in try goldLines("lemmas.txt") {
      let gold = line.split(separator: " ").map { $0.split(separator: "/").map(String.init) }
      for word in gold { try #require(word.count == 3, "\(word)") }
      // Of the universal tag only the proper noun plays a part.
      let tags = gold.map { word in
        PartOfSpeech(universal: word[1].hasPrefix("NNP") ? .propn : .other, penn: word[1])
      }
      let found = lemmatizer.lemmas(of: gold.map { $0[0] }, tags: tags)
      for (word, lemma) in zip(gold, found) {
        score += GoldScore(right: word[2] == lemma ? 1 : 0, found: 1, gold: 1)
        if word[2] != lemma { misses.append("\(word.joined(separator: "/")): found \(lemma)") }
      }
    }
    expect(score, atLeast: Self.floor, misses: misses)
  }
}
