import NewsModel
import Testing

@testable import NewsReader

@Suite struct PageCleanerTests {
  private let body = """
    Lawmakers in Norway voted on Tuesday to close the last coal mine on the island.

    The vote followed a debate of nine hours, the speaker of the assembly said.
    """

  @Test func keepsPlainArticles() throws {
    #expect(
      try TextLayerFixture.blocks("Norway closes its last coal mine\n\n\(body)")
        == ["headline Norway closes", "paragraph Lawmakers in", "paragraph The vote"])
  }

  @Test(arguments: [
    "Home > News > Nordic", "Home / Politics / Norway closes its last coal mine",
    "World | Business | Sport | Opinion", "News › Europe › Norway", "Share · Tweet · Print",
    "Share this article: Facebook | WhatsApp", "Advertisement", "World", "READ MORE",
    "Follow us on social media", "4 comments", "Comments (17)", "Tags: mining, climate, Norway",
    "Sign up for our morning newsletter", "[Subscribe to our newsletter]", "***", "____",
    "Support The Fjord Post!", "https://fjordpost.example/coal", "Photo: Kari Lund / NTB",
    "Skip to content", "Log in", "Related stories", "© Fjord Post 2021", "Listen to this article",
  ])
  func knowsFurnitureBeforeTheText(_ line: String) throws {
    let blocks = try TextLayerFixture.blocks(
      "\(line)\n\nNorway closes its last coal mine\n\n\(body)")
    #expect(blocks.first?.hasPrefix("furniture") ?? false)
    #expect(blocks.dropFirst().first == "headline Norway closes")
  }

  @Test(arguments: [
    "Read also: Ten walks in the snow", "Related: What is peat? | Who pays?",
    "Share | Comment (38)",
    "Subscribe to The Fjord Post and save.", "This article was compiled from agency reports.",
    "Reporting by Kari Lund; editing by Ole Dahl", "Got a story? Ring our newsdesk.",
    "Terms | Privacy | Contact",
    "Sign up for Dawn Brief, our free newsletter. Unsubscribe any time.",
    "You may also like", "Print this page", "Next article: Snow in May", "Back to top",
    "The views expressed here are those of the author.", "Follow Kari Lund on Twitter",
    "With inputs from PTI", "© 2021 Fjord Post. All rights reserved.", "END",
  ])
  func knowsFurnitureBehindTheText(_ line: String) throws {
    let blocks = try TextLayerFixture.blocks("\(body)\n\n\(line)")
    #expect(blocks.last?.hasPrefix("furniture") ?? false)
    #expect(blocks.count == 3)
  }

  /// Sentences of articles that look a little like furniture.
  @Test(arguments: [
    "Support for the mine has fallen by half since the spring, according to a poll.",
    "More than 200 people lost their work.", "Sponsored by the state, the firm had no rivals.",
    "Contact with the trawler was lost at dawn, the coast guard said.",
    "Also on Tuesday, the assembly lowered the tax on ferries.",
    "“We will subscribe to no plan that costs us our homes,” a miner said.",
    "Letters from the miners were read out in the assembly.",
    "Weather delayed the ferry that was to carry the last coal.",
    "Promoted to minister in May, Berg had opposed the mine for years.",
    "He asked: What now?", "Live rounds were fired near the harbour on Monday.",
    "The deal (see map) covers the west coast.", "Who won?",
  ])
  func keepsDoubtfulSentences(_ line: String) throws {
    let text =
      "Norway closes its last coal mine\n\n\(body)\n\n\(line)\n\n"
      + "The last shift is due to end in June, the mining company told its owners."
    #expect(try TextLayerFixture.blocks(text, words: 1).allSatisfy { !$0.hasPrefix("furniture") })
  }

  @Test func marksAppealsOfSeveralParagraphs() throws {
    let text = """
      Norway closes its last coal mine

      \(body)

      A note from the editors

      Our readers keep this paper alive. We take no money from parties, and your support lets our \
      reporters travel.

      We ask you to become a member today. It takes a minute, and every contribution helps our work.

      Monthly

      Once

      Maybe later
      """
    let blocks = try TextLayerFixture.blocks(text, words: 1)
    #expect(blocks.prefix(3) == ["headline Norway", "paragraph Lawmakers", "paragraph The"])
    #expect(blocks.dropFirst(4).allSatisfy { $0.hasPrefix("furniture") })
  }

  @Test func readsOnAfterAnAppeal() throws {
    let text = """
      \(body)

      Subscribe to our newsletter and support independent journalism. You can cancel any time.

      The mine opened in 1916 and once fed every power station in the north of the country.
      """
    #expect(
      try TextLayerFixture.blocks(text, words: 1)
        == ["paragraph Lawmakers", "paragraph The", "furniture Subscribe", "paragraph The"])
  }

  @Test func marksTeasersButNotTheTextAfterThem() throws {
    let text = """
      \(body)

      Read more

      Ferry fares to rise in the north

      How coal came to the island …

      The mine opened in 1916 and once fed every power station in the north of the country.
      """
    #expect(
      try TextLayerFixture.blocks(text, words: 1) == [
        "paragraph Lawmakers", "paragraph The", "furniture Read", "furniture Ferry",
        "furniture How",
        "paragraph The",
      ])
  }

  @Test func marksRepetitions() throws {
    let title = "Norway closes its last coal mine"
    #expect(
      try TextLayerFixture.blocks("\(title)\n\n\(title)\n\n\(body)\n\n\(body)", words: 1) == [
        "headline Norway", "headline* Norway", "paragraph Lawmakers", "paragraph The",
        "paragraph* Lawmakers", "paragraph* The",
      ])
  }

  @Test(arguments: [
    ("Miners leave the pit on Monday. (NTB Photo)", ["caption Miners", "furniture (NTB"]),
    ("Miners leave the pit at dawn. Photo: Kari Lund", ["caption Miners", "furniture Photo:"]),
    ("[Image] Miners leave the pit.", ["furniture [Image]", "caption Miners"]),
    ("Photo caption: Miners leave the pit", ["furniture Photo", "caption Miners"]),
    ("Ole Dahl (left) greets the miners at the gate", ["caption Ole"]),
    (
      "Ole Dahl greets the miners at the gate. Norwegian Mining Office",
      ["caption Ole", "furniture Norwegian"]
    ),
    (
      "FILE - Miners leave the pit in May 2018. (AP Photo/Kari Lund)",
      ["furniture FILE", "caption Miners", "furniture (AP"]
    ),
    ("A handout picture from the firm shows miners at the gate", ["caption A"]),
    ("Miners leave the pit on Monday | Kari Lund/Getty Images", ["caption Miners", "furniture |"]),
  ])
  func knowsCaptions(_ line: String, _ expected: [String]) throws {
    let text = "Norway closes its last coal mine\n\n\(line)\n\n\(body)"
    let blocks = try TextLayerFixture.blocks(text, words: 1)
    #expect(Array(blocks.dropFirst().dropLast(2)) == expected)
  }

  @Test func marksCaptionsThatSayNearlyTheSame() throws {
    let text = """
      Norway closes its last coal mine

      Miners in helmets leave the pit near the harbour on Monday evening. (NTB Photo)

      \(body)

      Tired miners in helmets leave the pit near the harbour on Monday evening. (NTB Photo)
      """
    let captions = try TextLayerFixture.blocks(text).filter { $0.hasPrefix("caption") }
    #expect(captions == ["caption Miners in", "caption* Tired miners"])
  }

  @Test(arguments: [
    ("FJORD POST\nTuesday 4 May 2021", ["byline FJORD", "byline Tuesday"]),
    ("FJORD POST | Tuesday 4 May 2021 | No. 77", ["byline FJORD"]),
    ("The Fjord Post", ["byline The"]),
    ("Tuesday , 4 May 2021\nHome / Nordic / Mines", ["furniture Tuesday", "furniture Home"]),
  ])
  func tellsMastheadsFromHeadlines(_ head: String, _ expected: [String]) throws {
    let blocks = try TextLayerFixture.blocks(
      "\(head)\n\nNorway closes its last coal mine\n\n\(body)", words: 1)
    #expect(blocks == expected + ["headline Norway", "paragraph Lawmakers", "paragraph The"])
  }

  @Test func cutsFieldsOffTheText() throws {
    #expect(
      try TextLayerFixture.blocks(" date 2021-05-04 Lawmakers in Norway voted to close the mine.")
        == ["byline date 2021-05-04", "paragraph Lawmakers in"])
  }

  @Test func keepsLists() throws {
    let text =
      "Norway closes its last coal mine\n\nKey points\n• The mine shuts in June\n"
      + "• Some 90 people lose their work\n\n\(body)"
    #expect(
      try TextLayerFixture.blocks(text, words: 2) == [
        "headline Norway closes", "furniture Key points", "listItem • The", "listItem • Some",
        "paragraph Lawmakers in", "paragraph The vote",
      ])
  }

  @Test func joinsWrappedLines() throws {
    let text = """
      Lawmakers in Norway voted on Tuesday to close the last coal mine
      on the island. The vote followed a debate of nine hours in which
      the speaker rang her bell forty times.

      Some ninety people are to lose their work, the owners of the mine
      said.
      """
    #expect(
      try TextLayerFixture.blocks(text, words: 1) == ["paragraph Lawmakers", "paragraph Some"])
  }

  @Test func readsOneLineWithoutBreaks() throws {
    let text = body.split(separator: "\n").joined(separator: " ")
    #expect(try TextLayerFixture.blocks(text, words: 1) == ["paragraph Lawmakers"])
  }

  @Test func usesTheTitleOfTheRecord() throws {
    let document = try TextLayerFixture.read("Fjord coast\n\nMine shuts\n\n\(body)") {
      $0.title = "Mine Shuts"
    }
    #expect(
      document.blocks.first { $0.kind == .headline }.map { document.text($0.range) } == "Mine shuts"
    )
  }

  @Test(arguments: [
    "", "\n\n\n", "\r\n", "x", "\u{feff}", "- ", "|||||", "…", "(((", "\"", "© ", "[",
  ])
  func survives(_ text: String) throws {
    let document = try TextLayerFixture.read(text)
    #expect(document.blocks.allSatisfy { $0.range.lower < $0.range.upper })
  }

  @Test func coversEverythingButWhiteSpace() throws {
    let text =
      "Tuesday 4 May 2021\r\n\r\nHome | News\r\nNorway closes its mine\r\n  \(body)\r\nRead more"
    let document = try TextLayerFixture.read(text)
    var at = 0
    for block in document.blocks {
      #expect(block.range.lower >= at)
      let gap = document.text(TextRange(at, block.range.lower)).trimmingSpaces()
      #expect(gap.isEmpty)
      at = block.range.upper
    }
    let end = document.text(TextRange(at, document.bytes.count)).trimmingSpaces()
    #expect(end.isEmpty)
  }
}
