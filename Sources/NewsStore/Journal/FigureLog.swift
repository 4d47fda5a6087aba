internal import NewsModel

/// Quantities in the order of their arrival.
struct FigureLog: Sendable {
  /// Arrival number of the article.
  private(set) var article: [UInt32] = []
  private(set) var low: [Double] = []
  private(set) var high: [Double] = []
  private(set) var unit: [UInt32] = []
  /// Arrival numbers of the entities that it is about.
  private(set) var about = ListBuilder()
  private(set) var date = DateLog()
  private(set) var range = RangeLog()
  private(set) var sentence = RangeLog()

  /// Number of quantities.
  var count: Int { article.count }

  /// Adds a quantity.
  mutating func append(_ figure: Figure, scope: ArticleScope, strings: inout StringPool) {
    article.append(UInt32(scope.ordinal))
    low.append(figure.low ?? .nan)
    high.append(figure.high ?? .nan)
    unit.append(strings.intern(figure.unit))
    about.append(scope.locals(figure.about))
    date.append(figure.date)
    range.append(scope.clamped(figure.range))
    sentence.append(scope.sentence(figure.sentence))
  }
}
