/// The features of one decision, as hashed keys.
///
/// A key is a template number and up to four values, folded to ``FeatureKeys/bits`` bits; which
/// template a key belongs to is given by the order of the calls.
struct FeatureKeys {
  /// Bits of a key; what collides is told apart by the other features.
  static let bits = 24
  /// The most keys that one decision may have.
  static let capacity = 192

  /// The keys; only the first ``count`` are of this decision.
  ///
  /// No array, which would be asked with every key whether it is shared.
  private(set) var all = InlineArray<192, UInt32>(repeating: 0)
  /// Number of keys.
  private(set) var count = 0
  private var template: UInt64 = 0

  /// The keys of this decision.
  var keys: [UInt32] { (0..<count).map { all[$0] } }

  /// Begins the next decision.
  mutating func reset() {
    count = 0
    template = 0
  }

  /// Goes on with the templates of `group`, whose keys are not those of another group.
  @inline(__always)
  mutating func begin(group: Int) { template = UInt64(group + 1) &* 0xd6e8_feb8_6659_fd93 }

  @inline(__always)
  private mutating func put(_ mixed: UInt64) {
    var hash = mixed
    hash ^= hash >> 31
    hash &*= 0x94d0_49bb_1331_11eb
    all[count] = UInt32(truncatingIfNeeded: hash >> UInt64(64 - FeatureKeys.bits))
    count += 1
  }

  @inline(__always)
  private mutating func mix(_ value: UInt64) -> UInt64 {
    template &+= 0x9e37_79b9_7f4a_7c15
    return (value &+ template) &* 0xbf58_476d_1ce4_e5b9
  }

  /// Adds the next template's key.
  @inline(__always)
  mutating func add(_ a: UInt32) { put(mix(UInt64(a))) }

  /// Adds the next template's key.
  @inline(__always)
  mutating func add(_ a: UInt32, _ b: UInt32) { put(mix(UInt64(a) | UInt64(b) << 32)) }

  /// Adds the next template's key.
  @inline(__always)
  mutating func add(_ a: UInt32, _ b: UInt32, _ c: UInt32) {
    var hash = mix(UInt64(a) | UInt64(b) << 32)
    hash ^= hash >> 29
    put((hash &+ UInt64(c)) &* 0x2545_f491_4f6c_dd1d)
  }

  /// Adds the next template's key.
  @inline(__always)
  mutating func add(_ a: UInt32, _ b: UInt32, _ c: UInt32, _ d: UInt32) {
    add(a, b, c &* 0x85eb_ca6b ^ (d &+ 0x7f4a_7c15) &* 0xc2b2_ae35)
  }
}
