/// Finds the words of a UTF-8 text: the words that `folded` would leave of it, and where they stand.
///
/// A word is a run of letters and digits; marks, modifier letters and format characters neither
/// belong to the folded word nor end it.
enum WordScanner {
  /// Calls `body` with the range of each word in `range` and whether it is ASCII only.
  ///
  /// - Complexity: O(*n*).
  static func forEachWord(
    in text: borrowing Span<UInt8>, range: Range<Int>, _ body: (Range<Int>, Bool) -> Void
  ) {
    var start = -1
    var isASCII = true
    var at = range.lowerBound
    while at < range.upperBound {
      let byte = text[at]
      if byte < 0x80 {
        if isWordByte(byte) {
          if start < 0 { start = at }
        } else if start >= 0 {
          body(start..<at, isASCII)
          start = -1
          isASCII = true
        }
        at += 1
        continue
      }
      let (scalar, length) = decode(text, at: at, end: range.upperBound)
      switch kind(of: scalar) {
      case .letter:
        if start < 0 { start = at }
        isASCII = false
      case .ignored:
        if start >= 0 { isASCII = false }
      case .separator:
        if start >= 0 {
          body(start..<at, isASCII)
          start = -1
          isASCII = true
        }
      }
      at += length
    }
    if start >= 0 { body(start..<min(at, range.upperBound), isASCII) }
  }

  private enum Kind {
    case letter
    case ignored
    case separator
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    let lowered = byte | 0x20
    return (lowered >= 0x61 && lowered <= 0x7a) || (byte >= 0x30 && byte <= 0x39)
  }

  private static func kind(of scalar: Unicode.Scalar) -> Kind {
    let properties = scalar.properties
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .spacingMark, .modifierLetter, .format: return .ignored
    default: return properties.isAlphabetic || properties.numericType != nil ? .letter : .separator
    }
  }

  /// The scalar at a lead byte and its length; a broken sequence counts as one separator.
  private static func decode(
    _ text: borrowing Span<UInt8>, at: Int, end: Int
  ) -> (Unicode.Scalar, Int) {
    let lead = UInt32(text[at])
    let length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : lead >= 0xc0 ? 2 : 1
    guard length > 1, at + length <= end else { return (" ", 1) }
    var value = lead & (0x7f >> UInt32(length))
    for offset in 1..<length { value = value << 6 | UInt32(text[at + offset] & 0x3f) }
    return (Unicode.Scalar(value) ?? " ", length)
  }
}
