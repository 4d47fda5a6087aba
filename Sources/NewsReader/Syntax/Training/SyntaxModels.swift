/// The tagger and the parser together, as they are trained, measured and tried out.
package struct SyntaxModels: Sendable {
  let tagger: TaggerModel
  let parser: ParserModel
  private static let lemmatizer = try? Lemmatizer()

  /// The models in the bytes of two files.
  package init(taggerBytes: [UInt8], parserBytes: [UInt8]) throws {
    tagger = try TaggerModel(bytes: taggerBytes)
    parser = try ParserModel(bytes: parserBytes)
  }

  init(tagger: TaggerModel, parser: ParserModel) {
    self.tagger = tagger
    self.parser = parser
  }

  /// The models learned from `treebank`, the same on every run; `report` is told how it goes.
  ///
  /// Sentences with hyphenated words are learned from in the treebank's form and in that of the
  /// reader's tokenizer.
  package static func train(on treebank: Treebank, report: (String) -> Void) -> SyntaxModels {
    let treebank = treebank.addingJoinedHyphens()
    let set = TaggerTrainer.tagSet(of: treebank)
    var trainer = TaggerTrainer()
    let tagger = trainer.train(on: treebank, tags: set)
    report("tagger: \(set.count) classes, \(tagger.weights.rows) rows")
    trainer.epochs = 5
    trainer.seeds = [1]
    let tags = trainer.jackknifedTags(for: treebank, tags: set, folds: 5)
    report("tags for the parser: done")
    let parser = ParserTrainer().train(on: treebank, tags: tags, in: set, report: report)
    report("parser: \(parser.steps.rows) and \(parser.labels.rows) rows")
    return SyntaxModels(tagger: tagger, parser: parser)
  }

  /// The content of the tagger's and of the parser's file.
  package func files() -> [(name: String, bytes: [UInt8])] {
    [(TaggerModel.fileName, tagger.bytes()), (ParserModel.fileName, parser.bytes())]
  }

  /// A sentence of words `forms` as the models read it.
  func parse(_ forms: [String]) -> TreebankSentence {
    var tagScratch = tagger.scratch()
    var scratch = parser.scratch()
    var sentence = TreebankSentence()
    sentence.forms = forms
    sentence.tags = tagger.tag(tagger.hashes(of: forms), &tagScratch)
      .map { tagger.tags.tags[$0] }
    let context = parser.context(forms: forms, tags: sentence.tags)
    let tree = parser.tree(of: context, &scratch)
    sentence.heads = tree.heads
    sentence.relations = zip(tree.heads, parser.relations(in: tree, context, &scratch.labels))
      .map { head, relation in head == forms.count ? "root" : parser.relations[relation] }
    return sentence
  }

  /// A sentence of words `forms` in the CoNLL-U format, with an empty line behind it.
  package func conllu(_ forms: [String]) -> String {
    let sentence = parse(forms)
    let lemmas =
      SyntaxModels.lemmatizer?.lemmas(of: forms, tags: sentence.tags) ?? forms.map { _ in "_" }
    var text = "# text = \(forms.joined(separator: " "))\n"
    for word in 0..<sentence.count {
      let head = sentence.heads[word] == sentence.count ? 0 : sentence.heads[word] + 1
      let tag = sentence.tags[word]
      text += """
        \(word + 1)\t\(forms[word])\t\(lemmas[word])\t\(tag.universal.rawValue)\t\
        \(tag.penn)\t_\t\(head)\t\(sentence.relations[word])\t_\t_\n
        """
    }
    return text + "\n"
  }

  /// How well the models read `treebank`.
  package func score(on treebank: Treebank) -> SyntaxScore {
    var score = SyntaxScore()
    for sentence in treebank.sentences { score.add(parse(sentence.forms), gold: sentence) }
    return score
  }
}
