internal import NewsModel

/// Quotations in the order of their arrival.
struct QuoteLog: Sendable {
  /// Arrival number of the article.
  private(set) var article: [UInt32] = []
  /// Arrival number of the speaker.
  private(set) var speaker: [UInt32] = []
  /// Words for a speaker without a name.
  private(set) var speakerText: [UInt32] = []
  private(set) var verb: [UInt32] = []
  /// Arrival numbers of the entities named in it.
  private(set) var about = ListBuilder()
  private(set) var range = RangeLog()
  private(set) var sentence = RangeLog()

  /// Number of quotations.
  var count: Int { article.count }

  /// Adds a quotation.
  mutating func append(_ quote: Quote, scope: ArticleScope, strings: inout StringPool) {
    article.append(UInt32(scope.ordinal))
    speaker.append(scope.local(quote.speaker))
    speakerText.append(
      quote.speaker == nil ? strings.intern(quote.speakerText) : StringPool.unknown)
    verb.append(strings.intern(quote.verb))
    about.append(scope.locals(quote.about))
    range.append(scope.clamped(quote.range))
    sentence.append(scope.sentence(quote.sentence))
  }
}
