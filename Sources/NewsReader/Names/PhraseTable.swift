/// Values of phrases of folded words, looked up word by word.
///
/// A phrase is known by the hash of its folded text, so that it is found however its words are cut
/// into tokens: `al qaeda` in `al-Qaeda` and in `al Qaeda`.
///
/// - Complexity: a lookup takes time proportional to the number of bytes that it matches.
struct PhraseTable<Value: Sendable>: Sendable {
  private var entries = HashedPhrases<Entry>()

  /// What is known of words that follow each other.
  private struct Entry: Sendable {
    /// The value of the phrase that they are; nil where they only begin one.
    var value: Value?
  }

  /// A table without phrases.
  init() {}

  /// The value of `phrase`, which is folded text; setting nil removes it.
  subscript(phrase: String) -> Value? {
    get { entries[PhraseHash.of(phrase)]?.value }
    set {
      var hash = PhraseHash()
      for word in phrase.split(separator: " ") {
        hash.add(word.utf8)
        if entries[hash] == nil { entries[hash] = Entry(value: nil) }
      }
      entries[hash] = Entry(value: newValue)
    }
  }

  /// The longest phrase that begins with the word at `start` and ends before `end`.
  func longestMatch(in words: [String], from start: Int, to end: Int) -> (end: Int, value: Value)? {
    var hash = PhraseHash()
    var best: (end: Int, value: Value)?
    for at in start..<max(start, end) {
      if words[at].isEmpty {
        if at == start { return nil }
        continue
      }
      hash.add(words[at].utf8)
      guard let entry = entries[hash] else { break }
      if let value = entry.value { best = (at + 1, value) }
    }
    return best
  }
}

/// FNV-1a over words with single spaces between them.
struct PhraseHash: Hashable, Sendable {
  /// The hash of what was added so far.
  private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325
  private var isEmpty = true

  /// The hash of nothing.
  init() {}

  /// The hash of folded text.
  static func of(_ phrase: String) -> PhraseHash {
    var hash = PhraseHash()
    hash.add(phrase.utf8)
    return hash
  }

  /// Adds a word, or several with spaces between them.
  mutating func add(_ word: some Sequence<UInt8>) {
    if !isEmpty { mix(0x20) }
    for byte in word { mix(byte) }
    isEmpty = false
  }

  private mutating func mix(_ byte: UInt8) {
    value = (value ^ UInt64(byte)) &* 0x100_0000_01b3
  }
}
