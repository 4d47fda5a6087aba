/// `text` in the form in which names and words are compared.
///
/// Letters are lower-cased and lose their accents (Erdoğan becomes erdogan, ø o, ß ss, æ ae); every
/// run of anything that is neither letter nor digit, hyphens and apostrophes included, becomes one
/// space; there is none at the ends. Letters of other scripts are only lower-cased.
///
/// - Complexity: O(*n*).
public func folded(_ text: some StringProtocol) -> String { folded(Substring(text)) }

/// `text` in the form in which names and words are compared.
public func folded(_ text: String) -> String {
  switch foldedShape(text.utf8Span.span) {
  case .folded: text
  case .word: text.lowercased()
  case .mixed: folded(scalars: text.unicodeScalars, byteCount: text.utf8.count)
  }
}

/// `text` in the form in which names and words are compared.
public func folded(_ text: Substring) -> String {
  switch foldedShape(text.utf8Span.span) {
  case .folded: String(text)
  case .word: text.lowercased()
  case .mixed: folded(scalars: text.unicodeScalars, byteCount: text.utf8.count)
  }
}

/// The words of ``folded(_:)-(String)``.
public func foldedWords(_ text: String) -> [Substring] { words(ofFolded: folded(text)) }

/// The words of ``folded(_:)-(Substring)``.
public func foldedWords(_ text: Substring) -> [Substring] { words(ofFolded: folded(text)) }

private func words(ofFolded text: String) -> [Substring] {
  text.utf8.split(separator: 0x20).map { Substring($0) }
}

/// What there is to do to fold a text.
private enum FoldedShape {
  /// Nothing: it has folded words with single spaces between them.
  case folded
  /// Its letters, of which some are capitals, are ASCII, and nothing else stands in it but digits.
  case word
  /// Anything else.
  case mixed
}

private func foldedShape(_ bytes: borrowing Span<UInt8>) -> FoldedShape {
  var hasCapital = false
  var hasSpace = false
  var last: UInt8 = 0x20
  for at in bytes.indices {
    let byte = bytes[at]
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): break
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): hasCapital = true
    case 0x20 where last != 0x20: hasSpace = true
    default: return .mixed
    }
    last = byte
  }
  if bytes.isEmpty { return .folded }
  if last == 0x20 { return .mixed }
  return hasCapital ? (hasSpace ? .mixed : .word) : .folded
}

private func folded(scalars: some Sequence<Unicode.Scalar>, byteCount: Int) -> String {
  var bytes: [UInt8] = []
  bytes.reserveCapacity(byteCount)
  var gap = false
  for scalar in scalars {
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
    // Dashes, quotation marks and their like: the commonest by far.
    if (0x2010...0x2027).contains(scalar.value) {
      gap = true
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
  if let letter = plainLatinLetters[scalar.value] { return letter }
  return scalar.properties.lowercaseMapping
}

/// The letters without marks of those that have some.
private let plainLatinLetters: [UInt32: String] = {
  var letters: [UInt32: String] = [:]
  for range in [0xc0...0x2af, 0x1e00...0x1eff] as [ClosedRange<UInt32>] {
    for value in range {
      letters[value] = Unicode.Scalar(value)?.properties.name.flatMap(plainLatinLetter(named:))
    }
  }
  return letters
}()

private func plainLatinLetter(named name: String) -> String? {
  let words = name.split(separator: " ")
  guard words.first == "LATIN", let at = words.firstIndex(of: "LETTER"), at + 1 < words.count,
    words[at + 1].utf8.count == 1
  else { return nil }
  return words[at + 1].lowercased()
}
