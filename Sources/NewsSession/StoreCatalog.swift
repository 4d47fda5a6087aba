internal import NewsStore
internal import QueryEngine
internal import QueryLanguage
internal import Synchronization

/// Answers the language's questions about what is loaded, from one snapshot.
final class StoreCatalog: Catalog {
  let snapshot: Snapshot
  private let planner: Planner
  private let state = Mutex(State())
  /// What names were last found to mean, since they are asked for again after every key; apart from
  /// the rest, so that no key waits for a vocabulary that is being made.
  private let meanings = Mutex<[String: [Candidate]]>([:])

  private struct State {
    /// By what their values are: the entities, the codes of a field.
    var vocabularies: [Vocabulary.Scope: Vocabulary] = [:]
    /// The last values that were counted, since they stay while more is typed.
    var counts: (field: FieldID, rows: BoundQuery, counts: ValueCounts?)?
  }

  init(_ snapshot: Snapshot, planner: Planner) {
    self.snapshot = snapshot
    self.planner = planner
  }

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

  func quickCandidates(for name: String, in table: Table) -> [Candidate] {
    guard table == .entities, !name.hasPrefix("@") else { return candidates(for: name, in: table) }
    if let known = meanings.withLock({ $0[name] }) { return known }
    // Only those of the best rank count, of which a few are enough to tell.
    let matches = snapshot.names.matches(name, isQuick: true)
    let found = matches.prefix { $0.rank == matches[0].rank }.prefix(Self.meaningCount).map {
      candidate($0.entity, rank: Candidate.Rank($0.rank))
    }
    meanings.withLock { meanings in
      if meanings.count >= Self.meaningLimit { meanings = [:] }
      meanings[name] = found
    }
    return found
  }

  /// How many names are kept with what they mean.
  private static let meaningLimit = 64
  /// Most rows that are told of one name.
  private static let meaningCount = 100

  func nearestNames(to name: String, in table: Table, count: Int) -> [String] {
    if table == .entities { return snapshot.names.nearest(name, count: count) }
    guard let field = Self.nameField(of: table) else { return [] }
    let names = vocabulary(of: field).best(10_000, in: field).map { snapshot.strings[$0] }
    return nearest(to: name, among: names, count: count)
  }

  func values(of field: FieldID, beginningWith prefix: String, count: Int) -> [ValueCount] {
    let request = ValueRequest(field: field, typed: prefix, count: count)
    return suggestions(for: request).map { ValueCount(value: $0.value, count: $0.count) }
  }

  func suggestions(for request: ValueRequest) -> [ValueSuggestion] {
    let vocabulary = vocabulary(of: request.field)
    let kept = request.rows.flatMap { counts(of: request.field, among: $0) }
    return vocabulary.suggestions(for: request, kept: kept)
  }

  /// How long values are counted before all rows are taken instead.
  private static let patience = Duration.milliseconds(8)

  private func counts(of field: FieldID, among rows: BoundQuery) -> ValueCounts? {
    if let last = state.withLock({ $0.counts }), last.field == field, last.rows == rows {
      return last.counts
    }
    let end = ContinuousClock.now + Self.patience
    let counts = ValueCounts(of: field, in: rows, planner: planner, on: snapshot) {
      ContinuousClock.now > end
    }
    state.withLock { $0.counts = (field, rows, counts) }
    return counts
  }

  /// Makes what the first completion of a name needs; may be called from any thread.
  func prepare() {
    for table in [Table.events, .mentions] {
      for field in table.schema.fields.indices.map({ FieldID(table: table, position: $0) })
      where field.schema.type == .reference(.entities) { _ = vocabulary(of: field) }
    }
  }

  func occurs(_ text: String, in field: FieldID) -> Bool? {
    guard case .reference = field.schema.type else {
      guard let postings = snapshot.postings(field) else { return nil }
      return snapshot.strings.codes(foldedEqual: text).contains { postings.count(of: $0) > 0 }
    }
    return nil
  }

  func valueCount(of field: FieldID) -> Int? { snapshot.postings(field)?.distinctCount }

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
    let scope = Vocabulary.Scope(field)
    // Made under the lock, so that two threads do not make the same.
    return state.withLock { state in
      if let known = state.vocabularies[scope] { return known }
      let made = Vocabulary(scope, in: snapshot)
      state.vocabularies[scope] = made
      return made
    }
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
