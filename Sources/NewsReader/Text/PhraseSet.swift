internal import NewsModel

/// A set of phrases that are looked up in lists of folded words.
///
/// - Complexity: a lookup at one word takes time proportional to the phrases that begin with it.
struct PhraseSet: Sendable {
  /// The phrases by their first word, the words after it, the longest first.
  private let tails: [Substring: [[Substring]]]

  /// The set of `phrases`, each folded.
  init(_ phrases: some Sequence<String>) {
    var tails: [Substring: [[Substring]]] = [:]
    for phrase in phrases {
      let words = foldedWords(phrase)
      if let first = words.first { tails[first, default: []].append(Array(words.dropFirst())) }
    }
    self.tails = tails.mapValues { $0.sorted { $0.count > $1.count } }
  }

  /// Number of words of the longest phrase that stands in `words` from `start` on; 0 for none.
  func matchLength(in words: [Substring], at start: Int) -> Int {
    guard words.indices.contains(start), let tails = tails[words[start]] else { return 0 }
    let rest = words[(start + 1)...]
    return tails.first { rest.starts(with: $0) }.map { $0.count + 1 } ?? 0
  }

  /// Whether `words` begin with a phrase.
  func begins(_ words: [Substring]) -> Bool { matchLength(in: words, at: 0) > 0 }

  /// Whether `words` are a phrase, or several one after the other, and nothing else.
  func covers(_ words: [Substring]) -> Bool {
    var at = 0
    while at < words.count {
      let length = matchLength(in: words, at: at)
      if length == 0 { return false }
      at += length
    }
    return !words.isEmpty
  }

  /// How many different phrases stand in `words`, overlapping ones counted once.
  func count(in words: [Substring]) -> Int {
    var found: Set<[Substring]> = []
    var at = 0
    while at < words.count {
      let length = matchLength(in: words, at: at)
      if length > 0 { found.insert(Array(words[at..<at + length])) }
      at += max(1, length)
    }
    return found.count
  }

  /// Whether a phrase stands anywhere in `words`.
  func occurs(in words: [Substring]) -> Bool {
    words.indices.contains { matchLength(in: words, at: $0) > 0 }
  }
}
