import Testing

@testable import NewsReader

@Suite struct SectionedWordListTests {
  @Test func readsSections() {
    let list = SectionedWordList(
      parsing: "zero\n# comment\n[a]\nOne word  # more\n\n two\n[b]\nkey = 3\n[a]\nthree\nnone = \n"
    )
    #expect(list.entries(under: "") == ["zero"])
    #expect(list.entries(under: "a") == ["One word", "two", "three", "none ="])
    #expect(list.entries(under: "c").isEmpty)
    #expect(list.pairs(under: "b").map { "\($0.key):\($0.value)" } == ["key:3"])
  }

  @Test func findsPhrases() {
    let set = PhraseSet(["Read more", "read", "Élan vital"])
    let words = "read more elan vital today".split(separator: " ")
    #expect(set.matchLength(in: words, at: 0) == 2)
    #expect(set.matchLength(in: words, at: 2) == 2)
    #expect(set.matchLength(in: words, at: 4) == 0)
    #expect(set.matchLength(in: words, at: 9) == 0)
    #expect(set.count(in: words) == 2)
    #expect(!set.covers(words) && set.covers(Array(words.prefix(4))))
  }

  @Test(arguments: [
    "abbreviations", "agencies", "languages", "outlets", "page-words", "tense-words", "time-words",
  ])
  func opensResources(_ name: String) throws {
    _ = try SectionedWordList(resource: "\(name).txt")
  }
}
