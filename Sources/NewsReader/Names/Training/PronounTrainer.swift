internal import NewsModel

/// Trains the weights by which antecedents of pronouns are chosen.
///
/// Gradient ascent on the log-likelihood of what the marked chains say, with a penalty on the squares
/// of the weights. What was spoken of before depends on the links so far, so that training goes over
/// the texts more than once, each time with the weights of the time before. The same texts always give
/// the same weights.
package struct PronounTrainer {
  /// The name of the resource.
  package static let fileName = PronounWeights.fileName

  /// How often the texts are read, and how many steps are taken after each reading.
  private static let (rounds, steps) = (4, 400)
  private static let penalty: Float = 1
  /// How much a pronoun of some genres counts.
  private static let genres: [String: Float] = ["news": 2]
  /// What weights are drawn towards, where not zero: 'Norway said that it would' and 'asked Peru to
  /// open its ports' are rare here and common in the news.
  private static let expected: [PronounFeature: [Float]] = [
    .saidSo: [1, 2, 1.5], .ownPossessive: [1, 2, 1],
  ]
  /// How much more often than here an 'it' or 'they' of the news stands for what has a name.
  private static let namedInNews: Float = 5
  /// How probable a link must be, by column: so that of the links over the written genres, those left
  /// out to which the recogniser gave a name by mistake, more than 0.85 are right.
  private static let thresholds: [Float] = [0.35, 0.45, 0.5]

  private let corpus: ChainedCorpus
  private var weights = PronounWeights()

  /// A pronoun whose candidates are known to be right or wrong.
  private struct Example {
    var column: PronounWeights.Column
    var candidates: [PronounFeatures]
    var isRight: [Bool]
    var isNamed: [Bool]
    var genre: String

    /// How much it counts.
    var weight: Float {
      let isLinked = zip(isRight, isNamed).contains { $0 && $1 }
      let share: Float = column != .he && isLinked ? PronounTrainer.namedInNews : 1
      return share * (PronounTrainer.genres[genre] ?? 1)
    }
  }

  /// A trainer on `corpus`.
  package init(_ corpus: ChainedCorpus) { self.corpus = corpus }

  /// The text of the resource: a table of weights and thresholds.
  ///
  /// - Parameter report: is told how each round went.
  package mutating func train(report: (String) -> Void) -> String {
    weights = PronounWeights()
    weights.thresholds = Self.thresholds
    for round in 1...Self.rounds {
      let examples = examples()
      for column in PronounWeights.Column.allCases {
        let own = examples.filter { $0.column == column }
        fit(column, to: own)
        report("round \(round), \(column): \(own.count) pronouns")
      }
    }
    return (Self.head + weights.lines).joined(separator: "\n") + "\n"
  }

  private static let head = [
    "# What each feature of an antecedent weighs for he and she, it, they; and how probable a link",
    "# must be. Made by `train-reader coreference-train`; do not edit.",
  ]

  // MARK: Examples

  private func examples() -> [Example] {
    corpus.readings.flatMap { reading in
      let linker = EntityLinker(lexicon: corpus.lexicon, weights: weights)
      let (document, decisions) = linker.decisions(in: reading.document)
      let alignment = ChainAlignment(
        reading.gold, on: document, names: document.mentions.filter { $0.form == .name })
      return decisions.map { example($0, alignment, genre: reading.gold.genre) }
    }
  }

  /// A decision as an example: 'nothing' is right where no candidate is in the pronoun's chain.
  private func example(
    _ decision: Coreference.Decision, _ alignment: ChainAlignment, genre: String
  ) -> Example {
    let chain = alignment.chain(at: decision.token)
    var isRight = decision.candidates.map { candidate in
      guard let chain else { return false }
      if alignment.agrees(chain, with: candidate.members) { return true }
      guard let token = candidate.token else { return false }
      return candidate.members.count != 1
        && alignment.mentions(at: token).contains { $0.chain == chain }
    }
    if !isRight.contains(true) { isRight[isRight.count - 1] = true }
    return Example(
      column: PronounWeights.Column(decision.pronoun.gender),
      candidates: decision.candidates.map(\.features), isRight: isRight,
      isNamed: decision.candidates.map { !$0.members.isEmpty }, genre: genre)
  }

  // MARK: Weights

  private mutating func fit(_ column: PronounWeights.Column, to examples: [Example]) {
    let count = PronounFeature.allCases.count
    var squares = [Float](repeating: 1e-6, count: count)
    let expected = PronounFeature.allCases.map {
      Self.expected[$0].map { $0[column.rawValue] } ?? 0
    }
    for _ in 0..<Self.steps {
      var gradient = zip(weights.weights[column.rawValue], expected).map {
        -Self.penalty * ($0 - $1)
      }
      for example in examples {
        let shares = weights.probabilities(example.candidates, column)
        let right = zip(shares, example.isRight).reduce(Float(1e-9)) { $0 + ($1.1 ? $1.0 : 0) }
        for (place, features) in example.candidates.enumerated() {
          let error = (example.isRight[place] ? shares[place] / right : 0) - shares[place]
          let pull = error * example.weight
          var bits = features.bits
          while bits != 0 {
            gradient[bits.trailingZeroBitCount] += pull
            bits &= bits - 1
          }
        }
      }
      for feature in 0..<count {
        squares[feature] += gradient[feature] * gradient[feature]
        weights.weights[column.rawValue][feature] +=
          0.3 * gradient[feature] / squares[feature].squareRoot()
      }
    }
  }
}
