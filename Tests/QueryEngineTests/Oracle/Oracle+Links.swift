import NewsModel
import NewsStore
import QueryLanguage

extension Oracle {
  /// The rows of a table that rows lead to.
  func followed(_ rows: Rows, _ shape: RowShape, _ target: Table) -> Rows {
    var source: Table?
    var numbers = rows.rows.map(\.number)
    if let table = rows.table {
      source = table
    } else {
      for (index, column) in shape.columns.enumerated().reversed() {
        guard case .reference(let table) = column.type.value else { continue }
        source = table
        numbers = rows.rows.flatMap { row in
          row.columns[index].compactMap { if case .row(_, let row) = $0 { row } else { nil } }
        }
      }
    }
    let reached = source.map { follow($0, numbers, target) } ?? []
    return Rows(table: target, rows: reached.map { Row(number: $0) })
  }

  /// The rows of a table that rows of another lead to.
  private func follow(_ source: Table, _ rows: [UInt32], _ target: Table) -> [UInt32] {
    var here = Set(rows)
    var table = source
    for next in stops(source, target) {
      let links = values.links(table, next)
      let ahead = here.flatMap { links[Int($0)] }
      let back = values.links(next, table)
      let behind = all(next).filter { row in back[Int(row)].contains { here.contains($0) } }
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

  // MARK: Search

  /// The rows that have all phrases, best first for articles.
  func found(_ search: TextSearch, _ rows: Rows) -> [Row] {
    guard let table = rows.table else {
      return rows.rows.filter { row in
        has(search, row.columns.flatMap { $0.compactMap { $0.text(snapshot) } })
      }
    }
    if table != .articles { return rows.rows.filter { has(search, texts(table, $0.number)) } }
    if search.phrases.isEmpty { return rows.rows }
    let kept = rows.rows.filter { row in
      search.phrases.allSatisfy { values.searched(row.number, $0) }
    }
    let ascending = Set(kept.map(\.number)).sorted()
    let scores = snapshot.text.scores(of: search.phrases, inArticles: ascending)
    let scoreOf = Dictionary(zip(ascending, scores)) { first, _ in first }
    return kept.indices.sorted { a, b in
      let (x, y) = (scoreOf[kept[a].number] ?? 0, scoreOf[kept[b].number] ?? 0)
      return x != y ? x > y : a < b
    }.map { kept[$0] }
  }

  private func has(_ search: TextSearch, _ texts: [String]) -> Bool {
    search.phrases.allSatisfy { phrase in
      texts.contains { values.words($0).hasRun(phrase) }
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
      return values.reports(ofEvent: row).flatMap { texts(.reports, $0) }
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
