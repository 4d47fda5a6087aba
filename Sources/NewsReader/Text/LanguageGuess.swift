internal import NewsModel

/// Guesses the language of a text by its script and its commonest words.
struct LanguageGuess: Sendable {
  /// How much of a text is looked at, in bytes.
  static let reach = 3000

  private let languages: [String]
  /// Which languages, by position, have a word among their commonest.
  private let stopWords: [Substring: [Int]]

  /// Reads one section a language, named by its ISO 639-1 code.
  init(_ list: SectionedWordList, languages: [String]) {
    var words: [Substring: [Int]] = [:]
    for (index, language) in languages.enumerated() {
      for word in list.foldedEntries(under: language) {
        words[Substring(word), default: []].append(index)
      }
    }
    self.languages = languages
    stopWords = words
  }

  /// The languages that `languages.txt` has a section for.
  static let known = [
    "en", "fr", "de", "es", "it", "pt", "nl", "sv", "da", "no", "fi", "pl", "cs",
    "hu", "ro", "tr", "id", "vi", "sq", "hr",
  ]

  /// The ISO 639-1 code of the language that `bytes` are written in, or nil where too little speaks
  /// for any.
  func language(of bytes: [UInt8]) -> String? {
    var end = min(bytes.count, Self.reach)
    while end > 0, end < bytes.count, bytes[end] & 0xc0 == 0x80 { end -= 1 }
    let text = String(decoding: bytes[..<end], as: UTF8.self)
    if let script = Self.language(byScriptOf: text) { return script }
    let words = folded(text).split(separator: " ")
    guard words.count >= 5 else { return nil }
    var counts = Array(repeating: 0, count: languages.count)
    for word in words {
      for index in stopWords[word] ?? [] { counts[index] += 1 }
    }
    guard let best = counts.indices.max(by: { counts[$0] < counts[$1] }), counts[best] >= 2,
      counts[best] * 12 >= words.count
    else { return nil }
    return languages[best]
  }

  /// Scripts in the order in which they are asked for, with the language that uses each most.
  private static let scripts: [(ClosedRange<UInt32>, String)] = [
    (0x0370...0x03ff, "el"), (0x0400...0x04ff, "ru"), (0x0530...0x058f, "hy"),
    (0x0590...0x05ff, "he"), (0x0600...0x06ff, "ar"), (0x0900...0x097f, "hi"),
    (0x0980...0x09ff, "bn"), (0x0a80...0x0aff, "gu"), (0x0b80...0x0bff, "ta"),
    (0x0e00...0x0e7f, "th"), (0x1000...0x109f, "my"), (0x10a0...0x10ff, "ka"),
    (0x1200...0x137f, "am"), (0x3040...0x30ff, "ja"), (0x4e00...0x9fff, "zh"),
    (0xac00...0xd7af, "ko"),
  ]

  /// The language of a text most of whose letters are not Latin.
  private static func language(byScriptOf text: String) -> String? {
    var counts: [String: Int] = [:]
    var letters = 0
    var marks: Set<Unicode.Scalar> = []
    for scalar in text.unicodeScalars {
      if scalar.value < 0x370 {
        if ByteText.kind(of: scalar) == .letter { letters += 1 }
        continue
      }
      guard scalar.properties.isAlphabetic else { continue }
      letters += 1
      if let script = scripts.first(where: { $0.0.contains(scalar.value) }) {
        counts[script.1, default: 0] += 1
        marks.insert(scalar)
      }
    }
    guard let best = counts.max(by: { $0.value < $1.value }), best.value * 2 > letters else {
      // Japanese mixes two scripts, neither of which need have half of the letters.
      let kana = counts["ja"] ?? 0
      return kana > 0 && (kana + (counts["zh"] ?? 0)) * 2 > letters ? "ja" : nil
    }
    switch best.key {
    case "zh": return (counts["ja"] ?? 0) * 10 > best.value ? "ja" : "zh"
    case "ru":
      if !marks.isDisjoint(with: ["і", "ї", "є", "ґ"]) { return "uk" }
      if !marks.isDisjoint(with: ["ў"]) { return "be" }
      if !marks.isDisjoint(with: ["ј", "љ", "њ", "ћ", "ђ"]) { return "sr" }
      if !marks.isDisjoint(with: ["ы", "э"]) { return "ru" }
      return marks.contains("ъ") ? "bg" : "ru"
    case "ar":
      if !marks.isDisjoint(with: ["ٹ", "ڈ", "ے"]) { return "ur" }
      return marks.isDisjoint(with: ["پ", "چ", "گ", "ژ"]) ? "ar" : "fa"
    default: return best.key
    }
  }
}
