public import NewsModel

/// Why a name is taken for an entity's.
public enum NameGround: Sendable, Hashable {
  /// It is the entity's own name.
  case own
  /// The same name spelled otherwise: case, accents, hyphens, transliteration.
  case spelling
  /// The last name alone.
  case lastName
  /// A shorter form: words left out or cut to initials.
  case shorter
  /// A longer form.
  case longer
  /// The name, or a shorter form of it, with a title in front.
  case titled
  /// The initials of the words.
  case acronym
  /// What the acronym stands for.
  case expansion
  /// An article uses it for the same entity beside another of its names.
  case sameArticle(ArticleID)
  /// The user said so.
  case correction
}

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
  /// - Complexity: O(*articles that name it* × *names*).
  public func names(of entity: EntityID) -> [EntityName] {
    guard let field = Table.entities.schema.field(named: "aliases"),
      case .codeLists(let aliases) = column(field)
    else { return [] }
    let codes = Array(aliases.values(ofRow: Int(entity.row)))
    guard let own = codes.first.map({ strings[$0] }) else { return [] }
    let told = storage.entityNames.names(of: entity.row)
    var grounds = [NameGround?](repeating: nil, count: codes.count)
    for (index, code) in codes.enumerated() {
      grounds[index] = code == codes[0] ? .own : NameGround(strings[code], of: own)
    }
    // What no rule of spelling explains hangs by an article that uses it beside a name that one does.
    var isGrown = true
    while isGrown {
      isGrown = false
      for index in codes.indices where grounds[index] == nil {
        let partner = told.first { article in
          article.codes.contains(codes[index])
            && codes.indices.contains { grounds[$0] != nil && article.codes.contains(codes[$0]) }
        }
        guard let partner else { continue }
        grounds[index] = .sameArticle(partner.article)
        isGrown = true
      }
    }
    return codes.indices.map { index in
      EntityName(
        text: strings[codes[index]],
        articleCount: Set(told.filter { $0.codes.contains(codes[index]) }.map(\.article)).count,
        ground: grounds[index] ?? .correction)
    }
  }
}

extension NameGround {
  /// The rule of spelling by which `name` is one of `full`; nil where there is none.
  public init?(_ name: String, of full: String) {
    if let bare = Titles.withoutTitles(name), Self.isShortening(bare, of: full) {
      self = .titled
      return
    }
    let (form, other) = (NameForm(name), NameForm(full))
    switch form.relation(to: other) {
    case .same, .variant: self = .spelling
    case .acronym: self = .acronym
    case .last: self = form.words.count == 1 ? .lastName : .shorter
    case .first, .part: self = .shorter
    case nil:
      switch other.relation(to: form) {
      case .same, .variant: self = .spelling
      case .acronym: self = .expansion
      case .last, .first, .part: self = .longer
      case nil: return nil
      }
    }
  }

  /// Whether `name` is the name `full` in some spelling, or its last name.
  private static func isShortening(_ name: String, of full: String) -> Bool {
    switch NameForm(name).relation(to: NameForm(full)) {
    case .same, .variant, .last: true
    default: false
    }
  }
}
