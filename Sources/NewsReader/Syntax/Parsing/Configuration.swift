/// A state of the arc-hybrid transition system.
///
/// The words of the sentence are 0 to `count - 1`. The root is word `count`, behind the last one,
/// and takes exactly one dependent.
struct Configuration: Sendable {
  /// Number of words.
  let count: Int
  /// The head of every word, the root being `count`; -1 for a word that has none yet.
  private(set) var heads: [Int]
  /// The group of every word's relation, by number; meaningful where there is a head.
  private(set) var groups: [UInt8]
  /// Whether a word, or the root, waits on the stack.
  private(set) var isOnStack: [Bool]
  private(set) var stack: [Int] = []
  /// The first word of the buffer; `count` when only the root is left.
  private(set) var front = 0

  /// The initial state for a sentence of `count` words.
  init(count: Int) {
    self.count = count
    heads = [Int](repeating: -1, count: count)
    groups = [UInt8](repeating: 0, count: count)
    isOnStack = [Bool](repeating: false, count: count + 1)
  }

  /// Whether every word has a head.
  var isTerminal: Bool { front == count && stack.isEmpty }
  /// Whether there is a word to shift.
  var canShift: Bool { front < count }
  /// Whether the top of the stack may hang from the front of the buffer; from the root only the
  /// last word may.
  var canLeft: Bool { !stack.isEmpty && (front < count || stack.count == 1) }
  /// Whether the top of the stack may hang from the word below it.
  var canRight: Bool { stack.count >= 2 }

  /// The word `depth` below the top of the stack; -1 where there is none.
  @inline(__always)
  func stacked(_ depth: Int) -> Int {
    stack.count > depth ? stack[stack.count - 1 - depth] : -1
  }

  /// Whether `transition` may be taken.
  func allows(_ transition: Transition) -> Bool {
    switch transition {
    case .shift: canShift
    case .left: canLeft
    case .right: canRight
    }
  }

  /// The transition where there is no choice, at the beginning and at the end.
  var forced: Transition? {
    if stack.isEmpty { return canShift ? .shift : nil }
    return front == count && stack.count == 1 ? .left(.other) : nil
  }

  /// The transition to take where the model knows none; some transition until the end.
  var fallback: Transition { forced ?? (canShift ? .shift : .right(.other)) }

  /// Takes a step, which must be allowed.
  mutating func apply(_ transition: Transition) {
    switch transition {
    case .shift:
      stack.append(front)
      isOnStack[front] = true
      front += 1
    case .left(let group):
      attach(stack.removeLast(), to: front, group)
    case .right(let group):
      let dependent = stack.removeLast()
      attach(dependent, to: stack[stack.count - 1], group)
    }
  }

  private mutating func attach(_ dependent: Int, to head: Int, _ group: RelationGroup) {
    heads[dependent] = head
    groups[dependent] = group.rawValue
    isOnStack[dependent] = false
  }
}
