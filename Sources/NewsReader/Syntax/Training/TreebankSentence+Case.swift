extension TreebankSentence {
  /// The sentence with its words in the capitals of `style`.
  func written(in style: CaseStyle) -> TreebankSentence {
    var copy = self
    copy.forms = forms.indices.map { word in
      let form = forms[word]
      switch style {
      case .sentence: return form
      case .capitals: return form.uppercased()
      case .lower: return form.lowercased()
      case .title:
        // Headlines leave short function words small.
        let isSmall = word > 0 && form.utf8.count <= 3 && tags[word].universal.isFunctional
        return isSmall ? form : form.prefix(1).uppercased() + form.dropFirst()
      }
    }
    return copy
  }
}

extension UniversalTag {
  /// Whether words of this tag are mostly short and hold a sentence together.
  fileprivate var isFunctional: Bool {
    switch self {
    case .adp, .cconj, .det, .part, .sconj: true
    default: false
    }
  }
}

extension Treebank {
  /// The sentences, and behind them some of them written as headlines are.
  ///
  /// Every eighth sentence comes once more, in capitals, in lower case and in title case by turns.
  func addingHeadlines() -> Treebank {
    var extra: [TreebankSentence] = []
    let styles: [CaseStyle] = [.title, .capitals, .lower]
    for (number, sentence) in sentences.enumerated() where number % 8 == 3 {
      extra.append(sentence.written(in: styles[number / 8 % styles.count]))
    }
    return Treebank(sentences: sentences + extra)
  }
}
