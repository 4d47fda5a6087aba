import NewsModel
import Testing

@testable import NewsReader

@Suite struct SentenceSplitterTests {
  @Test(arguments: [
    ("He came. She left.", ["He came .", "She left ."]),
    ("U.S. President Ann Lee met Gen. Ito.", ["U.S. President Ann Lee met Gen. Ito ."]),
    ("They live in the U.S. The others moved.", ["They live in the U.S.", "The others moved ."]),
    ("It met at 6 p.m. The vote failed.", ["It met at 6 p.m.", "The vote failed ."]),
    ("Room No. 10 is Mr. Holm's. It is open.", ["Room No. 10 is Mr. Holm 's .", "It is open ."]),
    ("\"We won. We go home.\" He smiled.", ["\" We won .", "We go home . \"", "He smiled ."]),
    ("“We won.” He smiled.", ["“ We won . ”", "He smiled ."]),
    ("\"Why now?\" asked Berg.", ["\" Why now ? \" asked Berg ."]),
    ("\"Why now?\" Berg asked.", ["\" Why now ? \" Berg asked ."]),
    ("Who won? Nobody knows!", ["Who won ?", "Nobody knows !"]),
    ("It cost 3.5 million. That is much.", ["It cost 3.5 million .", "That is much ."]),
    ("He left (in 1990.) She stayed.", ["He left ( in 1990 . )", "She stayed ."]),
    ("Then ... nothing came.", ["Then ... nothing came ."]),
    ("It ended in 2017. 40 people died.", ["It ended in 2017 .", "40 people died ."]),
    (
      "Firms such as Holm Inc. and Berg Ltd. closed.",
      ["Firms such as Holm Inc. and Berg Ltd. closed ."]
    ),
    ("No full stop", ["No full stop"]),
  ])
  func splits(_ text: String, _ expected: [String]) throws {
    #expect(try TextLayerFixture.sentences(text) == expected)
  }

  @Test func makesDatelinesSentencesOfTheirOwn() throws {
    let found = try TextLayerFixture.sentences("OSLO, May 3, 2019 (Reuters) - Norway's envoy left.")
    #expect(found == ["OSLO , May 3 , 2019 ( Reuters ) -", "Norway 's envoy left ."])
  }

  @Test func crossesNoBlock() throws {
    let document = try TextLayerFixture.read(
      "Port strike ends\n\nThe strike at the port of Bergen ended after nine days of talks.\n"
        + "Work begins anew after the deal that the unions signed\n")
    for sentence in document.sentences {
      let block = document.blocks[sentence.block].range
      let range = document.range(ofTokens: sentence.tokens)
      #expect(block.lower <= range.lower && range.upper <= block.upper)
    }
    #expect(document.sentences.count == 3)
  }

  @Test func readsNeitherFurnitureNorRepetitions() throws {
    let document = try TextLayerFixture.read(
      "Home > World > Europe\n\nPort strike ends in Bergen\n\nPort strike ends in Bergen\n\n"
        + "The strike at the port of Bergen ended after nine days of talks.\n\nRead more\n")
    #expect(document.sentences.count == 2)
    #expect(document.tokens.allSatisfy { $0.form != "Home" && $0.form != "Read" })
  }

  @Test func leavesOutListMarkers() throws {
    let document = try TextLayerFixture.read(
      "The talks in Bergen brought three results, the two unions said on Friday.\n"
        + "- Wages rise by four per cent from the first day of June.\n"
        + "2. The night shift at the port ends for good in the autumn.\n")
    #expect(
      document.sentences.map { document.tokens[$0.tokens.lowerBound].form }
        == ["The", "Wages", "The"])
  }

  @Test func capsSentences() throws {
    var document = Document(
      article: Article(id: "test", text: String(repeating: "word ", count: 4500)))
    document.blocks = [TextBlock(kind: .paragraph, range: TextRange(0, document.bytes.count))]
    try TextLayerFixture.layer.get().splitter.annotate(&document)
    #expect(document.sentences.map(\.tokens.count) == [2000, 2000, 500])
    #expect(document.tokens.last?.sentence == 2)
  }

  @Test func givesRangesThatMatchForms() throws {
    let document = try TextLayerFixture.read("Señor Núñez said: “Ça va” — then left for Łódź.")
    for token in document.tokens { #expect(document.text(token.range) == token.form) }
  }
}
