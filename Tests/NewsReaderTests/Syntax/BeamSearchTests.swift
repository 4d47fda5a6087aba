import Testing

@testable import NewsReader

@Suite struct BeamSearchTests {
  /// A scorer that knows every feature: its weights are hashes.
  private struct HashScorer: LinearScorer {
    let classes: Int

    func scoreParts(_ scratch: inout ScoringScratch) {
      for place in scratch.scores.indices { scratch.scores[place] = 0 }
      let stride = WeightTable.stride(forClasses: classes)
      var first = 0
      for (part, end) in scratch.ends.enumerated() {
        for key in scratch.keys.keys[first..<end] {
          for place in 0..<classes {
            let hash = (UInt64(key) << 8 | UInt64(place)) &* 0xff51_afd7_ed55_8ccd
            scratch.scores[part * stride + place] += Int32(hash >> 58) - 32
          }
        }
        first = end
      }
    }
  }

  private static let transitions: [Transition] = [
    .shift, .left(.subject), .left(.other), .right(.object),
  ]
  private let scorer = HashScorer(classes: transitions.count)

  private func context(_ count: Int) -> ParseContext {
    var plain: [UInt8] = []
    let words = ["rebels", "seized", "the", "port"]
    let hashes = (0..<count).map {
      WordHashes(words[$0 % words.count], style: .sentence, plain: &plain)
    }
    let set = TagSet(
      UniversalTag.allCases.map { PartOfSpeech(universal: $0, penn: $0.rawValue) })
    return ParseContext(hashes, tags: (0..<count).map { $0 * 5 % set.count }, in: set)
  }

  private func search(
    _ count: Int, width: Int, margin: Int = BeamSearch.noMargin
  ) -> (score: Int, path: [Int], mostStates: Int) {
    var search = BeamSearch(Self.transitions, margin: margin)
    var scratch = scratch()
    var sums = search.emptySums
    _ = search.start(count: count)
    let context = context(count)
    var mostStates = 0
    for _ in 0..<2 * count {
      search.advance(width: width, context, scorer, &scratch, &sums)
      mostStates = max(mostStates, search.states.count)
    }
    return (search.states[0].score, search.path(to: search.states[0]), mostStates)
  }

  private func scratch() -> ScoringScratch {
    ScoringScratch(classes: Self.transitions.count, parts: FeatureGroup.allCases.count)
  }

  /// The best score of any way to the end, without a beam, a cache or shared features.
  private func bestScore(
    _ search: inout BeamSearch, from state: BeamSearch.State, _ configuration: Configuration,
    _ context: ParseContext
  ) -> Int {
    if configuration.isTerminal { return state.score }
    if configuration.forced != nil {
      var next = configuration
      next.apply(configuration.fallback)
      let after = search.apply(BeamSearch.fallback, to: state, score: state.score)
      return bestScore(&search, from: after, next, context)
    }
    var scratch = scratch()
    search.extract(state, context, into: &scratch.keys)
    scorer.score(&scratch)
    var best = Int.min
    for (place, transition) in Self.transitions.enumerated() where configuration.allows(transition)
    {
      var next = configuration
      next.apply(transition)
      let after = search.apply(
        place, to: state, score: state.score + Int(scratch.scores[place]))
      best = max(best, bestScore(&search, from: after, next, context))
    }
    return best
  }

  @Test(arguments: 1...5)
  func aWideBeamFindsTheBestOfAllWays(count: Int) {
    var all = BeamSearch(Self.transitions)
    let start = all.start(count: count)
    let best = bestScore(&all, from: start, Configuration(count: count), context(count))
    #expect(search(count, width: 20_000).score == best)
    #expect(search(count, width: 2).score <= best)
  }

  @Test(arguments: [1, 3, 8])
  func everyPathEndsInATree(width: Int) {
    for count in 0...30 {
      var configuration = Configuration(count: count)
      for step in search(count, width: width).path {
        let transition =
          step == BeamSearch.fallback ? configuration.fallback : Self.transitions[step]
        #expect(configuration.allows(transition))
        configuration.apply(transition)
      }
      #expect(configuration.isTerminal)
      #expect(configuration.heads.count { $0 == count } == min(1, count))
    }
  }

  /// States far behind the best are dropped, but where that is none the search is the same.
  @Test func statesBeyondTheMarginAreDropped() {
    let count = 12
    let all = search(count, width: 8)
    #expect(all.mostStates == 8)
    #expect(search(count, width: 8, margin: 0).mostStates < 8)
    #expect(search(count, width: 8, margin: 1 << 20) == all)
  }

  /// What the groups give one by one, some of it from the cache, is what all features give at once.
  @Test func sharedScoresAreThoseOfAllFeatures() {
    let count = 12
    let context = context(count)
    var search = BeamSearch(Self.transitions)
    var scratch = scratch()
    var sums = search.emptySums
    _ = search.start(count: count)
    for _ in 0..<2 * count {
      for state in search.states where !search.isForced(state) {
        for _ in 0..<2 {
          search.score(state, context, scorer, &scratch, into: &sums)
          let shared = sums
          search.extract(state, context, into: &scratch.keys)
          scorer.score(&scratch)
          #expect(shared == Array(scratch.scores.prefix(shared.count)))
        }
      }
      search.advance(width: 8, context, scorer, &scratch, &sums)
    }
  }
}
