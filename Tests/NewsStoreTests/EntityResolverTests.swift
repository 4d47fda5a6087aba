import NewsModel
import Testing

@testable import NewsStore

/// A name that one article gives somebody or something, and other forms of it.
struct Named: Sendable, CustomStringConvertible {
  var name: String
  var kind = EntityKind.person
  var aliases: [String] = []
  var country: String?

  var description: String { "\(name) (\(kind.rawValue))" }

  static func org(_ name: String, _ aliases: [String] = [], _ country: String? = nil) -> Named {
    Named(name: name, kind: .organization, aliases: aliases, country: country)
  }

  static func place(_ name: String, _ country: String? = nil) -> Named {
    Named(name: name, kind: .place, country: country)
  }

  static func person(_ name: String, _ aliases: [String] = []) -> Named {
    Named(name: name, kind: .person, aliases: aliases)
  }
}

@Suite struct EntityResolverTests {
  /// The names of the entities when each of `named` stands in an article of its own.
  static func entities(_ named: [Named]) -> [String] {
    let store = NewsStore()
    for (number, named) in named.enumerated() {
      var telling = Telling("a\(number)")
      _ = telling.name(named.name, named.kind, named.aliases, country: named.country)
      store.append([telling.article])
    }
    #expect(store.snapshot.checkInvariants() == [])
    return store.snapshot.texts(.entities, "name").sorted()
  }

  static let same: [[Named]] = [
    [.person("Renata Quispe"), .person("RENATA QUISPE"), .person("Renata Quispé")],
    [.person("Jean-Luc Morvan"), .person("Jean Luc Morvan"), .person("Jean-luc Morvan")],
    [.person("Renata Quispe", ["Quispe"]), .person("Quispe")],
    [.person("Renata Quispe"), .person("Quispe")],
    [.person("Renata Quispe"), .person("R. Quispe"), .person("Renata M. Quispe")],
    [.person("Tariq al-Mansour"), .person("Tariq Mansour"), .person("Tarik El Mansour")],
    [.person("Dmitri Volkonsky"), .person("Dmitry Volkonsky")],
    [.person("Yevgeny Volkonsky"), .person("Evgeny Volkonskiy"), .person("Yevgeni Volkonskyy")],
    [.person("Aleksandr Belov"), .person("Alexander Belov")],
    [.person("Mohammed Tarhouni"), .person("Muhammad Tarhuni"), .person("Mohamed al-Tarhuni")],
    [.person("Abdul Rahman Sefi"), .person("Abdelrahman Sefi"), .person("Abd al-Rahman Sefi")],
    [.person("Jürgen Grøn"), .person("Jurgen Gron")],
    // A second family name, by marriage or from the mother.
    [.person("Renata Quispe"), .person("Renata Quispe-Morales")],
    [.person("Renata Quispe Morales"), .person("Renata Quispe"), .person("R. Quispe Morales")],
    // An acronym that one article explains and others use alone.
    [.org("Harbour Pilots Guild", ["HPG"]), .org("H.P.G."), .org("HPG")],
    [.person("Renata Quispe", ["President Quispe"]), .person("Quispe", ["Mrs. Quispe"])],
    [.org("Northern Relief League", ["NRL"]), .org("NRL")],
    [.org("Northern Relief League"), .org("NRL")],
    [
      .org("Northern Army", ["Northern Army", "NLAF"]), .org("Northern Land and Air Forces"),
    ],
    [.org("The Northern Relief League"), .org("Northern Relief League")],
    [.org("Ministry of Ports"), .org("Ports Ministry")],
    [.org("Brenner Ltd"), .org("Brenner")],
    [.org("Ministry of Defense"), .org("Defence Ministry"), .org("Ministry of Defence")],
    [.place("Orvalle", "Soria"), .place("Orvalle")],
    [.place("eastern Soria"), .place("East Soria")],
    [
      .place("United Provinces of Tarn", "United Provinces of Tarn"),
      .place("UPT", "United Provinces of Tarn"),
    ],
  ]

  @Test(arguments: same) func oneEntity(_ named: [Named]) {
    #expect(Self.entities(named).count == 1)
    #expect(Self.entities(named.reversed()).count == 1)
  }

