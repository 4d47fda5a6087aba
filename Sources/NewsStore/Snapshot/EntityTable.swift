internal import NewsModel

/// The rows of the `entities` table: what the articles say about each entity, put together.
struct EntityTable {
  /// Row of each local.
  let rowOfLocal: [UInt32]
  /// Code of the name of each row.
  private(set) var name: [UInt32] = []
  private(set) var slug: [UInt32] = []
  private(set) var kind: [EntityKind] = []
  /// Code of the country of each row.
  private(set) var country: [UInt32] = []
  private(set) var aliases = ListBuilder()
  private(set) var roles = ListBuilder()
  private(set) var epithets = ListBuilder()
  private(set) var mentions: [Int64] = []
  private(set) var articles: [Int64] = []
  private var first = DateLog()
  private var last = DateLog()

  /// Number of entities.
  var count: Int { name.count }

  /// Puts entities together and orders them by mentions, most first.
  init(_ resolution: EntityResolution, journal: inout Journal, names: inout RowNames) {
    let members = resolution.members
    var mentionCount = [Int64](repeating: 0, count: resolution.count)
    for local in journal.mentions.local {
      mentionCount[Int(resolution.entityOf[Int(local)])] += 1
    }
    var given: [UInt32: (codes: [UInt32], isMain: Bool)] = [:]
    for (entity, name, isMain) in resolution.givenNames {
      let code = journal.strings.intern(name)
      let known = given[entity] ?? ([], false)
      given[entity] = (isMain ? [code] + known.codes : known.codes + [code], isMain || known.isMain)
    }
    let summaries = (0..<UInt32(resolution.count)).map { entity in
      EntitySummary(
        locals: members.rows(of: entity), isAdded: resolution.isAdded,
        given: given[entity]?.codes ?? [], isNamed: given[entity]?.isMain ?? false,
        journal: journal)
    }
    let slugs = names.nameEntities(
      resolution, names: summaries.map(\.name), strings: &journal.strings)
    let strings = journal.strings
    let order = summaries.indices.sorted { a, b in
      if mentionCount[a] != mentionCount[b] { return mentionCount[a] > mentionCount[b] }
      if summaries[a].articleCount != summaries[b].articleCount {
        return summaries[a].articleCount > summaries[b].articleCount
      }
      return strings[slugs[a]] < strings[slugs[b]]
    }
    var rowOf = [UInt32](repeating: 0, count: order.count)
    for (row, entity) in order.enumerated() { rowOf[entity] = UInt32(row) }
    rowOfLocal = resolution.entityOf.map { rowOf[Int($0)] }
    for entity in order {
      let summary = summaries[entity]
      name.append(summary.name)
      slug.append(slugs[entity])
      kind.append(summary.kind)
      country.append(summary.country)
      aliases.append(summary.aliases)
      roles.append(summary.roles)
      epithets.append(summary.epithets)
      mentions.append(mentionCount[entity])
      articles.append(Int64(summary.articleCount))
      first.append(first: summary.first.first, last: summary.first.last)
      last.append(first: summary.last.first, last: summary.last.last)
    }
  }

  /// The columns of the table.
  func columns(strings: inout StringPool) -> [String: Column] {
    let kindCodes = Dictionary(
      uniqueKeysWithValues: EntityKind.allCases.map { ($0, strings.intern($0.rawValue)) })
    return [
      "id": .codes(CodeColumn(codes: slug)),
      "name": .codes(CodeColumn(codes: name)),
      "kind": .codes(CodeColumn(codes: kind.map { kindCodes[$0] ?? StringPool.unknown })),
      "aliases": .codeLists(aliases.column),
      "roles": .codeLists(roles.column),
      "country": .codes(CodeColumn(codes: country)),
      "epithets": .codeLists(epithets.column),
      "mentions": .integers(IntegerColumn(values: mentions)),
      "articles": .integers(IntegerColumn(values: articles)),
      "first": .dates(first.column),
      "last": .dates(last.column),
    ]
  }
}
