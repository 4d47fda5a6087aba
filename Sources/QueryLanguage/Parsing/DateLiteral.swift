internal import Diagnostics
public import NewsModel

/// The forms in which a date can be written.
///
/// All are intervals: `2023`, `2023-09`, `2023-09-28`, `2023/09/28`, `Q3 2023`, `2020s`,
/// `September 2023`, `26 Sept 2023`, `Sept 26 2023`, `today`, `yesterday`, `tomorrow`, `last week`,
/// `this month`, `next year`, `last Monday`, `3 days ago`; `early Sept 2023`, `mid-March 2023`,
/// `end of March 2023` (thirds of a month), `late 2023` (of a year), `winter 2023` (the one that
/// begins in it), `H1 2023`, `first half of 2023`, `the week of 2023-09-28`; and two of them joined
/// as `A..B`, `A..` or `..B`. Case does not count, nor do `the` and `of`.
public struct DateLiteral {
  /// Why a text is no date.
  public enum Problem: Error, Sendable, Hashable {
    /// It has none of the forms.
    case notADate
    /// Day and month cannot be told apart; the readings in ISO form.
    case ambiguous([String])
    /// The calendar has no such day or month.
    case noSuchDay(String)
    /// A day or month without its year; the years that may be meant, likeliest first.
    case missingYear([Int])
    /// The first date of an interval is after the second.
    case reversed
  }

  /// The day that relative dates count from.
  let today: Day
  /// The words, in small letters.
  let words: [String]

  /// The interval that `text` stands for, where relative dates count from `today`.
  ///
  /// - Complexity: O(*n*).
  public static func read(_ text: String, today: Day) throws(Problem) -> NewsDate {
    guard text.utf8.count <= 100 else { throw .notADate }
    let plain = String(
      text.lowercased().map { "\u{2010}\u{2011}\u{2012}\u{2013}\u{2014}".contains($0) ? "-" : $0 })
    if let dots = plain.firstRange(ofDots: "..") {
      return try readInterval(plain[..<dots.lowerBound], plain[dots.upperBound...], today)
    }
    let ends = plain.split(separator: "/", omittingEmptySubsequences: false)
    if ends.count == 2, ends.allSatisfy({ isISO($0) }) {
      return try readInterval(ends[0], ends[1], today)
    }
    return try readSingle(plain, today)
  }

  private static func readSingle(_ text: some StringProtocol, _ today: Day) throws(Problem)
    -> NewsDate
  {
    return try DateLiteral(today: today, words: plainWords(text)).read()
  }

  private static func readInterval(
    _ lower: Substring, _ upper: Substring, _ today: Day
  ) throws(Problem) -> NewsDate {
    let isOpen = (lower.allSatisfy(\.isWhitespace), upper.allSatisfy(\.isWhitespace))
    let first: NewsDate? = isOpen.0 ? nil : try readSingle(lower, today)
    let last: NewsDate? = isOpen.1 ? nil : try readSingle(upper, today)
    if let a = first?.first, let b = last?.last, b < a { throw .reversed }
    guard let date = NewsDate(first: first?.first, last: last?.last) else { throw .notADate }
    return date
  }

  private static func isISO(_ text: Substring) -> Bool {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    return parts[0].utf8.count == 4 && parts.allSatisfy { digits($0) != nil }
      && (parts.count > 1 || (digits(parts[0]) ?? 0) > 999)
  }

  // MARK: Vocabulary

  /// Whether a date can begin with `word`, in small letters.
  static func canBegin(with word: String) -> Bool {
    guard let first = word.utf8.first else { return false }
    if (0x30...0x39).contains(first) || word.hasPrefix("..") { return true }
    let head = String(word.prefix { $0 != "." })
    return month(head) != nil || leads.contains(head) || quarter(head) != nil
      || number(spelled: word) != nil
      || head.hasPrefix("q") && quarter(String(head.prefix(2))) != nil
  }

  /// Whether `word`, in small letters, is one edit from a longer word that a date begins with.
  static func resembles(_ word: String) -> Bool {
    guard word.utf8.count >= 4 else { return false }
    let words = months + ["today", "yesterday", "tomorrow", "early"]
    return words.contains { $0.utf8.count >= 5 && editDistance(word, $0, limit: 1) == 1 }
  }

