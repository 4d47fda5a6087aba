internal import NewsModel

/// Articles in the order of their arrival.
struct ArticleLog: Sendable {
  private(set) var id: [UInt32] = []
  private(set) var title: [UInt32] = []
  /// Code of the outlet's name as written.
  private(set) var source: [UInt32] = []
  private(set) var agency: [UInt32] = []
  private(set) var author: [UInt32] = []
  private(set) var url: [UInt32] = []
  private(set) var language: [UInt32] = []
  private(set) var published = DateLog()
  /// The weekday that the article tells its news by, where no date fixes it.
  private(set) var leadWeekday: [Int?] = []
  private(set) var words: [Int64] = []
  private(set) var text: [String] = []
  /// The parts of each text that are searched.
  private(set) var searched: [[TextRange]] = []
  /// The sentences of each text, in order.
  private(set) var sentences: [[TextRange]] = []
  /// The place of the dateline, as the arrival number of an entity.
  var dateline: [UInt32] = []
  private var usedIDs: Set<UInt32> = []

  /// Number of articles.
  var count: Int { id.count }

  /// Adds an article, its words included.
  mutating func append(
    _ annotated: AnnotatedArticle, scope: ArticleScope, strings: inout StringPool,
    words log: inout WordLog
  ) {
    let article = annotated.article
    id.append(uniqueID(article.id, strings: &strings))
    title.append(strings.intern(article.title))
    source.append(strings.intern(article.source))
    agency.append(strings.intern(article.agency))
    author.append(strings.intern(article.author))
    url.append(strings.intern(article.url))
    language.append(strings.intern(article.language))
    published.append(article.published)
    leadWeekday.append(annotated.leadWeekday.flatMap { (1...7).contains($0) ? $0 : nil })
    words.append(Int64(annotated.wordCount))
    text.append(article.text)
    let ranges = Self.searchedRanges(annotated, scope: scope)
    searched.append(ranges)
    sentences.append(scope.sentences.map { scope.clamped($0) }.sorted { $0.lower < $1.lower })
    let hasHeadline = annotated.blocks.contains { $0.kind == .headline }
    let quotes = annotated.quotes.map { scope.clamped($0.range) }
    log.append(
      text: article.text, ranges: ranges, quotes: quotes.sorted { $0.lower < $1.lower },
      title: hasHeadline ? nil : article.title)
  }

  /// `x`, or `x-2`, `x-3` and so on where it is taken.
  private mutating func uniqueID(_ given: String, strings: inout StringPool) -> UInt32 {
    let base = given.isEmpty ? "article" : given
    var code = strings.intern(base)
    var number = 2
    while !usedIDs.insert(code).inserted {
      code = strings.intern("\(base)-\(number)")
      number += 1
    }
    return code
  }

  /// Blocks that are no furniture, repetitions left out; the whole text where there are no blocks.
  private static func searchedRanges(
    _ annotated: AnnotatedArticle, scope: ArticleScope
  ) -> [TextRange] {
    if annotated.blocks.isEmpty { return [TextRange(0, scope.byteCount)] }
    var ranges: [TextRange] = []
    for block in annotated.blocks where block.kind != .furniture {
      let range = scope.clamped(block.range)
      if block.isRepeated {
        let text = folded(scope.text(range))
        if ranges.contains(where: { folded(scope.text($0)) == text }) { continue }
      }
      ranges.append(range)
    }
    return ranges
  }
}
