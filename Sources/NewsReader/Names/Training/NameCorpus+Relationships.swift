internal import NewsModel

extension NameCorpus {
  /// re3d: reports on defence and security, whose spans take in articles, titles and common nouns.
  ///
  /// Of each span only the name within it is kept, if there is one.
  package func relationships(_ text: String) -> [MarkedDocument] {
    let kinds: [String: EntityKind] = [
      "Organisation": .organization, "Location": .place, "Person": .person,
    ]
    var documents = columns(text, word: 0, tag: nil, kinds: kinds, block: 12)
    for document in documents.indices {
      for place in documents[document].sentences.indices {
        let sentence = documents[document].sentences[place]
        documents[document].sentences[place].names = sentence.names.compactMap {
          name(in: $0, of: sentence.forms)
        }
      }
    }
    return documents
  }

  private func name(in span: NameSpan, of forms: [String]) -> NameSpan? {
    var (first, end) = (span.tokens.lowerBound, span.tokens.upperBound)
    func isCapital(_ word: Int) -> Bool { forms[word].first?.isUppercase == true }
    func isSkipped(_ word: Int) -> Bool {
      let text = folded(forms[word])
      let wordClass = lexicon.wordClass(text)
      let isNone = text == "the" || text == "i" || wordClass.contains(.noName)
      if !isCapital(word) || isNone { return true }
      guard span.kind == .person else { return false }
      return wordClass.contains(.people) || lexicon.demonyms[text] != nil
    }
    while end > first, !isCapital(end - 1) { end -= 1 }
    if span.kind == .person { first = titleEnd(of: forms, first..<end) }
    while first < end, isSkipped(first) { first += 1 }
    if let mark = (first..<max(first, end)).first(where: { forms[$0] == "," || forms[$0] == "(" }) {
      end = mark
    }
    guard first < end else { return nil }
    if end - first == 1, span.kind != .place {
      let text = folded(forms[first])
      if lexicon.demonyms[text] != nil || lexicon.wordClass(text).contains(.people) { return nil }
    }
    return NameSpan(tokens: first..<end, kind: span.kind)
  }

  /// Where the titles at the beginning of a person's span end.
  func titleEnd(of forms: [String], _ span: Range<Int>) -> Int {
    let words = forms.map { folded($0) }
    var at = span.lowerBound
    var end = at
    while at < span.upperBound - 1 {
      if let title = lexicon.titles.longestMatch(in: words, from: at, to: span.upperBound),
        title.end < span.upperBound
      {
        at = title.end
        end = at
      } else if ["of", "for", "the", "and"].contains(words[at])
        || !lexicon.wordClass(words[at]).isDisjoint(with: [.policy, .officeModifier, .people])
        || lexicon.demonyms[words[at]] != nil
      {
        at += 1
      } else {
        break
      }
    }
    return end
  }
}
