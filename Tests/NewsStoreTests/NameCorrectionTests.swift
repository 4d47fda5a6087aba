import NewsModel
import TestSupport
import Testing

@testable import NewsStore

/// The user's word on names.
@Suite struct NameCorrectionTests {
  private static func store(_ named: [Named], _ corrections: [NameCorrection]) -> NewsStore {
    let store = NewsStore()
    for (number, named) in named.enumerated() {
      var telling = Telling("a\(number)")
      _ = telling.name(named.name, named.kind, named.aliases, country: named.country)
      store.append([telling.article])
    }
    store.corrections = corrections
    #expect(store.snapshot.checkInvariants() == [])
    return store
  }

  /// Entities as `name: alias, alias`.
  private static func entities(_ store: NewsStore) -> [String] {
    zip(store.snapshot.texts(.entities, "name"), store.snapshot.texts(.entities, "aliases"))
      .map { "\($0): \($1)" }.sorted()
  }

  @Test func twoNamesBecomeOneEntityUnderTheSecond() {
    let store = Self.store(
      [.person("Renata Quispe"), .person("Rina Morales"), .person("Morales")],
      [NameCorrection("Rina Morales", .same, "Renata Quispe")])
    #expect(Self.entities(store) == ["Renata Quispe: Renata Quispe,Morales,Rina Morales"])
    #expect(store.snapshot.correctionOutcomes == [.applied])
  }

  @Test func spellingDoesNotMatter() {
    let store = Self.store(
      [.person("Renata Quispe"), .person("Rina Morales")],
      [NameCorrection("rina MORÁLES", .same, "renata quispe")])
    #expect(store.snapshot.texts(.entities, "name") == ["Renata Quispe"])
  }

