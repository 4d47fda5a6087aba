internal import Diagnostics
internal import NewsStore
internal import QueryEngine
internal import QueryLanguage

/// The values that occur in fields, to be found by how their names begin.
struct Vocabulary: Sendable {
  /// What values are, which several fields may share.
  enum Scope: Hashable {
    /// Rows of a table, under all their names.
    case rows(Table)
    /// The codes of a field.
    case codes(FieldID)

    init(_ field: FieldID) {
      if case .reference(let table) = field.schema.type {
        self = .rows(table)
      } else if field == Table.entities.schema.field(named: "name") {
        self = .rows(.entities)
      } else {
        self = .codes(field)
      }
    }
  }

  /// Most names that are found by what was typed.
  private static let limit = 1_000_000

  private let scope: Scope
  private let snapshot: Snapshot
  private let words: WordIndex
  /// The code of the name of each row; empty for codes, which are their own.
  private let names: [UInt32]

  /// Collects the values of a scope.
  ///
  /// - Complexity: O(*n* log *n*) in words; about a third of a second for 200,000 names.
  init(_ scope: Scope, in snapshot: Snapshot) {
    self.scope = scope
    self.snapshot = snapshot
    var builder = WordIndex.Builder()
    let strings = snapshot.strings
    switch scope {
    case .codes(let field):
      names = []
      for code in (snapshot.postings(field)?.keys ?? []).prefix(Self.limit) {
        builder.add(strings.foldedText(code), .init(id: code, code: code, isOwn: true))
      }
    case .rows(let table):
      let own = Self.ownNames(of: table, in: snapshot)
      names = own
      for (row, code) in own.prefix(Self.limit).enumerated() {
        builder.add(strings.foldedText(code), .init(id: UInt32(row), code: code, isOwn: true))
      }
      if table == .entities { Self.addAliases(own, to: &builder, in: snapshot) }
    }
    words = WordIndex(builder)
  }

  private static func ownNames(of table: Table, in snapshot: Snapshot) -> [UInt32] {
    let name = table == .entities || table == .sources ? "name" : "id"
    guard let field = table.schema.field(named: name),
      case .codes(let column) = snapshot.column(field)
    else { return [] }
    return column.codes
  }

  private static func addAliases(
    _ own: [UInt32], to builder: inout WordIndex.Builder, in snapshot: Snapshot
  ) {
    let strings = snapshot.strings
    guard let field = Table.entities.schema.field(named: "aliases"),
      case .codeLists(let column) = snapshot.column(field)
    else { return }
    for row in own.indices.prefix(limit) {
      var seen: Set<UInt32> = [strings.foldedID(own[row])]
      for alias in column.values(ofRow: row) where seen.insert(strings.foldedID(alias)).inserted {
        builder.add(
          strings.foldedText(alias), .init(id: UInt32(row), code: alias, isOwn: false))
      }
    }
  }

  // MARK: Finding

  /// The values that a request asks for, best first.
  ///
  /// - Parameter kept: how often values occur in the rows that the query keeps; nil for all rows.
  func suggestions(for request: ValueRequest, kept: ValueCounts?) -> [ValueSuggestion] {
    let total = totals(of: request.field)
    let kept = isOfOwnRows(request.field) ? nil : kept
    var best = BestValues(limit: max(1, request.count))
    func add(_ key: WordIndex.Key, _ distance: Int) {
      let count = total(key.id)
      guard count > 0 else { return }
      best.add(
        BestValues.Entry(
          id: key.id, distance: distance, count: kept?[key.id] ?? count, total: count,
          alias: key.isOwn ? nil : key.code))
    }
    let typed = folded(request.typed)
    if typed.isEmpty {
      for key in words.keys where key.isOwn { add(key, 0) }
    } else if request.isExact {
      words.forEach(beginningWith: typed) { add($0, 0) }
    } else {
      if scope == .rows(.entities) {
        for match in snapshot.names.matches(request.typed).prefix(request.count) {
          let row = match.entity.row
          add(.init(id: row, code: names[Int(row)], isOwn: true), 1)
        }
      }
      if best.entries.isEmpty, let likeness = Likeness(typed) {
        words.forEach(like: likeness, typed) { add($0, 1 + $1) }
      }
    }
    return best.entries.map { entry in
      var found = suggestion(entry, isKept: kept != nil)
      if isOfOwnRows(request.field) { found.noun = "mention" }
      return found
    }
  }

  /// The codes of the names of at most `count` values of a field, most frequent first.
  func best(_ count: Int, in field: FieldID) -> [UInt32] {
    let total = totals(of: field)
    return words.keys.filter(\.isOwn).map { ($0.code, total($0.id)) }.filter { $0.1 > 0 }
      .sorted { ($1.1, $0.0) < ($0.1, $1.0) }.prefix(count).map(\.0)
  }

  /// How many rows hold a value of a field; for the names of entities themselves, how often they are
  /// mentioned.
  private func totals(of field: FieldID) -> (UInt32) -> Int {
    if isOfOwnRows(field) {
      guard let mentions = Table.entities.schema.field(named: "mentions"),
        case .integers(let column) = snapshot.column(mentions)
      else { return { _ in 1 } }
      return { max(1, Int(column.values[Int($0)])) }
    }
    guard let postings = snapshot.postings(field) else { return { _ in 0 } }
    return { postings.count(of: $0) }
  }

  /// Whether a field holds the names of the rows themselves.
  private func isOfOwnRows(_ field: FieldID) -> Bool {
    scope == .rows(.entities) && field.table == .entities
  }

  private func suggestion(_ entry: BestValues.Entry, isKept: Bool) -> ValueSuggestion {
    let strings = snapshot.strings
    let name = names.isEmpty ? entry.id : names[Int(entry.id)]
    var suggestion = ValueSuggestion(
      value: strings[name], keptCount: isKept ? entry.count : nil, count: entry.total,
      alias: entry.alias.map { strings[$0] })
    if scope == .rows(.entities), let field = Table.entities.schema.field(named: "id"),
      case .text(let slug) = snapshot.value(field, row: entry.id)
    {
      suggestion.slug = slug
    }
    return suggestion
  }
}
