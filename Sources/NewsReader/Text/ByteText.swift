/// What a scalar is to a tokenizer.
enum ScalarClass: Sendable {
  case space
  case letter
  case digit
  case mark
}

/// Valid UTF-8 that is read scalar by scalar.
enum ByteText {
  /// The scalar that begins at `index` and the number of its bytes.
  ///
  /// In the middle of a scalar, or in bytes cut short, gives U+FFFD and one byte.
  static func scalar(in bytes: [UInt8], at index: Int) -> (scalar: Unicode.Scalar, length: Int) {
    let lead = bytes[index]
    if lead < 0x80 { return (Unicode.Scalar(lead), 1) }
    let length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : lead >= 0xc0 ? 2 : 0
    guard length > 0, index + length <= bytes.count else { return ("\u{fffd}", 1) }
    var value = UInt32(lead) & (length == 4 ? 0x07 : length == 3 ? 0x0f : 0x1f)
    for offset in 1..<length { value = value << 6 | UInt32(bytes[index + offset] & 0x3f) }
    guard let scalar = Unicode.Scalar(value) else { return ("\u{fffd}", 1) }
    return (scalar, length)
  }

  /// The start of the scalar that ends before `index`.
  static func start(in bytes: [UInt8], before index: Int) -> Int {
    var at = index - 1
    while at > 0, bytes[at] & 0xc0 == 0x80 { at -= 1 }
    return max(at, 0)
  }

  /// What `scalar` is; combining marks count as letters.
  static func kind(of scalar: Unicode.Scalar) -> ScalarClass {
    let value = scalar.value
    if value < 0x80 {
      switch value {
      case 0x30...0x39: return .digit
      case 0x41...0x5a, 0x61...0x7a: return .letter
      case 0...0x20, 0x7f: return .space
      default: return .mark
      }
    }
    // Spaces without width and byte order marks separate nothing that a reader sees, but no word
    // goes on across them.
    if value == 0x200b || value == 0xfeff || value == 0x2060 { return .space }
    let properties = scalar.properties
    if properties.isAlphabetic { return .letter }
    if properties.isWhitespace { return .space }
    switch properties.generalCategory {
    case .nonspacingMark, .spacingMark, .enclosingMark, .format: return .letter
    case .decimalNumber: return .digit
    case .control: return .space
    default: return .mark
    }
  }

  /// What the scalar at `index` is, or `.space` at or after `end`.
  static func kind(in bytes: [UInt8], at index: Int, end: Int) -> ScalarClass {
    index < end ? kind(of: scalar(in: bytes, at: index).scalar) : .space
  }

  /// `range` without white space at its ends.
  static func trimmed(_ range: Range<Int>, in bytes: [UInt8]) -> Range<Int> {
    var (lower, upper) = (range.lowerBound, range.upperBound)
    while lower < upper {
      let (scalar, length) = scalar(in: bytes, at: lower)
      guard kind(of: scalar) == .space else { break }
      lower += length
    }
    while lower < upper {
      let before = max(lower, start(in: bytes, before: upper))
      guard kind(of: scalar(in: bytes, at: before).scalar) == .space else { break }
      upper = before
    }
    return lower..<upper
  }
}
