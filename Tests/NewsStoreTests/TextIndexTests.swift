import NewsModel
import TestSupport
import Testing

@testable import NewsStore

@Suite struct TextIndexTests {
  /// Articles of few distinct words, some not ASCII, in blocks of which some are furniture.
  static func articles(seed: UInt64, count: Int) -> [AnnotatedArticle] {
    var random = SplitMix(seed: seed)
    let words = [
      "port", "Port", "ship's", "élan", "ELAN", "naïve", "Straße", "x-ray", "42nd", "порт", "a",
      "aboard", "abacus", "“quay”", "U.N.", "co\u{301}te", "—", "東京", "ship",
    ]
    return (0..<count).map { number in
      var draft = Draft(id: "t\(number)")
      for _ in 0..<(1 + Int(random.next() % 3)) {
        let kind: TextBlock.Kind = random.next() % 6 == 0 ? .furniture : .paragraph
        draft.block(kind) { draft in
          for _ in 0..<Int(random.next() % 12) {
            draft.write(words[Int(random.next() % UInt64(words.count))])
            draft.write([" ", ", ", "\n", " - "][Int(random.next() % 4)])
          }
        }
      }
      return draft.finished
    }
  }

  /// The folded words of each searched block, by `folded` alone.
  static func blocks(_ article: AnnotatedArticle) -> [[String]] {
    article.blocks.filter { $0.kind != .furniture }.map { block in
      let bytes = Array(article.article.text.utf8)[block.range.lower..<block.range.upper]
      return folded(String(decoding: bytes, as: UTF8.self)).split(separator: " ").map(String.init)
    }
  }

  static func occurrences(_ phrase: [String], _ words: [String], _ lastIsPrefix: Bool) -> Int {
    guard !phrase.isEmpty, words.count >= phrase.count else { return 0 }
    return (0...(words.count - phrase.count)).count { start in
      phrase.indices.allSatisfy { offset in
        lastIsPrefix && offset == phrase.count - 1
          ? words[start + offset].hasPrefix(phrase[offset])
          : words[start + offset] == phrase[offset]
      }
    }
  }

  static let phrases: [[String]] = [
    ["port"], ["elan"], ["ship"], ["ship", "s"], ["ship", "s", "port"], ["port", "port"],
    ["strasse"], ["x", "ray"], ["порт"], ["cote", "cote"], ["a", "a", "a"], ["u", "n"],
    ["nothing"], ["port", "nothing"], [], ["naive", "ab"], ["ab"], ["東京", "a"], ["4"],
  ]

  @Test(arguments: 1...4) func searchAgreesWithReadingEveryText(_ seed: UInt64) throws {
    let articles = Self.articles(seed: seed, count: 80)
    let store = NewsStore()
    store.append(articles)
    let snapshot = store.snapshot
    let ids = snapshot.texts(.articles, "id")
    let byRow = ids.map { id in articles.first { $0.article.id == id } }.compactMap { $0 }
    #expect(byRow.count == articles.count)
    for phrase in Self.phrases {
      for lastIsPrefix in [false, true] {
        let counts = byRow.map { article in
          Self.blocks(article).reduce(0) { $0 + Self.occurrences(phrase, $1, lastIsPrefix) }
        }
        let wanted = counts.indices.filter { counts[$0] > 0 }.map { UInt32($0) }
        let found = snapshot.text.articles(containing: phrase, lastIsPrefix: lastIsPrefix)
        #expect(found == wanted, "\(phrase) \(lastIsPrefix)")
        for row in 0..<UInt32(byRow.count) {
          let hits = snapshot.text.hits(of: phrase, inArticle: row, lastIsPrefix: lastIsPrefix)
          #expect(hits.count == counts[Int(row)], "\(phrase) in \(row)")
          for hit in hits where !lastIsPrefix {
            let text = snapshot.slice(
              article: row, lower: UInt32(hit.lower), upper: UInt32(hit.upper))
            #expect(folded(text) == phrase.joined(separator: " "))
          }
        }
      }
    }
    #expect(
      snapshot.text.articles(withPrefix: "por") == snapshot.text.articles(containing: ["port"]))
  }

  @Test func scoresAreThoseOfTheFormula() throws {
    let texts = ["harbour tax tax", "harbour", "tax of the old town and the new town", "nothing"]
    let store = NewsStore()
    store.append(
      texts.enumerated().map { number, text in
        AnnotatedArticle(article: Article(id: "t\(number)", text: text))
      })
    let rows: [UInt32] = [0, 1, 2, 3]
    let scores = store.snapshot.text.scores(of: [["tax"], ["harbour"]], inArticles: rows)
    // ln(1 + (4 - 2 + 0.5) / 2.5) = ln 2 for both words; the average length is 14 / 4.
    let ln2 = 0.693_147_180_559_945_3
    func part(_ frequency: Double, _ length: Double) -> Double {
      ln2 * frequency * 2.2 / (frequency + 1.2 * (0.25 + 0.75 * length / 3.5))
    }
    let wanted = [part(2, 3) + part(1, 3), part(1, 1), part(1, 9), 0]
    for (score, wanted) in zip(scores, wanted) { #expect(abs(score - wanted) < 1e-9) }
    let phrase = store.snapshot.text.scores(of: [["tax", "tax"]], inArticles: rows)
    #expect(phrase[0] > 0 && phrase[1] == 0 && phrase[2] == 0)
  }

  @Test func repeatedBlocksAreSearchedOnceAndTitlesToo() {
    var article = AnnotatedArticle(article: Article(id: "t", text: "The quay\n\nThe quay\n\nShop"))
    article.article.title = "Harbour news"
    article.blocks = [
      TextBlock(kind: .paragraph, range: TextRange(0, 8)),
      TextBlock(kind: .caption, range: TextRange(10, 18), isRepeated: true),
      TextBlock(kind: .furniture, range: TextRange(20, 24)),
    ]
    let store = NewsStore()
    store.append([article])
    let text = store.snapshot.text
    #expect(text.hits(of: ["the", "quay"], inArticle: 0) == [TextRange(0, 8)])
    #expect(text.articles(containing: ["shop"]).isEmpty)
    #expect(text.articles(containing: ["harbour", "news"]) == [0])
    #expect(text.articles(containing: ["news", "the"]).isEmpty)
    #expect(text.words(withPrefix: "h", count: 3) == ["harbour"])
  }
}
