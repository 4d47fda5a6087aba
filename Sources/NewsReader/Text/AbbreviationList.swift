/// Abbreviations that are written with a full stop.
struct AbbreviationList: Sendable {
  /// How an abbreviation behaves.
  enum Kind: String, CaseIterable, Sendable {
    /// Stands before a name: `Gen.`; never ends a sentence. Only with a capital.
    case title
    /// Stands before a number: `No.`; a word of its own elsewhere.
    case number
    /// Months: `Sept.`; only with a capital.
    case month
    /// Days of the week; only with a capital and not before another capital.
    case weekday
    /// Stands after a name: `Inc.`; may end a sentence. Only with a capital.
    case suffix
    /// Any other: `etc.`; may end a sentence.
    case general
  }

  /// What comes after the full stop.
  enum Follower: Sendable {
    case number, capital, other, nothing
  }

  private var kinds: [String: Kind] = [:]
  private let starters: Set<String>

  /// Reads the sections that ``Kind`` names, and `starter`: words that begin a sentence after an
  /// abbreviation.
  init(_ list: SectionedWordList) {
    for kind in Kind.allCases {
      for entry in list.entries(under: kind.rawValue) { kinds[entry.lowercased()] = kind }
    }
    starters = Set(list.entries(under: "starter"))
  }

  /// Whether the full stop after `word` belongs to it.
  func keepsStop(_ word: String, follower: Follower) -> Bool {
    let isCapital = word.first?.isUppercase ?? false
    switch kinds[word.lowercased()] {
    case .title: return isCapital && follower != .nothing
    case .number: return follower == .number
    case .month: return isCapital
    case .weekday: return isCapital && (follower == .number || follower == .other)
    case .suffix: return isCapital
    case .general: return true
    case nil:
      // A short form without a vowel, before a name: `Th. Berg`, `Wm. Hale`.
      return isCapital && follower == .capital && (2...3).contains(word.count)
        && word.dropFirst().allSatisfy(\.isLowercase)
        && !word.lowercased().contains { "aeiouyäöüáéíóúàèìòùâêîôû".contains($0) }
    }
  }

  /// Whether a sentence may end after the token `form`, which ends in its own full stop, when
  /// `next` comes after it.
  func mayEndSentence(_ form: String, before next: String) -> Bool {
    let word = form.dropLast().lowercased()
    switch kinds[word] {
    case .title, .number: return false
    case .month, .weekday, .suffix, .general, nil: return starters.contains(next)
    }
  }
}
