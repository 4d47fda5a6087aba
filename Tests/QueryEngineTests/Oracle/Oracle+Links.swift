import NewsModel
import NewsStore
import QueryLanguage

extension Oracle {
  /// The rows of a table that rows of another lead to.
  func follow(_ source: Table, _ rows: [UInt32], _ target: Table) -> [UInt32] {
    var here = Set(rows)
    var table = source
    for next in stops(source, target) {
      let ahead = here.flatMap { referred(table, $0, next) }
      let behind = all(next).filter { !here.isDisjoint(with: referred(next, $0, table)) }
      here = Set(ahead + behind)
      table = next
    }
    return here.sorted()
  }

  private func stops(_ source: Table, _ target: Table) -> [Table] {
    if source == target { return [] }
    switch (source, target) {
    case (.events, .articles): return [.reports, .articles]
    case (.articles, .events): return [.reports, .events]
    case (.events, .mentions), (.events, .quotes), (.events, .figures):
      return [.reports, .articles, target]
    case (.mentions, .events), (.quotes, .events), (.figures, .events):
      return [.articles, .reports, .events]
    case (.articles, .entities), (.sources, .entities), (.entities, .articles),
      (.entities, .sources):
      return [.mentions, target]
    case (.reports, .mentions), (.reports, .quotes), (.reports, .figures),
      (.mentions, .reports), (.mentions, .quotes), (.mentions, .figures),
      (.quotes, .reports), (.quotes, .mentions), (.quotes, .figures),
      (.figures, .reports), (.figures, .mentions), (.figures, .quotes):
      return [.articles, target]
    default: return [target]
    }
  }

  /// The rows of a table that a row of another names in a field that links them.
  private func referred(_ owner: Table, _ row: UInt32, _ target: Table) -> [UInt32] {
    if owner == .articles && target == .entities { return [] }
    return owner.schema.fields.indices.flatMap { position -> [UInt32] in
      let field = FieldID(table: owner, position: position)
      return field.schema.type == .reference(target) ? rows([field], row) : []
    }
  }

  // MARK: Search

  /// The positions of rows that have all phrases, best first for articles.
  func found(_ search: TextSearch, _ rows: Rows) -> [Int] {
    switch rows {
    case .table(.articles, let numbers):
      if search.phrases.isEmpty { return Array(numbers.indices) }
      let kept = numbers.indices.filter { index in
        search.phrases.allSatisfy { searched(numbers[index], $0) }
      }
      let ascending = kept.map { numbers[$0] }.sorted()
      let scores = snapshot.text.scores(of: search.phrases, inArticles: ascending)
      let scoreOf = Dictionary(zip(ascending, scores)) { first, _ in first }
      return kept.sorted { a, b in
        let (x, y) = (scoreOf[numbers[a]] ?? 0, scoreOf[numbers[b]] ?? 0)
        return x != y ? x > y : a < b
      }
    case .table(let table, let numbers):
      return numbers.indices.filter { has(search, texts(table, numbers[$0])) }
    case .derived(let rows):
      return rows.indices.filter { index in
        has(search, rows[index].compactMap { $0?.text(snapshot) })
      }
    }
  }

  private func has(_ search: TextSearch, _ texts: [String]) -> Bool {
    search.phrases.allSatisfy { phrase in
      texts.contains { matches(.contains(phrase: phrase), $0) }
    }
  }

  private func texts(_ table: Table, _ row: UInt32) -> [String] {
    let names: [String]
    switch table {
    case .reports: names = ["evidence", "sentence"]
    case .mentions: names = ["sentence"]
    case .quotes, .figures: names = ["text", "sentence"]
    case .entities: names = ["id", "name", "aliases", "roles", "country", "epithets"]
    case .sources: names = ["name", "agencies"]
    case .articles: names = []
    case .events:
      return all(.reports).filter { referred(.reports, $0, .events).contains(row) }
        .flatMap { texts(.reports, $0) }
    }
    return names.compactMap { table.schema.field(named: $0) }.flatMap { field -> [String] in
      switch snapshot.value(field, row: row) {
      case .text(let text): [text]
      case .list(let values):
        values.compactMap { if case .text(let text) = $0 { text } else { nil } }
      default: []
      }
    }
  }
}
