/// `text` with every character that could steer a terminal shown as a visible mark.
///
/// Control characters become their Unicode pictures (`␛` for escape), a tab a space, a line feed
/// `␊`; bidirectional overrides and isolates, zero-width characters that can hide text, and
/// line and paragraph separators become `‹U+202E›`. All else is kept.
///
/// - Complexity: O(*n*); a text without such characters is returned as it is.
public func visible(_ text: String) -> String {
  guard text.unicodeScalars.contains(where: { mark(for: $0) != nil }) else { return text }
  var out = String.UnicodeScalarView()
  for scalar in text.unicodeScalars {
    if let mark = mark(for: scalar) {
      out.append(contentsOf: mark.unicodeScalars)
    } else {
      out.append(scalar)
    }
  }
  return String(out)
}

private func mark(for scalar: Unicode.Scalar) -> String? {
  switch scalar.value {
  case 0x09: return " "
  case 0x00...0x1f:
    return Unicode.Scalar(0x2400 + scalar.value).map { String(Character($0)) } ?? "\u{fffd}"
  case 0x7f: return "\u{2421}"
  case 0x80...0x9f, 0x61c, 0x200b, 0x200e, 0x200f, 0x2028...0x202e, 0x2060...0x206f, 0xfeff,
    0xe0000...0xe007f:
    return "‹U+" + String(scalar.value, radix: 16, uppercase: true) + "›"
  default: return nil
  }
}
