/// The children of every word of a tree, as far as the relation features look at them.
struct TreeView {
  /// Head of each word; the root is the number of words.
  let heads: [Int]
  /// Group of each word's relation, by number; two more entries behind, of no group.
  let groups: [UInt32]
  /// First child on the left, first and last child on the right; the place of a word that is not
  /// there where there is none.
  private(set) var left: [Int]
  private(set) var right: [Int]
  private(set) var last: [Int]
  /// Number of children, up to 3.
  private(set) var children: [UInt32]
  /// Groups of the children, as bits.
  private(set) var childGroups: [UInt32]

  /// The number that stands for no group.
  static let noGroup: UInt32 = 99

  /// The tree in which word `d` hangs from `heads[d]`.
  init(heads: [Int], groups: [UInt8]) {
    self.heads = heads
    self.groups = groups.map { UInt32($0) } + [TreeView.noGroup, TreeView.noGroup]
    let absent = heads.count + 1
    left = [Int](repeating: absent, count: heads.count + 2)
    right = left
    last = left
    children = [UInt32](repeating: 0, count: heads.count + 2)
    childGroups = children
    for (word, head) in heads.enumerated() {
      children[head] = min(3, children[head] + 1)
      childGroups[head] |= 1 << UInt32(groups[word] & 31)
      if word < head {
        if left[head] == absent { left[head] = word }
      } else {
        if right[head] == absent { right[head] = word }
        last[head] = word
      }
    }
  }
}
