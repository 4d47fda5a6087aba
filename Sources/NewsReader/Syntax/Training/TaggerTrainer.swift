/// Trains the tagger.
struct TaggerTrainer {
  /// Rounds over the treebank.
  var epochs = 10
  /// Errors that a feature must take part in before it counts.
  var minimalErrors = 3
  /// Rows of weights that are kept.
  var limit = 100_000
  /// Seeds of the order of sentences; the weights of the runs are added up: their errors differ, and partly
  /// cancel.
  var seeds: [UInt64] = [1, 2, 3]

  /// The model learned from `treebank`.
  func train(on treebank: Treebank, tags set: TagSet) -> TaggerModel {
    let sentences = treebank.addingHeadlines().sentences
    let ambiguity = TaggerTrainer.ambiguity(in: sentences)
    let words = sentences.map { TaggerModel.hashes(of: $0.forms, ambiguity: ambiguity) }
    let gold = sentences.map { $0.tags.map { set.number(of: $0) } }
    let weights = seeds.map { run(words, gold, classes: set.count, seed: $0) }
      .reduce(AveragedWeights(classes: set.count), +)
    return TaggerModel(tags: set, weights: weights.table(limit: limit), ambiguity: ambiguity)
  }

  private func run(
    _ words: [[WordHashes]], _ gold: [[Int]], classes: Int, seed: UInt64
  ) -> AveragedWeights {
    let perceptron = Perceptron(classes: classes, minimalErrors: minimalErrors)
    var scratch = ScoringScratch(classes: classes)
    var order = Array(words.indices)
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<epochs {
      order.shuffle(using: &generator)
      for sentence in order {
        let hashes = words[sentence]
        var tags = [Int](repeating: 0, count: hashes.count)
        for place in tags.indices {
          TagFeatures.extract(hashes.span, place, tags: tags.span, into: &scratch.keys)
          perceptron.score(&scratch)
          let best = scratch.best(of: classes)
          let good = gold[sentence][place]
          if best != good { perceptron.update(scratch.keys, good: good, bad: best) }
          // The prediction, not the gold tag, is the history that the next word sees.
          tags[place] = best
          perceptron.time += 1
        }
      }
    }
    return perceptron.averages
  }

  /// The classes of `treebank`: pairs of tags that are not rare.
  static func tagSet(of treebank: Treebank) -> TagSet {
    TagSet(Array(treebank.sentences.flatMap(\.tags).commonest(atLeast: 15).prefix(TagSet.limit)))
  }

  /// Which universal tags a frequent word may have: a cheap look ahead.
  private static func ambiguity(in sentences: [TreebankSentence]) -> [UInt32: UInt32] {
    let order = UniversalTag.allCases
    var counts: [UInt32: [Int]] = [:]
    var plain: [UInt8] = []
    for sentence in sentences {
      for (form, tag) in zip(sentence.forms, sentence.tags) {
        let key = WordHashes(form, style: .sentence, plain: &plain).lower
        let place = order.firstIndex(of: tag.universal) ?? 0
        counts[key, default: Array(repeating: 0, count: order.count)][place] += 1
      }
    }
    return counts.compactMapValues { counts in
      let sum = counts.reduce(0, +)
      guard sum >= 4 else { return nil }
      var bits: UInt32 = 0
      for (place, count) in counts.enumerated() where count * 20 >= sum && count > 1 {
        bits |= 1 << UInt32(place + 1)
      }
      return bits
    }
  }

  /// Tags for `treebank` from models that have not seen the documents they tag, so that the parser
  /// learns to live with the tagger's errors.
  func jackknifedTags(for treebank: Treebank, tags set: TagSet, folds: Int) -> [[Int]] {
    let fold = treebank.sentences.map { TaggerTrainer.fold(of: $0.document, folds) }
    var tags = [[Int]](repeating: [], count: fold.count)
    for part in 0..<folds {
      let rest = zip(treebank.sentences, fold).filter { $1 != part }.map(\.0)
      let model = train(on: Treebank(sentences: rest), tags: set)
      var scratch = model.scratch()
      for number in fold.indices where fold[number] == part {
        tags[number] = model.tag(
          model.hashes(of: treebank.sentences[number].forms), usesRules: false, &scratch)
      }
    }
    return tags
  }

  /// The same number for a document wherever it is, so that no document is in two folds.
  private static func fold(of document: String, _ folds: Int) -> Int {
    Int(document.utf8.reduce(UInt64(5381)) { ($0 &* 33) ^ UInt64($1) } % UInt64(folds))
  }
}
