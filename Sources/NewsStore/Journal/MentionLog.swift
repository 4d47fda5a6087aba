internal import NewsModel

/// Mentions by name or description in the order of their arrival.
struct MentionLog: Sendable {
  /// Arrival number of the article.
  private(set) var article: [UInt32] = []
  /// Arrival number of the entity.
  private(set) var local: [UInt32] = []
  /// Code of the words.
  private(set) var text: [UInt32] = []
  private(set) var epithet: [UInt32] = []
  private(set) var role: [UInt32] = []
  private(set) var form: [Mention.Form] = []
  private(set) var range = RangeLog()
  private(set) var sentence = RangeLog()

  /// Number of mentions.
  var count: Int { local.count }

  /// Adds a mention; one of an entity that the article does not have is left out.
  mutating func append(_ mention: Mention, scope: ArticleScope, strings: inout StringPool) {
    let entity = scope.local(mention.entity)
    guard entity != ReferenceColumn.unknown else { return }
    article.append(UInt32(scope.ordinal))
    local.append(entity)
    text.append(strings.intern(scope.text(mention.range)))
    epithet.append(strings.intern(mention.epithet))
    role.append(strings.intern(mention.role.rawValue))
    form.append(mention.form)
    range.append(scope.clamped(mention.range))
    sentence.append(scope.sentence(mention.sentence))
  }
}
