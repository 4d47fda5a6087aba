/// A state of the arc-hybrid transition system.
///
/// The words of the sentence are 0 to `count - 1`. The root is word `count`, behind the last one,
/// and takes exactly one dependent; place `count + 1` stands for a word that is not there. A value,
/// so that a search can keep several.
struct Configuration: Sendable {
  /// What is known of a word so far.
  struct Node: Sendable {
    /// Its head, or -1.
    var head: Int32 = -1
    /// Outermost and second outermost child on either side, or -1.
    var left1: Int32 = -1
    var left2: Int32 = -1
    var right1: Int32 = -1
    var right2: Int32 = -1
    /// Groups of the children on either side, as bits.
    var leftGroups: UInt32 = 0
    var rightGroups: UInt32 = 0
    /// Number of children on either side; 3 stands for all above.
    var leftCount: UInt8 = 0
    var rightCount: UInt8 = 0
    /// Group of its relation to its head.
    var group: UInt8 = 0
    /// Whether it waits on the stack.
    var isOnStack = false
  }

  /// Number of words.
  let count: Int
  /// The words, the root, and a word that is not there.
  private(set) var nodes: [Node]
  private(set) var stack: [Int32] = []
  /// The first word of the buffer; `count` when only the root is left.
  private(set) var front = 0

  /// The initial state for a sentence of `count` words.
  init(count: Int) {
    self.count = count
    nodes = [Node](repeating: Node(), count: count + 2)
    stack.reserveCapacity(64)
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
    stack.count > depth ? Int(stack[stack.count - 1 - depth]) : -1
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

  /// Takes a step, which must be allowed.
  mutating func apply(_ transition: Transition) {
    switch transition {
    case .shift:
      stack.append(Int32(front))
      nodes[front].isOnStack = true
      front += 1
    case .left(let group):
      let dependent = stack.removeLast()
      attach(dependent, to: Int32(front), group)
      let node = nodes[front]
      nodes[front].left2 = node.left1
      nodes[front].left1 = dependent
      nodes[front].leftCount = min(3, node.leftCount + 1)
      nodes[front].leftGroups |= 1 << UInt32(group.rawValue)
    case .right(let group):
      let dependent = stack.removeLast()
      let head = Int(stack[stack.count - 1])
      attach(dependent, to: Int32(head), group)
      let node = nodes[head]
      nodes[head].right2 = node.right1
      nodes[head].right1 = dependent
      nodes[head].rightCount = min(3, node.rightCount + 1)
      nodes[head].rightGroups |= 1 << UInt32(group.rawValue)
    }
  }

  private mutating func attach(_ dependent: Int32, to head: Int32, _ group: RelationGroup) {
    nodes[Int(dependent)].head = head
    nodes[Int(dependent)].group = group.rawValue
    nodes[Int(dependent)].isOnStack = false
  }

  /// The head of every word, the root being `count`; meaningful in a terminal state.
  var heads: [Int] { nodes.prefix(count).map { Int($0.head) } }
  /// The group of every word's relation, by number; meaningful in a terminal state.
  var groups: [UInt8] { nodes.prefix(count).map(\.group) }
}
