/// Features of a state that depend on the same few things.
///
/// The states of a beam mostly differ in little, so that most groups have been scored before; see
/// ``BeamSearch``.
enum FeatureGroup: Int, CaseIterable, Sendable {
  /// The front of the buffer.
  case buffer
  /// The words at the ends of a left arc, `s0` and `b0`.
  case leftArc
  /// The words at the ends of a right arc, `s1` and `s0`.
  case rightArc
  /// All three words.
  case words
  /// These and what is below them on the stack.
  case stack
  /// `s0` and `b0` with their children.
  case leftTrees
  /// `s1` and `s0` with their children.
  case rightTrees
  /// All three with their children.
  case trees

  /// A hash of all that the group's features of the state depend on, the sentence aside.
  @inline(__always)
  func fingerprint(
    _ s0: borrowing PartialTree, _ s1: borrowing PartialTree, _ s2: borrowing PartialTree,
    _ b0: borrowing PartialTree
  ) -> UInt64 {
    switch self {
    case .buffer: FeatureGroup.mix(1, word(b0), 0, 0)
    case .leftArc: FeatureGroup.mix(2, word(s0), word(b0), 0)
    case .rightArc: FeatureGroup.mix(3, word(s1), word(s0), 0)
    case .words: FeatureGroup.mix(4, word(s1), word(s0), word(b0))
    case .stack:
      FeatureGroup.mix(5, s2.fingerprint, word(s1) << 32 | word(s0), word(b0))
    case .leftTrees: FeatureGroup.mix(6, s0.fingerprint, b0.fingerprint, 0)
    case .rightTrees: FeatureGroup.mix(7, s1.fingerprint, s0.fingerprint, 0)
    case .trees: FeatureGroup.mix(8, s1.fingerprint, s0.fingerprint, b0.fingerprint)
    }
  }

  @inline(__always)
  private func word(_ tree: borrowing PartialTree) -> UInt64 {
    UInt64(UInt32(bitPattern: tree.word))
  }

  @inline(__always)
  private static func mix(_ group: UInt64, _ a: UInt64, _ b: UInt64, _ c: UInt64) -> UInt64 {
    var hash = (a &+ group) &* 0x9e37_79b9_7f4a_7c15
    hash ^= hash >> 32
    hash = (hash ^ b) &* 0xbf58_476d_1ce4_e5b9
    hash ^= hash >> 29
    hash = (hash ^ c) &* 0x94d0_49bb_1331_11eb
    return hash ^ hash >> 32
  }
}
