internal import NewsModel

/// Reads the names of a document by the trained model, which knows what the rules found.
struct LearnedNames {
  private let text: NameText
  private let evidence: FormEvidence
  /// Positions of the sentences that are read.
  private let positions: [Int]
  private let sentences: [NameWords]
  private let ruleLabels: [[Int]]

  /// What the model wants to know of `text`, in which the rules found the names `rules`.
  init(_ text: NameText, lexicon: NameLexicon, rules: [NameSpan]) {
    self.text = text
    var positions: [Int] = []
    var sentences: [NameWords] = []
    var ruleLabels: [[Int]] = []
    var next = 0
    for (position, sentence) in text.document.sentences.enumerated() where text.isRead(position) {
      while next < rules.count, rules[next].tokens.lowerBound < sentence.tokens.lowerBound {
        next += 1
      }
      let first = next
      while next < rules.count, rules[next].tokens.lowerBound < sentence.tokens.upperBound {
        next += 1
      }
      let labels = rules[first..<next].labels(in: sentence.tokens)
      positions.append(position)
      ruleLabels.append(labels)
      sentences.append(NameWords(sentence.tokens, of: text, lexicon: lexicon, rules: labels))
    }
    self.positions = positions
    self.sentences = sentences
    self.ruleLabels = ruleLabels
    evidence = FormEvidence(sentences)
  }

  /// The names by `model`, in order, each with what speaks for each kind in log odds; `trust` is what
  /// the label that the rules give weighs beside it.
  func names(_ model: NameModel, trust: Float) -> [(span: NameSpan, votes: KindVotes)] {
    var scratch = model.scratch()
    var names: [(span: NameSpan, votes: KindVotes)] = []
    let bonus = Int32(trust * Float(model.unit))
    for (place, words) in sentences.enumerated() {
      let start = text.document.sentences[positions[place]].tokens.lowerBound
      let templates = NameTemplates(words, evidence: evidence)
      let scores = model.lattice(templates, count: words.words.count, &scratch)
      var lattice = scores
      for (token, label) in ruleLabels[place].enumerated() {
        lattice[token, NameLabel.all[label]] += bonus
      }
      for span in NameSpan.spans(labels: lattice.best(moves: model.moves), from: start) {
        let tokens = span.tokens.lowerBound - start..<span.tokens.upperBound - start
        names.append((span, scores.votes(tokens, unit: model.unit)))
      }
    }
    return names
  }

  /// The features of each sentence that is read, with its position in the document.
  func examples() -> [(position: Int, example: NameExample)] {
    var keys = FeatureKeys()
    return zip(positions, sentences).map { position, words in
      let templates = NameTemplates(words, evidence: evidence)
      var example = NameExample()
      for place in words.words.indices {
        templates.extract(place, into: &keys)
        example.keys += keys.keys
        example.ends.append(example.keys.count)
      }
      return (position, example)
    }
  }
}
