internal import NewsModel

/// Parts of a year or month, and the week of a day.
extension DateLiteral {
  /// Words by which parts of a year or month are called, with the third that they mean.
  private static let thirds: [String: Int] = [
    "early": 0, "beginning": 0, "start": 0, "mid": 1, "middle": 1, "late": 2, "end": 2,
  ]

  /// The first month of a season; that of winter is December, so that the winter of a year is the
  /// one that begins in it.
  private static let seasons: [String: Int] = [
    "spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12,
  ]

  private static let ordinals: [String: Int] = [
    "first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4,
    "last": 0,
  ]

  /// The words of a date without `the` and `of`, and with `mid-March` as two words.
  static func plainWords(_ text: some StringProtocol) -> [String] {
    var words: [String] = []
    for word in text.split(whereSeparator: { $0 == " " || $0 == "," }) {
      if word == "of" || word == "the" { continue }
      let parts = word.split(separator: "-", maxSplits: 1)
      if parts.count == 2, ["early", "mid", "late"].contains(parts[0]) {
        words += parts.map { String($0) }
      } else {
        words.append(String(word))
      }
    }
    return words
  }

  /// Whether `word`, in small letters, begins a date where `next` follows it, though it is a
  /// common word elsewhere: `end of`, `winter 2023`, `the week`.
  static func canBegin(with word: String, then next: String) -> Bool {
    switch word {
    case "the": return canBegin(with: next, then: "of") || ordinals[next] != nil
    case "week": return next == "of"
    case "beginning", "start", "middle", "end":
      return next == "of" || month(next) != nil
    default: break
    }
    if seasons[word] != nil { return next == "of" || next.isYear }
    if word == "h1" || word == "h2" { return next == "of" || next.isYear }
    if ordinals[word] != nil, word != "last" {
      return next == "half" || next == "quarter"
    }
    return word.hasPrefix("mid-") || word.hasPrefix("early-") || word.hasPrefix("late-")
  }

  /// A part of a year, or the week of a day; nil where the words are neither.
  func readPart() throws(Problem) -> NewsDate? {
    guard let head = words.first, words.count >= 2 else { return nil }
    if head == "week" { return try readWeek() }
    if let last = words.last, last.isYear, let year = Int(last) {
      let text = words.joined(separator: " ")
      if words.count == 2 {
        if let third = DateLiteral.thirds[head] { return try months(third * 4 + 1, 4, year, text) }
        if let season = DateLiteral.seasons[head] { return try months(season, 3, year, text) }
        if head == "h1" || head == "h2" {
          return try months(head == "h1" ? 1 : 7, 6, year, text)
        }
      } else if words.count == 3, let number = DateLiteral.ordinals[head] {
        if words[1] == "half", number < 3 {
          return try months(number == 1 ? 1 : 7, 6, year, text)
        }
        if words[1] == "quarter" {
          return try months(number == 0 ? 10 : number * 3 - 2, 3, year, text)
        }
      } else if words.count == 3, let third = DateLiteral.thirds[head],
        let month = DateLiteral.month(words[1])
      {
        return try self.third(third, month, year, text)
      }
    } else if words.count == 2, head.isYear, let year = Int(head),
      words[1] == "h1" || words[1] == "h2"
    {
      return try months(words[1] == "h1" ? 1 : 7, 6, year, words.joined(separator: " "))
    }
    return nil
  }

  /// Whether the words are a part of a month whose year is missing.
  var lacksYear: Bool {
    words.count == 2 && DateLiteral.thirds[words[0]] != nil && DateLiteral.month(words[1]) != nil
  }

  private func readWeek() throws(Problem) -> NewsDate {
    let date = try DateLiteral(today: today, words: Array(words.dropFirst())).read()
    guard let day = date.first else { throw .notADate }
    let monday = day.advanced(by: 1 - day.weekday)
    guard let week = NewsDate(first: monday, last: monday.advanced(by: 6)) else { throw .notADate }
    return week
  }

  private func months(
    _ first: Int, _ count: Int, _ year: Int, _ text: String
  ) throws(Problem) -> NewsDate {
    let last = first + count - 1
    guard let lower = NewsDate(year: year, month: first),
      let upper = NewsDate(year: year + (last - 1) / 12, month: (last - 1) % 12 + 1),
      let date = NewsDate(first: lower.first, last: upper.last)
    else { throw .noSuchDay(text) }
    return date
  }

  private func third(
    _ part: Int, _ month: Int, _ year: Int, _ text: String
  ) throws(Problem) -> NewsDate {
    let last = part == 2 ? Day.count(ofMonth: month, year: year) : part * 10 + 10
    guard let lower = Day(year: year, month: month, day: part * 10 + 1),
      let upper = Day(year: year, month: month, day: last),
      let date = NewsDate(first: lower, last: upper)
    else { throw .noSuchDay(text) }
    return date
  }
}

extension String {
  /// Whether it has four digits.
  fileprivate var isYear: Bool {
    utf8.count == 4 && utf8.allSatisfy { (0x30...0x39).contains($0) }
  }
}
