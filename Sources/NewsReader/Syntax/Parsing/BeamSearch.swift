/// Beam search over the transitions of one sentence (Zhang and Clark 2008).
///
/// In the arc-hybrid system every way to the end has the same length, so that states after as many
/// steps compare fairly. A state is a few numbers, since trees are shared, and so is the score of
/// every ``FeatureGroup`` that several states have in common: that makes a beam of eight cost little
/// more than twice what a greedy parser does.
///
/// - Complexity: O(*n* · *width*) time and memory in the number of words.
struct BeamSearch {
  /// A state of the search.
  struct State {
    /// Number of the tree on top of the stack, 0 where there is none, and at the front of the buffer.
    var top: Int32
    var front: Int32
    /// Sum of the scores of the steps that led here.
    var score: Int
    /// Number of the last step; -1 at the beginning.
    var step: Int32
  }

  /// A step of a state that was kept, by number of the transition, and the step before.
  private struct Step {
    var transition: Int16
    var before: Int32
  }

  private struct Candidate {
    var score: Int
    var state: Int
    var transition: Int
  }

  /// The number that stands for ``Configuration/fallback``.
  static let fallback = -1

  /// The margin that drops no state.
  static let noMargin = Int.max / 2

  private let transitions: [Transition]
  /// Whether each transition is for states with a word at the front of the buffer; others, for those
  /// with two on the stack.
  private let takesWord: [Bool]
  private let margin: Int
  private var count = 0
  /// The tree that is not there, the words alone, the root, and trees as they come about.
  private var trees: [PartialTree] = []
  private var steps: [Step] = []
  /// The states after the last step, the best first.
  private(set) var states: [State] = []
  private var before: [State] = []
  private var candidates: [Candidate] = []
  private var cache: ScoreCache
  /// The groups of the state at hand that were not in the cache, with their slots.
  private var missing: [(group: FeatureGroup, slot: Int)] = []

  /// A search over `transitions` that drops states whose score lies more than `margin` below the best.
  init(_ transitions: [Transition], margin: Int = noMargin) {
    self.transitions = transitions
    takesWord = transitions.map { if case .right = $0 { false } else { true } }
    self.margin = margin
    cache = ScoreCache(classes: transitions.count)
  }

  /// Begins with a sentence of `count` words.
  mutating func start(count: Int) -> State {
    self.count = count
    trees.removeAll(keepingCapacity: true)
    steps.removeAll(keepingCapacity: true)
    trees.append(PartialTree(word: count + 1))
    for word in 0...count { trees.append(PartialTree(word: word)) }
    let state = State(top: 0, front: 1, score: 0, step: -1)
    states = [state]
    cache.clear()
    return state
  }

  /// Room for the scores of all transitions.
  var emptySums: [Int32] { [Int32](repeating: 0, count: cache.stride) }

  // MARK: One state

  /// Puts the score of every transition from `state` into `sums`.
  mutating func score(
    _ state: State, _ context: borrowing ParseContext, _ scorer: borrowing some LinearScorer,
    _ scratch: inout ScoringScratch, into sums: inout [Int32]
  ) {
    let s0 = trees[Int(state.top)]
    let s1 = trees[Int(s0.below)]
    let s2 = trees[Int(s1.below)]
    let b0 = trees[Int(state.front)]
    for place in sums.indices { sums[place] = 0 }
    missing.removeAll(keepingCapacity: true)
    for group in FeatureGroup.allCases {
      let (slot, isFilled) = cache.slot(of: group.fingerprint(s0, s1, s2, b0), group)
      if isFilled {
        cache.add(slot, to: &sums)
      } else {
        missing.append((group, slot))
      }
    }
    if missing.isEmpty { return }
    let features = ParseFeatures(s0, s1, s2, b0, context)
    scratch.keys.reset()
    scratch.ends.removeAll(keepingCapacity: true)
    for (group, _) in missing {
      features.extract(group, into: &scratch.keys)
      scratch.ends.append(scratch.keys.count)
    }
    scorer.scoreParts(&scratch)
    for (part, (_, slot)) in missing.enumerated() {
      cache.fill(slot, with: scratch.scores, part: part)
      cache.add(slot, to: &sums)
    }
  }