  static let apart: [[Named]] = [
    // Two people of one last name; father and son.
    [.person("Renata Quispe"), .person("Tomas Quispe")],
    [.person("Omar Belhadj"), .person("Sami Omar Belhadj")],
    [.person("Paul Renner"), .person("Paul Renner Jr.")],
    [.person("Paul Renner senior"), .person("Paul Renner Jr.")],
    [.person("Paul Renner"), .person("Paula Renner")],
    [.person("Renata Quispe-Morales"), .person("Rosa Quispe")],
    [.person("Igor Sidorov"), .person("Ivan Sidorov")],
    // A longer name of which nothing says that it is not a relative's.
    [.person("Quispe Morales"), .person("Renata Quispe")],
    // Feminine and masculine.
    [.person("Anna Volkova"), .person("Anna Volkov")],
    // Kinds.
    [.person("Brenner"), .org("Brenner")],
    [.place("Brenner"), .org("Brenner")],
    // The same name in two countries.
    [.place("Orvalle", "Soria"), .place("Orvalle", "Taveny")],
    [.org("Defence Ministry", [], "Soria"), .org("Defence Ministry", [], "Taveny")],
    // An acronym of two letters that no article explains.
    [.org("Relief League"), .org("RL")],
    // Another acronym.
    [.org("Northern Relief League", ["NRL"]), .org("NRF")],
    [.place("North Soria"), .place("Soria")],
  ]

  @Test(arguments: apart) func twoEntities(_ named: [Named]) {
    #expect(Self.entities(named).count == 2)
    #expect(Self.entities(named.reversed()).count == 2)
  }

  @Test func aLastNameThatTwoShareIsNobodyInParticular() {
    let all: [Named] = [.person("Renata Quispe"), .person("Tomas Quispe"), .person("Quispe")]
    #expect(Self.entities(all) == ["Quispe", "Renata Quispe", "Tomas Quispe"])
  }

  @Test func initialsThatTwoShareAreNobodyInParticular() {
    let all: [Named] = [.person("Renata Quispe"), .person("Rosa Quispe"), .person("R. Quispe")]
    #expect(Self.entities(all).count == 3)
  }

  @Test func aLastNameMeansTheOneWhoIsInTheNewsAllTheTime() {
    let often = [Named](repeating: .person("Renata Quispe"), count: 10)
    let all = often + [.person("Tomas Quispe"), .person("Quispe")]
    #expect(Self.entities(all) == ["Renata Quispe", "Tomas Quispe"])
  }

  @Test func acronymsInsideNamesAreSpelledOut() {
    let all: [Named] = [
      .org("United Harbours", ["UH"]), .org("UH Safety Board"),
      .org("United Harbours Safety Board"),
    ]
    #expect(Self.entities(all) == ["United Harbours", "United Harbours Safety Board"])
  }

  @Test func whatArticlesSayIsPutTogether() {
    let store = NewsStore()
    var first = Telling("a", published: "2024-03-05")
    let one = first.name("Renata Quispe", .person, ["Quispe", "Mrs. Quispe"])
    var second = Telling("b", published: "2024-04-01")
    let two = second.name("R. Quispe", .person, ["Quispe"])
    var articles = [first.article, second.article]
    articles[0].entities[one.position].roles = ["harbour master"]
    articles[0].entities[one.position].epithets = ["tireless"]
    articles[1].entities[two.position].roles = ["Harbour Master", "engineer"]
    articles[1].entities[two.position].country = "Soria"
    store.append(articles)
    let snapshot = store.snapshot
    #expect(snapshot.texts(.entities, "id") == ["@renata-quispe"])
    #expect(snapshot.texts(.entities, "aliases") == ["Renata Quispe,Quispe,Mrs. Quispe,R. Quispe"])
    #expect(snapshot.texts(.entities, "roles") == ["Harbour Master,engineer"])
    #expect(snapshot.texts(.entities, "epithets") == ["tireless"])
    #expect(snapshot.texts(.entities, "country") == ["Soria"])
    #expect(snapshot.texts(.entities, "mentions") == ["5"])
    #expect(snapshot.texts(.entities, "articles") == ["2"])
    #expect(snapshot.texts(.entities, "first") == ["2024-03-05"])
    #expect(snapshot.texts(.entities, "last") == ["2024-04-01"])
  }
}
