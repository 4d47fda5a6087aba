import NewsModel
import Testing

@testable import NewsReader

struct NameTextTests {
  @Test(arguments: [
    ("lima", TokenShape.lower), ("Lima", .capital), ("A.", .initial), ("Å", .initial),
    ("NATO", .capitals), ("U.S.", .capitals), ("eBay", .mixed), ("al-Masri", .mixed),
    ("12", .number), ("3rd", .number), ("'Lima", .capital), ("(", .mark), ("", .mark),
    ("'s", .lower),
    ("Ørsted", .capital), ("МОСКВА", .capitals), ("東京", .lower),
  ])
  func shapes(_ form: String, _ shape: TokenShape) {
    #expect(TokenShape(form) == shape)
  }

  @Test(arguments: [
    ("Otieno Praises Fish Exports During Visit", LetterStyle.title),
    ("OTIENO PRAISES FISH EXPORTS", .capitals),
    ("Otieno praises fish exports on first visit to coast", .running),
    ("Grace Otieno thanked Odd Hauge.", .running),
  ])
  func styles(_ headline: String, _ style: LetterStyle) throws {
    let lexicon = try NameLexicon.load()
    let document = try ReadDocument.of(headline + "\n\nThe minister praised exports of fish again.")
    #expect(NameText(document, lexicon: lexicon).styles.first == style)
  }
}
