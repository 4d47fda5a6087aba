/// Puts a model file together; the counterpart of ``ByteReader``.
struct ByteWriter {
  /// What has been written.
  private(set) var bytes: [UInt8] = []

  /// One byte.
  mutating func put(byte: UInt8) { bytes.append(byte) }

  /// A little-endian integer of four bytes; higher bits are dropped.
  mutating func put(word: Int) {
    for shift in 0..<4 { bytes.append(UInt8(truncatingIfNeeded: word >> (8 * shift))) }
  }

  /// A non-negative integer, seven bits a byte, lowest first.
  mutating func put(variable: Int) {
    var rest = variable
    while rest >= 128 {
      bytes.append(UInt8(rest & 127) | 128)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  /// ASCII characters, without their number.
  mutating func put(ascii: String) { bytes += ascii.utf8 }

  /// A list of texts of at most 255 bytes.
  mutating func put(strings: [String]) {
    put(word: strings.count)
    for text in strings {
      let utf8 = text.utf8.prefix(255)
      bytes.append(UInt8(utf8.count))
      bytes += utf8
    }
  }
}
