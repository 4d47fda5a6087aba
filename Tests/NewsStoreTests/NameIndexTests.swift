import NewsModel
import TestSupport
import Testing

@testable import NewsStore

@Suite struct NameIndexTests {
  static let snapshot: Snapshot = {
    let store = NewsStore()
    var telling = Telling("a")
    _ = telling.name("Renata Quispe", .person, ["Quispe", "the Engineer", "Renata Quispe"])
    _ = telling.name("Tomas Quispe", .person)
    _ = telling.name("Jean-Luc Morvan", .person)
    _ = telling.name("Tariq al-Mansour", .person)
    _ = telling.name("Northern Relief League", .organization, ["NRL"])
    _ = telling.name("World Grain Fund", .organization)
    _ = telling.name("Orvalle", .place, country: "Soria")
    _ = telling.name("Port of Orvalle", .organization)
    _ = telling.name("Émile Žižka", .person)
    store.append([telling.article])
    return store.snapshot
  }()

  static func found(_ name: String) -> [String] {
    let names = snapshot.texts(.entities, "name")
    return snapshot.names.matches(name).map { "\($0.rank) \(names[Int($0.entity.row)])" }
  }

  static let cases: [(String, [String])] = [
    ("Renata Quispe", ["exactName Renata Quispe"]),
    ("renata QUISPE", ["exactName Renata Quispe"]),
    ("Quispe", ["alias Renata Quispe", "lastName Tomas Quispe"]),
    ("R. Quispe", ["lastName Renata Quispe"]),
    ("T Quispe", ["lastName Tomas Quispe"]),
    ("Engineer", ["alias Renata Quispe"]),
    ("Morvan", ["lastName Jean-Luc Morvan"]),
    ("Jean Luc Morvan", ["exactName Jean-Luc Morvan"]),
    ("Jean", ["part Jean-Luc Morvan"]),
    ("Tarik El Mansour", ["exactName Tariq al-Mansour"]),
    ("General Morvan", ["lastName Jean-Luc Morvan"]),
    ("NRL", ["alias Northern Relief League"]),
    ("WGF", ["alias World Grain Fund"]),
    ("relief league", ["part Northern Relief League"]),
    ("Orvalle", ["exactName Orvalle", "part Port of Orvalle"]),
    ("emile zizka", ["exactName Émile Žižka"]),
    ("Nobody", []), ("", []), ("-", []), ("General", []),
  ]

  @Test(arguments: cases) func names(_ name: String, _ wanted: [String]) {
    #expect(Self.found(name) == wanted)
  }

  @Test func theBestRankWins() {
    let best = Self.snapshot.names.bestMatches("Quispe")
    #expect(best.map(\.rank) == [.alias])
  }

  @Test func slugs() {
    let names = Self.snapshot.names
    #expect(names.entity(slug: "renata-quispe") != nil)
    #expect(names.entity(slug: "emile-zizka") != nil)
    #expect(names.entity(slug: "@renata-quispe") == nil)
    #expect(names.entity(slug: "nobody") == nil)
  }

  static let nearest: [(String, String?)] = [
    ("Quipse", "Quispe"), ("Morvna", "Jean-Luc Morvan"), ("Orvale", "Orvalle"),
    ("Renatta Quispe", "Renata Quispe"), ("zzzzzzzz", nil), ("x", nil), ("", nil),
  ]

  @Test(arguments: nearest) func didYouMean(_ name: String, _ wanted: String?) {
    #expect(Self.snapshot.names.nearest(name, count: 1).first == wanted)
  }

  @Test func neverTheInputItself() {
    for name in ["Quispe", "ORVALLE", "Renata Quispe"] {
      let near = Self.snapshot.names.nearest(name, count: 10)
      #expect(!near.contains { folded($0) == folded(name) })
    }
  }
}

@Suite struct EditPatternTests {
  /// Optimal string alignment by the table.
  static func distance(_ a: [UInt8], _ b: [UInt8]) -> Int {
    var rows = [[Int]](
      repeating: [Int](repeating: 0, count: b.count + 1), count: a.count + 1)
    for i in 0...a.count { rows[i][0] = i }
    for j in 0...b.count { rows[0][j] = j }
    for i in a.indices {
      for j in b.indices {
        let change = rows[i][j] + (a[i] == b[j] ? 0 : 1)
        var best = min(change, rows[i][j + 1] + 1, rows[i + 1][j] + 1)
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
          best = min(best, rows[i - 1][j - 1] + 1)
        }
        rows[i + 1][j + 1] = best
      }
    }
    return rows[a.count][b.count]
  }

  @Test func agreesWithTheTable() {
    var random = SplitMix(seed: 7)
    func word() -> [UInt8] {
      (0..<Int(random.next() % 12)).map { _ in UInt8(97 + random.next() % 3) }
    }
    for _ in 0..<2000 {
      let (a, b) = (word(), word())
      let wanted = Self.distance(a, b)
      let pattern = EditPattern(String(decoding: a, as: UTF8.self))
      #expect(pattern.distance(to: b, limit: 100) == wanted)
      #expect(pattern.distance(to: b, limit: 2) == (wanted <= 2 ? wanted : nil))
    }
  }
}
