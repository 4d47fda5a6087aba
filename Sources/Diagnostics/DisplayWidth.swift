/// Columns that `text` takes on a terminal.
///
/// Combining marks and format characters take none, East Asian wide characters and emoji two, all
/// else one; control characters are not expected (see ``visible(_:)``) and take none.
///
/// - Complexity: O(*n*).
public func displayWidth(_ text: some StringProtocol) -> Int {
  var width = 0
  for byte in text.utf8 {
    if byte >= 0x80 { return text.unicodeScalars.reduce(0) { $0 + columns(of: $1) } }
    width += byte >= 0x20 && byte != 0x7f ? 1 : 0
  }
  return width
}

private func columns(of scalar: Unicode.Scalar) -> Int {
  if scalar.value < 0x300 {
    return scalar.value < 0x20 || (0x7f..<0xa0).contains(scalar.value) ? 0 : 1
  }
  switch scalar.properties.generalCategory {
  case .nonspacingMark, .enclosingMark, .format, .control: return 0
  default: break
  }
  if (0xfe00...0xfe0f).contains(scalar.value) { return 0 }
  return isWide(scalar) ? 2 : 1
}

/// East Asian Width W and F of Unicode Standard Annex 11, by block.
private func isWide(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x1100...0x115f, 0x2e80...0x303e, 0x3041...0x33ff, 0x3400...0x4dbf, 0x4e00...0x9fff,
    0xa000...0xa4cf, 0xa960...0xa97f, 0xac00...0xd7a3, 0xf900...0xfaff, 0xfe30...0xfe6f,
    0xff00...0xff60, 0xffe0...0xffe6, 0x1f300...0x1f64f, 0x1f680...0x1f6ff, 0x1f900...0x1f9ff,
    0x20000...0x3fffd:
    true
  default: false
  }
}