  @Test func aShortFormMovesAlone() {
    let store = Self.store(
      [
        .person("Renata Quispe"), .person("Renata Quispe"), .person("Quispe"),
        .person("Tomas Velez"),
      ],
      [NameCorrection("Quispe", .same, "Tomas Velez")])
    #expect(
      Self.entities(store) == ["Renata Quispe: Renata Quispe", "Tomas Velez: Tomas Velez,Quispe"])
  }

  @Test func namesOfSeveralKindsBecomeOne() {
    let store = Self.store(
      [.person("Brenner"), .org("Brenner Steel")],
      [NameCorrection("Brenner", .same, "Brenner Steel")])
    #expect(store.snapshot.texts(.entities, "name") == ["Brenner Steel"])
    #expect(store.snapshot.texts(.entities, "kind") == ["organization"])
  }

  @Test func aKindOrACountryTellsNamesakesApart() {
    let named: [Named] = [
      .place("Orvalle", "Soria"), .place("Orvalle", "Taveny"), .place("Old Harbour", "Soria"),
    ]
    let store = Self.store(named, [NameCorrection("Old Harbour", .same, "Orvalle (Taveny)")])
    #expect(
      zip(store.snapshot.texts(.entities, "aliases"), store.snapshot.texts(.entities, "country"))
        .map { "\($0) \($1)" }.sorted() == ["Orvalle Soria", "Orvalle,Old Harbour Taveny"])
    let both: [Named] = [.person("Brenner"), .org("Brenner"), .org("Steel Works")]
    let kinds = Self.store(both, [NameCorrection("Steel Works", .same, "Brenner (organization)")])
    #expect(Self.entities(kinds) == ["Brenner: Brenner", "Brenner: Brenner,Steel Works"])
  }

  @Test func aNameThatNoArticleHasIsFoundInQueries() {
    let store = Self.store(
      [.person("Renata Quispe")], [NameCorrection("The Dredger", .same, "Renata Quispe")])
    #expect(store.snapshot.names.matches("the dredger").map(\.rank) == [.alias])
    #expect(store.snapshot.correctionOutcomes == [.noSuchName("The Dredger")])
  }

  @Test func aNameThatNoArticleHasCanBeTheEntitysOwn() {
    let store = Self.store(
      [.person("Rina")], [NameCorrection("Rina", .same, "Renata Quispe")])
    #expect(Self.entities(store) == ["Renata Quispe: Renata Quispe,Rina"])
    #expect(store.snapshot.names.matches("Quispe").count == 1)
  }

  @Test func whatIsKeptApartDoesNotJoin() {
    let store = Self.store(
      [.person("Renata Quispe"), .person("Renata M. Quispe"), .person("Quispe")],
      [NameCorrection("Renata M. Quispe", .different, "Renata Quispe")])
    #expect(
      store.snapshot.texts(.entities, "name").sorted() == [
        "Quispe", "Renata M. Quispe", "Renata Quispe",
      ])
    #expect(store.snapshot.correctionOutcomes == [.applied])
  }

  @Test func aLastNameCanBeKeptApart() {
    let store = Self.store(
      [.person("Renata Quispe"), .person("Quispe")],
      [NameCorrection("Quispe", .different, "Renata Quispe")])
    #expect(store.snapshot.rowCount(of: .entities) == 2)
  }

  @Test func whatOneArticleHasAsOneStays() {
    let store = Self.store(
      [.org("Northern Relief League", ["NRL"])],
      [NameCorrection("NRL", .different, "Northern Relief League")])
    #expect(store.snapshot.rowCount(of: .entities) == 1)
    #expect(store.snapshot.correctionOutcomes == [.oneInArticle("NRL")])
  }

  @Test func joiningDoesNotOverrideKeepingApart() {
    let store = Self.store(
      [.person("Renata Quispe"), .person("Rina Morales"), .person("Ina Sol")],
      [
        NameCorrection("Rina Morales", .different, "Ina Sol"),
        NameCorrection("Rina Morales", .same, "Renata Quispe"),
        NameCorrection("Ina Sol", .same, "Renata Quispe"),
      ])
    #expect(store.snapshot.correctionOutcomes == [.applied, .applied, .keptApart])
    #expect(store.snapshot.rowCount(of: .entities) == 2)
  }

  @Test func idsStayAndComeBack() throws {
    let store = Self.store([.person("Renata Quispe"), .person("Rina Morales")], [])
    #expect(store.snapshot.texts(.entities, "id").sorted() == ["@renata-quispe", "@rina-morales"])
    store.corrections = [NameCorrection("@rina-morales", .same, "@renata-quispe")]
    #expect(store.snapshot.texts(.entities, "id") == ["@renata-quispe"])
    #expect(store.snapshot.names.entity(slug: "rina-morales") == EntityID(row: 0))
    store.corrections = []
    #expect(store.snapshot.texts(.entities, "id").sorted() == ["@renata-quispe", "@rina-morales"])
  }

  @Test func eventsOfOneEntityMerge() {
    let store = NewsStore()
    for (number, actor) in ["Rina Morales", "Renata Quispe"].enumerated() {
      var telling = Telling("a\(number)", source: "Outlet \(number)")
      telling.tell(.consult, [actor, "Carl Dorn"], on: "2024-03-05", action: "meet")
      store.append([telling.article])
    }
    #expect(store.snapshot.rowCount(of: .events) == 2)
    store.corrections = [NameCorrection("Rina Morales", .same, "Renata Quispe")]
    #expect(store.snapshot.texts(.events, "sources") == ["2"])
    #expect(store.snapshot.texts(.events, "actor") == ["Renata Quispe,Carl Dorn"])
  }

  @Test func earlierSnapshotsStay() {
    let store = Self.store([.person("Renata Quispe"), .person("Rina Morales")], [])
    let before = store.snapshot
    store.corrections = [NameCorrection("Rina Morales", .same, "Renata Quispe")]
    #expect(before.rowCount(of: .entities) == 2)
    #expect(store.snapshot.rowCount(of: .entities) == 1)
  }

  @Test func namesSayWhyTheyAreOne() {
    let store = Self.store(
      [
        .person("Renata Quispe", ["Quispe", "the Dredger"]), .person("R. Quispe"),
        .person("Renata Quispé"), .person("Rina Morales"),
      ],
      [NameCorrection("Rina Morales", .same, "Renata Quispe")])
    let names = store.snapshot.names(of: EntityID(row: 0))
    let grounds = Dictionary(uniqueKeysWithValues: names.map { ($0.text, $0.ground) })
    #expect(
      grounds == [
        "Renata Quispe": .own, "Quispe": .lastName, "R. Quispe": .shorter,
        "Renata Quispé": .spelling, "the Dredger": .sameArticle(ArticleID(row: 0)),
        "Rina Morales": .correction,
      ])
  }

  @Test(arguments: 1...4) func anyCorrectionsLeaveSoundTables(_ seed: UInt64) {
    var random = RandomArticles(seed: seed, people: 12)
    let store = NewsStore()
    store.append(random.next(40))
    let names = store.snapshot.texts(.entities, "name")
    var generator = SplitMix(seed: seed)
    var corrections: [NameCorrection] = []
    for _ in 0..<12 {
      let pair = (0..<2).map { _ in names[Int(generator.next() % UInt64(names.count))] }
      corrections.append(
        NameCorrection(pair[0], generator.next() % 3 == 0 ? .different : .same, pair[1]))
    }
    store.corrections = corrections
    #expect(store.snapshot.checkInvariants() == [])
    #expect(store.snapshot.correctionOutcomes.count == 12)
    store.corrections = []
    #expect(store.snapshot.texts(.entities, "name") == names)
  }
}
