/// Tells whether a time expression is said of what was or of what is to come, by the words round it.
///
/// Looks at the nearest verb of its clause: before the expression, or after it where the expression
/// opens the clause. An infinitive takes the tense of the verb that governs it, or lies ahead after
/// verbs of asking, planning and promising.
struct TenseFinder: Sendable {
  /// The time that a clause speaks of.
  enum Tense: Sendable {
    case past, future
    /// A verb in the present: what is fixed for a coming day, or told as if it were now.
    case present
    case unknown
  }

  /// How far from the expression words are looked at, in tokens.
  static let reach = 30

  private let past: Set<String>
  private let notPast: Set<String>
  private let future: Set<String>
  private let intends: Set<String>
  private let present: Set<String>
  private let connectors: Set<String>
  private let notVerbs: Set<String>

  /// Reads the sections `past`, `not-past`, `future`, `intends`, `present`, `connector`, `no-verb`.
  init(_ list: SectionedWordList) {
    past = Set(list.entries(under: "past"))
    notPast = Set(list.entries(under: "not-past"))
    future = Set(list.entries(under: "future"))
    intends = Set(list.entries(under: "intends"))
    present = Set(list.entries(under: "present"))
    connectors = Set(list.entries(under: "connector"))
    notVerbs = Set(list.entries(under: "no-verb"))
  }

  private static let breaks: Set<String> = [",", ";", ":", "-", "–", "—", "(", ")", "--"]
  private static let quotes: Set<String> = ["\"", "“", "”", "'", "‘", "’"]
  private static let prepositions: Set<String> = [
    "on", "in", "at", "by", "since", "from", "for", "until", "till", "before", "after", "late",
    "early", "during", "only", "just", "about", "around", "over", "the", "midnight", "noon", "dawn",
    "of", "between",
  ]

  /// The tense of what is said of the tokens `expression`.
  ///
  /// - Parameter isHeadline: whether the sentence is a headline, whose present tells of the past.
  func tense(of expression: Range<Int>, in words: TimeWords, isHeadline: Bool) -> Tense {
    // An entry of a chronology: `9 June: ...`.
    if expression.lowerBound == 0, words.word(expression.upperBound) == ":" { return .unknown }
    var byDefault = Tense.unknown
    var start = expression.lowerBound
    while start > 0, expression.lowerBound - start < 4,
      Self.prepositions.contains(words.word(start - 1))
    {
      start -= 1
      let isAhead = looksAhead(before: start, in: words)
      switch words.word(start) {
      case "by": byDefault = .future
      case "until", "till", "for":
        if isAhead { return .future }
        byDefault = words.word(start) == "for" ? .unknown : .future
      default: break
      }
    }
    let found = nearest(from: start, to: expression.upperBound, in: words, isHeadline: isHeadline)
    return found == .unknown ? byDefault : found
  }

  private func nearest(
    from start: Int, to end: Int, in words: TimeWords, isHeadline: Bool
  ) -> Tense {
    let before = words.word(start - 1)
    let opens =
      start == 0 || Self.breaks.contains(before) || Self.quotes.contains(before)
      || connectors.contains(before)
    let left = opens ? .unknown : backward(from: start, in: words, isHeadline: isHeadline)
    if left != .unknown { return left }
    let right = forward(from: end, in: words, isHeadline: isHeadline)
    if right != .unknown { return right }
    return opens ? backward(from: start, in: words, isHeadline: isHeadline) : .unknown
  }

  /// Whether something is asked, planned or announced before `for Friday`.
  private func looksAhead(before index: Int, in words: TimeWords) -> Bool {
    let lower = max(0, index - 6)
    guard lower < index else { return false }
    return words.lower[lower..<index].contains {
      intends.contains($0) && !Self.auxiliaries.contains($0) || future.contains($0)
    }
  }

  private static let auxiliaries: Set<String> = [
    "is", "are", "has", "have", "'s", "’s", "'m", "'re", "’re", "need", "needs",
  ]

