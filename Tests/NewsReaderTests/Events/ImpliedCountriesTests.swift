import Testing

@testable import NewsModel
@testable import NewsReader

@Suite struct ImpliedCountriesTests {
  private static let people: [Entity] = [.person("Lars Berg", "Berg"), .place("Peru")]

  private func read(_ sentence: String, entities: [Entity] = people) throws -> Document {
    var document = try TreeText.document(sentence, entities: entities)
    try EventCoderTests.coder().annotate(&document)
    return document
  }

  @Test func aDemonymNamesAPartyThatTheTextDoesNot() throws {
    let document = try read(
      "Norwegian|norwegian|JJ|2|amod police|police|NNS|3|nsubj arrested|arrest|VBD|0|root Berg|Berg|NNP|3|obj"
    )
    #expect(
      document.reports.map { EventCoderTests.line($0, document) }
        == ["COERCE/arrest Norway > Lars Berg happened"])
    #expect(document.entities.map(\.name) == ["Lars Berg", "Peru", "Norway"])
    #expect(document.entities.last?.kind == .place)
    #expect(document.entities.last?.country == "Norway")
    let mention = try #require(document.mentions.first { $0.entity == EntityIndex(2) })
    #expect(mention.tokens == 0..<1)
    #expect(mention.form == .nominal)
    #expect(document.mentions.map(\.head) == document.mentions.map(\.head).sorted())
  }

  @Test func withoutAReportThereIsNoCountry() throws {
    let document = try read(
      "Norwegian|norwegian|JJ|2|amod weather|weather|NN|3|nsubj amused|amuse|VBD|0|root Berg|Berg|NNP|3|obj"
    )
    #expect(document.reports.isEmpty)
    #expect(document.entities.map(\.name) == ["Lars Berg", "Peru"])
  }

  @Test func aCountryThatIsNamedIsNotAddedAgain() throws {
    let document = try read(
      "Peruvian|peruvian|JJ|2|amod police|police|NNS|3|nsubj arrested|arrest|VBD|0|root Berg|Berg|NNP|3|obj in|in|IN|6|case Peru|Peru|NNP|3|obl"
    )
    #expect(document.entities.count == 2)
    #expect(document.reports.first?.actors == [EntityIndex(1)])
  }

  @Test func countriesThatNoReportHasLeaveNoGap() throws {
    let document = try read(
      "Norwegian|norwegian|JJ|2|amod weather|weather|NN|6|obl ,|,|,|6|punct Peruvian|peruvian|JJ|5|amod police|police|NNS|6|nsubj arrested|arrest|VBD|0|root Berg|Berg|NNP|6|obj",
      entities: [Self.people[0]])
    #expect(document.entities.map(\.name) == ["Lars Berg", "Peru"])
    #expect(document.reports.map(\.actors) == [[EntityIndex(1)]])
    #expect(
      document.reports.flatMap(\.marks).compactMap(\.entity)
        .allSatisfy { $0.position < document.entities.count })
  }
}
