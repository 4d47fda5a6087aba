import Diagnostics
import NewsModel
import NewsStore
import QueryLanguage

/// A store of five events among four people, in which every answer can be worked out by hand.
///
/// Its events, in their order: Ada Rein and Bo Karst meet on 2022-01-10, Bo Karst helps Cyra Dahl on
/// 2022-01-20, Cyra Dahl strikes Dorn Holm in 2022-03, Ada Rein and Dorn Holm meet on 2022-04-02,
/// and Ada Rein blames Cyra Dahl, nobody says when.
enum TinyStore {
  /// The store.
  static let store = SampleStore([
    article("one", words: 100, [told(.consult, [0, 1], [], "2022-01-10")]),
    article("two", words: 250, [told(.aid, [1], [2], "2022-01-20")]),
    article("three", words: 40, [told(.assault, [2], [3], "2022-03")]),
    article(
      "four", words: 7,
      [told(.consult, [0, 3], [], "2022-04-02"), told(.accuse, [0], [2], nil)]),
  ])

  private static let people = [
    ("Ada Rein", "Norland"), ("Bo Karst", "Sudland"), ("Cyra Dahl", nil), ("Dorn Holm", "Norland"),
  ]

  private static func article(_ id: String, words: Int, _ reports: [Report]) -> AnnotatedArticle {
    let text = "\(id) happened."
    let range = TextRange(0, text.utf8.count)
    var result = AnnotatedArticle(article: Article(id: id, text: text))
    result.article.source = "The \(id.prefix(1).uppercased()) Post"
    result.article.published = NewsDate(iso: "2022-05-0\(words % 9 + 1)")
    result.blocks = [TextBlock(kind: .paragraph, range: range)]
    result.sentences = [range]
    result.wordCount = words
    result.entities = people.map { name, country in
      var entity = Entity(name: name, kind: .person)
      entity.country = country
      return entity
    }
    result.reports = reports
    return result
  }

  private static func told(
    _ type: EventType, _ actors: [Int], _ targets: [Int], _ date: String?
  ) -> Report {
    var report = Report(
      type: type, action: "act", evidence: TextRange(0, 3), sentence: 0, frame: "test")
    report.actors = actors.map { EntityIndex($0) }
    report.targets = targets.map { EntityIndex($0) }
    report.date = date.flatMap { NewsDate(iso: $0) }
    return report
  }

  // MARK: Asking

  /// The path of these fields, which begins in `table`.
  static func path(_ table: Table, _ names: String...) -> BoundPath {
    fields(table, names, column: nil)
  }

  /// The path of these fields of the rows that a column of rows of `table` holds.
  static func path(column: Int, _ table: Table, _ names: String...) -> BoundPath {
    fields(table, names, column: column)
  }

  private static func fields(_ table: Table, _ names: [String], column: Int?) -> BoundPath {
    var table = table
    var fields: [FieldID] = []
    for name in names {
      guard let field = table.schema.field(named: name) else { break }
      fields.append(field)
      if case .reference(let next) = field.schema.type { table = next }
    }
    return BoundPath(
      root: column.map { .column($0, then: fields) } ?? .fields(fields),
      type: fields.last?.schema.type ?? .text, isList: fields.contains { $0.schema.isList })
  }

  /// A query of operations, each with what its rows are.
  static func query(
    _ source: BoundSource, _ operations: [(BoundOperation, RowShape)]
  ) -> BoundQuery {
    let stages = operations.map { operation, shape in
      BoundStage(operation: operation, text: "stage", range: SourceRange(at: 0), output: shape)
    }
    return BoundQuery(source: source, stages: stages)
  }

  /// The oracle's rows, cells as short texts with blanks between them; `-` is unknown.
  static func answer(_ query: BoundQuery) -> [String] {
    var oracle = Oracle(store.values)
    let rows = oracle.run(query).rows
    return rows.map { row in
      oracle.cells(row, query.shape).map(\.short).joined(separator: " | ")
    }
  }

  /// How many rows the oracle could not judge, and how many lack a key.
  static func leftOut(_ query: BoundQuery) -> [Int] {
    var oracle = Oracle(store.values)
    _ = oracle.run(query)
    return [oracle.unknownCount, oracle.unkeyedCount]
  }
}

extension Value {
  fileprivate var short: String {
    switch self {
    case .unknown: "-"
    case .text(let text): text
    case .integer(let number): String(number)
    case .number(let number): String(number)
    case .date(let date): date.description
    case .list(let values): values.map(\.short).joined(separator: ", ")
    }
  }
}
