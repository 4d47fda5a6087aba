/// The right tree of a sentence, and what each transition would make unreachable.
///
/// The costs are those of the arc-decomposable arc-hybrid system (Goldberg and Nivre 2013), but that
/// the root, which takes one word only, can be reached by no word that has another below it.
struct GoldTree {
  /// Head of each word; the root is the number of words.
  let heads: [Int]
  /// Group of each word's relation.
  let groups: [RelationGroup]
  private let children: [[Int]]

  /// The tree in which each word hangs from its head.
  init(heads: [Int], groups: [RelationGroup]) {
    self.heads = heads
    self.groups = groups
    var children = [[Int]](repeating: [], count: heads.count + 1)
    for (word, head) in heads.enumerated() { children[head].append(word) }
    self.children = children
  }

  /// Number of arcs that a shift, which must be allowed, would put out of reach.
  func costOfShift(in configuration: borrowing Configuration) -> Int {
    let front = configuration.front
    var cost = 0
    let head = heads[front]
    if head < front, configuration.isOnStack[head], head != configuration.stacked(0) {
      cost += 1
    }
    if head == heads.count, !configuration.stack.isEmpty { cost += 1 }
    for child in children[front] where child < front && configuration.isOnStack[child] {
      cost += 1
    }
    return cost
  }

  /// Number of arcs that a left arc, which must be allowed, would put out of reach.
  func costOfLeft(in configuration: borrowing Configuration) -> Int {
    let word = configuration.stacked(0)
    let front = configuration.front
    let head = heads[word]
    let isLost =
      head == heads.count
      ? configuration.stack.count == 1 : head > front || head == configuration.stacked(1)
    return children[word].count { $0 >= front } + (isLost ? 1 : 0)
  }

  /// Number of arcs that a right arc, which must be allowed, would put out of reach.
  func costOfRight(in configuration: borrowing Configuration) -> Int {
    let word = configuration.stacked(0)
    let front = configuration.front
    let isLost = heads[word] >= front && heads[word] < heads.count
    return children[word].count { $0 >= front } + (isLost ? 1 : 0)
  }

  /// The class with the highest score among the transitions that lose the fewest arcs.
  ///
  /// A transition that makes a right arc must also have the right group. Nil only when no
  /// transition of `transitions` is allowed.
  func best(
    _ transitions: [Transition], in configuration: borrowing Configuration, scores: Span<Int32>
  ) -> Int? {
    let word = configuration.stacked(0)
    let shift = configuration.canShift ? costOfShift(in: configuration) : Int.max
    let left = configuration.canLeft ? costOfLeft(in: configuration) : Int.max
    let right = configuration.canRight ? costOfRight(in: configuration) : Int.max
    let least = min(shift, left, right)
    let isLeftGold = configuration.canLeft && heads[word] == configuration.front
    let isRightGold = configuration.canRight && heads[word] == configuration.stacked(1)
    var best: Int?
    var any: Int?
    for (place, transition) in transitions.enumerated() {
      let isGold: Bool
      switch transition {
      case .shift:
        guard shift == least, configuration.canShift else { continue }
        isGold = true
      case .left(let group):
        guard left == least, configuration.canLeft else { continue }
        isGold = !isLeftGold || group == groups[word]
      case .right(let group):
        guard right == least, configuration.canRight else { continue }
        isGold = !isRightGold || group == groups[word]
      }
      if any.map({ scores[place] > scores[$0] }) ?? true { any = place }
      if isGold, best.map({ scores[place] > scores[$0] }) ?? true { best = place }
    }
    return best ?? any
  }
}
