/// Trains the weights of transitions for a beam search.
///
/// A structured perceptron with updates at the step where a wrong beginning leads by most (Huang,
/// Fayong and Guo 2012). Of the several ways to the right tree the one counts that the weights
/// prefer.
struct BeamTrainer {
  /// States that the search keeps; more than the parser's own, which makes for better weights.
  var width = 8
  /// Rounds over the treebank in which every transition is learned by itself, as a greedy parser
  /// does: a good place for the search to start from.
  var greedyEpochs = 2
  /// Rounds over the treebank with the search.
  var epochs = 5
  /// Errors that a feature must take part in before it counts.
  var minimalErrors = 8
  /// Seed of the order of sentences.
  var seed: UInt64 = 3

  /// What was learned.
  struct Run {
    let weights: AveragedWeights
    /// The tree that the search found for each sentence in its first round, with errors such as a
    /// parser makes in texts that it has not seen.
    let trees: [TreeView]
  }

  /// The weights learned from sentences with right trees; `report` is told how it goes.
  func train(
    _ contexts: [ParseContext], _ gold: [GoldTree], _ transitions: [Transition],
    _ report: (String) -> Void
  ) -> Run {
    var learner = Learner(
      search: BeamSearch(transitions), transitions: transitions,
      perceptron: Perceptron(classes: transitions.count, minimalErrors: minimalErrors),
      width: width)
    var generator = SeededGenerator(seed: seed)
    var order = Array(contexts.indices)
    var trees = gold.map { TreeView(heads: $0.heads, groups: $0.groups.map(\.rawValue)) }
    for epoch in 0..<greedyEpochs {
      order.shuffle(using: &generator)
      var errors = 0
      for sentence in order {
        errors += learner.learnGreedily(
          contexts[sentence], gold[sentence], explores: epoch > 0, &generator)
      }
      report("parser, seed \(seed), greedy round \(epoch + 1) of \(greedyEpochs): \(errors) errors")
    }
    for epoch in 0..<epochs {
      order.shuffle(using: &generator)
      var errors = 0
      for sentence in order {
        let result = learner.learn(contexts[sentence], gold[sentence])
        if !result.isRight { errors += 1 }
        if epoch == 0 {
          trees[sentence] = TreeView(heads: result.tree.heads, groups: result.tree.groups)
        }
      }
      report("parser, seed \(seed), round \(epoch + 1) of \(epochs): \(errors) wrong trees")
    }
    return Run(weights: learner.perceptron.averages, trees: trees)
  }

  private struct Learner {
    var search: BeamSearch
    let transitions: [Transition]
    let perceptron: Perceptron
    let width: Int
    var scratch: ScoringScratch
    var sums: [Int32]
    /// Features of the good and of the bad way, each with its class below it.
    private var goodChanges: [UInt64] = []
    private var badChanges: [UInt64] = []

    init(
      search: BeamSearch, transitions: [Transition], perceptron: Perceptron, width: Int
    ) {
      self.search = search
      self.transitions = transitions
      self.perceptron = perceptron
      self.width = width
      scratch = ScoringScratch(
        classes: transitions.count, parts: FeatureGroup.allCases.count)
      sums = search.emptySums
    }

    /// Parses a sentence and learns from the worst error; what was found before, and whether it is
    /// right.
    mutating func learn(
      _ context: ParseContext, _ gold: GoldTree
    ) -> (tree: Configuration, isRight: Bool) {
      let start = search.start(count: context.count)
      var good = start
      var configuration = Configuration(count: context.count)
      var worst = (lead: -1, good: start, bad: start)
      for _ in 0..<2 * context.count {
        advance(&good, &configuration, context, gold)
        search.advance(width: width, context, perceptron, &scratch, &sums)
        let lead = search.states[0].score - good.score
        if lead > worst.lead || lead == worst.lead && lead == 0 {
          worst = (lead, good, search.states[0])
        }
      }
      perceptron.time += 1
      let found = end(of: search.path(to: search.states[0]), count: context.count)
      let isRight = found.heads == configuration.heads && found.groups == configuration.groups
      if worst.lead >= 0 && !isRight {
        let good = search.path(to: worst.good)
        let bad = search.path(to: worst.bad)
        goodChanges = features(of: good, from: start, context, beside: bad)
        badChanges = features(of: bad, from: start, context, beside: good)
        update()
      }
      return (found, isRight)
    }

