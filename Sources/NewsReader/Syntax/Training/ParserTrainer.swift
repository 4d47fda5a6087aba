/// Trains the parser.
struct ParserTrainer {
  /// Rounds over the treebank, for transitions and for relations.
  var epochs = 7
  var relationEpochs = 8
  /// Errors that a feature must take part in before it counts.
  var minimalErrors = 5
  var minimalRelationErrors = 2
  /// Rows of weights that are kept.
  var limit = 290_000
  var relationLimit = 45_000
  /// How often, after the first round, an error is followed instead of set right.
  var exploration = 0.9
  /// Seed of the order of sentences and of exploration.
  var seed: UInt64 = 3

  /// The model learned from `treebank`.
  ///
  /// `tags` are its words' tags as the tagger gives them to sentences that it has not seen;
  /// `report` is told how training goes.
  func train(
    on treebank: Treebank, tags: [[Int]], in set: TagSet, report: (String) -> Void
  ) -> ParserModel {
    let sentences = treebank.sentences
    let contexts = zip(sentences, tags).map { sentence, numbers in
      var plain: [UInt8] = []
      let hashes = sentence.forms.map { WordHashes($0, style: .sentence, plain: &plain) }
      return ParseContext(hashes, tags: numbers, in: set)
    }
    let gold = sentences.map { sentence in
      GoldTree(
        heads: sentence.heads, groups: sentence.relations.map { RelationGroup(relation: $0) })
    }
    let transitions = ParserTrainer.transitions(in: gold)
    let relations = sentences.flatMap(\.relations).commonest(atLeast: 5)
    return ParserModel(
      tags: set,
      transitions: transitions,
      steps: trainSteps(contexts, gold, transitions, report),
      relations: relations,
      labels: trainLabels(contexts, gold, sentences.map(\.relations), relations, report))
  }

  /// The transitions that the trees use more than a few times.
  private static func transitions(in trees: [GoldTree]) -> [Transition] {
    var used: [Transition] = []
    for tree in trees {
      for (word, head) in tree.heads.enumerated() {
        used.append(.shift)
        guard head < tree.heads.count else { continue }
        used.append(head > word ? .left(tree.groups[word]) : .right(tree.groups[word]))
      }
    }
    // Whole groups of eight: one more would make every row of weights longer.
    return Array(used.commonest(atLeast: 8).prefix(32))
  }

  private func trainSteps(
    _ contexts: [ParseContext], _ gold: [GoldTree], _ transitions: [Transition],
    _ report: (String) -> Void
  ) -> WeightTable {
    let perceptron = Perceptron(classes: transitions.count, minimalErrors: minimalErrors)
    var scratch = ScoringScratch(classes: transitions.count)
    var generator = SeededGenerator(seed: seed)
    var order = Array(contexts.indices)
    for epoch in 0..<epochs {
      order.shuffle(using: &generator)
      var errors = 0
      for sentence in order {
        var configuration = Configuration(count: contexts[sentence].count)
        while !configuration.isTerminal {
          if let forced = configuration.forced {
            configuration.apply(forced)
            continue
          }
          ParseFeatures(configuration, contexts[sentence]).extract(into: &scratch.keys)
          perceptron.score(&scratch)
          let scores = scratch.scores.span
          guard
            let best = Transition.best(
              transitions.span, allowedIn: configuration, scores: scores),
            let good = gold[sentence].best(transitions, in: configuration, scores: scores)
          else { break }
          if best != good {
            errors += 1
            perceptron.update(scratch.keys, good: good, bad: best)
          }
          perceptron.time += 1
          // After the first round the states behind errors are worth learning from.
          let follows = epoch > 0 && Double.random(in: 0..<1, using: &generator) < exploration
          configuration.apply(transitions[follows ? best : good])
        }
      }
      report("parser, round \(epoch + 1) of \(epochs): \(errors) errors")
    }
    return perceptron.table(limit: limit)
  }

  private func trainLabels(
    _ contexts: [ParseContext], _ gold: [GoldTree], _ names: [[String]], _ relations: [String],
    _ report: (String) -> Void
  ) -> WeightTable {
    let numbers = Dictionary(uniqueKeysWithValues: relations.enumerated().map { ($1, $0) })
    let perceptron = Perceptron(classes: relations.count, minimalErrors: minimalRelationErrors)
    var scratch = ScoringScratch(classes: relations.count)
    var generator = SeededGenerator(seed: seed + 1)
    let trees = gold.map { TreeView(heads: $0.heads, groups: $0.groups.map(\.rawValue)) }
    var order = Array(contexts.indices)
    for epoch in 0..<relationEpochs {
      order.shuffle(using: &generator)
      var errors = 0
      for sentence in order {
        for (word, head) in gold[sentence].heads.enumerated() {
          guard head < contexts[sentence].count, let good = numbers[names[sentence][word]] else {
            continue
          }
          RelationFeatures.extract(
            word, in: trees[sentence], contexts[sentence], into: &scratch.keys)
          perceptron.score(&scratch)
          let best = scratch.best(of: relations.count)
          if best != good {
            errors += 1
            perceptron.update(scratch.keys, good: good, bad: best)
          }
          perceptron.time += 1
        }
      }
      report("relations, round \(epoch + 1) of \(relationEpochs): \(errors) errors")
    }
    return perceptron.table(limit: relationLimit)
  }
}
