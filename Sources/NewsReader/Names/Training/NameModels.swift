internal import NewsModel

/// The recogniser of names as it is trained, measured and tried out.
package struct NameModels: Sendable {
  let rules: NameRules
  let tagger: TaggerModel
  var model: NameModel?
  /// What the parts of the evidence weigh; those that suit each document where nil.
  var weights: NameRecognizer.Weights?

  /// A recogniser with the lists that ship with the reader, a tagger's model and, where it has
  /// learned already, its own.
  package init(_ corpus: NameCorpus, taggerBytes: [UInt8], modelBytes: [UInt8]? = nil) throws {
    rules = NameRules(lexicon: corpus.lexicon)
    tagger = try TaggerModel(bytes: taggerBytes)
    model = try modelBytes.map { bytes throws(ModelError) in try NameModel(bytes: bytes) }
  }

  /// Name of the model's file.
  package static let fileName = NameModel.fileName

  /// The content of the model's file; nil where nothing was learned.
  package var bytes: [UInt8]? { model?.bytes() }

  /// Learns from `documents`, the same on every run; `report` is told how it goes.
  package mutating func train(on documents: [MarkedDocument], report: (String) -> Void) {
    train(NameTrainer(), on: documents, report: report)
  }

  mutating func train(
    _ trainer: NameTrainer, on documents: [MarkedDocument], report: (String) -> Void
  ) {
    var examples: [NameExample] = []
    for marked in documents {
      let document = document(of: marked)
      for (position, var example) in learned(document).examples() {
        let sentence = marked.sentences[position]
        example.gold = sentence.names.labels(in: 0..<sentence.forms.count)
        example.weight = marked.weight
        examples.append(example)
      }
    }
    report("names: \(examples.count) sentences, \(examples.reduce(0) { $0 + $1.gold.count }) words")
    model = trainer.train(on: examples, report: report)
    report("names: \(model?.weights.rows ?? 0) rows")
  }

  private func learned(_ document: Document) -> LearnedNames {
    let text = NameText(document, lexicon: rules.lexicon)
    return LearnedNames(
      text, lexicon: rules.lexicon, rules: rules.names(of: rules.candidates(in: text), in: text))
  }

  /// The document that the words of `marked` make, each sentence a paragraph.
  func document(of marked: MarkedDocument) -> Document {
    var document = Document(
      article: Article(
        id: "", text: marked.sentences.lazy.flatMap(\.forms).joined(separator: " ")))
    var scratch = tagger.scratch()
    var offset = 0
    for (position, sentence) in marked.sentences.enumerated() {
      let first = document.tokens.count
      for form in sentence.forms {
        let end = offset + form.utf8.count
        document.tokens.append(
          Token(range: TextRange(offset, end), form: form, sentence: position))
        offset = end + 1
      }
      let words = tagger.hashes(of: sentence.forms)
      document.tags += tagger.tag(words, &scratch).map { tagger.tags.tags[$0] }
      document.blocks.append(
        TextBlock(kind: .paragraph, range: document.range(ofTokens: first..<document.tokens.count)))
      document.sentences.append(
        Sentence(tokens: first..<document.tokens.count, block: position))
    }
    return document
  }

  /// The names that the recogniser finds in each sentence of `marked`, in words of the sentence.
  func names(in marked: MarkedDocument) -> [[NameSpan]] {
    var document = document(of: marked)
    if let model {
      NameRecognizer(lexicon: rules.lexicon, model: model, weights: weights).annotate(&document)
    } else {
      let text = NameText(document, lexicon: rules.lexicon)
      let found = rules.names(of: rules.candidates(in: text), in: text)
      document.names = rules.addingHeadlines(to: found, in: text)
    }
    var names = [[NameSpan]](repeating: [], count: marked.sentences.count)
    for name in document.names {
      let sentence = document.tokens[name.tokens.lowerBound].sentence
      let start = document.sentences[sentence].tokens.lowerBound
      names[sentence].append(
        NameSpan(
          tokens: name.tokens.lowerBound - start..<name.tokens.upperBound - start, kind: name.kind))
    }
    return names
  }

  /// The recogniser as it reads texts that people write to one another, whatever they look like.
  package var forCasualTexts: NameModels {
    var copy = self
    copy.weights = .casual
    return copy
  }

  /// How well the recogniser finds the names of `documents`.
  package func score(on documents: [MarkedDocument]) -> NameScore {
    var score = NameScore()
    for document in documents {
      for (found, sentence) in zip(names(in: document), document.sentences) {
        score.add(found, gold: sentence.names)
      }
    }
    return score
  }

  /// What is missed and what is found in vain, a line a sentence.
  package func errors(on documents: [MarkedDocument]) -> [String] {
    var lines: [String] = []
    for document in documents {
      for (found, sentence) in zip(names(in: document), document.sentences) {
        func text(_ names: Set<NameSpan>) -> String {
          names.sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }.map {
            sentence.forms[$0.tokens].joined(separator: " ") + "/" + $0.kind.rawValue.prefix(1)
          }.joined(separator: ", ")
        }
        let (gold, guess) = (Set(sentence.names), Set(found))
        if gold == guess { continue }
        lines.append(
          "missed [\(text(gold.subtracting(guess)))] extra [\(text(guess.subtracting(gold)))] "
            + "in: \(sentence.forms.joined(separator: " "))")
      }
    }
    return lines
  }
}
