import NewsModel
import Testing

@testable import NewsReader

struct NameLexiconTests {
  @Test func everyCountryHasItsNamesAndPeople() throws {
    let lexicon = try NameLexicon.load()
    let codes = lexicon.countries.countries.filter { $0.alpha3.count == 3 && $0.alpha2.count == 2 }
    #expect(codes.count >= 245)
    #expect(
      Set(lexicon.countries.countries.map(\.alpha2)).count == lexicon.countries.countries.count)
    let states = lexicon.countries.countries.filter { !$0.demonyms.isEmpty }
    #expect(states.count >= 200)
    #expect(states.filter { !$0.capitals.isEmpty }.count >= 190)
  }

  @Test(arguments: [
    ("russian federation", "Russia"), ("uk", "United Kingdom"), ("u s", "United States"),
    ("cote d ivoire", "Ivory Coast"), ("drc", "Democratic Republic of the Congo"),
    ("republic of korea", "South Korea"), ("burma", "Myanmar"), ("kosovo", "Kosovo"),
  ])
  func countries(_ name: String, _ country: String) throws {
    let known = try NameLexicon.load().names[name]
    #expect(known?.group == .country)
    #expect(known?.country == country)
  }

  @Test(
    arguments: [
      ("nairobi", KnownName.Group.capital, "Kenya"), ("osaka", .city, "Japan"),
      ("bavaria", .region, nil), ("kremlin", .body, "Russia"), ("nato", .body, nil),
    ] as [(String, KnownName.Group, String?)])
  func others(_ name: String, _ group: KnownName.Group, _ country: String?) throws {
    let known = try NameLexicon.load().names[name]
    #expect(known?.group == group)
    #expect(known?.country == country)
  }

  @Test func wordsHaveTheirClasses() throws {
    let lexicon = try NameLexicon.load()
    #expect(lexicon.demonyms["kenyans"] == "Kenya")
    #expect(lexicon.wordClass("ministry").isSuperset(of: [.organizationHead, .organizationOf]))
    #expect(lexicon.wordClass("grace").contains(.alsoGiven))
    #expect(lexicon.wordClass("warlord").contains(.epithetNoun))
    #expect(lexicon.wordClass("zzz") == [])
  }

  @Test func everyHeadingOfTheListsIsKnown() throws {
    let known = Set(WordClass.headings.map(\.heading))
    let others: Set<String> = [
      "region", "sea", "prefix", "suffix", "international", "seat of power", "armed group",
      "party", "press", "company", "organization start",
    ]
    for file in [
      "name-words.txt", "given-names.txt", "epithets.txt", "places.txt", "organizations.txt",
    ] {
      for line in try Resources.lines(named: file) where line.hasPrefix("[") {
        let heading = String(line.dropFirst().dropLast())
        #expect(known.contains(heading) || others.contains(heading), "\(file): \(heading)")
      }
    }
  }
}
