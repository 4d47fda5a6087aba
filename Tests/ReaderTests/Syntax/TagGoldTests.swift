import NewsModel
import Testing

@testable import NewsReader

@Suite struct TagGoldTests {
  private static let universalFloor = 0.90
  private static let pennFloor = 0.89

  @Test func partsOfSpeech() throws {
    let tagger = try Tagger()
    var universal = GoldScore()
    var penn = GoldScore()
    var misses: [String] = []
    for line in try goldLines("tags.txt") {
      let gold = line.split(separator: " ").map { $0.split(separator: "/").map(String.init) }
      for word in gold { try #require(word.count == 3, "\(word)") }
      var document = SyntaxDocument.of(gold.map { $0[0] })
      tagger.annotate(&document)
      for (word, tag) in zip(gold, document.tags) {
        let sameUniversal = word[1] == tag.universal.rawValue
        let samePenn = word[2] == tag.penn
        universal += GoldScore(right: sameUniversal ? 1 : 0, found: 1, gold: 1)
        penn += GoldScore(right: samePenn ? 1 : 0, found: 1, gold: 1)
        if !sameUniversal || !samePenn {
          misses.append(
            "\(word.joined(separator: "/")): found \(tag.universal.rawValue)/\(tag.penn)")
        }
      }
    }
    expect(universal, atLeast: Self.universalFloor, "universal tags", misses: misses)
    expect(penn, atLeast: Self.pennFloor, "Penn tags", misses: misses)
  }
}

/// Sentences that are cut into words already.
enum SyntaxDocument {
  /// A document of one sentence with the words `forms`.
  static func of(_ forms: [String]) -> Document {
    var document = Document(article: Article(id: "gold", text: forms.joined(separator: " ")))
    var offset = 0
    for form in forms {
      let range = TextRange(offset, offset + form.utf8.count)
      document.tokens.append(Token(range: range, form: form, sentence: 0))
      offset = range.upper + 1
    }
    document.sentences = [Sentence(tokens: 0..<forms.count, block: 0)]
    document.blocks = [TextBlock(kind: .paragraph, range: TextRange(0, document.bytes.count))]
    return document
  }
}
