internal import NewsModel

/// Finds the names inside adjectives: `UN-backed`, `Lima-led`, `United Nations-brokered`.
///
/// Only listed names and names that stand free elsewhere in the document are found so. The span
/// covers the whole token.
struct HyphenScan {
  let text: NameText
  let lexicon: NameLexicon
  private var kinds: [String: EntityKind] = [:]

  /// A scan that knows the names found so far.
  init(text: NameText, lexicon: NameLexicon, names: [NameSpan]) {
    self.text = text
    self.lexicon = lexicon
    for name in names {
      kinds[text.folds(name.tokens)] = name.kind
      guard name.kind == .person else { continue }
      let last = text.words[name.tokens.upperBound - 1]
      if kinds[last] == nil { kinds[last] = .person }
    }
  }

  /// The names of one sentence.
  func names(in sentence: Range<Int>) -> [NameSpan] {
    sentence.compactMap { token in
      guard let head = text.hyphenHead(token) else { return nil }
      let word = folded(head)
      if token > sentence.lowerBound, text.shapes[token - 1].isCapital,
        let kind = kind(of: text.words[token - 1] + " " + word)
      {
        return NameSpan(tokens: token - 1..<token + 1, kind: kind)
      }
      return kind(of: word, isUpper: TokenShape(String(head)) == .capitals).map {
        NameSpan(tokens: token..<token + 1, kind: $0)
      }
    }
  }

  private func kind(of word: String, isUpper: Bool = false) -> EntityKind? {
    if let kind = kinds[word] { return kind }
    guard let known = lexicon.names[word], known.group > .subdivision,
      !known.isAcronym || isUpper && known.group == .body
    else { return nil }
    return known.kind
  }
}
