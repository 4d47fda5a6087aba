extension NameForm {
  private static let smallWords: Set<Substring> = [
    "of", "the", "and", "for", "in", "on", "to", "at", "de", "des", "du", "la", "el", "y", "e",
    "et", "da", "do", "del", "der", "die", "und", "für",
  ]

  private static func isASCII(_ text: String) -> Bool { text.utf8.allSatisfy { $0 < 0x80 } }

  private static func isCapital(_ byte: UInt8) -> Bool { byte >= 0x41 && byte <= 0x5a }

  private static func isSmall(_ byte: UInt8) -> Bool { byte >= 0x61 && byte <= 0x7a }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

  /// The first letters of the words of a name, and all letters of those in capitals, in lower case.
  ///
  /// - Parameter takingAll: whether `of`, `the`, `and` and their like count.
  static func initials(of text: String, takingAll: Bool = false) -> String {
    guard isASCII(text) else { return initials(ofAnyScript: text, takingAll: takingAll) }
    var letters: [UInt8] = []
    let words = text.utf8.split {
      $0 == 0x20 || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "/") || $0 == 0x0a
    }
    for word in words {
      let first = word.first { isCapital($0) || isSmall($0) || isDigit($0) }
      guard let first, takingAll || !smallWords.contains(Substring(word)) else { continue }
      if word.count(where: isCapital) > 1, !word.contains(where: isSmall) {
        letters += word.lazy.filter(isCapital).map { $0 | 0x20 }
      } else {
        letters.append(isCapital(first) ? first | 0x20 : first)
      }
    }
    return String(decoding: letters, as: UTF8.self)
  }

  private static func initials(ofAnyScript text: String, takingAll: Bool) -> String {
    var letters = ""
    for word in text.split(whereSeparator: { $0 == " " || $0 == "-" || $0 == "/" || $0 == "\n" }) {
      guard let first = word.first(where: { $0.isLetter || $0.isNumber }) else { continue }
      if !takingAll, smallWords.contains(word) { continue }
      let capitals = word.filter(\.isLetter)
      if capitals.count > 1, capitals.allSatisfy(\.isUppercase) {
        letters += folded(capitals)
      } else {
        letters += folded(String(first))
      }
    }
    return letters
  }

  /// The letters of a form that is written as an acronym, in lower case; nil for any other.
  static func acronymLetters(of text: String) -> String? {
    // Most names have a space or few capitals.
    if text.utf8.contains(0x20) { return nil }
    if isASCII(text), text.utf8.count(where: isCapital) < 2 { return nil }
    var letters = ""
    var capitals = 0
    for character in text {
      if character == "." || character == "-" || character == "&" { continue }
      guard character.isLetter || character.isNumber else { return nil }
      if character.isUppercase { capitals += 1 }
      letters.append(character)
    }
    guard letters.count >= 2, letters.count <= 10, capitals >= 2, capitals * 3 >= letters.count * 2
    else { return nil }
    return folded(letters)
  }
}
