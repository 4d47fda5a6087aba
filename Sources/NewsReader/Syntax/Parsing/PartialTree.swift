/// A word on the stack or at the front of the buffer, with the children that it has so far.
///
/// Trees do not change: a word that gets a child becomes a new tree, so that the states of a search
/// share what they have in common.
struct PartialTree: Sendable {
  /// The word; one more than the root for a tree that is not there.
  let word: Int32
  /// Number of the tree below it on the stack; 0 where there is none.
  var below: Int32 = 0
  /// Outermost and second outermost child on either side, or -1.
  private(set) var left1: Int32 = -1
  private(set) var left2: Int32 = -1
  private(set) var right1: Int32 = -1
  private(set) var right2: Int32 = -1
  /// Groups of the children on either side, as bits.
  private(set) var leftGroups: UInt32 = 0
  private(set) var rightGroups: UInt32 = 0
  /// Group of the outermost child on either side.
  private(set) var leftGroup: UInt8 = 0
  private(set) var rightGroup: UInt8 = 0
  /// Number of children on either side; 3 stands for all above.
  private(set) var leftCount: UInt8 = 0
  private(set) var rightCount: UInt8 = 0
  /// A hash of all that is known of the tree, what is below it aside.
  private(set) var fingerprint: UInt64

  /// The tree of `word` alone.
  init(word: Int) {
    self.word = Int32(truncatingIfNeeded: word)
    fingerprint = UInt64(word) &* 0x9e37_79b9_7f4a_7c15
  }

  /// Adds `child` outside of the children on the left.
  mutating func addLeft(_ child: Int32, _ group: RelationGroup) {
    left2 = left1
    left1 = child
    leftGroup = group.rawValue
    leftGroups |= 1 << UInt32(group.rawValue)
    leftCount = min(3, leftCount + 1)
    stamp(child, group, side: 0)
  }

  /// Adds `child` outside of the children on the right.
  mutating func addRight(_ child: Int32, _ group: RelationGroup) {
    right2 = right1
    right1 = child
    rightGroup = group.rawValue
    rightGroups |= 1 << UInt32(group.rawValue)
    rightCount = min(3, rightCount + 1)
    stamp(child, group, side: 1)
  }

  private mutating func stamp(_ child: Int32, _ group: RelationGroup, side: UInt64) {
    let mark = UInt64(UInt32(bitPattern: child)) << 8 | UInt64(group.rawValue) << 1 | side
    fingerprint = (fingerprint ^ mark) &* 0xff51_afd7_ed55_8ccd
    fingerprint ^= fingerprint >> 32
  }
}
