internal import NewsModel

/// Finds the names of persons, organizations and places by lists, shapes and context.
///
/// Running text is read first; headlines, in which every word has a capital, are then read with the
/// names that the text gave. What kind a name is of is decided once for all its places in the
/// document, by what speaks for each kind there.
///
/// - Complexity: O(*n*) in the number of tokens.
struct NameRecognizer: Component {
  static let requires: Set<Layer> = [.blocks, .metadata, .sentences, .tokens, .tags]
  static let provides: Set<Layer> = [.names]

  private let lexicon: NameLexicon

  /// A recogniser with these lists.
  init(lexicon: NameLexicon) { self.lexicon = lexicon }

  func annotate(_ document: inout Document) {
    let text = NameText(document, lexicon: lexicon)
    var running: [NameCandidate] = []
    var headlines: [Int] = []
    var things: Set<String> = []
    for (position, sentence) in document.sentences.enumerated() {
      switch document.blocks.indices.contains(sentence.block)
        ? document.blocks[sentence.block].kind : .paragraph
      {
      case .furniture, .byline: continue
      default: break
      }
      if text.styles[position] == .running {
        var scan = NameScan(text: text, lexicon: lexicon, sentence: sentence.tokens)
        running += scan.candidates()
        things.formUnion(scan.things)
      } else {
        headlines.append(position)
      }
    }
    running.removeAll { $0.known == nil && things.contains(text.folds($0.tokens)) }
    let evidence = NameEvidence(text: text, lexicon: lexicon)
    for position in running.indices { evidence.weigh(&running[position]) }
    var kinds = KindDecision(running, text: text)
    var names = running.map { NameSpan(tokens: $0.tokens, kind: kinds.kind(of: $0)) }

    let headlineScan = HeadlineScan(text: text, lexicon: lexicon, names: names)
    for position in headlines {
      names += headlineScan.names(in: document.sentences[position].tokens)
    }
    let hyphenScan = HyphenScan(text: text, lexicon: lexicon, names: names)
    var inner: [NameSpan] = []
    for (position, sentence) in document.sentences.enumerated()
    where text.styles[position] == .running {
      inner += hyphenScan.names(in: sentence.tokens)
    }
    let covered = Set(inner.flatMap(\.tokens))
    names.removeAll { !covered.isDisjoint(with: $0.tokens) }
    names += inner
    names.sort { $0.tokens.lowerBound < $1.tokens.lowerBound }
    document.names = names
  }
}