  /// Puts all features of `state` into `keys`.
  func extract(_ state: State, _ context: borrowing ParseContext, into keys: inout FeatureKeys) {
    let s0 = trees[Int(state.top)]
    let s1 = trees[Int(s0.below)]
    let features = ParseFeatures(
      s0, s1, trees[Int(s1.below)], trees[Int(state.front)], context)
    keys.reset()
    for group in FeatureGroup.allCases { features.extract(group, into: &keys) }
  }

  /// Whether there is no choice: the beginning and the end.
  func isForced(_ state: State) -> Bool {
    state.top == 0
      || trees[Int(state.top)].below == 0 && trees[Int(state.front)].word == Int32(count)
  }

  /// The state after transition number `transition`, which must be allowed, or the fallback.
  mutating func apply(_ transition: Int, to state: State, score: Int) -> State {
    var next = state
    next.score = score
    switch transition == BeamSearch.fallback ? fallback(state) : transitions[transition] {
    case .shift:
      var tree = trees[Int(state.front)]
      tree.below = state.top
      next.top = Int32(trees.count)
      // The tree of a word alone stands behind the one that is not there.
      next.front = tree.word + 2
      trees.append(tree)
    case .left(let group):
      let dependent = trees[Int(state.top)]
      var tree = trees[Int(state.front)]
      tree.addLeft(dependent.word, group)
      next.top = dependent.below
      next.front = Int32(trees.count)
      trees.append(tree)
    case .right(let group):
      let dependent = trees[Int(state.top)]
      var tree = trees[Int(dependent.below)]
      tree.addRight(dependent.word, group)
      next.top = Int32(trees.count)
      trees.append(tree)
    }
    next.step = Int32(steps.count)
    steps.append(Step(transition: Int16(transition), before: state.step))
    return next
  }

  private func fallback(_ state: State) -> Transition {
    let hasWords = trees[Int(state.front)].word < Int32(count)
    if isForced(state) { return hasWords ? .shift : .left(.other) }
    return hasWords ? .shift : .right(.other)
  }

  /// The numbers of the transitions that led to `state`.
  func path(to state: State) -> [Int] {
    var path: [Int] = []
    var step = Int(state.step)
    while step >= 0 {
      path.append(Int(steps[step].transition))
      step = Int(steps[step].before)
    }
    return path.reversed()
  }

  // MARK: All states

  /// Takes a step from every state and keeps the `width` best of those that come out, or fewer where
  /// the others lie too far behind.
  mutating func advance(
    width: Int, _ context: borrowing ParseContext, _ scorer: borrowing some LinearScorer,
    _ scratch: inout ScoringScratch, _ sums: inout [Int32]
  ) {
    candidates.removeAll(keepingCapacity: true)
    for (number, state) in states.enumerated() {
      if isForced(state) {
        offer(state.score, number, BeamSearch.fallback, width)
        continue
      }
      score(state, context, scorer, &scratch, into: &sums)
      let hasWords = trees[Int(state.front)].word < Int32(count)
      let hasTwo = trees[Int(state.top)].below != 0
      if hasWords && takesWord.contains(true) || hasTwo && takesWord.contains(false) {
        var least = leastScore(width)
        for place in takesWord.indices {
          let score = state.score + Int(sums[place])
          guard score >= least, takesWord[place] ? hasWords : hasTwo else { continue }
          offer(score, number, place, width)
          least = leastScore(width)
        }
      } else {
        offer(state.score, number, BeamSearch.fallback, width)
      }
    }
    swap(&states, &before)
    states.removeAll(keepingCapacity: true)
    let least = (candidates.first?.score ?? 0) - margin
    for candidate in candidates where candidate.score >= least {
      states.append(
        apply(candidate.transition, to: before[candidate.state], score: candidate.score))
    }
  }

  /// The least score with which one more candidate may be among the `width` best.
  private func leastScore(_ width: Int) -> Int {
    guard let best = candidates.first?.score else { return .min }
    return candidates.count < width
      ? best - margin : max(best - margin, candidates[width - 1].score + 1)
  }

  /// Enters a candidate into the list of the `width` best; of equals the first stays before.
  @inline(__always)
  private mutating func offer(_ score: Int, _ state: Int, _ transition: Int, _ width: Int) {
    let candidate = Candidate(score: score, state: state, transition: transition)
    if candidates.count < width {
      candidates.append(candidate)
    } else {
      if score <= candidates[width - 1].score { return }
      candidates[width - 1] = candidate
    }
    var place = candidates.count - 1
    while place > 0 && candidates[place - 1].score < score {
      candidates.swapAt(place, place - 1)
      place -= 1
    }
  }
}
