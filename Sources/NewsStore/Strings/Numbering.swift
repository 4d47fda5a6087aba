/// Numbers keys from 0 in the order in which they are first met.
struct Numbering<Key: Hashable & Sendable>: Sendable {
  private var numbers: [Key: UInt32] = [:]

  /// Number of keys met.
  var count: Int { numbers.count }

  /// The number of `key`, which is a new one where the key was not met before.
  mutating func number(of key: Key) -> UInt32 {
    if let known = numbers[key] { return known }
    let number = UInt32(numbers.count)
    numbers[key] = number
    return number
  }

  /// The number of a key that was met, else nil.
  func known(_ key: Key) -> UInt32? { numbers[key] }
}
