internal import NewsModel

/// Seasons, quarters, decades, centuries and feasts.
extension TimeGrammar {
  /// `spring 2021`, `last winter`, `the summer of 2019`, `this autumn`.
  func season(_ index: Int, _ words: TimeWords) -> Match? {
    var at = index
    var which = lexicon.whiches[words.word(at)]
    let hasArticle = words.word(at) == "the"
    if which != nil || hasArticle { at += 1 }
    if hasArticle, let part = lexicon.whiches[words.word(at)] {
      which = part
      at += 1
    }
    guard let month = lexicon.seasons[words.word(at)] else { return nil }
    let (year, end) = yearReference(at + 1, words)
    if year != .none { return (.season(year: year, month: month), end) }
    if let which { return (.season(year: .which(which), month: month), at + 1) }
    // `in the spring`, `in spring`; a fall and a spring are other things as well.
    let before = words.word(index - 1)
    let isPlaced = ["in", "by", "until", "since", "during"].contains(before)
    let isLoose = hasArticle ? words.word(at + 1) == "of" : !isPause(at + 1, words)
    guard isPlaced, words.word(at) != "fall", !isLoose else { return nil }
    return (.season(year: .none, month: month), at + 1)
  }

  /// `the third quarter of 2023`, `Q3 2023`, `the first half of last year`.
  func quarter(_ index: Int, _ words: TimeWords) -> Match? {
    let word = words.word(index)
    if word.utf8.count == 2, word.hasPrefix("q"), let number = Int(word.dropFirst()),
      (1...4).contains(number)
    {
      let (year, end) = yearReference(index + 1, words)
      guard year != .none || words.isCapital(index) else { return nil }
      return (.monthsOfYear(year: year, first: number * 3 - 2, count: 3), end)
    }
    var at = index
    if words.word(at) == "the" { at += 1 }
    guard let number = lexicon.ordinals[words.word(at)] else { return nil }
    switch words.word(at + 1) {
    case "quarter" where number <= 4:
      let (year, end) = yearReference(at + 2, words)
      // The fourth quarter of a match is none.
      guard year != .none || words.word(index - 1) == "in" else { return nil }
      return (.monthsOfYear(year: year, first: number * 3 - 2, count: 3), end)
    case "half" where number <= 2:
      let (year, end) = yearReference(at + 2, words)
      guard year != .none else { return nil }
      return (.monthsOfYear(year: year, first: number * 6 - 5, count: 6), end)
    default: return nil
    }
  }

  /// `the 1990s`, `the early '90s`, `the late sixties`, `mid-1970s`.
  func decade(_ index: Int, _ words: TimeWords) -> Match? {
    if let (part, rest) = hyphenPart(index, words), let first = decadeStart(rest) {
      return (years(of: first, part), index + 1)
    }
    let (part, at) = leadingPart(index, words)
    if part != nil, let first = decadeStart(words.word(at)) {
      return (years(of: first, part), at + 1)
    }
    if let first = decadeStart(words.word(index)) { return (years(of: first, nil), index + 1) }
    if let first = yearNumber(index, words), first % 10 == 0,
      words.word(index + 1) == "'s" || words.word(index + 1) == "’s", words.word(index - 1) == "the"
    {
      return (years(of: first, nil), index + 2)
    }
    var named = index
    if words.word(named) == "the" { named += 1 }
    if let part = lexicon.parts[words.word(named)],
      let first = lexicon.decades[words.word(named + 1)]
    {
      return (years(of: first, part), named + 2)
    }
    guard words.word(index) == "the", let first = lexicon.decades[words.word(named)] else {
      return nil
    }
    return (years(of: first, nil), named + 1)
  }

  private func years(of first: Int, _ part: Part?) -> TimeReading {
    // `the 1600s` are a century; `the 2000s` a decade.
    if first % 100 == 0, first < 1900 { return century(from: first, part) }
    return switch part {
    case .early: .years(first, first + 3)
    case .middle: .years(first + 4, first + 6)
    case .late: .years(first + 7, first + 9)
    default: .years(first, first + 9)
    }
  }

  private func decadeStart(_ word: String) -> Int? {
    guard word.hasSuffix("s") else { return nil }
    let digits = word.dropLast().drop { $0 == "'" || $0 == "’" }
    guard digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = Int(digits),
      number % 10 == 0
    else { return nil }
    if digits.utf8.count == 4, (1000...2190).contains(number) { return number }
    guard digits.utf8.count == 2, digits.startIndex > word.startIndex else { return nil }
    return number >= 30 ? 1900 + number : 2000 + number
  }

  /// `the 19th century`, `early twentieth century`.
  func century(_ index: Int, _ words: TimeWords) -> Match? {
    var (part, at) = leadingPart(index, words)
    if part == nil, words.word(at) == "the" { at += 1 }
    let word = words.word(at)
    var end = at + 1
    var number = lexicon.ordinals[word]
    let digits = word.prefix { $0.isASCII && $0.isNumber }
    if (1...2).contains(digits.count),
      ["st", "nd", "rd", "th"].contains(word.dropFirst(digits.count))
    {
      number = Int(digits)
    }
    if words.word(end) == "-" { end += 1 }
    guard let number, (1...22).contains(number), words.word(end) == "century" else { return nil }
    let first = max((number - 1) * 100, 1)
    return (century(from: first, part), end + 1)
  }

  private func century(from first: Int, _ part: Part?) -> TimeReading {
    let last = first - first % 100 + 99
    return switch part {
    case .early: .years(first, first + 32)
    case .middle: .years(first + 33, first + 66)
    case .late: .years(first + 67, last)
    default: .years(first, last)
    }
  }

  /// `Christmas Day`, `last Easter`, `New Year's Eve 2015`.
  func holiday(_ index: Int, _ words: TimeWords) -> Match? {
    let which = lexicon.whiches[words.word(index)]
    let start = which == nil ? index : index + 1
    guard words.isCapital(start) else { return nil }
    var key = ""
    var best: (Holiday, Int)?
    for at in start..<min(start + 4, words.count) {
      key += (at > start ? " " : "") + folded(words.lower[at])
      if let holiday = lexicon.holidays[key] { best = (holiday, at + 1) }
    }
    guard let (holiday, after) = best else { return nil }
    let (year, end) = yearReference(after, words)
    if let which, year == .none { return (.holiday(holiday, year: .which(which)), after) }
    return (.holiday(holiday, year: year), end)
  }
}