  private static let beings: Set<String> = ["am", "is", "are", "was", "were", "'re", "’re"]

  private func backward(from start: Int, in words: TimeWords, isHeadline: Bool) -> Tense {
    var index = start - 1
    while index >= max(0, start - Self.reach) {
      let word = words.lower[index]
      if isInfinitive(at: index - 1, in: words) {
        return infinitive(at: index - 1, in: words, isHeadline: isHeadline)
      }
      // `to be held`, `will be opened`: the verb in front of `be` tells.
      let isParticiple = words.word(index - 1) == "be" || words.word(index - 1) == "being"
      if !isParticiple, let tense = tense(at: index, in: words, isHeadline: isHeadline) {
        return tense
      }
      // A clause in front of a semicolon is another one.
      if word == ";" || word == ":" { return .unknown }
      index -= 1
    }
    return .unknown
  }

  private func forward(from end: Int, in words: TimeWords, isHeadline: Bool) -> Tense {
    var index = end
    while index < min(words.count, end + Self.reach) {
      if isInfinitive(at: index, in: words) { index += 2; continue }
      if let tense = tense(at: index, in: words, isHeadline: isHeadline) { return tense }
      if words.lower[index] == ";" { return .unknown }
      index += 1
    }
    return .unknown
  }

  private func isInfinitive(at index: Int, in words: TimeWords) -> Bool {
    guard words.word(index) == "to", index + 1 < words.count, !words.isCapital(index + 1) else {
      return false
    }
    let verb = words.word(index + 1)
    return verb.first?.isLetter ?? false && !notVerbs.contains(verb) && !verb.hasSuffix("ing")
  }

  /// The tense of an infinitive from the word before it that governs it.
  private func infinitive(at index: Int, in words: TimeWords, isHeadline: Bool) -> Tense {
    var at = index - 1
    var steps = 0
    while at >= 0, steps < 8 {
      let word = words.lower[at]
      if intends.contains(word) || future.contains(word) { return .future }
      // `was to meet`, `were to meet`: the plan of then.
      if (word == "was" || word == "were"), at == index - 1 { return .future }
      if let tense = tense(at: at, in: words, isHeadline: isHeadline) { return tense }
      if Self.breaks.contains(word) { return .unknown }
      at -= 1
      steps += 1
    }
    return .unknown
  }

  /// What the word at `index` says of the time, or nil where it is no verb that is known.
  private func tense(at index: Int, in words: TimeWords, isHeadline: Bool) -> Tense? {
    let word = words.lower[index]
    // `is to meet`, `were to meet`.
    if Self.beings.contains(word), isInfinitive(at: index + 1, in: words) { return .future }
    if future.contains(word) { return ambiguousModal(word, index, words) ? nil : .future }
    if past.contains(word) { return .past }
    if words.isCapital(index), index > 0 { return nil }
    if word.count > 4, word.hasSuffix("ed"), !word.contains("-"), !notPast.contains(word) {
      return .past
    }
    if present.contains(word), word != words.word(0) || index > 0 {
      return isHeadline ? .past : isFinite(index, words) ? .present : nil
    }
    return nil
  }

  /// `May` the month, `can` the tin.
  private func ambiguousModal(_ word: String, _ index: Int, _ words: TimeWords) -> Bool {
    (word == "may" || word == "can") && words.isCapital(index)
  }

  /// Whether a word that may be a noun is a verb: not after an article, a possessive or `to`; a
  /// plain form only after a pronoun.
  private func isFinite(_ index: Int, _ words: TimeWords) -> Bool {
    let before = words.word(index - 1)
    if !words.word(index).hasSuffix("s") {
      return ["they", "we", "you", "i", "who", "which"].contains(before)
        || before.count > 4 && before.hasSuffix("s")
    }
    return !notVerbs.contains(before) && before != "to" && !before.hasSuffix("'s")
      && !before.hasSuffix("’s") && before != "of" && before != "in"
  }
}
