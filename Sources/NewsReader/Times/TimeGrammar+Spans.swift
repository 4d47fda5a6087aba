internal import NewsModel

/// Expressions with two ends.
extension TimeGrammar {
  private static let connectors: Set<String> = [
    "and", "to", "until", "till", "through", "-", "–", "—",
  ]

  /// `May 2011 and July 2012`, `12-14 March`, `March 12 to 14`, `1998-2000`, `1950-53`.
  ///
  /// - Parameters:
  ///   - isOpen: whether `between` or `from` stands before it, so that `and` may join the ends and
  ///     the ends may be of any kind.
  ///   - first: the longest reading of one date at `index`.
  func span(at index: Int, in words: TimeWords, isOpen: Bool, first: Match?) -> Match? {
    if let match = dayRangeInMonth(index, words, isOpen: isOpen) { return match }
    if let match = monthWithDayRange(index, words, isOpen: isOpen) { return match }
    guard let first, joins(first.end, words, isOpen: isOpen) else {
      return shortYearRange(index, words)
    }
    if let short = shortYearRange(index, words) { return short }
    guard let second = longest(at: first.end + 1, in: words) else { return nil }
    let ends = Self.completed(first.reading, from: second.reading)
    guard isOpen || Self.sameKind(ends, second.reading) else { return nil }
    return (.span(ends, second.reading), second.end)
  }

  private func joins(_ index: Int, _ words: TimeWords, isOpen: Bool) -> Bool {
    let word = words.word(index)
    return Self.connectors.contains(word) && (isOpen || word != "and")
  }

  /// `12 to 14 March 2021`, `the 3rd and 4th of May`.
  private func dayRangeInMonth(_ index: Int, _ words: TimeWords, isOpen: Bool) -> Match? {
    let at = words.word(index) == "the" ? index + 1 : index
    guard let first = dayNumber(at, words), Self.connectors.contains(words.word(at + 1)) else {
      return nil
    }
    let second = words.word(at + 2) == "the" ? at + 3 : at + 2
    guard let match = dayAndMonth(second, words),
      case .day(let year, let month, let day, _) = match.reading, first < day
    else { return nil }
    let start = TimeReading.day(year: year, month: month, day: first, weekday: nil)
    return (.span(start, match.reading), match.end)
  }

  /// `March 12-14, 2021`.
  private func monthWithDayRange(_ index: Int, _ words: TimeWords, isOpen: Bool) -> Match? {
    guard let month = monthNumber(index, words), let first = dayNumber(index + 1, words),
      joins(index + 2, words, isOpen: isOpen) || words.word(index + 2) == "and",
      let last = dayNumber(index + 3, words), first < last,
      !lexicon.amountAfter.contains(words.word(index + 4))
    else { return nil }
    let (year, end) = yearReference(index + 4, words)
    return (
      .span(
        .day(year: year, month: month, day: first, weekday: nil),
        .day(year: year, month: month, day: last, weekday: nil)), end
    )
  }

  /// `1950-53`, `2022–23`.
  private func shortYearRange(_ index: Int, _ words: TimeWords) -> Match? {
    guard let first = yearNumber(index, words), first >= 1500,
      ["-", "–"].contains(words.word(index + 1)), let short = words.integer(index + 2, digits: 2),
      words.forms[index + 2].utf8.count == 2
    else { return nil }
    let last = first - first % 100 + short
    return last > first ? (.years(first, last), index + 3) : nil
  }

  /// The first end of a span with the year that the second gives: `April to June 2020`.
  private static func completed(_ first: TimeReading, from second: TimeReading) -> TimeReading {
    let year: YearReference =
      switch second {
      case .day(let year, _, _, _), .month(let year, _, _), .season(let year, _): year
      default: .none
      }
    switch first {
    case .day(.none, let month, let day, let weekday):
      return .day(year: year, month: month, day: day, weekday: weekday)
    case .month(.none, let month, let part): return .month(year: year, month: month, part: part)
    case .season(.none, let month): return .season(year: year, month: month)
    default: return first
    }
  }

  /// Whether two ends are written alike, so that a hyphen or `to` between them joins them.
  private static func sameKind(_ first: TimeReading, _ second: TimeReading) -> Bool {
    switch (first, second) {
    case (.day, .day), (.month, .month), (.year, .year), (.weekday, .weekday), (.season, .season),
      (.years, .years):
      true
    default: false
    }
  }
}
