import NewsModel
import QueryLanguage

/// A small catalog for tests: two people called Byron, a few places and outlets.
struct TownCatalog: Catalog {
  struct Entry {
    var row: UInt32
    var name: String
    var slug: String
    var aliases: [String]
    var count: Int
  }

  let entities: [Entry] = [
    Entry(
      row: 0, name: "Ada Lovelace", slug: "@ada-lovelace", aliases: ["Countess Lovelace"], count: 40
    ),
    Entry(row: 1, name: "Anne Byron", slug: "@anne-byron", aliases: ["Annabella"], count: 12),
    Entry(row: 2, name: "George Byron", slug: "@george-byron", aliases: ["Lord Byron"], count: 3),
    Entry(row: 3, name: "Oslo", slug: "@oslo", aliases: ["Kristiania"], count: 9),
    Entry(row: 4, name: "Trinidad and Tobago", slug: "@trinidad-and-tobago", aliases: [], count: 2),
    Entry(row: 5, name: "Norway", slug: "@norway", aliases: ["Kingdom of Norway"], count: 8),
    Entry(row: 6, name: "İnci Çağlar", slug: "@inci-caglar", aliases: [], count: 1),
  ]
  let sources: [Entry] = [
    Entry(
      row: 0, name: "Evening Standard-Bearer", slug: "evening-standard-bearer", aliases: [],
      count: 7),
    Entry(row: 1, name: "Reuters", slug: "reuters", aliases: [], count: 5),
  ]

  func candidates(for name: String, in table: Table) -> [Candidate] {
    let wanted = folded(name)
    let found = entries(of: table).compactMap { entry -> Candidate? in
      let rank: Candidate.Rank
      if name.hasPrefix("@") {
        guard entry.slug == name else { return nil }
        rank = .exactName
      } else if folded(entry.name) == wanted {
        rank = .exactName
      } else if entry.aliases.contains(where: { folded($0) == wanted }) {
        rank = .alias
      } else if folded(entry.name).split(separator: " ").last.map({ String($0) }) == wanted {
        rank = .lastName
      } else {
        return nil
      }
      return Candidate(
        row: entry.row, rank: rank, name: entry.name, slug: entry.slug, count: entry.count)
    }
    return found.sorted { $0.rank < $1.rank }
  }

  func nearestNames(to name: String, in table: Table, count: Int) -> [String] {
    let wanted = folded(name)
    let near = entries(of: table).map(\.name).filter { other in
      other != name
        && folded(other).split(separator: " ").contains { $0.prefix(3) == wanted.prefix(3) }
    }
    return Array(near.prefix(count))
  }

  func values(of field: FieldID, beginningWith prefix: String, count: Int) -> [ValueCount] {
    let wanted = folded(prefix)
    let names: [ValueCount]
    switch field.schema.type {
    case .reference(let table):
      names = entries(of: table).map { ValueCount(value: $0.name, count: $0.count) }
    case .text where field.schema.name == "name":
      names = entries(of: field.table).map { ValueCount(value: $0.name, count: $0.count) }
    case .text where field.schema.name == "unit":
      names = [ValueCount(value: "barrels", count: 3), ValueCount(value: "per cent", count: 2)]
    default: names = []
    }
    let fits = names.filter { folded($0.value).hasPrefix(wanted) }
    return Array(fits.sorted { ($1.count, $0.value) < ($0.count, $1.value) }.prefix(count))
  }

  private func entries(of table: Table) -> [Entry] {
    switch table {
    case .entities: entities
    case .sources: sources
    default: []
    }
  }
}

/// The day that tests call today: a Thursday.
let testToday = Day(year: 2023, month: 10, day: 5) ?? Day(number: 0)

/// Options for binding in tests.
func testOptions(
  isStrict: Bool = false, _ parameters: [String: String] = [:]
) -> Binder.Options {
  Binder.Options(today: testToday, isStrict: isStrict, parameters: parameters)
}
