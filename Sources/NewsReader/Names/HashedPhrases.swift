/// Values by the hashes of phrases, which are not hashed again.
///
/// Open addressing with linear probing, at most half full; nothing is ever removed.
struct HashedPhrases<Value: Sendable>: Sendable {
  /// Position in `values` and 1; 0 where the slot is free.
  private var positions = [UInt32](repeating: 0, count: 64)
  private var keys: [UInt64] = []
  private var values: [Value] = []

  /// The value under `hash`; setting nil does nothing.
  ///
  /// - Complexity: O(1) on average.
  subscript(hash: PhraseHash) -> Value? {
    get {
      let position = positions[slot(of: hash.value)]
      return position == 0 ? nil : values[Int(position) - 1]
    }
    set {
      guard let newValue else { return }
      let at = slot(of: hash.value)
      if positions[at] != 0 {
        values[Int(positions[at]) - 1] = newValue
        return
      }
      keys.append(hash.value)
      values.append(newValue)
      positions[at] = UInt32(keys.count)
      if keys.count * 2 > positions.count { grow() }
    }
  }

  private func slot(of key: UInt64) -> Int {
    let mask = positions.count - 1
    // The high half of a product mixes all bits of the key.
    var at = Int(truncatingIfNeeded: (key &* 0x9e37_79b9_7f4a_7c15) >> 32) & mask
    while positions[at] != 0, keys[Int(positions[at]) - 1] != key { at = (at + 1) & mask }
    return at
  }

  private mutating func grow() {
    positions = [UInt32](repeating: 0, count: positions.count * 2)
    for (position, key) in keys.enumerated() { positions[slot(of: key)] = UInt32(position + 1) }
  }
}
