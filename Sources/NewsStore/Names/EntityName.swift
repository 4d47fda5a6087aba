public import NewsModel

/// One name of an entity and why it is one.
public struct EntityName: Sendable, Hashable {
  /// The name as articles write it.
  public var text: String
  /// Number of articles that use it.
  public var articleCount: Int
  /// Why it is taken for this entity's.
  public var ground: NameGround
}

/// What ``EntityName`` is made of.
struct EntityNameTable: Sendable {
  private let log: LocalEntityLog
  private let articles: RowOrder
  /// The locals of each entity row.
  private let locals: Postings

  init(_ log: LocalEntityLog, rowOfLocal: [UInt32], _ articles: RowOrder) {
    self.log = log
    self.articles = articles
    let count = rowOfLocal.max().map { Int($0) + 1 } ?? 0
    locals = Postings(values: rowOfLocal, unknown: ReferenceColumn.unknown, keyCount: count)
  }

  /// Codes of the names that single articles give an entity, by article.
  func names(of entity: UInt32) -> [(article: ArticleID, codes: ArraySlice<UInt32>)] {
    locals.rows(of: entity).map { local in
      (ArticleID(row: articles.row(log.article[Int(local)])), log.aliases[Int(local)])
    }
  }
}

extension Snapshot {
  /// Every name of an entity in the order of its `aliases`, and why it is one.
  ///
  /// - Complexity: O(*names in articles that name it*), and that once more for each article that
  ///   a name hangs by through others.
  public func names(of entity: EntityID) -> [EntityName] {
    guard let field = Table.entities.schema.field(named: "aliases"),
      case .codeLists(let aliases) = column(field)
    else { return [] }
    let codes = Array(aliases.values(ofRow: Int(entity.row)))
    guard let own = codes.first.map({ strings[$0] }) else { return [] }
    let told = storage.entityNames.names(of: entity.row)
    let positions = Dictionary(
      codes.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    let uses = told.map { article in
      (article: article.article, positions: article.codes.compactMap { positions[$0] })
    }
    var grounds = codes.map { code in
      code == codes[0] ? .own : NameGround(strings[code], of: own)
    }
    // What no rule of spelling explains hangs by an article that uses it beside a name that one does.
    var isGrown = grounds.contains(nil)
    while isGrown {
      isGrown = false
      for use in uses where use.positions.contains(where: { grounds[$0] != nil }) {
        for position in use.positions where grounds[position] == nil {
          grounds[position] = .sameArticle(use.article)
          isGrown = true
        }
      }
    }
    var articles = [Set<ArticleID>](repeating: [], count: codes.count)
    for use in uses {
      for position in use.positions { articles[position].insert(use.article) }
    }
    return codes.indices.map { index in
      EntityName(
        text: strings[codes[index]],
        articleCount: articles[index].count,
        ground: grounds[index] ?? .correction)
    }
  }
}
