internal import NewsModel

/// Finds quantities of people, money, goods and events that articles could disagree on.
///
/// Percentages, spans of time, ages, dates, distances, scores and numbers inside names are left out.
/// Of 'up to 1,200' only the greatest value is known, of 'more than 2,000' only the least; 'hundreds'
/// runs from 200 to 999.
///
/// - Complexity: O(*n*) in tokens for clauses of bounded length.
struct FigureReader: Component {
  static let requires: Set<Layer> = [
    .tokens, .sentences, .tags, .lemmas, .tree, .times, .entities,
  ]
  static let provides: Set<Layer> = [.figures]

  private let words: QuantityWords

  /// A reader with these words.
  init(words: QuantityWords) { self.words = words }

  func annotate(_ document: inout Document) {
    guard document.tags.count == document.tokens.count else { return }
    let reading = FigureReading(document, words)
    var figures: [Figure] = []
    for sentence in document.sentences.indices { figures += reading.figures(inSentence: sentence) }
    document.figures = figures
  }
}
