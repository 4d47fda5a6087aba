import Testing

@testable import NewsReader

@Suite struct WordHashesTests {
  private func hashes(_ word: String, _ style: CaseStyle = .sentence) -> WordHashes {
    var plain: [UInt8] = []
    return WordHashes(word, style: style, plain: &plain)
  }

  @Test(arguments: [("’s", "'s"), ("“", "\""), ("”", "\""), ("–", "-"), ("—", "-"), ("…", "...")])
  func typographicAndPlainFormsAreOneWord(typographic: String, plain: String) {
    #expect(hashes(typographic).form == hashes(plain).form)
    #expect(hashes(typographic).shape == hashes(plain).shape)
  }

  @Test func capitalsTellWordsApartOnlyWhereTheyMeanSomething() {
    #expect(hashes("Polish").form != hashes("polish").form)
    #expect(hashes("Polish").lower == hashes("polish").lower)
    #expect(hashes("POLISH", .capitals).form == hashes("polish", .lower).form)
    #expect(hashes("POLISH", .capitals).shape != hashes("POLISH").shape)
  }

  @Test func digitsLookAlike() {
    #expect(hashes("1998").lower == hashes("2017").lower)
    #expect(hashes("1998").form != hashes("2017").form)
  }

  @Test func affixesAreThoseOfTheWord() {
    #expect(hashes("seized").suffix3 == hashes("raized").suffix3)
    #expect(hashes("seized").suffix4 != hashes("paged").suffix4)
    #expect(hashes("seized").prefix2 == hashes("sea").prefix2)
    #expect(hashes("").form != WordHashes.absent)
    #expect(hashes("").suffix1 == WordHashes.absent)
  }

  @Test func typographicMarksTellWhatTheyDo() {
    #expect(["“", "„", "«"].allSatisfy { QuotationMark($0) == .opening })
    #expect(["”", "»"].allSatisfy { QuotationMark($0) == .closing })
    #expect(["\"", "'", "a", ""].allSatisfy { QuotationMark($0) == nil })
  }
}
