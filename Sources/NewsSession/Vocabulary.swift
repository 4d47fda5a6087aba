internal import NewsStore
internal import QueryLanguage

/// The values that occur in a field, most frequent first.
struct Vocabulary: Sendable {
  struct Entry: Sendable {
    var value: String
    var count: Int
    /// Folded forms by which the value is found: its own and, for an entity, its aliases.
    var keys: [String]
  }

  let entries: [Entry]

  /// Collects the values of `field`; a field without postings has none.
  ///
  /// - Complexity: O(*v* log *v*) in the number of distinct values.
  init(_ field: FieldID, in snapshot: Snapshot) {
    guard let postings = snapshot.postings(field) else {
      entries = []
      return
    }
    let found: [Entry]
    if case .reference(let table) = field.schema.type {
      found = postings.keys.compactMap { row in
        Self.entry(row, of: table, in: snapshot, count: postings.count(of: row))
      }
    } else {
      found = postings.keys.map { code in
        Entry(
          value: snapshot.strings[code], count: postings.count(of: code),
          keys: [snapshot.strings.foldedText(code)])
      }
    }
    entries = found.sorted { ($1.count, $0.value) < ($0.count, $1.value) }
  }

  /// The values of which a key, or a word of a key, begins with `prefix`, most frequent first.
  func values(beginningWith prefix: String, count: Int) -> [ValueCount] {
    var out: [ValueCount] = []
    for entry in entries where entry.keys.contains(where: { $0.hasWord(beginningWith: prefix) }) {
      out.append(ValueCount(value: entry.value, count: entry.count))
      if out.count == count { break }
    }
    return out
  }

  private static func entry(
    _ row: UInt32, of table: Table, in snapshot: Snapshot, count: Int
  ) -> Entry? {
    guard case .text(let name) = snapshot.name(ofRow: row, in: table) else { return nil }
    var keys = [folded(name)]
    if table == .entities, let field = table.schema.field(named: "aliases"),
      case .list(let aliases) = snapshot.value(field, row: row)
    {
      for case .text(let alias) in aliases { keys.append(folded(alias)) }
    }
    return Entry(value: name, count: count, keys: keys)
  }
}

extension String {
  /// Whether the text, or what follows one of its spaces, begins with `prefix`.
  fileprivate func hasWord(beginningWith prefix: String) -> Bool {
    if hasPrefix(prefix) { return true }
    var rest = self[...]
    while let space = rest.firstIndex(of: " ") {
      rest = rest[rest.index(after: space)...]
      if rest.hasPrefix(prefix) { return true }
    }
    return false
  }
}
