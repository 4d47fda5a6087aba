/// Trains the weights by which relations are named on whole trees.
struct RelationTrainer {
  /// Rounds over the treebank.
  var epochs = 7
  /// Errors that a feature must take part in before it counts.
  var minimalErrors = 2
  /// Seed of the order of sentences.
  var seed: UInt64 = 4

  /// A tree as the parser sees it, and the right relation of each word, by number; -1 where nothing
  /// is to be learned.
  struct Example {
    let context: ParseContext
    let tree: TreeView
    let relations: [Int]
  }

  /// The weights learned from `examples`; `report` is told how it goes.
  func train(
    _ examples: [Example], classes: Int, _ report: (String) -> Void
  ) -> AveragedWeights {
    let perceptron = Perceptron(classes: classes, minimalErrors: minimalErrors)
    var scratch = ScoringScratch(classes: classes)
    var generator = SeededGenerator(seed: seed)
    var order = Array(examples.indices)
    for epoch in 0..<epochs {
      order.shuffle(using: &generator)
      var errors = 0
      for number in order {
        let example = examples[number]
        for (word, good) in example.relations.enumerated() where good >= 0 {
          RelationFeatures.extract(word, in: example.tree, example.context, into: &scratch.keys)
          perceptron.score(&scratch)
          let best = scratch.best(of: classes)
          if best != good {
            errors += 1
            perceptron.update(scratch.keys, good: good, bad: best)
          }
          perceptron.time += 1
        }
      }
      report("relations, round \(epoch + 1) of \(epochs): \(errors) errors")
    }
    return perceptron.averages
  }
}
