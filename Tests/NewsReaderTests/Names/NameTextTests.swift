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

  /// Texts as people write to one another, and reports that only quote them.
  @Test(arguments: [
    ("The bakery moved to Plovgrad on Friday. Its owner hopes for more guests.", true),
    ("I loved this bakery! You will not find better rolls in Plovgrad.", false),
    ("My cousin told me about the ferry. We didn't wait long and the crew was kind.", false),
    (
      "\"I will not sell my bakery to you,\" said Odd Hauge on Friday. The bank gave no answer.",
      true
    ),
    ("Our rivals gave up, the bakery wrote. It opens in May in a hall near the port.", true),
    (
      "the ferry never came on sunday\n\nnobody at the quay knew why\n\nthe rolls at the bakery "
        + "were cold\n\ntook the bus home to Plovgrad at last",
      false
    ),
    ("Bakery closes. Owner leaves. Guests complain. Town mourns", true),
  ])
  func tellsEditedTexts(_ text: String, _ isEdited: Bool) throws {
    let document = try ReadDocument.of(text)
    #expect(try NameText(document, lexicon: NameLexicon.load()).isEdited == isEdited, "\(text)")
  }

  @Test func anOutletMakesALetterEdited() throws {
    var document = try ReadDocument.of(
      "We think that the town of Plovgrad should keep its ferry. The boat is old, but the road is "
        + "longer by an hour and in winter often closed. The council has until Friday to vote on "
        + "the harbour and on a new bridge, and its vote will shape the town for a generation. "
        + "Let us hope that its members take the time.")
    let lexicon = try NameLexicon.load()
    #expect(!NameText(document, lexicon: lexicon).isEdited)
    document.article.source = "Plovgrad Courier"
    #expect(NameText(document, lexicon: lexicon).isEdited)
  }
}
