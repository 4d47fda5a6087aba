internal import NewsModel

/// The date that a field of a record gives, or nil where it gives none for sure.
///
/// Takes ISO 8601 with or without a time (`2023-09-28T10:00:00Z`), `20230928`, `28/09/2023` and
/// `28.09.2023` where the order of day and month is beyond doubt, `28 September 2023`,
/// `Sept. 28, 2023` and `September 2023`, with or without a weekday in front.
func recordDate(_ text: String) -> NewsDate? {
  let words = text.split(whereSeparator: { $0.isWhitespace || $0 == "," })
    .map(String.init)
  guard let first = words.first else { return nil }
  if let date = isoDate(first) ?? slashedDate(first) { return date }
  return writtenDate(words.filter { weekdays[$0.prefix(3).lowercased()] == nil })
}

private func isoDate(_ word: String) -> NewsDate? {
  let day = word.split(separator: "T", maxSplits: 1).first.map(String.init) ?? word
  if let date = NewsDate(iso: day) { return date }
  guard day.utf8.count == 8, let number = Int(day) else { return nil }
  return NewsDate(year: number / 10_000, month: number / 100 % 100, day: number % 100)
}

private func slashedDate(_ word: String) -> NewsDate? {
  let parts = word.split(whereSeparator: { "/.-".contains($0) }).map(String.init)
  let numbers = parts.compactMap { Int($0) }
  guard parts.count == 3, numbers.count == 3 else { return nil }
  if parts[0].count == 4 { return NewsDate(year: numbers[0], month: numbers[1], day: numbers[2]) }
  guard parts[2].count == 4 else { return nil }
  let asDayMonth = NewsDate(year: numbers[2], month: numbers[1], day: numbers[0])
  let asMonthDay = NewsDate(year: numbers[2], month: numbers[0], day: numbers[1])
  if asDayMonth == asMonthDay { return asDayMonth }
  // 03/04/2023 is one day in Paris and another in Boston; only a full stop settles it.
  if asDayMonth != nil, asMonthDay != nil { return word.contains(".") ? asDayMonth : nil }
  return asDayMonth ?? asMonthDay
}

private func writtenDate(_ words: [String]) -> NewsDate? {
  var day: Int?
  var month: Int?
  var year: Int?
  for word in words {
    let plain = String(word.prefix(while: { $0.isLetter || $0.isNumber }))
    if let named = months[plain.prefix(3).lowercased()], plain.allSatisfy(\.isLetter) {
      month = month ?? named
    } else if plain.count == 4, let number = Int(plain) {
      year = year ?? number
    } else if let number = Int(plain.prefix(while: \.isNumber)), (1...31).contains(number),
      plain.count <= 4
    {
      day = day ?? number
    } else {
      break
    }
    if year != nil { break }
  }
  guard let year, month != nil else { return nil }
  return NewsDate(year: year, month: month, day: day)
}

private let months: [String: Int] = [
  "jan": 1, "feb": 2, "mar": 3, "apr": 4, "may": 5, "jun": 6, "jul": 7, "aug": 8, "sep": 9,
  "oct": 10, "nov": 11, "dec": 12,
]

private let weekdays: [String: Int] = [
  "mon": 1, "tue": 2, "wed": 3, "thu": 4, "fri": 5, "sat": 6, "sun": 7,
]
