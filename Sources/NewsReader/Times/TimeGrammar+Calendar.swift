internal import NewsModel

/// Dates by the calendar.
extension TimeGrammar {
  /// `Tuesday, 26 September 2023`, `Sunday (May 3)`, `that Friday, 9 June`.
  func datedWeekday(_ index: Int, _ words: TimeWords) -> Match? {
    let isThat = words.word(index) == "that"
    let at = isThat ? index + 1 : index
    guard let weekday = weekdayNumber(at, words) else { return nil }
    var next = at + 1
    if lexicon.dayParts.contains(words.word(next)) { next += 1 }
    let isBracketed = words.word(next) == "("
    if words.word(next) == "," || isBracketed { next += 1 }
    if words.word(next) == "the" { next += 1 }
    guard let date = dayAndMonth(next, words) ?? monthAndDay(next, words),
      case .day(let year, let month, let day, _) = date.reading
    else { return nil }
    let isClosed = isBracketed && words.word(date.end) == ")"
    let reference = isThat && year == .none ? .that : year
    return (
      .day(year: reference, month: month, day: day, weekday: weekday),
      date.end + (isClosed ? 1 : 0)
    )
  }

  /// `26 September 2023`, `the 26th of September`, `the fifth of May`.
  func dayAndMonth(_ index: Int, _ words: TimeWords) -> Match? {
    let ordinal = words.word(index + 1) == "of" ? lexicon.ordinals[words.word(index)] : nil
    guard let day = dayNumber(index, words) ?? ordinal, day <= 31 else { return nil }
    var at = index + 1
    if words.word(at) == "of" { at += 1 }
    guard let month = monthNumber(at, words) else { return nil }
    // `5 May 2023`, but not the 12 of `12 March for the arts`, nor `9, May` across a comma.
    let (year, end) = yearReference(at + 1, words)
    return (.day(year: year, month: month, day: day, weekday: nil), end)
  }

  /// `Sept. 26, 2023`, `September 17`, `March 9 2014`.
  func monthAndDay(_ index: Int, _ words: TimeWords) -> Match? {
    guard let month = monthNumber(index, words) else { return nil }
    var at = index + 1
    if words.word(at) == "the" { at += 1 }
    guard let day = dayNumber(at, words), !isAmount(at, words) else { return nil }
    let (year, end) = yearReference(at + 1, words)
    return (.day(year: year, month: month, day: day, weekday: nil), end)
  }

  /// `2023-09-26`, `26/09/2023`, `26.9.2023`.
  func numericDate(_ index: Int, _ words: TimeWords) -> Match? {
    let text = words.forms[index]
    guard let first = text.utf8.first, (0x30...0x39).contains(first), text.utf8.count >= 8 else {
      return nil
    }
    let date = text.split(separator: "T", maxSplits: 1).first ?? ""
    for separator in ["-", "/", "."] as [Character] {
      let fields = date.split(separator: separator, omittingEmptySubsequences: false)
      guard fields.count == 3, let a = Int(fields[0]), let b = Int(fields[1]),
        let c = Int(fields[2]), a > 0, b > 0, c > 0
      else { continue }
      if fields[0].count == 4 { return named(year: a, month: b, day: c, index) }
      guard fields[2].count == 4, separator != "-" || fields[0].count <= 2 else { continue }
      if b > 12 { return named(year: c, month: a, day: b, index) }
      if a > 12 || a == b || separator == "." { return named(year: c, month: b, day: a, index) }
      return (.ambiguous, index + 1)
    }
    return nil
  }

  private func named(year: Int, month: Int, day: Int, _ index: Int) -> Match? {
    guard NewsDate(year: year, month: month, day: day) != nil else { return nil }
    return (.day(year: .number(year), month: month, day: day, weekday: nil), index + 1)
  }

  /// `September 2023`, `early March`, `last April`, `the end of June`, `in May`.
  func month(_ index: Int, _ words: TimeWords) -> Match? {
    if let (part, rest) = hyphenPart(index, words), let month = lexicon.months[rest] {
      let (year, end) = yearReference(index + 1, words)
      return (.month(year: year, month: month, part: part), end)
    }
    let (part, start) = leadingPart(index, words)
    let which = lexicon.whiches[words.word(start)]
    let at = which == nil ? start : start + 1
    guard let month = monthNumber(at, words) else { return nil }
    let (year, end) = yearReference(at + 1, words)
    if let which, year == .none {
      return (.month(year: .which(which), month: month, part: part), end)
    }
    if which != nil { return nil }
    let needsContext = ["may", "march", "mar", "jan", "jun", "dec"].contains(words.word(at))
    if needsContext, year == .none, part == nil, !isMonthContext(at, words) { return nil }
    return (
      .month(year: year == .none ? sharedYear(at + 1, words) : year, month: month, part: part), end
    )
  }

  /// Whether a word that is a month and something else stands where months stand.
  private func isMonthContext(_ at: Int, _ words: TimeWords) -> Bool {
    let before = words.word(at - 1)
    return [
      "in", "of", "since", "by", "until", "till", "during", "from", "through", "before", "after",
      "between", "to", "this", "late", "early", "and",
    ].contains(before) && !words.isCapital(at + 1)
  }

