extension TreebankSentence {
  /// The sentence as the reader's tokenizer cuts it, where hyphenated words stay whole.
  ///
  /// Treebanks cut `coast-guard-led` into five words. Here they become one, with the tag, the head
  /// and the relation of the part that heads the others; of several that hang from outside the one
  /// nearest the root, and of those the last.
  func joiningHyphens() -> TreebankSentence {
    let spans = hyphenatedSpans()
    guard spans.count < count, let depths else { return self }
    var joined = TreebankSentence()
    joined.document = document
    var place = [Int](repeating: spans.count, count: count + 1)
    for (new, span) in spans.enumerated() {
      for word in span { place[word] = new }
    }
    for span in spans {
      var head = span.lowerBound
      for word in span.dropFirst() {
        if depths[word] < depths[head] || depths[word] == depths[head] && !isHyphen(word) {
          head = word
        }
      }
      joined.forms.append(forms[span].joined())
      let isName = tags[head].universal == .propn
      joined.lemmas.append(
        span.count == 1
          ? lemmas[head]
          : (forms[span].dropLast() + [lemmas[span.upperBound - 1]])
            .map { isName ? $0 : $0.lowercased() }.joined())
      joined.tags.append(tags[head])
      joined.heads.append(place[heads[head]])
      joined.relations.append(relations[head])
      joined.isGlued.append(isGlued[span.upperBound - 1])
    }
    return joined
  }

  private func isHyphen(_ word: Int) -> Bool {
    tags[word].penn == "HYPH" || forms[word] == "-" && tags[word].universal == .punct
  }

  /// Runs of words that hyphens without spaces join, and single words, in order.
  private func hyphenatedSpans() -> [Range<Int>] {
    var spans: [Range<Int>] = []
    var start = 0
    while start < count {
      var end = start + 1
      while end + 1 < count, isGlued[end - 1], isGlued[end], isHyphen(end), joins(end - 1, end + 1)
      {
        end += 2
      }
      spans.append(start..<end)
      start = end
    }
    return spans
  }

  /// Whether a hyphen between the two words joins them; between numbers it means a range.
  private func joins(_ left: Int, _ right: Int) -> Bool {
    guard let a = forms[left].last, let b = forms[right].first else { return false }
    return (a.isLetter || a.isNumber) && (b.isLetter || b.isNumber)
      && !(forms[left].allSatisfy(\.isNumber) && forms[right].allSatisfy(\.isNumber))
  }
}

extension Treebank {
  /// The sentences as the reader's tokenizer cuts them.
  package func joiningHyphens() -> Treebank {
    Treebank(sentences: sentences.map { $0.joiningHyphens() })
  }

  /// The sentences, and behind them those that the reader's tokenizer cuts otherwise, as it does.
  package func addingJoinedHyphens() -> Treebank {
    let joined = joiningHyphens().sentences
    return Treebank(
      sentences: sentences + zip(sentences, joined).filter { $0.count != $1.count }.map(\.1))
  }
}
