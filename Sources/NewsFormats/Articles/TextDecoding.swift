/// Why bytes are no text.
enum TextDecodingError: Error, Equatable {
  /// They hold control characters that no text has.
  case binary
  /// There are none, or only white space.
  case empty
}

/// The text that `bytes` encode.
///
/// Byte order marks of UTF-8 and UTF-16 are honoured and dropped. Without one, UTF-16 is recognised
/// by the zero bytes of its Latin letters, UTF-8 by being valid; what is neither, but has no control
/// characters, is taken for Windows-1252, which contains Latin-1. Line ends become `\n`.
///
/// - Throws: ``TextDecodingError``.
/// - Complexity: O(*n*).
func decodedText(_ bytes: [UInt8]) throws(TextDecodingError) -> String {
  let text: String
  if bytes.starts(with: [0xef, 0xbb, 0xbf]) {
    text = String(decoding: bytes.dropFirst(3), as: UTF8.self)
  } else if bytes.starts(with: [0xff, 0xfe]) {
    text = utf16(bytes.dropFirst(2), isLittleEndian: true)
  } else if bytes.starts(with: [0xfe, 0xff]) {
    text = utf16(bytes.dropFirst(2), isLittleEndian: false)
  } else if let isLittleEndian = guessedUTF16(bytes) {
    text = utf16(bytes[...], isLittleEndian: isLittleEndian)
  } else if let valid = String(validating: bytes, as: UTF8.self) {
    text = valid
  } else if mostlyUTF8(bytes) {
    text = String(decoding: bytes, as: UTF8.self)
  } else {
    text = windows1252(bytes)
  }
  if looksBinary(text) { throw .binary }
  if text.unicodeScalars.allSatisfy(\.properties.isWhitespace) { throw .empty }
  return withLineFeeds(text)
}

private func utf16(_ bytes: ArraySlice<UInt8>, isLittleEndian: Bool) -> String {
  var units: [UInt16] = []
  units.reserveCapacity(bytes.count / 2)
  var index = bytes.startIndex
  while index + 1 < bytes.endIndex {
    let (a, b) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
    units.append(isLittleEndian ? b << 8 | a : a << 8 | b)
    index += 2
  }
  return String(decoding: units, as: UTF16.self)
}

/// Whether every second of the first bytes is mostly zero, and which.
private func guessedUTF16(_ bytes: [UInt8]) -> Bool? {
  let sample = bytes.prefix(4_096)
  guard sample.count >= 4, bytes.count % 2 == 0 else { return nil }
  var zeros = [0, 0]
  for (offset, byte) in sample.enumerated() where byte == 0 { zeros[offset % 2] += 1 }
  let half = sample.count / 2
  if zeros[1] * 10 > half * 4, zeros[0] * 20 < half { return true }
  if zeros[0] * 10 > half * 4, zeros[1] * 20 < half { return false }
  return nil
}

/// Whether only a few bytes break UTF-8 in a text that otherwise uses it.
///
/// A page with one damaged character is repaired rather than read as Windows-1252, where all its
/// other letters would fall apart.
private func mostlyUTF8(_ bytes: [UInt8]) -> Bool {
  var good = 0
  var bad = 0
  for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars where !scalar.isASCII {
    if scalar == "\u{fffd}" { bad += 1 } else { good += 1 }
  }
  return good >= 3 * bad
}

private func windows1252(_ bytes: [UInt8]) -> String {
  let upper: [UInt32] = [
    0x20ac, 0x81, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160, 0x2039,
    0x0152, 0x8d, 0x017d, 0x8f, 0x90, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014,
    0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0x9d, 0x017e, 0x0178,
  ]
  var out = String.UnicodeScalarView()
  for byte in bytes {
    let value = (0x80...0x9f).contains(byte) ? upper[Int(byte) - 0x80] : UInt32(byte)
    if let scalar = Unicode.Scalar(value) { out.append(scalar) }
  }
  return String(out)
}

/// Whether the text has a NUL, or other control characters beyond the few that a damaged text has.
private func looksBinary(_ text: String) -> Bool {
  var controls = 0
  var count = 0
  for byte in text.utf8 {
    count += 1
    if byte == 0 { return true }
    if byte < 0x20, byte != 0x09, byte != 0x0a, byte != 0x0c, byte != 0x0d, byte != 0x1b {
      controls += 1
    }
  }
  return controls > 8 && controls * 50 > count
}

private func withLineFeeds(_ text: String) -> String {
  guard text.utf8.contains(0x0d) else { return text }
  var bytes: [UInt8] = []
  bytes.reserveCapacity(text.utf8.count)
  var afterReturn = false
  for byte in text.utf8 {
    if byte == 0x0d {
      bytes.append(0x0a)
    } else if byte != 0x0a || !afterReturn {
      bytes.append(byte)
    }
    afterReturn = byte == 0x0d
  }
  return String(decoding: bytes, as: UTF8.self)
}
