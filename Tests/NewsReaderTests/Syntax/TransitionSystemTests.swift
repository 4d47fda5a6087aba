import TestSupport
import Testing

@testable import NewsReader

@Suite struct TransitionSystemTests {
  private let transitions: [Transition] =
    [.shift] + RelationGroup.allCases.flatMap { [.left($0), .right($0)] }

  /// A random projective tree with one root: each span of words gets a head, and what lies on either
  /// side of it is cut into spans in turn.
  private func randomTree(_ count: Int, _ generator: inout SplitMix) -> [Int] {
    var heads = [Int](repeating: count, count: count)
    var open = [(span: 0..<count, head: count)]
    while let (span, head) = open.popLast() {
      guard !span.isEmpty else { continue }
      let own = Int.random(in: span, using: &generator)
      heads[own] = head
      for side in [span.lowerBound..<own, own + 1..<span.upperBound] {
        var start = side.lowerBound
        while start < side.upperBound {
          let end = Int.random(in: start + 1...side.upperBound, using: &generator)
          open.append((start..<end, own))
          start = end
        }
      }
    }
    return heads
  }

  private func randomGold(_ count: Int, _ generator: inout SplitMix) -> GoldTree {
    let heads = randomTree(count, &generator)
    let groups = heads.map { head in
      head == count
        ? RelationGroup.other : RelationGroup.allCases.randomElement(using: &generator) ?? .other
    }
    return GoldTree(heads: heads, groups: groups)
  }

  @Test func theOracleReproducesEveryProjectiveTree() throws {
    var generator = SplitMix(seed: 5)
    for count in 1...40 {
      for _ in 0..<5 {
        let gold = randomGold(count, &generator)
        // Random scores: whichever of the right transitions is taken, the tree comes out.
        var configuration = Configuration(count: count)
        while !configuration.isTerminal {
          if let forced = configuration.forced {
            configuration.apply(forced)
            continue
          }
          let scores = transitions.map { _ in Int32.random(in: 0...9, using: &generator) }
          let found = gold.best(transitions, in: configuration, scores: scores.span)
          let best = try #require(found)
          #expect(configuration.allows(transitions[best]))
          configuration.apply(transitions[best])
        }
        #expect(configuration.heads == gold.heads)
        #expect(configuration.groups == gold.groups.map(\.rawValue))
      }
    }
  }

  /// The cost of a transition is what the best way on from it loses, whatever came before.
  @Test func costsAreWhatTheBestWayOnLoses() throws {
    var generator = SplitMix(seed: 6)
    for _ in 0..<200 {
      let count = Int.random(in: 2...5, using: &generator)
      let gold = randomGold(count, &generator)
      var configuration = Configuration(count: count)
      for _ in 0..<Int.random(in: 0...2 * count - 2, using: &generator) {
        let allowed = [Transition.shift, .left(.other), .right(.other)]
          .filter { configuration.allows($0) }
        configuration.apply(try #require(allowed.randomElement(using: &generator)))
      }
      guard !configuration.isTerminal, configuration.forced == nil else { continue }
      let now = mostReachable(from: configuration, gold)
      func loss(_ transition: Transition) -> Int {
        var next = configuration
        next.apply(transition)
        return now - mostReachable(from: next, gold)
      }
      if configuration.canShift {
        #expect(gold.costOfShift(in: configuration) == loss(.shift))
      }
      if configuration.canLeft {
        #expect(gold.costOfLeft(in: configuration) == loss(.left(.other)))
      }
      if configuration.canRight {
        #expect(gold.costOfRight(in: configuration) == loss(.right(.other)))
      }
    }
  }

  /// The most gold heads that any sequence of transitions ends with.
  private func mostReachable(from configuration: Configuration, _ gold: GoldTree) -> Int {
    if configuration.isTerminal {
      return zip(configuration.heads, gold.heads).count { $0 == $1 }
    }
    var most = 0
    for transition in [Transition.shift, .left(.other), .right(.other)]
    where configuration.allows(transition) {
      var next = configuration
      next.apply(transition)
      most = max(most, mostReachable(from: next, gold))
    }
    return most
  }

  @Test func everySequenceEndsInATreeWithOneRoot() throws {
    var generator = SplitMix(seed: 7)
    for count in 0...40 {
      var configuration = Configuration(count: count)
      var steps = 0
      while !configuration.isTerminal {
        let allowed = transitions.filter { configuration.allows($0) }
        configuration.apply(try #require(allowed.randomElement(using: &generator)))
        steps += 1
      }
      #expect(steps == 2 * count)
      var sentence = TreebankSentence()
      sentence.forms = [String](repeating: "x", count: count)
      sentence.heads = configuration.heads
      #expect(sentence.isTree)
      #expect(configuration.heads.count { $0 == count } == min(1, count))
    }
  }

  @Test func transitionsHaveCodes() {
    for transition in transitions { #expect(Transition(code: transition.code) == transition) }
    #expect(Transition(code: (3, 0)) == nil)
    #expect(Transition(code: (1, 200)) == nil)
  }

  @Test(arguments: [
    ("nsubj:pass", RelationGroup.subject), ("iobj", .object), ("nmod:poss", .determiner),
    ("nmod:unmarked", .nominal), ("aux:pass", .auxiliary), ("acl:relcl", .clause),
    ("dep", .other), ("", .other),
  ])
  func relationsHaveGroups(relation: String, group: RelationGroup) {
    #expect(RelationGroup(relation: relation) == group)
  }
}
