internal import NewsModel
internal import NewsStore
internal import QueryLanguage

/// Answers `search`.
///
/// Articles are found through the text index, best BM25 score first; equal scores keep their
/// order. Rows of other tables keep their order, and are kept where each phrase stands in one of
/// their texts: the pieces of articles that they show; for events the sentences of their reports;
/// for entities and sources their texts, such as names, aliases and roles.
struct TextSearcher {
  let snapshot: Snapshot
  let cancellation: Cancellation

  /// The rows that have all phrases.
  func rows(_ search: TextSearch, _ rows: Rows) throws -> Rows {
    if let base = rows.base {
      let selection = base.selection
      if base.table == .articles {
        return try picked(articles(search, selection), rows)
      }
      let texts = texts(of: base.table)
      return try picked(
        positions(search, count: selection.count) { texts(selection[$0]) }, rows)
    }
    return try picked(
      positions(search, count: rows.count) { position in
        rows.columns.flatMap { $0.value(at: position, snapshot).texts }
      }, rows)
  }

  private func picked(_ positions: [Int], _ rows: Rows) throws -> Rows {
    try rows.picked(.list(positions.map { UInt32($0) }), checking: cancellation)
  }

  /// The positions of the articles that have all phrases, best first.
  private func articles(_ search: TextSearch, _ rows: RowSelection) throws -> [Int] {
    guard let first = search.phrases.first else { return Array(0..<rows.count) }
    var found = Bitmap(size: snapshot.rowCount(of: .articles))
    for row in snapshot.text.articles(containing: first) { found.insert(row) }
    for phrase in search.phrases.dropFirst() {
      var both = Bitmap(size: snapshot.rowCount(of: .articles))
      for row in snapshot.text.articles(containing: phrase) where found.contains(row) {
        both.insert(row)
      }
      found = both
    }
    try cancellation.check()
    let members = found.members
    let scores = snapshot.text.scores(of: search.phrases, inArticles: members)
    let scoreOf = Dictionary(uniqueKeysWithValues: zip(members, scores))
    var kept: [(score: Double, position: Int)] = []
    for position in 0..<rows.count {
      if let score = scoreOf[rows[position]] { kept.append((score, position)) }
    }
    return try kept.sorted(checking: cancellation) {
      $0.score != $1.score ? $0.score > $1.score : $0.position < $1.position
    }.map(\.position)
  }

  private func positions(
    _ search: TextSearch, count: Int, _ texts: (Int) -> [String]
  ) throws -> [Int] {
    let matchers = search.phrases.map {
      TextMatcher(.contains(phrase: $0), cancellation: cancellation)
    }
    cancellation.expect(count)
    return try (0..<count).filter { position in
      if position % 64 == 0 {
        try cancellation.checkBefore(lookingAt: min(64, count - position))
      }
      let texts = texts(position)
      return matchers.allSatisfy { matcher in texts.contains { matcher.matches($0) } }
    }
  }

  /// The texts of each row of a table that are searched.
  private func texts(of table: Table) -> (UInt32) -> [String] {
    if table == .events, let event = Table.reports.schema.field(named: "event"),
      let postings = snapshot.postings(event)
    {
      let texts = texts(of: .reports)
      return { row in postings.rows(of: row).flatMap { texts($0) } }
    }
    let fields = table.schema.fields.indices.map { FieldID(table: table, position: $0) }
    let slices = fields.filter {
      if case .slices = snapshot.column($0) { true } else { false }
    }
    let searched = slices.isEmpty ? fields.filter { $0.schema.type == .text } : slices
    return { row in
      searched.flatMap { snapshot.value($0, row: row).texts }
    }
  }
}

extension Value {
  /// The text, or those of a list.
  fileprivate var texts: [String] {
    switch self {
    case .text(let text): [text]
    case .list(let values): values.flatMap(\.texts)
    case .unknown, .integer, .number, .date: []
    }
  }
}
