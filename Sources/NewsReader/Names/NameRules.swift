internal import NewsModel

/// Finds names by lists, shapes and context.
///
/// Running text is read first; headlines, in which every word has a capital, are then read with the
/// names that the text gave. What kind a name is of is decided once for all its places in the
/// document, by what speaks for each kind there.
///
/// - Complexity: O(*n*) in the number of tokens.
struct NameRules: Sendable {
  let lexicon: NameLexicon

  /// What may be names in the running text of `text`, headlines left out, with what speaks for each
  /// kind where it stands.
  func candidates(in text: NameText) -> [NameCandidate] {
    var running: [NameCandidate] = []
    var things: Set<String> = []
    for (position, sentence) in text.document.sentences.enumerated()
    where text.isRead(position) && text.styles[position] == .running {
      var scan = NameScan(text: text, lexicon: lexicon, sentence: sentence.tokens)
      running += scan.candidates()
      things.formUnion(scan.things)
    }
    running.removeAll { $0.known == nil && things.contains(text.folds($0.tokens)) }
    let evidence = NameEvidence(text: text, lexicon: lexicon)
    for position in running.indices { evidence.weigh(&running[position]) }
    return running
  }

  /// The names that `candidates` are, each of the kind for which most speaks in the document.
  func names(of candidates: [NameCandidate], in text: NameText) -> [NameSpan] {
    let kinds = KindDecision(candidates, text: text)
    return candidates.map { NameSpan(tokens: $0.tokens, kind: kinds.kind(of: $0)) }
  }

  /// What the rules say of `span`, which they did not find themselves.
  func candidate(_ span: NameSpan, in text: NameText) -> NameCandidate {
    var candidate = NameCandidate(
      tokens: span.tokens, known: lexicon.names[text.folds(span.tokens)])
    let before = span.tokens.lowerBound - 1
    candidate.isTitled =
      before >= text.sentence(of: before + 1).lowerBound
      && !text.classes[before].isDisjoint(with: [.title, .titleHe, .titleShe, .office])
    NameEvidence(text: text, lexicon: lexicon).weigh(&candidate)
    return candidate
  }

  /// `names` of the running text, and with their help those of headlines and inside adjectives.
  func addingHeadlines(to names: [NameSpan], in text: NameText) -> [NameSpan] {
    var names = names
    let headlineScan = HeadlineScan(text: text, lexicon: lexicon, names: names)
    for (position, sentence) in text.document.sentences.enumerated()
    where text.isRead(position) && text.styles[position] != .running {
      names += headlineScan.names(in: sentence.tokens)
    }
    let hyphenScan = HyphenScan(text: text, lexicon: lexicon, names: names)
    var inner: [NameSpan] = []
    for (position, sentence) in text.document.sentences.enumerated()
    where text.styles[position] == .running {
      inner += hyphenScan.names(in: sentence.tokens)
    }
    let covered = Set(inner.flatMap(\.tokens))
    names.removeAll { !covered.isDisjoint(with: $0.tokens) }
    names += inner
    names.sort { $0.tokens.lowerBound < $1.tokens.lowerBound }
    return names
  }
}

extension NameText {
  /// Whether the sentence at `position` is part of what the article says.
  func isRead(_ position: Int) -> Bool {
    let block = document.sentences[position].block
    guard document.blocks.indices.contains(block) else { return true }
    switch document.blocks[block].kind {
    case .furniture, .byline: return false
    default: return true
    }
  }
}
