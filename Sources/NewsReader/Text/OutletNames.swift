internal import NewsModel

/// Recognises and writes names of newspapers, broadcasters and offices that publish.
struct OutletNames: Sendable {
  private let nouns: Set<String>
  private let lower: Set<String>
  /// Phrases after which a publisher names itself.
  let selfPhrases: PhraseSet
  private let notSelf: Set<String>

  /// Reads the sections of `outlets.txt`.
  init(_ list: SectionedWordList) {
    nouns = list.foldedEntries(under: "noun")
    lower = list.foldedEntries(under: "lower")
    selfPhrases = list.phrases(under: "self")
    notSelf = list.foldedEntries(under: "not-self")
  }

  /// Whether `text` has the shape of such a name: up to six words with a word such as `Times`, each
  /// with a capital or small inside names, or one word of mixed case such as `MetroNews`.
  func isOutlet(_ text: some StringProtocol) -> Bool {
    let words = text.split(whereSeparator: \.isWhitespace)
    guard (1...7).contains(words.count) else { return false }
    if words.count == 1, let word = words.first { return isCompound(word) }
    guard words.allSatisfy(isNamePart) else { return false }
    return words.contains { nouns.contains(folded($0)) }
  }

  /// Whether a word stands in names: it has a capital, or is one of the small words of names.
  private func isNamePart(_ word: some StringProtocol) -> Bool {
    guard let first = word.first else { return false }
    return first.isUppercase || first.isNumber || lower.contains(folded(word)) || word == "&"
      || word.hasPrefix("al-")
  }

  /// `MetroNews`, `Reporter24`: a noun glued to another word, with a capital inside.
  private func isCompound(_ word: some StringProtocol) -> Bool {
    let text = String(word)
    guard text.dropFirst().contains(where: { $0.isUppercase || $0.isNumber }),
      text.contains(where: \.isLowercase), text.first?.isLetter ?? false
    else { return false }
    let fold = folded(text)
    return nouns.contains { $0.utf8.count > 3 && (fold.hasSuffix($0) || fold.hasPrefix($0)) }
  }

  /// The name that a publisher gives itself in `text` after a phrase such as `Support`, or nil.
  ///
  /// The name is the run of capitalised words there, and holds a word such as `Times`.
  func selfName(in text: String) -> String? {
    let words = text.split(whereSeparator: \.isWhitespace)
    let folds = words.map { Substring(folded($0)) }
    for at in words.indices {
      let length = selfPhrases.matchLength(in: folds, at: at)
      guard length > 0, let name = name(in: words, from: at + length) else { continue }
      return name
    }
    return nil
  }

  /// The owner after a copyright sign: `© 2019 The Harbour Post`, `© Harbour Post 2019`.
  func copyrightOwner(in text: String) -> String? {
    // The sign is two bytes, of which the second is rare.
    guard text.utf8.contains(0xa9), let sign = text.firstIndex(of: "©") else { return nil }
    let words = text[text.index(after: sign)...].split(whereSeparator: \.isWhitespace)
    let start = words.prefix(2).firstIndex { $0.contains(where: \.isLetter) } ?? 0
    return name(in: words, from: start)
  }

  private func name(in words: [Substring], from start: Int) -> String? {
    var end = start
    var parts: [Substring] = []
    while end < words.count, end - start < 7 {
      let word = words[end]
      let bare = word.drop { "\"“'‘(".contains($0) }
      let closed = bare.last.map { ".,;:!?)\"”’".contains($0) } ?? false
      let name = bare.prefix { $0.isLetter || $0.isNumber || "&-'’.".contains($0) }
      let trimmed = closed ? name.prefix { $0 != "." && $0 != "’" } : name
      guard isNamePart(trimmed), trimmed.contains(where: \.isLetter) else { break }
      parts.append(trimmed)
      end += 1
      if closed { break }
    }
    while let last = parts.last, lower.contains(folded(last)) && last.first?.isLowercase ?? false {
      parts.removeLast()
    }
    let text = parts.joined(separator: " ")
    guard parts.count >= 2 || isOutlet(text), isOutlet(text) else { return nil }
    guard !notSelf.contains(folded(text)) else { return nil }
    return text
  }

  /// `NILE POST` as `Nile Post`; names that have small letters stay as they are.
  ///
  /// Short words without a vowel keep their capitals: `BBC News`.
  func written(_ name: some StringProtocol) -> String {
    let text = String(name.trimmingSpaces())
    guard !text.contains(where: \.isLowercase) else { return text }
    var isFirst = true
    var result = ""
    for word in text.split(separator: " ", omittingEmptySubsequences: true) {
      if !isFirst { result += " " }
      let isSmall = !isFirst && lower.contains(folded(word))
      result += isSmall ? word.lowercased() : Self.capitalized(word)
      isFirst = false
    }
    return result
  }

  /// A word in capitals with only its first letter, and those after `-`, `/` and `'`, left large.
  static func capitalized(_ word: some StringProtocol) -> String {
    let hasVowel = word.contains { "AEIOUYÄÖÜÁÉÍÓÚÀÈÌÒÙÂÊÎÔÛ".contains($0) }
    if !hasVowel || word.contains(".") { return String(word) }
    var result = ""
    var previous: Character = " "
    for character in word {
      let begins =
        previous == " " || previous == "-" || previous == "/"
        || (previous == "'" || previous == "’") && result.count <= 2
      result += begins ? character.uppercased() : character.lowercased()
      previous = character
    }
    return result
  }
}
