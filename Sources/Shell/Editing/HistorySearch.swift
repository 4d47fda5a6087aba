internal import NewsModel

/// An incremental search through the history, latest entry first.
struct HistorySearch {
  /// What is searched for.
  private(set) var pattern = ""
  /// The entries that hold it, latest first; all while nothing is searched for.
  private(set) var matches: [String]
  /// Position in ``matches``.
  private(set) var position = 0

  private let entries: [Entry]

  private struct Entry {
    var text: String
    var lowered: [UInt8]
    var folded: [UInt8]
  }

  /// A search for `pattern` through entries that are given oldest first.
  ///
  /// - Complexity: O(total length of the entries).
  init(_ entries: [String], pattern: String = "") {
    self.entries = entries.reversed().map {
      Entry(text: $0, lowered: Array($0.lowercased().utf8), folded: Array(folded($0).utf8))
    }
    matches = entries.reversed()
    self.pattern = pattern
    if !pattern.isEmpty { search(from: nil) }
  }

  /// The entry that is shown; nil where none holds the pattern.
  var selection: String? { matches.indices.contains(position) ? matches[position] : nil }

  /// Adds to the pattern; the entry that is shown stays if it still matches.
  mutating func type(_ scalar: Unicode.Scalar) {
    pattern.unicodeScalars.append(scalar)
    search(from: selection)
  }

  /// Takes the last character from the pattern.
  mutating func erase() {
    guard !pattern.isEmpty else { return }
    pattern.removeLast()
    search(from: selection)
  }

  /// Empties the pattern.
  mutating func clear() {
    pattern = ""
    search(from: nil)
  }

  /// Goes to the next older match; false at the oldest.
  mutating func goOlder() -> Bool {
    guard position + 1 < matches.count else { return false }
    position += 1
    return true
  }

  /// Goes to the next newer match; false at the newest.
  mutating func goNewer() -> Bool {
    guard position > 0 else { return false }
    position -= 1
    return true
  }

  /// Whether the pattern is found without its accents too.
  var isPlain: Bool {
    pattern.unicodeScalars.allSatisfy {
      $0.properties.isAlphabetic || $0.properties.numericType != nil || $0 == " "
        || $0.properties.generalCategory == .nonspacingMark
    }
  }

  /// Upper and lower case are alike, and so are letters with and without accents in a pattern of
  /// nothing but letters, digits and spaces.
  private mutating func search(from shown: String?) {
    let lowered = Array(pattern.lowercased().utf8)
    let plain = isPlain ? Array(folded(pattern).utf8) : []
    matches = entries.filter {
      contains(lowered, in: $0.lowered) || !plain.isEmpty && contains(plain, in: $0.folded)
    }.map(\.text)
    position = shown.flatMap { matches.firstIndex(of: $0) } ?? 0
  }
}

/// Whether `part` occurs in `whole`.
///
/// - Complexity: O(*n* · *m*), in practice O(*n*).
private func contains(_ part: [UInt8], in whole: [UInt8]) -> Bool {
  guard let first = part.first else { return true }
  guard part.count <= whole.count else { return false }
  for start in 0...(whole.count - part.count) where whole[start] == first {
    if whole[start..<(start + part.count)].elementsEqual(part) { return true }
  }
  return false
}
