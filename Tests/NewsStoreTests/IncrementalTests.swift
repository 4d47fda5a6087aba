import NewsModel
import Testing

@testable import NewsStore

/// Loading in parts gives what loading at once gives.
@Suite struct IncrementalTests {
  /// Events without their ids, as texts.
  static func contents(_ snapshot: Snapshot, _ table: Table) -> [String] {
    let fields = table.schema.fields.indices.filter {
      table.schema.fields[$0].name != "id" && table.schema.fields[$0].name != "event"
    }
    return (0..<UInt32(snapshot.rowCount(of: table))).map { row in
      fields.map { position in
        let value = snapshot.value(FieldID(table: table, position: position), row: row)
        guard case .list(let values) = value else { return value.plain }
        return values.map(\.plain).sorted().joined(separator: ",")
      }.joined(separator: "|")
    }.sorted()
  }

  @Test(arguments: 1...6) func partsGiveTheSameAsTheWhole(_ seed: UInt64) {
    var random = RandomArticles(seed: seed, people: 12)
    let articles = random.next(60)
    let whole = NewsStore()
    whole.append(articles)
    let parts = NewsStore()
    var rest = articles[...]
    while !rest.isEmpty {
      let count = 1 + rest.count % 7
      parts.append(Array(rest.prefix(count)))
      rest = rest.dropFirst(count)
      #expect(parts.snapshot.checkInvariants() == [])
    }
    for table in Table.allCases {
      #expect(Self.contents(parts.snapshot, table) == Self.contents(whole.snapshot, table))
    }
  }

  @Test(arguments: 1...6) func theOrderOfArrivalDoesNotMatter(_ seed: UInt64) {
    var random = RandomArticles(seed: seed, people: 12)
    let articles = random.next(60)
    let forwards = NewsStore()
    forwards.append(articles)
    let backwards = NewsStore()
    backwards.append(articles.reversed())
    #expect(backwards.snapshot.checkInvariants() == [])
    for table in Table.allCases {
      #expect(
        Self.contents(backwards.snapshot, table) == Self.contents(forwards.snapshot, table))
    }
  }

  @Test func rowsKeepTheirIDs() throws {
    var random = RandomArticles(seed: 9, people: 12)
    let store = NewsStore()
    var known: [String: String] = [:]
    var slugs: [String: String] = [:]
    for _ in 0..<12 {
      store.append(random.next(5))
      let snapshot = store.snapshot
      let reports = zip(snapshot.texts(.reports, "id"), snapshot.texts(.reports, "sentence"))
      for (id, sentence) in reports {
        #expect(known[id] == nil || known[id] == sentence)
        known[id] = sentence
      }
      for (id, name) in zip(
        snapshot.texts(.entities, "id"), snapshot.texts(.entities, "name"))
      {
        #expect(slugs[id] == nil || slugs[id] == name)
        slugs[id] = name
      }
      for slug in slugs.keys {
        #expect(snapshot.names.entity(slug: String(slug.dropFirst())) != nil)
      }
    }
  }

  @Test func anEventKeepsItsIDWhenAnEarlierOneComes() {
    let store = NewsStore()
    var first = Telling("a")
    first.tell(.consult, ["Ada Brook", "Carl Dorn"], on: "2024-03-05")
    store.append([first.article])
    #expect(store.snapshot.texts(.events, "id") == ["e1"])
    var second = Telling("b")
    second.tell(.assault, ["Eva Fry"], to: ["Gus Hale"], on: "2024-01-01")
    second.tell(.consult, ["Ada Brook", "Carl Dorn"], on: "2024-03-05")
    store.append([second.article])
    #expect(store.snapshot.texts(.events, "id") == ["e2", "e1"])
    #expect(store.snapshot.texts(.events, "reports") == ["1", "2"])
    #expect(store.snapshot.texts(.reports, "id") == ["r2", "r1", "r3"])
    #expect(store.snapshot.texts(.reports, "event") == ["e2", "e1", "e1"])
  }

  @Test func aSlugLeadsToTheEntityThatItsOwnerBecamePartOf() throws {
    let store = NewsStore()
    var first = Telling("a")
    _ = first.name("Quispe", .person)
    store.append([first.article])
    #expect(store.snapshot.texts(.entities, "id") == ["@quispe"])
    var second = Telling("b")
    _ = second.name("Renata Quispe", .person)
    store.append([second.article])
    let snapshot = store.snapshot
    #expect(snapshot.texts(.entities, "id") == ["@quispe"])
    #expect(snapshot.texts(.entities, "name") == ["Renata Quispe"])
    #expect(snapshot.names.entity(slug: "quispe") == EntityID(row: 0))
    #expect(snapshot.names.entity(slug: "renata-quispe") == nil)
  }

  @Test func oldSnapshotsDoNotChange() {
    var random = RandomArticles(seed: 4, people: 12)
    let store = NewsStore()
    store.append(random.next(20))
    let old = store.snapshot
    let before = Table.allCases.map { Self.contents(old, $0) }
    store.append(random.next(20))
    #expect(store.snapshot.rowCount(of: .articles) == 40)
    #expect(old.rowCount(of: .articles) == 20)
    #expect(Table.allCases.map { Self.contents(old, $0) } == before)
    #expect(old.checkInvariants() == [])
  }
}
