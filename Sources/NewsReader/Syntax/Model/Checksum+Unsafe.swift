/// A 64-bit checksum, eight bytes a step, so that it costs little beside reading the file.
enum Checksum {
  /// The checksum of `bytes` from offset `start`, which is at most their number, to the end.
  static func of(_ bytes: [UInt8], from start: Int) -> UInt64 {
    // A view that does not outlive the array.
    let span = unsafe bytes.span.bytes
    var sum = UInt64(bytes.count - start) &* 0x9e37_79b9_7f4a_7c15 | 1
    var at = start
    while at + 8 <= bytes.count {
      // The offset is checked above, and any eight bytes are an integer.
      let word = unsafe span.unsafeLoadUnaligned(fromByteOffset: at, as: UInt64.self)
      mix(UInt64(littleEndian: word), into: &sum)
      at += 8
    }
    while at < bytes.count {
      mix(UInt64(bytes[at]), into: &sum)
      at += 1
    }
    return sum
  }

  private static func mix(_ word: UInt64, into sum: inout UInt64) {
    sum = (sum ^ word) &* 0xff51_afd7_ed55_8ccd
    sum ^= sum >> 32
  }
}
