/// Takes a model file apart; every step checks that the bytes are there.
struct ByteReader {
  /// The whole file.
  let bytes: [UInt8]
  /// Its name, for errors.
  let file: String
  /// Offset of the next byte.
  private(set) var position = 0

  init(bytes: [UInt8], file: String) {
    self.bytes = bytes
    self.file = file
  }

  /// Number of bytes not yet read.
  var remaining: Int { bytes.count - position }

  /// The error for content that contradicts itself.
  func malformed(_ part: String) -> ModelError {
    ModelError(file: file, problem: .malformed(part))
  }

  /// One byte.
  @inline(__always)
  mutating func byte() throws(ModelError) -> UInt8 {
    guard position < bytes.count else { throw malformed("length") }
    position += 1
    return bytes[position - 1]
  }

  /// A little-endian integer of four bytes.
  mutating func word() throws(ModelError) -> Int {
    var value = 0
    for shift in 0..<4 { value |= Int(try byte()) << (8 * shift) }
    return value
  }

  /// A four-byte count of things that take at least `size` bytes each in what follows.
  mutating func count(of part: String, size: Int = 1) throws(ModelError) -> Int {
    let value = try word()
    guard value <= remaining / max(1, size) else { throw malformed(part) }
    return value
  }

  /// Goes on at `position`, which lies between here and the end.
  mutating func skip(to position: Int) { self.position = min(bytes.count, position) }

  /// `count` characters of one byte each.
  mutating func ascii(_ count: Int) throws(ModelError) -> String {
    var text = ""
    for _ in 0..<count { text.unicodeScalars.append(Unicode.Scalar(try byte())) }
    return text
  }

  /// A list of short texts, each behind its length.
  mutating func strings() throws(ModelError) -> [String] {
    let count = try count(of: "names")
    var list: [String] = []
    for _ in 0..<count {
      let length = Int(try byte())
      guard length <= remaining,
        let text = String(validating: bytes[position..<position + length], as: UTF8.self)
      else { throw malformed("names") }
      position += length
      list.append(text)
    }
    return list
  }
}
