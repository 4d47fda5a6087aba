/// The words that a transition is chosen by, in the notation of Zhang and Nivre (2011).
///
/// `s0`, `s1`, `s2` are the top of the stack, `b0` to `b3` the front of the buffer; `s0l` is the
/// outermost left child of `s0`, `s0l2` the next, `s0r` the outermost right one. Of each, `w` is the
/// word, `p` the tag, `u` the universal tag. A left arc joins `s0` to `b0`, a right arc to `s1`.
struct ParseFeatures {
  /// A word as the templates see it.
  struct Word {
    let place: Int
    let w: UInt32
    let p: UInt32
    let u: UInt32
    /// Hash of its last three bytes.
    let suffix: UInt32
    /// Group of its relation to its head.
    let group: UInt32
  }

  /// Children of a word on one side: how many, up to three, and which groups.
  struct Children {
    let count: UInt32
    let groups: UInt32
  }

  let s0: Word
  let s1: Word
  let s2: Word
  let b0: Word
  let b1: Word
  let b2: Word
  let b3: Word
  let s0l: Word
  let s0l2: Word
  let s0r: Word
  let s0r2: Word
  let s1l: Word
  let s1r: Word
  let s1r2: Word
  let s2r: Word
  let b0l: Word
  let b0l2: Word
  let leftOfS0: Children
  let rightOfS0: Children
  let leftOfS1: Children
  let rightOfS1: Children
  let leftOfB0: Children
  /// Distance of `s0` from `b0` and of `s1` from `s0`, in steps that grow.
  let distance0: UInt32
  let distance1: UInt32
  /// Verbs and punctuation marks between them.
  let between0: UInt32
  let between1: UInt32
  /// Tags next to them, on the side of the arc.
  let afterS0: UInt32
  let beforeS0: UInt32
  let afterS1: UInt32
  let beforeB0: UInt32

  /// What the top three trees of the stack and that of the front of the buffer show of the sentence
  /// of `context`.
  init(
    _ tree0: borrowing PartialTree, _ tree1: borrowing PartialTree,
    _ tree2: borrowing PartialTree, _ front: borrowing PartialTree,
    _ context: borrowing ParseContext
  ) {
    let count = context.count
    let fine = context.fine.span
    let coarse = context.coarse.span
    let lower = context.lower.span
    let suffixes = context.suffix.span

    func word(_ place: Int32, group: UInt8 = 0) -> Word {
      let place = place < 0 || place > count ? count + 1 : Int(place)
      return Word(
        place: place, w: lower[place], p: fine[place], u: coarse[place], suffix: suffixes[place],
        group: UInt32(group))
    }
    func tag(at place: Int) -> UInt32 { fine[place < 0 || place > count ? count + 1 : place] }

    s0 = word(tree0.word)
    s1 = word(tree1.word)
    s2 = word(tree2.word)
    b0 = word(front.word)
    b1 = word(front.word + 1)
    b2 = word(front.word + 2)
    b3 = word(front.word + 3)
    s0l = word(tree0.left1, group: tree0.leftGroup)
    s0l2 = word(tree0.left2)
    s0r = word(tree0.right1, group: tree0.rightGroup)
    s0r2 = word(tree0.right2)
    s1l = word(tree1.left1, group: tree1.leftGroup)
    s1r = word(tree1.right1, group: tree1.rightGroup)
    s1r2 = word(tree1.right2)
    s2r = word(tree2.right1)
    b0l = word(front.left1, group: front.leftGroup)
    b0l2 = word(front.left2)
    leftOfS0 = Children(count: UInt32(tree0.leftCount), groups: tree0.leftGroups)
    rightOfS0 = Children(count: UInt32(tree0.rightCount), groups: tree0.rightGroups)
    leftOfS1 = Children(count: UInt32(tree1.leftCount), groups: tree1.leftGroups)
    rightOfS1 = Children(count: UInt32(tree1.rightCount), groups: tree1.rightGroups)
    leftOfB0 = Children(count: UInt32(front.leftCount), groups: front.leftGroups)

    let hasS0 = s0.place < count
    let hasS1 = s1.place < count
    distance0 = hasS0 ? ParseFeatures.step(b0.place - s0.place) : 9
    distance1 = hasS1 ? ParseFeatures.step(s0.place - s1.place) : 9
    between0 = hasS0 ? context.between(s0.place, b0.place) : 99
    between1 = hasS1 ? context.between(s1.place, s0.place) : 99
    afterS0 = tag(at: hasS0 ? s0.place + 1 : -1)
    beforeS0 = tag(at: hasS0 ? s0.place - 1 : -1)
    afterS1 = tag(at: hasS1 ? s1.place + 1 : -1)
    beforeB0 = tag(at: b0.place - 1)
  }

  @inline(__always)
  private static func step(_ distance: Int) -> UInt32 {
    switch distance {
    case ...4: UInt32(truncatingIfNeeded: distance)
    case 5, 6: 5
    case 7...10: 6
    default: 7
    }
  }
}
