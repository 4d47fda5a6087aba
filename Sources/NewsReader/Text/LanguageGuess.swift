internal import NewsModel

/// Guesses the language of a text by its script and its small words.
///
/// A text counts as another language than English only where that is sure: most of its letters are
/// of another script, or small words of the other language make up a tenth of it, a twentieth where
/// hardly any is English, and are twice as many as the English ones. So an English article that
/// quotes another language stays English, and a headline or a list of names stays unknown.
struct LanguageGuess: Sendable {
  /// How much of a text is looked at, in bytes, at its start, in its middle and at its end.
  static let window = 2000
  /// The fewest words of Latin script that tell a language.
  static let leastWords = 12
  /// The fewest different small words that do.
  static let leastSmallWords = 5
  /// The fewest letters of another script that do.
  static let leastLetters = 8

  private let languages: [String]
  /// Which languages, by position, have a word among their small ones.
  private let smallWords: [String: [Int]]

  /// Reads one section a language, named by its ISO 639-1 code, of any number of words a line.
  init(_ list: SectionedWordList, languages: [String]) {
    var words: [String: [Int]] = [:]
    for (index, language) in languages.enumerated() {
      for word in list.entries(under: language).flatMap({ $0.split(separator: " ") }) {
        words[String(word), default: []].append(index)
      }
    }
    self.languages = languages
    smallWords = words
  }

  /// The languages that `languages.txt` has a section for.
  static let known = [
    "en", "fr", "de", "es", "it", "pt", "nl", "sv", "da", "no", "fi", "pl", "cs", "sk", "hu", "ro",
    "tr", "id", "vi", "sq", "hr", "sl", "ca", "et", "lv", "lt", "sw", "tl", "af", "so",
  ]

  /// The ISO 639-1 code of the language that `bytes` are written in, or nil where too little speaks
  /// for any.
  ///
  /// - Complexity: O(1): three windows of the text are read.
  func language(of bytes: [UInt8]) -> String? {
    let text = Self.sample(of: bytes)
    if let script = Self.language(byScriptOf: text) { return script }
    var wordCount = 0
    // The words of each language, those that several share counting for a part in `shares`.
    var counts = Array(repeating: 0, count: languages.count)
    var shares = Array(repeating: 0.0, count: languages.count)
    var kinds: [Set<String>] = Array(repeating: [], count: languages.count)
    for letters in text.unicodeScalars.split(whereSeparator: { ByteText.kind(of: $0) != .letter }) {
      wordCount += 1
      // Word by word, since a text as a whole is seldom all ASCII and then slow to make small.
      let word = String(letters).lowercased()
      guard let owners = smallWords[word] else { continue }
      for index in owners {
        counts[index] += 1
        shares[index] += 1 / Double(owners.count)
        kinds[index].insert(word)
      }
    }
    guard wordCount >= Self.leastWords,
      let best = shares.indices.max(by: { shares[$0] < shares[$1] })
    else { return nil }
    let english = languages.firstIndex(of: "en").map { counts[$0] } ?? 0
    // Languages with long words and few small ones: fewer will do where English has none.
    let isFrequent = counts[best] * 10 >= wordCount && kinds[best].count >= Self.leastSmallWords
    let isAlone =
      wordCount >= 20 && counts[best] * 20 >= wordCount && kinds[best].count >= 3
      && english * 30 < wordCount
    let isSure = (isFrequent || isAlone) && counts[best] >= 2 * english
    if isSure { return languages[best] }
    return english * 10 >= wordCount ? "en" : nil
  }

  /// The start, the middle and the end of a text; all of one that is not longer than these.
  private static func sample(of bytes: [UInt8]) -> String {
    guard bytes.count > 3 * window else { return String(decoding: bytes, as: UTF8.self) }
    let starts = [0, (bytes.count - window) / 2, bytes.count - window]
    return starts.map { start in
      // A character that the window cuts is a replacement character, and no letter.
      String(decoding: bytes[start..<start + window], as: UTF8.self)
    }.joined(separator: " ")
  }

  /// Scripts in the order in which they are asked for, with the language that uses each most.
  private static let scripts: [(ClosedRange<UInt32>, String)] = [
    (0x0370...0x03ff, "el"), (0x0400...0x04ff, "ru"), (0x0530...0x058f, "hy"),
    (0x0590...0x05ff, "he"), (0x0600...0x06ff, "ar"), (0x0900...0x097f, "hi"),
    (0x0980...0x09ff, "bn"), (0x0a00...0x0a7f, "pa"), (0x0a80...0x0aff, "gu"),
    (0x0b00...0x0b7f, "or"), (0x0b80...0x0bff, "ta"), (0x0c00...0x0c7f, "te"),
    (0x0c80...0x0cff, "kn"), (0x0d00...0x0d7f, "ml"), (0x0d80...0x0dff, "si"),
    (0x0e00...0x0e7f, "th"), (0x0e80...0x0eff, "lo"), (0x0f00...0x0fff, "bo"),
    (0x1000...0x109f, "my"), (0x10a0...0x10ff, "ka"), (0x1200...0x137f, "am"),
    (0x1780...0x17ff, "km"), (0x3040...0x30ff, "ja"), (0x4e00...0x9fff, "zh"),
    (0xac00...0xd7af, "ko"),
  ]

  /// The language of a text most of whose letters are not Latin.
  private static func language(byScriptOf text: String) -> String? {
    var counts: [String: Int] = [:]
    var letters = 0
    var marks: [Unicode.Scalar: Int] = [:]
    for scalar in text.unicodeScalars {
      if scalar.value < 0x370 {
        if ByteText.kind(of: scalar) == .letter { letters += 1 }
        continue
      }
      guard scalar.properties.isAlphabetic else { continue }
      letters += 1
      if let script = scripts.first(where: { $0.0.contains(scalar.value) }) {
        counts[script.1, default: 0] += 1
        marks[scalar, default: 0] += 1
      }
    }
    guard let best = counts.max(by: { ($0.value, $0.key) < ($1.value, $1.key) }),
      best.value >= leastLetters, best.value * 2 > letters
    else {
      // Japanese mixes two scripts, neither of which need have half of the letters.
      let kana = counts["ja"] ?? 0
      return kana > 0 && (kana + (counts["zh"] ?? 0)) * 2 > letters ? "ja" : nil
    }
    /// Whether letters that only some languages of a script have are one in a hundred or more.
    func has(_ scalars: Unicode.Scalar...) -> Bool {
      scalars.reduce(0) { $0 + (marks[$1] ?? 0) } * 100 >= best.value
    }
    switch best.key {
    case "zh": return (counts["ja"] ?? 0) * 10 > best.value ? "ja" : "zh"
    case "ru":
      if has("ў") { return "be" }
      if has("ј", "љ", "њ", "ћ", "ђ") { return "sr" }
      if has("ы", "э") { return "ru" }
      if has("і", "ї", "є") { return "uk" }
      return has("ъ") ? "bg" : "ru"
    case "ar":
      if has("ٹ", "ڈ", "ے") { return "ur" }
      return has("پ", "چ", "گ", "ژ") ? "fa" : "ar"
    default: return best.key
    }
  }
}