  private static let leads: Set<String> = [
    "today", "yesterday", "tomorrow", "now", "last", "this", "next", "past", "early", "mid", "late",
  ]

  /// The number that a small number word spells: `three`, `a`.
  static func number(spelled word: String) -> Int? { numbers[word] }

  private static let numbers: [String: Int] = [
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12,
  ]

  private static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
  ]

  private static let weekdays = [
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
  ]

  /// The month that `word` names, whole or by its first three letters or more, 1 to 12.
  static func month(_ word: String) -> Int? {
    let name = word.hasSuffix(".") ? String(word.dropLast()) : word
    guard name.utf8.count >= 3 else { return nil }
    let isShort = name.utf8.count == 3 || name == "sept"
    return months.firstIndex { $0 == name || isShort && $0.hasPrefix(name) }.map { $0 + 1 }
  }

  private static func weekday(_ word: String) -> Int? {
    guard word.utf8.count >= 3 else { return nil }
    return weekdays.firstIndex { $0 == word || word.utf8.count == 3 && $0.hasPrefix(word) }
      .map { $0 + 1 }
  }

  private static func quarter(_ word: String) -> Int? {
    guard word.utf8.count == 2, word.hasPrefix("q") else { return nil }
    return digits(word.dropFirst()).flatMap { (1...4).contains($0) ? $0 : nil }
  }

  private static func dayOfMonth(_ word: String) -> Int? {
    let plain = ["st", "nd", "rd", "th"].first { word.hasSuffix($0) }.map {
      word.dropLast($0.count)
    }
    let text = plain.map { String($0) } ?? word
    guard text.utf8.count <= 2 else { return nil }
    return digits(text)
  }

  private static func year(_ word: String) -> Int? {
    word.utf8.count == 4 ? digits(word) : nil
  }

  /// The number that `text` is in decimal digits; nil for anything else or above nine digits.
  private static func digits(_ text: some StringProtocol) -> Int? {
    guard (1...9).contains(text.utf8.count), text.utf8.allSatisfy({ (0x30...0x39).contains($0) })
    else { return nil }
    return Int(text)
  }

  /// Whether `words` are a month and a day, or a day and a month: a comma and a year may follow.
  static func isMonthAndDay(_ words: [String]) -> Bool {
    guard words.count >= 2 else { return false }
    let last = words.suffix(2).map { $0.lowercased() }
    return month(last[0]) != nil && dayOfMonth(last[1]) != nil
      || dayOfMonth(last[0]) != nil && month(last[1]) != nil
  }

  // MARK: Forms

  /// The interval that the words stand for.
  func read() throws(Problem) -> NewsDate {
    if let part = try readPart() { return part }
    switch words.count {
    case 1: return try readWord(words[0])
    case 2: return try readPair(words[0], words[1])
    case 3: return try readTriple()
    default: throw .notADate
    }
  }

  private func readWord(_ word: String) throws(Problem) -> NewsDate {
    switch word {
    case "today", "now": return NewsDate(today)
    case "yesterday": return NewsDate(today.advanced(by: -1))
    case "tomorrow": return NewsDate(today.advanced(by: 1))
    default: break
    }
    if DateLiteral.month(word) != nil { throw .missingYear(likelyYears) }
    if word.utf8.count == 6 || word.utf8.count == 7 {
      let flat = word.filter { $0 != "-" }
      if let year = DateLiteral.year(String(flat.prefix(4))),
        let quarter = DateLiteral.quarter(String(flat.dropFirst(4)))
      {
        return try self.quarter(quarter, year)
      }
      if let quarter = DateLiteral.quarter(String(flat.prefix(2))),
        let year = DateLiteral.year(String(flat.dropFirst(2)))
      {
        return try self.quarter(quarter, year)
      }
    }
    if word.utf8.count == 5, word.hasSuffix("0s"), let year = DateLiteral.digits(word.dropLast()),
      let date = NewsDate(
        first: Day(year: year, month: 1, day: 1), last: Day(year: year + 9, month: 12, day: 31))
    {
      return date
    }
    return try readNumbers(word)
  }

  /// `2023`, `2023-09`, `2023-9-28`, `2023/09/28`, `28.9.2023`.
  private func readNumbers(_ word: String) throws(Problem) -> NewsDate {
    guard let separator = word.first(where: { "-/.".contains($0) }) else {
      guard let year = DateLiteral.year(word) else { throw .notADate }
      guard let date = NewsDate(year: year) else { throw .noSuchDay(word) }
      return date
    }
    let parts = word.split(separator: separator, omittingEmptySubsequences: false)
    var numbers: [Int] = []
    for part in parts {
      guard let number = DateLiteral.digits(part) else { throw .notADate }
      numbers.append(number)
    }
    if parts[0].utf8.count == 4, (2...3).contains(parts.count),
      parts.dropFirst().allSatisfy({ $0.utf8.count <= 2 })
    {
      let day = numbers.count > 2 ? numbers[2] : nil
      guard let date = NewsDate(year: numbers[0], month: numbers[1], day: day) else {
        throw .noSuchDay(word)
      }
      return date
    }
    guard parts.count == 3, parts[2].utf8.count == 4 || parts[2].utf8.count == 2,
      parts[0].utf8.count <= 2, parts[1].utf8.count <= 2
    else { throw .notADate }
    let year = parts[2].utf8.count == 4 ? numbers[2] : century(of: numbers[2])
    let dayFirst = NewsDate(year: year, month: numbers[1], day: numbers[0])
    let monthFirst = NewsDate(year: year, month: numbers[0], day: numbers[1])
    switch (dayFirst, monthFirst) {
    case (nil, nil): throw .noSuchDay(word)
    case (let date?, nil) where parts[2].utf8.count == 4: return date
    case (nil, let date?) where parts[2].utf8.count == 4: return date
    case (let a?, let b?) where a == b && parts[2].utf8.count == 4: return a
    default:
      var readings: [String] = []
      for date in [dayFirst, monthFirst] {
        if let text = date?.description, !readings.contains(text) { readings.append(text) }
      }
      throw .ambiguous(readings)
    }
  }

  private func century(of year: Int) -> Int {
    let century = today.year / 100 * 100
    return century + year > today.year + 10 ? century - 100 + year : century + year
  }

  private func readPair(_ first: String, _ second: String) throws(Problem) -> NewsDate {
    if let month = DateLiteral.month(first), let year = DateLiteral.year(second) {
      return try self.month(month, year)
    }
    if let year = DateLiteral.year(first), let month = DateLiteral.month(second) {
      return try self.month(month, year)
    }
    if let quarter = DateLiteral.quarter(first), let year = DateLiteral.year(second) {
      return try self.quarter(quarter, year)
    }
    if let year = DateLiteral.year(first), let quarter = DateLiteral.quarter(second) {
      return try self.quarter(quarter, year)
    }
    if DateLiteral.isMonthAndDay([first, second]) {
      throw .missingYear(likelyYears)
    }
    if lacksYear { throw .missingYear(likelyYears) }
    let step = ["last": -1, "past": -1, "this": 0, "next": 1][first]
    guard let step else { throw .notADate }
    if let weekday = DateLiteral.weekday(second) {
      var day = today.advanced(by: weekday - today.weekday)
      if step < 0, day >= today { day = day.advanced(by: -7) }
      if step > 0, day <= today { day = day.advanced(by: 7) }
      return NewsDate(day)
    }
    return try period(second, step)
  }

  private func readTriple() throws(Problem) -> NewsDate {
    if words[2] == "ago" {
      guard let count = DateLiteral.digits(words[0]) ?? DateLiteral.number(spelled: words[0]),
        let unit = DateClause.Unit(named: words[1])
      else { throw .notADate }
      guard let day = today.advanced(by: -count, unit) else {
        throw .noSuchDay(words.joined(separator: " "))
      }
      return NewsDate(day)
    }
    if ["last", "past", "next"].contains(words[0]), let unit = DateClause.Unit(named: words[2]),
      let count = DateLiteral.digits(words[1]) ?? DateLiteral.number(spelled: words[1])
    {
      let isNext = words[0] == "next"
      guard let other = today.advanced(by: isNext ? count : -count, unit) else {
        throw .noSuchDay(words.joined(separator: " "))
      }
      return NewsDate(first: min(today, other), last: max(today, other)) ?? NewsDate(today)
    }
    guard let year = DateLiteral.year(words[2]) else {
      if let year = DateLiteral.year(words[0]), let month = DateLiteral.month(words[1]),
        let day = DateLiteral.dayOfMonth(words[2])
      {
        return try self.day(year, month, day)
      }
      throw .notADate
    }
    if let month = DateLiteral.month(words[0]), let day = DateLiteral.dayOfMonth(words[1]) {
      return try self.day(year, month, day)
    }
    if let day = DateLiteral.dayOfMonth(words[0]), let month = DateLiteral.month(words[1]) {
      return try self.day(year, month, day)
    }
    throw .notADate
  }

  // MARK: Calendar

  private func day(_ year: Int, _ month: Int, _ day: Int) throws(Problem) -> NewsDate {
    guard let date = NewsDate(year: year, month: month, day: day) else {
      throw .noSuchDay(words.joined(separator: " "))
    }
    return date
  }

  private func month(_ month: Int, _ year: Int) throws(Problem) -> NewsDate {
    guard let date = NewsDate(year: year, month: month) else {
      throw .noSuchDay(words.joined(separator: " "))
    }
    return date
  }

  private func quarter(_ quarter: Int, _ year: Int) throws(Problem) -> NewsDate {
    guard let first = NewsDate(year: year, month: quarter * 3 - 2),
      let last = NewsDate(year: year, month: quarter * 3),
      let date = NewsDate(first: first.first, last: last.last)
    else { throw .noSuchDay(words.joined(separator: " ")) }
    return date
  }

  /// The week, month, quarter or year `step` after the one that holds today.
  private func period(_ unit: String, _ step: Int) throws(Problem) -> NewsDate {
    let months = today.year * 12 + today.month - 1
    switch unit {
    case "day": return NewsDate(today.advanced(by: step))
    case "week":
      let monday = today.advanced(by: 1 - today.weekday + 7 * step)
      return NewsDate(first: monday, last: monday.advanced(by: 6)) ?? NewsDate(monday)
    case "month": return try month((months + step) % 12 + 1, (months + step) / 12)
    case "quarter":
      let quarters = months / 3 + step
      return try quarter(quarters % 4 + 1, quarters / 4)
    case "year":
      guard let date = NewsDate(year: today.year + step) else { throw .noSuchDay(unit) }
      return date
    default: throw .notADate
    }
  }

  /// The years that a date without one may mean.
  private var likelyYears: [Int] { [today.year, today.year - 1].filter { $0 > 0 } }
}

extension Day {
  /// The day `count` units later, on the last day of a month that is too short; nil outside the
  /// years 1 to 9999.
  public func advanced(by count: Int, _ unit: DateClause.Unit) -> Day? {
    guard abs(count) <= 4_000_000 else { return nil }
    switch unit {
    case .days, .weeks:
      let day = advanced(by: unit == .days ? count : 7 * count)
      return (1...9999).contains(day.year) ? day : nil
    case .months, .quarters, .years:
      let (year, month, dayOfMonth) = civil
      let length = unit == .months ? 1 : unit == .quarters ? 3 : 12
      let months = year * 12 + month - 1 + length * count
      guard months >= 12 else { return nil }
      let last = Day.count(ofMonth: months % 12 + 1, year: months / 12)
      return Day(year: months / 12, month: months % 12 + 1, day: min(dayOfMonth, last))
    }
  }
}

extension String {
  /// Where the first two dots in a row stand; nil where there are none.
  fileprivate func firstRange(ofDots dots: String) -> Range<String.Index>? {
    var lower = startIndex
    while let dot = self[lower...].firstIndex(of: ".") {
      let next = index(after: dot)
      if next < endIndex, self[next] == "." { return dot..<index(after: next) }
      lower = next
    }
    return nil
  }
}
