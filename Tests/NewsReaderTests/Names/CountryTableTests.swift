import Testing

@testable import NewsReader

struct CountryTableTests {
  @Test func readsColumns() {
    let table = CountryTable(lines: [
      "RT\tRTN\tRuritania\tKingdom of Ruritania|R.K.\tStrelsau\tRuritanian", "XX\t\tNowhere", "",
      "\t\t",
    ])
    #expect(table.countries.map(\.name) == ["Ruritania", "Nowhere"])
    #expect(table.countries.first?.otherNames == ["Kingdom of Ruritania", "R.K."])
    #expect(table.countries.first?.capitals == ["Strelsau"])
    #expect(table.countries.first?.demonyms == ["Ruritanian"])
    #expect(table.countries.last?.capitals == [])
  }
}
