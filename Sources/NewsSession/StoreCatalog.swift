internal import NewsStore
internal import QueryLanguage
internal import Synchronization

/// Answers the language's questions about what is loaded, from one snapshot.
final class StoreCatalog: Catalog {
  private let snapshot: Snapshot
  private let vocabularies = Mutex<[FieldID: Vocabulary]>([:])

  init(_ snapshot: Snapshot) { self.snapshot = snapshot }

  func candidates(for name: String, in table: Table) -> [Candidate] {
    guard table == .entities else { return rows(named: name, in: table) }
    if name.hasPrefix("@") {
      guard let entity = snapshot.names.entity(slug: String(name.dropFirst())) else { return [] }
      return [candidate(entity, rank: .exactName)]
    }
    return snapshot.names.matches(name).map { match in
      candidate(match.entity, rank: Candidate.Rank(match.rank))
    }
  }

  func nearestNames(to name: String, in table: Table, count: Int) -> [String] {
    if table == .entities { return snapshot.names.nearest(name, count: count) }
    guard let field = Self.nameField(of: table) else { return [] }
    let names = vocabulary(of: field).entries.prefix(10_000).map(\.value)
    return nearest(to: name, among: names, count: count)
  }

  func values(of field: FieldID, beginningWith prefix: String, count: Int) -> [ValueCount] {
    vocabulary(of: field).values(beginningWith: folded(prefix), count: count)
  }

  func occurs(_ text: String, in field: FieldID) -> Bool? {
    guard case .reference = field.schema.type else {
      guard let postings = snapshot.postings(field) else { return nil }
      return snapshot.strings.codes(foldedEqual: text).contains { postings.count(of: $0) > 0 }
    }
    return nil
  }

  func valueCount(of field: FieldID) -> Int? { snapshot.postings(field)?.keyCount }

  func rowCount(of table: Table) -> Int? { snapshot.rowCount(of: table) }

  func summary(of candidate: Candidate, in table: Table) -> String {
    guard table == .entities else {
      let cells = ["title", "published", "date", "articles"].compactMap { name -> String? in
        guard let field = table.schema.field(named: name) else { return nil }
        switch snapshot.value(field, row: candidate.row) {
        case .text(let text): return text
        case .date(let date): return date.description
        case .integer(let count): return "\(count) \(name)"
        default: return nil
        }
      }
      return cells.isEmpty ? table.singular : cells.joined(separator: ", ")
    }
    let kind = cell("kind", candidate.row).singleText
    let count = "\(candidate.count) mention\(candidate.count == 1 ? "" : "s")"
    var summary = kind.isEmpty ? count : "\(kind), \(count)"
    if case .list(let names) = cell("aliases", candidate.row) {
      let others = names.map(\.singleText).filter { $0 != candidate.name }
      if !others.isEmpty {
        summary += "; also " + others.prefix(3).map { "'\($0)'" }.joined(separator: ", ")
      }
    }
    return summary
  }

  private func cell(_ name: String, _ entity: UInt32) -> Value {
    Table.entities.schema.field(named: name).map { snapshot.value($0, row: entity) } ?? .unknown
  }

  /// The field by whose value the rows of a table are called.
  private static func nameField(of table: Table) -> FieldID? {
    table.schema.field(named: table == .entities || table == .sources ? "name" : "id")
  }

  private func rows(named name: String, in table: Table) -> [Candidate] {
    guard let field = Self.nameField(of: table), let postings = snapshot.postings(field) else {
      return []
    }
    let exact = snapshot.strings.code(of: name)
    return snapshot.strings.codes(foldedEqual: name).flatMap { code in
      postings.rows(of: code).map { row in
        Candidate(
          row: row, rank: code == exact ? .exactName : .alias, name: snapshot.strings[code],
          slug: snapshot.strings[code], count: 1)
      }
    }
  }

  private func candidate(_ entity: EntityID, rank: Candidate.Rank) -> Candidate {
    var mentions = 0
    if case .integer(let count) = cell("mentions", entity.row) { mentions = count }
    return Candidate(
      row: entity.row, rank: rank, name: cell("name", entity.row).singleText,
      slug: cell("id", entity.row).singleText,
      count: mentions)
  }

  private func vocabulary(of field: FieldID) -> Vocabulary {
    if let known = vocabularies.withLock({ $0[field] }) { return known }
    let made = Vocabulary(field, in: snapshot)
    vocabularies.withLock { $0[field] = made }
    return made
  }
}

extension Candidate.Rank {
  fileprivate init(_ rank: NameIndex.Rank) {
    switch rank {
    case .exactName: self = .exactName
    case .alias: self = .alias
    case .lastName: self = .lastName
    case .part: self = .part
    }
  }
}

extension Value {
  /// The text of a value that is one; empty for any other.
  fileprivate var singleText: String {
    if case .text(let text) = self { return text }
    return ""
  }
}
