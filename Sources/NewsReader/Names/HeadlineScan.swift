internal import NewsModel

/// Reads sentences in which capitals tell nothing: names of the text, listed names, titles.
struct HeadlineScan {
  private let text: NameText
  private let lexicon: NameLexicon
  private var bodyNames = PhraseTable<EntityKind>()

  /// A scan that knows the names of the running text.
  init(text: NameText, lexicon: NameLexicon, names: [NameSpan]) {
    self.text = text
    self.lexicon = lexicon
    for name in names { bodyNames[text.folds(name.tokens)] = name.kind }
    for name in names where name.kind == .person && name.tokens.count > 1 {
      let last = text.words[name.tokens.upperBound - 1]
      if bodyNames[last] == nil, last.utf8.count > 2 { bodyNames[last] = .person }
    }
  }

  /// The names of one sentence.
  func names(in sentence: Range<Int>) -> [NameSpan] {
    var found: [NameSpan] = []
    var at = sentence.lowerBound
    while at < sentence.upperBound {
      guard text.shapes[at].isCapital || text.shapes[at] == .mixed else {
        at += 1
        continue
      }
      if let name = name(at, sentence: sentence) {
        found.append(name)
        at = name.tokens.upperBound
      } else {
        at += 1
      }
    }
    return found
  }

  private func name(_ at: Int, sentence: Range<Int>) -> NameSpan? {
    let listed = lexicon.names.longestMatch(
      in: text.words, from: at, to: min(sentence.upperBound, at + 9))
    let seen = bodyNames.longestMatch(
      in: text.words, from: at, to: min(sentence.upperBound, at + 9))
    if let seen, seen.end >= (listed?.end ?? 0) {
      return NameSpan(tokens: at..<seen.end, kind: seen.value)
    }
    if let listed, isMeant(listed, at: at) {
      return NameSpan(tokens: at..<listed.end, kind: listed.value.kind)
    }
    return unseen(at, sentence: sentence)
  }

  private func isMeant(_ listed: (end: Int, value: KnownName), at: Int) -> Bool {
    if listed.value.group == .subdivision { return false }
    let isUpper = text.shapes[at] == .capitals
    if listed.value.isAcronym {
      let isHeadline = text.styles[text.document.tokens[at].sentence] == .capitals
      return isUpper && (!isHeadline || !Self.ambiguous.contains(text.words[at]))
        && !(listed.value.group == .country && listed.value.country == "United States"
          && listed.end < text.sentence(of: at).upperBound
          && text.shapes[listed.end].isCapital)
    }
    return true
  }

  private static let ambiguous: Set<String> = [
    "us", "who", "is", "pa", "aa", "ap", "sec", "it", "au", "rt", "ira", "sana", "eta", "isi",
  ]

  /// A given name and a word that stands nowhere in small letters.
  private func unseen(_ at: Int, sentence: Range<Int>) -> NameSpan? {
    guard !text.classes[at].isDisjoint(with: .given), at + 1 < sentence.upperBound,
      text.shapes[at + 1].isCapital, !text.smallWords.contains(text.words[at]),
      !text.smallWords.contains(text.words[at + 1]),
      text.classes[at + 1].isDisjoint(with: [
        .sentenceStart, .saying, .office, .organizationHead, .noName, .people, .epithetAdjective,
      ]),
      text.tag(at + 1).map({ $0 == .propn || $0 == .noun }) ?? true
    else { return nil }
    return NameSpan(tokens: at..<at + 2, kind: .person)
  }
}
