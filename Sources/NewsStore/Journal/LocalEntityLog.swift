internal import NewsModel

/// Entities as single articles name them, in the order of their arrival.
struct LocalEntityLog: Sendable {
  /// Arrival number of the article.
  private(set) var article: [UInt32] = []
  /// Code of the fullest name.
  private(set) var name: [UInt32] = []
  private(set) var kind: [EntityKind] = []
  private(set) var country: [UInt32] = []
  /// Codes of every form of the name, the fullest first.
  private(set) var aliases = ListBuilder()
  private(set) var roles = ListBuilder()
  private(set) var epithets = ListBuilder()

  /// Number of entities.
  var count: Int { name.count }

  /// Adds the entities of an article.
  mutating func append(
    _ annotated: AnnotatedArticle, scope: ArticleScope, strings: inout StringPool
  ) {
    for entity in annotated.entities { _ = append(entity, scope: scope, strings: &strings) }
  }

  /// Adds an entity; returns its arrival number.
  mutating func append(
    _ entity: Entity, scope: ArticleScope, strings: inout StringPool
  ) -> UInt32 {
    article.append(UInt32(scope.ordinal))
    kind.append(entity.kind)
    let code = strings.intern(entity.name)
    name.append(code)
    country.append(strings.intern(entity.country))
    aliases.append([code] + Self.codes(entity.aliases, &strings).filter { $0 != code })
    roles.append(Self.codes(entity.roles, &strings))
    epithets.append(Self.codes(entity.epithets, &strings))
    return UInt32(count - 1)
  }

  private static func codes(_ texts: [String], _ strings: inout StringPool) -> [UInt32] {
    texts.compactMap { $0.isEmpty ? nil : strings.intern($0) }
  }
}
