import Diagnostics
import NewsModel
import NewsStore
import QueryEngine
import QueryLanguage

/// A store of a few events that are told one by one.
struct Chronicle {
  /// What one article tells.
  struct Deed {
    var date: String?
    var type: EventType
    var actors: [String]
    var targets: [String] = []
  }

  let snapshot: Snapshot
  let planner: Planner

  init(_ deeds: [Deed]) {
    let store = NewsStore()
    store.append(deeds.enumerated().map { Self.article($0, $1) })
    snapshot = store.snapshot
    planner = Planner(statistics: SnapshotStatistics(snapshot))
  }

  private static func article(_ number: Int, _ deed: Deed) -> AnnotatedArticle {
    var names: [String] = []
    for name in deed.actors + deed.targets where !names.contains(name) { names.append(name) }
    let text = "\(names.joined(separator: ", ")) met number \(number)."
    var article = Article(id: "n\(number)", text: text)
    article.source = "Outlet"
    var annotated = AnnotatedArticle(article: article)
    annotated.entities = names.map { Entity(name: $0, kind: .person) }
    let range = TextRange(0, text.utf8.count)
    annotated.sentences = [range]
    annotated.blocks = [TextBlock(kind: .paragraph, range: range)]
    var report = Report(
      type: deed.type, action: "do\(number)", evidence: range, sentence: 0, frame: "told")
    func indices(_ wanted: [String]) -> [EntityIndex] {
      wanted.compactMap { names.firstIndex(of: $0) }.map { EntityIndex($0) }
    }
    report.actors = indices(deed.actors)
    report.targets = indices(deed.targets)
    report.date = deed.date.flatMap { NewsDate(iso: $0) }
    annotated.reports = [report]
    return annotated
  }

  // MARK: Parts of queries

  static func path(_ table: Table, _ name: String, part: BoundPath.DatePart? = nil) -> BoundPath {
    guard let field = table.schema.field(named: name) else {
      preconditionFailure("\(table.name) have no \(name)")
    }
    return BoundPath(
      root: .fields([field]), part: part, type: field.schema.type, isList: field.schema.isList)
  }

  static func column(
    _ index: Int, _ type: ValueType = .integer, isList: Bool = false, then fields: [FieldID] = []
  ) -> BoundPath {
    BoundPath(root: .column(index, then: fields), type: type, isList: isList)
  }

  /// A query whose stages all leave rows of one shape.
  static func query(
    _ source: BoundSource, _ operations: [BoundOperation], shown: [BoundPath], isOpen: Bool = false
  ) -> BoundQuery {
    let columns = shown.enumerated().map { BoundColumn(name: "c\($0)", path: $1) }
    var shape = RowShape(source.table, shown: columns)
    shape.isOpen = isOpen
    return BoundQuery(
      source: source,
      stages: operations.enumerated().map {
        BoundStage(
          operation: $1, text: "stage \($0 + 1)", range: SourceRange(at: 0), output: shape)
      })
  }

  /// The row of an entity.
  func entity(_ name: String) -> UInt32 {
    let path = Self.path(.entities, "name")
    let query = Self.query(
      .table(.entities), [.filter(.test(path, .text(.exactly(name))))], shown: [path])
    let table = run(query).table
    guard table.rowCount == 1, let row = table.reference(ofRow: 0)?.row else {
      preconditionFailure("\(table.rowCount) entities are called \(name)")
    }
    return row
  }

  func run(
    _ query: BoundQuery, isCancelled: @escaping @Sendable () -> Bool = { false }
  ) -> QueryResult {
    QueryEngine.run(query, planner: planner, on: snapshot, isCancelled: isCancelled)
  }

  /// The cells of an answer, one text a row.
  func answer(_ query: BoundQuery) -> [String] {
    let table = run(query).table
    return (0..<table.rowCount).map { row in
      table.values(ofRow: row).map(\.brief).joined(separator: " | ")
    }
  }
}

extension Value {
  /// The value in a few letters.
  var brief: String {
    switch self {
    case .unknown: "-"
    case .text(let text): text
    case .integer(let number): "\(number)"
    case .number(let number): "\(number)"
    case .date(let date): date.description
    case .list(let values): values.map(\.brief).joined(separator: "+")
    }
  }
}
