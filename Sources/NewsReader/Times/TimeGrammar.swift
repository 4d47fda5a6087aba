internal import NewsModel

/// Finds time expressions in a sentence and reads them, without looking at when it was written.
///
/// At each token the longest reading wins. Durations (`for two days`) and ages are no readings,
/// and times of day only at the beginning of a sentence. Prepositions are read (`since 2014`) but do not belong to the expression.
struct TimeGrammar: Sendable {
  let lexicon: TimeLexicon

  /// A grammar over the words of `lexicon`.
  init(_ lexicon: TimeLexicon) { self.lexicon = lexicon }

  /// An expression and its tokens.
  struct Found: Equatable, Sendable {
    var reading: TimeReading
    var tokens: Range<Int>
  }

  /// A reading and the token after its last.
  typealias Match = (reading: TimeReading, end: Int)

  /// All expressions of a sentence, in order, not overlapping.
  func expressions(in words: TimeWords) -> [Found] {
    var found: [Found] = []
    var at = 0
    while at < words.count {
      guard let expression = expression(at: at, in: words) else {
        at += 1
        continue
      }
      found.append(expression)
      at = expression.tokens.upperBound
    }
    return found
  }

  /// The expression whose preposition or first word is at `index`.
  private func expression(at index: Int, in words: TimeWords) -> Found? {
    let word = words.word(index)
    let start = index + 1
    switch word {
    case "between", "from":
      let first = longest(at: start, in: words)
      if let span = span(at: start, in: words, isOpen: true, first: first) {
        return Found(reading: span.reading, tokens: start..<span.end)
      }
      guard word == "from", let match = first else { return nil }
      let isSince = ["on", "onward", "onwards"].contains(words.word(match.end))
      return Found(
        reading: isSince ? .since(match.reading) : match.reading, tokens: start..<match.end)
    case "since":
      return longest(at: start, in: words).map {
        Found(reading: .since($0.reading), tokens: start..<$0.end)
      }
    case "until", "till":
      return longest(at: start, in: words).map {
        Found(reading: .until($0.reading), tokens: start..<$0.end)
      }
    default:
      guard mayOpen(index, words) else { return nil }
    }
    let first = longest(at: index, in: words)
    let span = span(at: index, in: words, isOpen: false, first: first)
    let match = [span, first].compactMap { $0 }.max { $0.end < $1.end }
    guard let match else { return nil }
    return Found(reading: match.reading, tokens: index..<match.end)
  }

  /// The longest reading that begins at `index`.
  func longest(at index: Int, in words: TimeWords) -> Match? {
    guard index < words.count, mayOpen(index, words) else { return nil }
    var best: Match?
    for rule in Self.rules {
      guard let match = rule(self, index, words), match.end > best?.end ?? 0 else { continue }
      best = match
    }
    return best
  }

  /// Whether an expression may begin at `index`: most words need no look at the rules.
  private func mayOpen(_ index: Int, _ words: TimeWords) -> Bool {
    let word = words.lower[index]
    if word == "the" {
      let next = words.word(index + 1)
      return lexicon.articleFollowers.contains(next) || isNumbered(next)
    }
    return lexicon.openers.contains(word) || isNumbered(word)
  }

  /// Whether a word has a digit or a hyphen.
  private func isNumbered(_ word: String) -> Bool {
    // `2017`, `'90s`, `mid-March`, `Expo-2020`, `twenty-five`, `q3`, `st` of `St Patrick's Day`.
    return word.utf8.contains { (0x30...0x39).contains($0) || $0 == UInt8(ascii: "-") }
  }

  private typealias Rule = @Sendable (TimeGrammar, Int, TimeWords) -> Match?

  /// Every kind of expression; of two equally long readings the first here wins.
  private static let rules: [Rule] = [
    { $0.datedWeekday($1, $2) }, { $0.dayAndMonth($1, $2) }, { $0.monthAndDay($1, $2) },
    { $0.numericDate($1, $2) }, { $0.month($1, $2) }, { $0.season($1, $2) },
    { $0.quarter($1, $2) }, { $0.decade($1, $2) }, { $0.century($1, $2) },
    { $0.holiday($1, $2) }, { $0.weekday($1, $2) }, { $0.weekend($1, $2) },
    { $0.offset($1, $2) }, { $0.count($1, $2) }, { $0.pastUnits($1, $2) }, { $0.unit($1, $2) },
    { $0.sameUnit($1, $2) }, { $0.neighbour($1, $2) }, { $0.year($1, $2) },
    { $0.dayPart($1, $2) }, { $0.deadline($1, $2) },
  ]

  // MARK: Words

  /// A year: four digits from 1000 to 2199.
  func yearNumber(_ index: Int, _ words: TimeWords) -> Int? {
    guard let number = words.integer(index, digits: 4), (1000...2199).contains(number) else {
      return nil
    }
    return number
  }

  /// A day of a month: `26`, `26th`.
  func dayNumber(_ index: Int, _ words: TimeWords) -> Int? {
    let word = words.word(index)
    let digits = word.prefix { $0.isASCII && $0.isNumber }
    guard (1...2).contains(digits.count), let number = Int(digits), (1...31).contains(number) else {
      return nil
    }
    return ["", "st", "nd", "rd", "th"].contains(word.dropFirst(digits.count)) ? number : nil
  }

  /// A month; `may` and `march` and short forms only with a capital.
  func monthNumber(_ index: Int, _ words: TimeWords) -> Int? {
    guard words.isCapital(index) else { return nil }
    return lexicon.months[words.word(index)]
  }

  /// The year that follows a day or a month: `, 2023`, `2023`, `of 2023`, `in 2023`, `last year`,
  /// `of that year`; `none` and `index` where nothing follows.
  func yearReference(
    _ index: Int, _ words: TimeWords, afterComma: Bool = true
  ) -> (YearReference, Int) {
    var at = index
    let isIn = words.word(at) == "in"
    if isIn || words.word(at) == "of" || (afterComma && words.word(at) == ",") { at += 1 }
    if let year = yearNumber(at, words), words.word(at + 1) != "%", !isIn || !isAmount(at, words) {
      return (.number(year), at + 1)
    }
    let isYear = words.word(at + 1) == "year"
    if isYear, words.word(index) != "," {
      switch words.word(at) {
      case "that": return (.that, at + 2)
      case "last", "this", "next":
        return (Which(rawValue: words.word(at)).map(YearReference.which) ?? .none, at + 2)
      default: break
      }
      if words.word(at) == "the", words.word(at + 1) == "same", words.word(at + 2) == "year" {
        return (.that, at + 3)
      }
    }
    return (.none, index)
  }
}
