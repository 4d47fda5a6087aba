internal import Diagnostics

/// Tells slips of the pen in keywords from words of names.
///
/// A bare value would swallow `sinc 2023` and the query would silently mean something else; but
/// `port`, `lake` and `county` are one edit from keywords too, and are words of real names. So
/// only keywords that may follow a value without `|` are guarded by form alone, only against slips
/// that the fingers make (letters swapped, left out or doubled), and never against words of English.
enum TypoGuard {
  /// The connectives.
  static let connectives: [Keyword] = [.and, .or]
  /// Keywords that a date follows.
  static let dateKeywords: [Keyword] = [
    .since, .until, .before, .after, .around, .between, .during,
  ]
  /// Keywords that are guarded wherever a word of a value stands.
  private static let guarded: [Keyword] =
    dateKeywords + [.within, .where, .search, .newest, .oldest, .explain, .distinct]
  /// Slips of short keywords, which cannot be told by form.
  private static let shortSlips: [String: Keyword] = [
    "adn": .and, "nad": .and, "annd": .and, "andd": .and, "ro": .or, "orr": .or,
  ]
  /// Slips of `then`, which are guarded in the condition of an `if` only.
  static let choiceSlips: [String: Keyword] = [
    "thn": .then, "tehn": .then, "hten": .then, "thne": .then, "thenn": .then,
  ]
  /// Words of English that a slip of a keyword happens to spell.
  private static let words: Set<String> = [
    "sine", "util", "here", "were", "round", "whee", "fore", "aster", "dung", "eldest", "old",
    "plain", "instinct", "with",
  ]

  /// Every slip and the keyword that it is one of.
  static let slips: [String: Keyword] = {
    var table = shortSlips
    for keyword in guarded {
      let letters = Array(keyword.rawValue)
      for index in letters.indices {
        var left = letters
        left.remove(at: index)
        var doubled = letters
        doubled.insert(letters[index], at: index)
        var swapped = letters
        if index + 1 < letters.count { swapped.swapAt(index, index + 1) }
        for form in [left, doubled, swapped].map({ String($0) })
        where form != keyword.rawValue && !words.contains(form) {
          table[form] = keyword
        }
      }
    }
    return table
  }()

  /// The keyword one edit from `word`, in small letters; nil where there is none.
  static func nearest(to word: String, _ keywords: [Keyword]) -> Keyword? {
    keywords.first { editDistance(word, $0.rawValue, limit: 1) == 1 }
  }
}
