/// `text` in the form in which names and words are compared.
///
/// Letters are lower-cased and lose their accents (Erdoğan becomes erdogan, ø o, ß ss, æ ae); every
/// run of anything that is neither letter nor digit, hyphens and apostrophes included, becomes one
/// space; there is none at the ends. Letters of other scripts are only lower-cased.
///
/// - Complexity: O(*n*).
public func folded(_ text: some StringProtocol) -> String {
  var bytes: [UInt8] = []
  bytes.reserveCapacity(text.utf8.count)
  var gap = false
  for scalar in text.unicodeScalars {
    if scalar.isASCII {
      let byte = UInt8(truncatingIfNeeded: scalar.value)
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"):
        if gap, !bytes.isEmpty { bytes.append(0x20) }
        gap = false
        bytes.append(byte)
      case UInt8(ascii: "A")...UInt8(ascii: "Z"):
        if gap, !bytes.isEmpty { bytes.append(0x20) }
        gap = false
        bytes.append(byte | 0x20)
      default: gap = true
      }
      continue
    }
    let properties = scalar.properties
    if isCombining(properties.generalCategory) { continue }
    guard properties.isAlphabetic || properties.numericType != nil else {
      gap = true
      continue
    }
    if gap, !bytes.isEmpty { bytes.append(0x20) }
    gap = false
    bytes += base(of: scalar).utf8
  }
  return String(decoding: bytes, as: UTF8.self)
}

private func isCombining(_ category: Unicode.GeneralCategory) -> Bool {
  switch category {
  case .nonspacingMark, .enclosingMark, .spacingMark, .modifierLetter, .format: true
  default: false
  }
}

/// Latin letters give up their marks by their Unicode name: `LATIN SMALL LETTER G WITH BREVE`.
private func base(of scalar: Unicode.Scalar) -> String {
  switch scalar {
  case "ß", "ẞ": return "ss"
  case "æ", "Æ": return "ae"
  case "œ", "Œ": return "oe"
  case "þ", "Þ": return "th"
  case "ð", "Ð", "đ", "Đ": return "d"
  case "ı": return "i"
  case "ə", "Ə": return "a"
  default: break
  }
  if scalar.value < 0x2b0 || (0x1e00...0x1eff).contains(scalar.value),
    let letter = scalar.properties.name.flatMap(plainLatinLetter(named:))
  {
    return letter
  }
  return scalar.properties.lowercaseMapping
}

private func plainLatinLetter(named name: String) -> String? {
  let words = name.split(separator: " ")
  guard words.first == "LATIN", let at = words.firstIndex(of: "LETTER"), at + 1 < words.count,
    words[at + 1].utf8.count == 1
  else { return nil }
  return words[at + 1].lowercased()
}
