/// The scores of feature groups of one sentence, by fingerprint.
///
/// Every group has the same number of slots; of two fingerprints with one slot the later stays.
struct ScoreCache {
  /// Slots of a group; a power of two.
  static let slots = 128

  /// Numbers of a slot: the classes, then padding.
  let stride: Int
  /// What is in each slot; 0 for nothing.
  private var fingerprints: [UInt64]
  /// The scores, `stride` a slot.
  var cells: [Int32]
  /// Tells sentences, and states of what is learned, apart.
  private var salt: UInt64 = 1

  /// A cache for scores of `classes` classes.
  init(classes: Int) {
    stride = WeightTable.stride(forClasses: classes)
    let slots = FeatureGroup.allCases.count * ScoreCache.slots
    fingerprints = [UInt64](repeating: 0, count: slots)
    cells = [Int32](repeating: 0, count: slots * stride)
  }

  /// Forgets everything.
  mutating func clear() { salt = salt &+ 0xda94_2042_e4dd_58b5 | 1 }

  /// The slot of `fingerprint` of `group`, and whether its scores are there; from now on they are
  /// taken to be.
  @inline(__always)
  mutating func slot(of fingerprint: UInt64, _ group: FeatureGroup) -> (slot: Int, isFilled: Bool) {
    let salted = fingerprint ^ salt
    let slot =
      group.rawValue * ScoreCache.slots + Int(fingerprint & UInt64(ScoreCache.slots - 1))
    if fingerprints[slot] == salted { return (slot, true) }
    fingerprints[slot] = salted
    return (slot, false)
  }
}