  /// The year of `May 2020` for the first month of `April and May 2020`.
  private func sharedYear(_ at: Int, _ words: TimeWords) -> YearReference {
    guard ["and", "or", "to", "-", "–"].contains(words.word(at)),
      monthNumber(at + 1, words) != nil, let year = yearNumber(at + 2, words)
    else { return .none }
    return .number(year)
  }

  /// `early`, `late`, `the end of`: the part and where what it is a part of begins.
  func leadingPart(_ index: Int, _ words: TimeWords) -> (Part?, Int) {
    var at = index
    if words.word(at) == "the" { at += 1 }
    guard let part = lexicon.parts[words.word(at)] else { return (nil, index) }
    let isNoun = !["early", "mid", "late"].contains(words.word(at))
    at += 1
    if words.word(at) == "in" || words.word(at) == "-" { at += 1 }
    guard isNoun else { return (part, at) }
    guard words.word(at) == "of" else { return (nil, index) }
    at += 1
    return (part, at)
  }

  /// `mid-March`, `late-2019`: the part and the rest of the word.
  func hyphenPart(_ index: Int, _ words: TimeWords) -> (Part, String)? {
    let fields = words.word(index).split(separator: "-", maxSplits: 1)
    guard fields.count == 2, let part = lexicon.parts[String(fields[0])] else { return nil }
    return (part, String(fields[1]))
  }

  /// `2017`, `mid-2017`, `the end of 2016`, `Expo-2020`, `2022/23`.
  func year(_ index: Int, _ words: TimeWords) -> Match? {
    if let (part, rest) = hyphenPart(index, words), let year = year(in: rest) {
      return (.year(.number(year), part: part), index + 1)
    }
    let (part, at) = leadingPart(index, words)
    if part != nil, let year = yearNumber(at, words) {
      return (.year(.number(year), part: part), at + 1)
    }
    if let year = yearNumber(index, words), isYear(year, index, words) {
      return (.year(.number(year), part: nil), index + 1)
    }
    let fields = words.forms[index].split(separator: "-")
    if fields.count == 2, words.isCapital(index), let year = year(in: String(fields[1])),
      fields[0].count > 2, fields[0].allSatisfy(\.isLetter)
    {
      return (.year(.number(year), part: nil), index + 1)
    }
    return seasonOfYears(index, words)
  }

  private func year(in text: String) -> Int? {
    guard text.utf8.count == 4, let year = Int(text), (1900...2099).contains(year) else {
      return nil
    }
    return year
  }

  /// `2022/23`.
  private func seasonOfYears(_ index: Int, _ words: TimeWords) -> Match? {
    let fields = words.forms[index].split(separator: "/")
    guard fields.count == 2, let year = year(in: String(fields[0])), let short = Int(fields[1]),
      fields[1].utf8.count == 2, (year + 1) % 100 == short
    else { return nil }
    return (.years(year, year + 1), index + 1)
  }

  /// Whether a number that could be a year is one.
  private func isYear(_ year: Int, _ index: Int, _ words: TimeWords) -> Bool {
    if isAmount(index, words) { return false }
    // `between 1200 and 1500 people`
    if ["and", "to", "or"].contains(words.word(index + 1)), yearNumber(index + 2, words) != nil,
      isAmount(index + 2, words)
    {
      return false
    }
    if isRangeOfYears(index, words) { return true }
    let before = words.word(index - 1)
    if lexicon.amountBefore.contains(before) || ["$", "€", "£", "¥", "#", "no"].contains(before) {
      return false
    }
    if (1900...2099).contains(year) { return true }
    let next = words.word(index + 1)
    // `(1738)`, and the second of `in 1687 and 1689`.
    if before == "(", next == ")" { return true }
    if before == "and" || before == "or", let first = yearNumber(index - 2, words), first < year,
      lexicon.yearContext.contains(words.word(index - 3))
    {
      return true
    }
    let isCount = next.hasSuffix("s") && next.count > 3 && !words.isCapital(index + 1)
    return lexicon.yearContext.contains(before) && !isCount
  }

  private static let dashes: Set<String> = ["-", "–", "—"]

  /// Whether a later number that could be a year stands behind a dash, or an earlier one in front of
  /// it: `over 2000-2050`, `(1704–1787)`.
  private func isRangeOfYears(_ index: Int, _ words: TimeWords) -> Bool {
    guard let year = yearNumber(index, words) else { return false }
    if Self.dashes.contains(words.word(index + 1)), let last = yearNumber(index + 2, words) {
      return year < last && !isAmount(index + 2, words)
    }
    if Self.dashes.contains(words.word(index - 1)), let first = yearNumber(index - 2, words) {
      return first < year
    }
    return false
  }

  /// Whether the number at `index` counts what comes after it.
  func isAmount(_ index: Int, _ words: TimeWords) -> Bool {
    let next = words.word(index + 1)
    return ["%", "°"].contains(next) || lexicon.amountAfter.contains(next)
  }
}
