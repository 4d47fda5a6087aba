import NewsModel
import Testing

@testable import NewsReader

struct NameRecognizerTests {
  @Test(arguments: [
    // Titles stay outside, particles and initials inside.
    (
      "On Monday Gen. Tariq al-Hamdani met Col. Ruud van der Velde.",
      ["Tariq al-Hamdani/p", "Ruud van der Velde/p"]
    ),
    (
      "Kenyan Foreign Minister J. P. Otieno thanked Prince Faisal bin Talal.",
      ["J. P. Otieno/p", "Faisal bin Talal/p"]
    ),
    ("The talks were led by Secretary of State Laura Whitcombe.", ["Laura Whitcombe/p"]),
    ("He was received by the Minister of National Defence, Erik Lindholm.", ["Erik Lindholm/p"]),
    ("Peruvian Deputy Prime Minister Rosa Quispe resigned.", ["Rosa Quispe/p"]),
    (
      "The singer thanked Seán O'Malley and Jean-Luc Perrin's mother.",
      ["Seán O'Malley/p", "Jean-Luc Perrin/p"]
    ),
    // Demonyms, months and weekdays are no names.
    ("French and Nigerian troops left on a Tuesday in March.", []),
    ("A Ghanaian court freed two Togolese sailors.", []),
    // Countries, capitals, seas, parts of countries.
    (
      "Norway and South Africa sent ships to the Red Sea.",
      ["Norway/p", "South Africa/p", "Red Sea/p"]
    ),
    ("Fighting in eastern Chad spread to Niger.", ["eastern Chad/p", "Niger/p"]),
    (
      "They flew from Nairobi to Bab al-Zawra by way of Lake Turkana.",
      ["Nairobi/p", "Bab al-Zawra/p", "Lake Turkana/p"]
    ),
    ("The plane landed at Kastrup airport.", ["Kastrup airport/p"]),
    ("Rebels captured Morella, a town near the border.", ["Morella/p"]),
    // Bodies.
    (
      "The Peruvian Armed Forces and the Ministry of Foreign Affairs disagreed.",
      ["Peruvian Armed Forces/o", "Ministry of Foreign Affairs/o"]
    ),
    (
      "The Ministry of Trade and Industry wrote to the Bank of Ghana and the University of Leeds.",
      ["Ministry of Trade and Industry/o", "Bank of Ghana/o", "University of Leeds/o"]
    ),
    (
      "Delegates of the Farmers' Union met the People's Democratic Front (PDO).",
      ["Farmers' Union/o", "People's Democratic Front/o", "PDO/o"]
    ),
    ("The Kremlin accused NATO and the IMF.", ["Kremlin/o", "NATO/o", "IMF/o"]),
    ("The airline Condair said that Condair shares would be sold.", ["Condair/o", "Condair/o"]),
    ("He works for Baxter & Sons in Lima.", ["Baxter & Sons/o", "Lima/p"]),
    // What belongs to a body tells that its owner is one.
    ("Shares in Veltrona fell, and Veltrona's customers left.", ["Veltrona/o", "Veltrona/o"]),
    ("They drew with Sporting Velha and Dynamo Plesk.", ["Sporting Velha/o", "Dynamo Plesk/o"]),
    ("Orlix, which employs 900 people, denied it.", ["Orlix/o"]),
    // The adjective is none, the attributive body is.
    ("US troops trained with UN peacekeepers in Mali.", ["UN/o", "Mali/p"]),
    ("The US said it would pay.", ["US/p"]),
    ("The EU-backed force and the UN-led talks failed.", ["EU-backed/o", "UN-led/o"]),
    // What is no entity.
    ("The Hurricane Wilma relief fund paid for the Lusaka Accords.", []),
    ("The frigate Vasco sailed with four MiG-29 jets on board.", []),
    ("He wrote on Facebook that the World Cup was over.", []),
    (
      "Kenya and Uganda met Finland's Olli Virtanen in Oslo.",
      ["Kenya/p", "Uganda/p", "Finland/p", "Olli Virtanen/p", "Oslo/p"]
    ),
  ])
  func sentences(_ text: String, _ expected: [String]) throws {
    #expect(try ReadDocument.names(text) == expected)
  }

  @Test func headlinesAreReadWithTheNamesOfTheText() throws {
    let names = try ReadDocument.names(
      """
      OTIENO MEETS VIRTANEN IN HELSINKI

      Foreign Minister Grace Otieno met Olli Virtanen in Helsinki on Friday. They spoke about fish.
      """)
    #expect(
      names == [
        "OTIENO/p", "VIRTANEN/p", "HELSINKI/p", "Grace Otieno/p", "Olli Virtanen/p", "Helsinki/p",
      ])
  }

  @Test func titleCaseHeadline() throws {
    let names = try ReadDocument.names(
      """
      Otieno Praises Fish Exports During Visit To Norway

      Grace Otieno praised the exports of fish on Friday during a visit.
      """)
    #expect(names == ["Otieno/p", "Norway/p", "Grace Otieno/p"])
  }

  @Test func firstWordsOfSentences() throws {
    let names = try ReadDocument.names(
      """
      Inspectors came at noon. Meanwhile Otieno waited. Harvests were poor, and Grace Otieno said so. \
      Soldiers watched. Yesterday Botswana closed the road.
      """)
    #expect(names == ["Otieno/p", "Grace Otieno/p", "Botswana/p"])
  }

  @Test func oneKindThroughoutTheDocument() throws {
    let document = try ReadDocument.of(
      """
      Sandrine Castell flew to Quito on Monday. Castell was greeted by crowds. From Castell came \
      no word, and Kaverin Group fired its staff. Kaverin had lost money.
      """)
    let kinds = document.names.map { (document.text(document.range(ofTokens: $0.tokens)), $0.kind) }
    #expect(kinds.filter { $0.0 == "Castell" }.allSatisfy { $0.1 == .person })
    #expect(kinds.filter { $0.0.hasPrefix("Kaverin") }.allSatisfy { $0.1 == .organization })
    #expect(kinds.count == 6)
  }

  @Test(arguments: [
    "", "   ", "...", "A", "Of", "The of and for (", "’s ’s ’s", "\u{0301}\u{200b}",
  ])
  func oddInput(_ text: String) throws {
    _ = try ReadDocument.of(text)
  }

  @Test func namesLieInOrderAndInSentences() throws {
    let part = "Gen. Ali of the Bank of and for U.S.-Kenya al- bin The X-15 Union's (ABC) “New” "
    let document = try ReadDocument.of(String(repeating: part, count: 300))
    var end = 0
    for name in document.names {
      #expect(name.tokens.lowerBound >= end)
      end = name.tokens.upperBound
      let sentence = document.tokens[name.tokens.lowerBound].sentence
      #expect(document.sentences[sentence].tokens.contains(name.tokens.upperBound - 1))
    }
  }
}
