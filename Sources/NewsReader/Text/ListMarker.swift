/// Bullets and numbers at the start of list items.
enum ListMarker {
  private static let bullets: Set<Unicode.Scalar> = [
    "•", "◦", "▪", "‣", "●", "■", "►", "▶", "·", "*", "-", "–", "—", "➤", "✓",
  ]

  /// Number of bytes of the marker at the start of `range`, white space after it included.
  ///
  /// A marker is a bullet, a number or a letter with `.` or `)`, each followed by white space and a
  /// word; 0 where there is none.
  static func length(in bytes: [UInt8], _ range: Range<Int>) -> Int {
    guard !range.isEmpty else { return 0 }
    let (scalar, length) = ByteText.scalar(in: bytes, at: range.lowerBound)
    var at = range.lowerBound
    if bullets.contains(scalar) {
      at += length
    } else {
      while at < range.upperBound, at - range.lowerBound < 2, (0x30...0x39).contains(bytes[at]) {
        at += 1
      }
      if at == range.lowerBound, (0x61...0x7a).contains(bytes[at]) { at += 1 }
      guard at > range.lowerBound, at < range.upperBound,
        bytes[at] == UInt8(ascii: ".") || bytes[at] == UInt8(ascii: ")")
      else { return 0 }
      // `a.m.` and `i. e.` are words.
      if bytes[at] == UInt8(ascii: "."), !(0x30...0x39).contains(bytes[at - 1]) { return 0 }
      at += 1
    }
    let content = ByteText.trimmed(at..<range.upperBound, in: bytes)
    guard content.lowerBound > at, !content.isEmpty else { return 0 }
    let isWord = ByteText.kind(in: bytes, at: content.lowerBound, end: range.upperBound)
    return isWord == .space ? 0 : content.lowerBound - range.lowerBound
  }
}
