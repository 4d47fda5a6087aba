/// A sentence as the trainer sees it.
struct NameExample: Sendable {
  /// Keys of the features of all its tokens, one token after the other.
  var keys: [UInt32] = []
  /// Where the keys of each token end.
  var ends: [Int] = []
  /// Number of the right label of each token.
  var gold: [Int] = []
  /// How much it counts.
  var weight: Float = 1
}

/// Trains the name model.
struct NameTrainer {
  /// Rounds over the examples.
  var epochs = 6
  /// Size of the steps.
  var rate: Float = 0.035
  /// Share of the features that each visit to a sentence leaves out, so that the others learn to do
  /// without them.
  var dropout = 0.05
  /// Places at which a feature must stand before it counts.
  var rarest: UInt8 = 2
  /// Rows of weights that are kept.
  var limit = 180_000
  /// Seed of the order of sentences and of what is left out.
  var seed: UInt64 = 5

  /// The model learned from `examples`; `report` is told how training goes.
  func train(on examples: [NameExample], report: (String) -> Void) -> NameModel {
    let field = FieldWeights(keys: examples.map(\.keys), atLeast: rarest)
    var generator = SeededGenerator(seed: seed)
    var order = Array(examples.indices)
    var step = NameTrainingStep(field: field, dropout: dropout, seed: seed)
    for epoch in 0..<epochs {
      order.shuffle(using: &generator)
      var loss: Float = 0
      // The last rounds go in smaller steps, in place of an average.
      let rate = rate * min(1, Float(epochs - epoch) / Float(max(1, epochs / 2)))
      for place in order { loss += step.learn(examples[place], rate: rate) }
      report("names, round \(epoch + 1) of \(epochs): \(Int(loss)) labels off")
    }
    return field.model(limit: limit)
  }
}

/// One visit to a sentence: guess, compare, correct.
struct NameTrainingStep {
  private let field: FieldWeights
  private var generator: SeededGenerator
  private let dropped: UInt64
  private var posterior = ChainPosterior()
  private var rows: [Int32] = []
  private var ends: [Int] = []
  private var emissions: [Float] = []

  init(field: FieldWeights, dropout: Double, seed: UInt64) {
    self.field = field
    generator = SeededGenerator(seed: seed &+ 1)
    dropped = UInt64(dropout * Double(1 << 32))
  }

  /// Learns from `example`; gives the expected number of wrong labels before.
  mutating func learn(_ example: NameExample, rate: Float) -> Float {
    let count = example.gold.count
    guard count > 0 else { return 0 }
    choose(example)
    emissions = [Float](repeating: 0, count: count * FieldWeights.stride)
    field.add(rows, ends, to: &emissions)
    let width = NameLabel.count
    var scores = [Float](repeating: 0, count: count * width)
    for token in 0..<count {
      for label in 0..<width {
        scores[token * width + label] = emissions[token * FieldWeights.stride + label]
      }
    }
    posterior.update(emissions: scores, count: count, moves: field.moves)
    var loss: Float = 0
    var gradient = [Float](repeating: 0, count: FieldWeights.stride)
    for token in 0..<count {
      let missing = 1 - posterior.labels[token * width + example.gold[token]]
      loss += missing
      if missing < 0.01 { continue }
      for label in 0..<width {
        gradient[label] = -posterior.labels[token * width + label] * example.weight
      }
      gradient[example.gold[token]] += example.weight
      field.step(
        rows, (token == 0 ? 0 : ends[token - 1])..<ends[token], gradient: gradient, rate: rate)
    }
    moveStep(example, rate: rate)
    return loss
  }

  /// Puts the rows of the example's features, but those left out, into `rows`.
  private mutating func choose(_ example: NameExample) {
    rows.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
    var start = 0
    for end in example.ends {
      for place in start..<end {
        let row = field.index[Int(example.keys[place])]
        if row != 0, generator.next() >> 32 >= dropped { rows.append(row) }
      }
      ends.append(rows.count)
      start = end
    }
  }

  private func moveStep(_ example: NameExample, rate: Float) {
    var gradient = posterior.moves.map { -$0 * example.weight }
    for (label, next) in zip(example.gold, example.gold.dropFirst()) {
      gradient[label * NameLabel.count + next] += example.weight
    }
    for (place, value) in gradient.enumerated() where abs(value) > 1e-4 {
      field.moveSquares[place] += value * value
      field.moves[place] += rate * value / field.moveSquares[place].squareRoot()
    }
  }
}
