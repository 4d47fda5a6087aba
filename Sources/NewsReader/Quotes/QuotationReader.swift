internal import NewsModel

/// Finds quotations and who said them.
///
/// A quotation has four words or more between quotation marks; shorter ones are scare quotes, except
/// for the second part of a quotation that its attribution interrupts. Where nothing beside it names
/// a speaker, a quotation goes on with the speaker of the one before in the same paragraph, or of a
/// paragraph that was left open.
///
/// - Complexity: O(*n*) in tokens.
struct QuotationReader: Component {
  static let requires: Set<Layer> = [
    .tokens, .sentences, .tags, .lemmas, .tree, .times, .entities,
  ]
  static let provides: Set<Layer> = [.quotes]

  /// The fewest words of a quotation.
  static let leastWords = 4
  /// The fewest words of a part that goes on after an attribution.
  static let leastWordsOfSequel = 3

  private let lexicon: FrameLexicon
  private let words: SpeakerWords

  /// A reader that tells speakers by `words`; `lexicon` tells which verbs take their object along.
  init(words: SpeakerWords, lexicon: FrameLexicon) {
    self.words = words
    self.lexicon = lexicon
  }

  func annotate(_ document: inout Document) {
    guard document.arcs.count == document.tokens.count else { return }
    let spans = QuotationScanner(document).spans()
    guard !spans.isEmpty else { return }
    let tree = DependencyTree(document.arcs)
    let reader = PredicateReader(document, tree, lexicon)
    let finder = SpeakerFinder(document, reader, words: words, spans: spans)
    let mentions = MentionIndex(document)
    var previous: (block: Int, sentence: Int, isOpen: Bool, speaker: SpeakerFinder.Speaker)?
    for span in spans {
      let sentence = document.tokens[span.tokens.lowerBound].sentence
      let block = document.sentences[sentence].block
      let words = wordCount(span, document)
      let follows = previous.map { $0.block == block && sentence - $0.sentence <= 2 } ?? false
      let least =
        follows && startsUtterance(span, document)
        ? Self.leastWordsOfSequel : Self.leastWords
      guard words >= least else {
        // '"No," sighed the referee. "Go home, all of you."': who spoke speaks on.
        if words > 0, startsUtterance(span, document), let speaker = finder.speaker(span),
          speaker.isKnown
        {
          previous = (block, sentence, span.isOpenEnded, speaker)
        }
        continue
      }
      var speaker = finder.speaker(span)
      if !(speaker?.isKnown ?? false), !(speaker?.isNobody ?? false) {
        if let last = previous, last.block == block || last.isOpen {
          speaker = last.speaker
        } else if startsUtterance(span, document) {
          speaker = finder.introduced(before: span)
        }
      }
      // '"No," said Rivera. She felt "no remorse".'
      if let pronoun = speaker?.pronoun, let last = previous, last.block == block,
        sentence - last.sentence <= 1, let entity = last.speaker.entity,
        finder.mayMean(pronoun, entity)
      {
        speaker?.entity = entity
        speaker?.text = nil
      }
      var quote = Quote(range: trimmed(span, document), sentence: sentence)
      quote.speaker = speaker?.entity
      quote.speakerText = speaker?.entity == nil ? speaker?.text : nil
      quote.verb = speaker?.verb
      quote.about = about(span, mentions, speaker: speaker?.entity)
      document.quotes.append(quote)
      if let speaker {
        let last = document.tokens[span.tokens.upperBound - 1].sentence
        previous = (block, last, span.isOpenEnded, speaker)
      }
    }
  }

  /// Number of words between white space that hold a letter or digit.
  private func wordCount(_ span: QuotationSpan, _ document: Document) -> Int {
    var count = 0
    var end = -1
    for token in span.tokens {
      let word = document.tokens[token]
      guard word.form.contains(where: { $0.isLetter || $0.isNumber }) else { continue }
      if word.range.lower > end { count += 1 }
      end = word.range.upper
    }
    return count
  }

  /// Whether the quotation is a sentence of its own: a capital in front, a stop at the end.
  private func startsUtterance(_ span: QuotationSpan, _ document: Document) -> Bool {
    guard let first = document.tokens[span.tokens.lowerBound].form.first else { return false }
    let last = document.tokens[span.tokens.upperBound - 1].form
    return first.isUppercase && [".", "?", "!", ",", "…"].contains(last)
  }

  /// The words quoted without a comma or full stop at their end.
  private func trimmed(_ span: QuotationSpan, _ document: Document) -> TextRange {
    var tokens = span.tokens
    while tokens.count > 1, [",", "."].contains(document.tokens[tokens.upperBound - 1].form) {
      tokens = tokens.lowerBound..<tokens.upperBound - 1
    }
    return document.range(ofTokens: tokens)
  }

  private func about(
    _ span: QuotationSpan, _ mentions: MentionIndex, speaker: EntityIndex?
  ) -> [EntityIndex] {
    var result: [EntityIndex] = []
    for token in span.tokens {
      guard let mention = mentions.mention(at: token), mention.form == .name,
        mention.entity != speaker, !result.contains(mention.entity)
      else { continue }
      result.append(mention.entity)
    }
    return result
  }
}
