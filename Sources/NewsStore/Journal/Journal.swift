internal import NewsModel

/// Everything that was handed to a store, in the order of its arrival, column by column.
///
/// Rows of a journal never change and never move; what depends on other articles (who is who, which
/// reports tell one event, the order of rows) is worked out when a snapshot is made.
struct Journal: Sendable {
  /// All texts that stand in columns.
  var strings = StringPool()
  /// Articles.
  var articles = ArticleLog()
  /// The words of the articles.
  var words = WordLog()
  /// Entities as the articles name them: *locals*.
  var locals = LocalEntityLog()
  /// Mentions.
  var mentions = MentionLog()
  /// Reports.
  var reports = ReportLog()
  /// Quotations.
  var quotes = QuoteLog()
  /// Quantities.
  var figures = FigureLog()

  /// Adds an article under an id that is made unique.
  ///
  /// Indices and ranges that point outside the article are left out or cut off.
  mutating func append(_ annotated: AnnotatedArticle) {
    var annotated = annotated
    annotated.article.text.makeContiguousUTF8()
    let scope = ArticleScope(annotated, ordinal: articles.count, firstLocal: locals.count)
    articles.append(annotated, scope: scope, strings: &strings, words: &words)
    locals.append(annotated, scope: scope, strings: &strings)
    articles.dateline.append(datelineLocal(of: annotated, scope: scope))
    let roles = MentionRoles(annotated)
    for mention in annotated.mentions where mention.form != .pronoun {
      var mention = mention
      mention.role = roles.role(of: mention)
      mentions.append(mention, scope: scope, strings: &strings)
    }
    for report in annotated.reports { reports.append(report, scope: scope, strings: &strings) }
    for quote in annotated.quotes { quotes.append(quote, scope: scope, strings: &strings) }
    for figure in annotated.figures { figures.append(figure, scope: scope, strings: &strings) }
  }

  /// The clause that tells an event.
  func evidence(ofReport report: Int) -> String {
    let text = articles.text[Int(reports.article[report])].utf8
    let range = reports.evidence[report]
    let from = text.index(text.startIndex, offsetBy: range.lower)
    return String(decoding: text[from..<text.index(from, offsetBy: range.count)], as: UTF8.self)
  }

  /// The place of the dateline among the article's entities; it is added where it is not there.
  private mutating func datelineLocal(
    of annotated: AnnotatedArticle, scope: ArticleScope
  ) -> UInt32 {
    guard let place = annotated.article.place else { return ReferenceColumn.unknown }
    let wanted = folded(place)
    guard !wanted.isEmpty else { return ReferenceColumn.unknown }
    let known = annotated.entities.firstIndex { entity in
      entity.kind == .place
        && (folded(entity.name) == wanted || entity.aliases.contains { folded($0) == wanted })
    }
    if let known { return scope.firstLocal + UInt32(known) }
    return locals.append(Entity(name: place, kind: .place), scope: scope, strings: &strings)
  }
}

/// What is needed to place an article's own indices and ranges in a journal.
struct ArticleScope {
  /// Arrival number of the article.
  let ordinal: Int
  /// Arrival number of its first entity.
  let firstLocal: UInt32
  let entityCount: Int
  let byteCount: Int
  let sentences: [TextRange]
  private let bytes: String

  init(_ annotated: AnnotatedArticle, ordinal: Int, firstLocal: Int) {
    self.ordinal = ordinal
    self.firstLocal = UInt32(firstLocal)
    entityCount = annotated.entities.count
    bytes = annotated.article.text
    byteCount = bytes.utf8.count
    sentences = annotated.sentences
  }

  /// Arrival number of an entity of the article; unknown where it has none such.
  func local(_ index: EntityIndex?) -> UInt32 {
    guard let index, index.position >= 0, index.position < entityCount else {
      return ReferenceColumn.unknown
    }
    return firstLocal + UInt32(index.position)
  }

  /// Arrival numbers of those entities that the article has.
  func locals(_ indices: [EntityIndex]) -> [UInt32] {
    indices.map { local($0) }.filter { $0 != ReferenceColumn.unknown }
  }

  /// As much of `range` as lies in the article's text.
  func clamped(_ range: TextRange) -> TextRange {
    let lower = min(max(0, range.lower), byteCount)
    return TextRange(lower, min(max(lower, range.upper), byteCount))
  }

  /// The range of a sentence; empty where the article has none such.
  func sentence(_ position: Int) -> TextRange {
    sentences.indices.contains(position) ? clamped(sentences[position]) : TextRange(0, 0)
  }

  /// The text in a range.
  func text(_ range: TextRange) -> String {
    let range = clamped(range)
    let view = bytes.utf8
    let from = view.index(view.startIndex, offsetBy: range.lower)
    return String(decoding: view[from..<view.index(from, offsetBy: range.count)], as: UTF8.self)
  }
}

/// Byte ranges, one a row, being collected.
struct RangeLog: Sendable {
  private(set) var lower: [UInt32] = []
  private(set) var upper: [UInt32] = []

  /// Adds a range.
  mutating func append(_ range: TextRange) {
    lower.append(UInt32(clamping: range.lower))
    upper.append(UInt32(clamping: range.upper))
  }

  /// The range of a row.
  subscript(row: Int) -> TextRange { TextRange(Int(lower[row]), Int(upper[row])) }
}