    /// Takes the step that loses nothing and that the weights like best.
    private mutating func advance(
      _ state: inout BeamSearch.State, _ configuration: inout Configuration,
      _ context: ParseContext, _ gold: GoldTree
    ) {
      var transition = BeamSearch.fallback
      var score = state.score
      if configuration.forced == nil {
        search.score(state, context, perceptron, &scratch, into: &sums)
        if let best = gold.best(transitions, in: configuration, scores: sums.span) {
          transition = best
          score += Int(sums[best])
        }
      }
      state = search.apply(transition, to: state, score: score)
      configuration.apply(
        transition == BeamSearch.fallback ? configuration.fallback : transitions[transition])
    }

    private func end(of path: [Int], count: Int) -> Configuration {
      var configuration = Configuration(count: count)
      for step in path {
        configuration.apply(
          step == BeamSearch.fallback ? configuration.fallback : transitions[step])
      }
      return configuration
    }

    /// The features of the steps of `path` from where it parts from `other`, in order.
    private mutating func features(
      of path: [Int], from start: BeamSearch.State, _ context: ParseContext, beside other: [Int]
    ) -> [UInt64] {
      var changes: [UInt64] = []
      var state = start
      var hasParted = false
      for (step, second) in zip(path, other) {
        hasParted = hasParted || step != second
        if hasParted && step != BeamSearch.fallback {
          search.extract(state, context, into: &scratch.keys)
          for key in scratch.keys.keys {
            changes.append(UInt64(key) << 8 | UInt64(step))
          }
        }
        state = search.apply(step, to: state, score: 0)
      }
      changes.sort()
      return changes
    }

    /// Raises the weights of what only the good way has and lowers those of what only the bad one has.
    private func update() {
      var good = 0
      var bad = 0
      while good < goodChanges.count || bad < badChanges.count {
        if bad == badChanges.count
          || good < goodChanges.count && goodChanges[good] < badChanges[bad]
        {
          perceptron.add(1, to: goodChanges[good])
          good += 1
        } else if good == goodChanges.count || badChanges[bad] < goodChanges[good] {
          perceptron.add(-1, to: badChanges[bad])
          bad += 1
        } else {
          good += 1
          bad += 1
        }
      }
    }

    /// Goes through a sentence without a search and learns from every error; their number.
    ///
    /// Follows the dynamic oracle of Goldberg and Nivre (2013): with `explores` errors are mostly
    /// gone on from.
    mutating func learnGreedily(
      _ context: ParseContext, _ gold: GoldTree, explores: Bool,
      _ generator: inout SeededGenerator
    ) -> Int {
      var state = search.start(count: context.count)
      var configuration = Configuration(count: context.count)
      var errors = 0
      while !configuration.isTerminal {
        var transition = BeamSearch.fallback
        if configuration.forced == nil {
          search.extract(state, context, into: &scratch.keys)
          perceptron.score(&scratch)
          let scores = scratch.scores
          var best: Int?
          for (place, step) in transitions.enumerated() where configuration.allows(step) {
            if best.map({ scores[place] > scores[$0] }) ?? true { best = place }
          }
          if let best, let good = gold.best(transitions, in: configuration, scores: scores.span) {
            if best != good {
              errors += 1
              perceptron.update(scratch.keys, good: good, bad: best)
            }
            let follows = explores && Double.random(in: 0..<1, using: &generator) < 0.9
            transition = follows ? best : good
          }
        }
        state = search.apply(transition, to: state, score: 0)
        configuration.apply(
          transition == BeamSearch.fallback ? configuration.fallback : transitions[transition])
      }
      perceptron.time += 1
      return errors
    }
  }
}
