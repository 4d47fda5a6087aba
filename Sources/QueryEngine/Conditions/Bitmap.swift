/// A set of small numbers, one bit each.
struct Bitmap: Sendable {
  private(set) var words: [UInt64]

  /// The empty set of numbers below `size`.
  init(size: Int) { words = [UInt64](repeating: 0, count: (size + 63) / 64) }

  /// Whether the set holds `number`; never where it is not below the size.
  @inline(__always)
  func contains(_ number: UInt32) -> Bool {
    let word = Int(number >> 6)
    return word < words.count && words[word] >> UInt64(number & 63) & 1 == 1
  }

  /// Adds `number`, which must be below the size.
  @inline(__always)
  mutating func insert(_ number: UInt32) {
    words[Int(number >> 6)] |= 1 << UInt64(number & 63)
  }

  /// Takes out the numbers of another set of the same size.
  mutating func subtract(_ other: Bitmap) {
    for index in words.indices { words[index] &= ~other.words[index] }
  }

  /// The numbers of the set, ascending.
  var members: [UInt32] {
    var result: [UInt32] = []
    result.reserveCapacity(words.reduce(0) { $0 + $1.nonzeroBitCount })
    for (index, word) in words.enumerated() {
      var rest = word
      while rest != 0 {
        result.append(UInt32(index << 6 + rest.trailingZeroBitCount))
        rest &= rest - 1
      }
    }
    return result
  }
}
