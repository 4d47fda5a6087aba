import NewsModel
import Testing

@testable import NewsReader

struct EntityLinkerTests {
  private func entity(_ name: String, in text: String) throws -> Entity? {
    try ReadDocument.of(text).entities.first { $0.name == name }
  }

  @Test func formsOfOnePersonAreOneEntity() throws {
    let document = try ReadDocument.of(
      """
      Gen. Tarek al-Masri arrived in Amman on Monday. Masri said that he was pleased. Tariq el-Masry \
      had been ill. T. al-Masri left.
      """)
    let persons = document.entities.filter { $0.kind == .person }
    #expect(persons.count == 1)
    #expect(persons.first?.name == "Tarek al-Masri")
    #expect(
      Set(persons.first?.aliases ?? []) == [
        "Tarek al-Masri", "Gen. Tarek al-Masri", "Masri", "Tariq el-Masry", "T. al-Masri",
      ])
    #expect(persons.first?.roles == ["Gen."])
  }

  @Test func fatherAndSonAreTwo() throws {
    let document = try ReadDocument.of(
      "Pedro Salgado Sr. met Inês Prado. Later Pedro Salgado Jr. spoke to Rui Prado.")
    #expect(document.entities.filter { $0.kind == .person }.count == 4)
  }

  @Test func acronymsAndCountries() throws {
    let document = try ReadDocument.of(
      """
      The Kenyan Wildlife Authority (KWA) thanked the United States. The U.S. is a friend, the KWA \
      said, and America pays. The World Bank agreed; the Bank has money. The UK, or Britain, does not.
      """)
    let names = document.entities.map(\.name)
    #expect(
      Set(names) == ["Kenyan Wildlife Authority", "United States", "World Bank", "Britain"]
        || Set(names) == ["Kenyan Wildlife Authority", "United States", "World Bank", "UK"])
    #expect(document.entities.first { $0.aliases.contains("KWA") }?.country == "Kenya")
    #expect(
      document.entities.first { $0.aliases.contains("U.S.") }?.aliases.contains("America") == true)
  }

  @Test func alias() throws {
    let document = try ReadDocument.of(
      "The smuggler Bakary Touré, alias Kanta, was seen in Accra. Kanta fled.")
    #expect(
      document.entities.filter { $0.kind == .person }.map(\.aliases) == [["Bakary Touré", "Kanta"]])
  }

  @Test func personAndPlaceOfOneNameStayApart() throws {
    let document = try ReadDocument.of(
      "Clara Lugano spoke in Lugano on Monday. Mrs Lugano lives in Lugano.")
    #expect(document.entities.map(\.kind).filter { $0 == .person }.count == 1)
    #expect(document.entities.map(\.kind).filter { $0 == .place }.count == 1)
  }

  @Test(
    arguments: [
      (
        "Kenyan Foreign Minister Grace Otieno left.", "Grace Otieno",
        ["Kenyan Foreign Minister"], [], "Kenya"
      ),
      (
        "Norway's embattled finance minister Odd Hauge resigned.", "Odd Hauge",
        ["finance minister"], ["embattled"], "Norway"
      ),
      (
        "Odd Hauge, the finance minister of Norway, resigned.", "Odd Hauge",
        ["finance minister of Norway"], [], "Norway"
      ),
      (
        "Kenya's combative finance minister, Grace Otieno, resigned.", "Grace Otieno",
        ["finance minister"], ["combative"], "Kenya"
      ),
      (
        "The spokesman of the Kenyan Navy, Amos Kiplagat, denied it.", "Amos Kiplagat",
        ["spokesman of the Kenyan Navy"], [], "Kenya"
      ),
      (
        "On Monday night Prime Minister Grace Otieno wept.", "Grace Otieno",
        ["Prime Minister"], [], nil
      ),
      (
        "Amos Kiplagat, 57, once a feared warlord, fled.", "Amos Kiplagat", [],
        ["feared", "warlord"], nil
      ),
      (
        "The self-proclaimed strongman Aleko Bardavelidze fled.", "Aleko Bardavelidze",
        [], ["self-proclaimed", "strongman"], nil
      ),
      (
        "Aleko Bardavelidze, a pro-Ottawa warlord, fled.", "Aleko Bardavelidze",
        [], ["pro-ottawa", "warlord"], nil
      ),
    ] as [(String, String, [String], [String], String?)])
  func rolesAndEpithets(
    _ text: String, _ name: String, _ roles: [String], _ epithets: [String], _ country: String?
  ) throws {
    let entity = try entity(name, in: text)
    #expect(entity?.roles == roles)
    #expect(entity?.epithets == epithets)
    #expect(entity?.country == country)
  }

  @Test func countryOfPlacesAndBodies() throws {
    let document = try ReadDocument.of(
      "The Finnish Navy sailed from Turku to Riga. The Kremlin was not told; OPEC was.")
    let countries = Dictionary(
      uniqueKeysWithValues: document.entities.map { ($0.name, $0.country) })
    #expect(countries["Finnish Navy"] == "Finland")
    #expect(countries["Turku"] == "Finland")
    #expect(countries["Riga"] == "Latvia")
    #expect(countries["Kremlin"] == "Russia")
    #expect(countries["OPEC"] == .some(nil))
  }

  @Test func mentionsCarryEpithets() throws {
    let document = try ReadDocument.of(
      "The warlord Aleko Bardavelidze met Grace Otieno on Monday. Otieno did not smile.")
    #expect(document.mentions.map(\.epithet) == ["warlord", nil, nil])
    #expect(document.mentions.allSatisfy { $0.form == .name })
  }

  @Test func mentionsAreInOrderAndPointToEntities() throws {
    let document = try ReadDocument.of(
      "Grace Otieno flew to Oslo. She met Odd Hauge, who said that Norway would pay her ministry.")
    #expect(document.mentions.map(\.head) == document.mentions.map(\.head).sorted())
    #expect(document.mentions.allSatisfy { document.entities.indices.contains($0.entity.position) })
    #expect(document.entities.allSatisfy { $0.aliases.contains($0.name) })
  }
}
