internal import NewsModel
internal import QueryLanguage

/// A calendar period, or a day of the week: what a date is part of.
struct CalendarPeriod: Hashable, Sendable {
  /// What kind of period.
  var part: BoundPath.DatePart
  /// Its place among its kind: one more is the next in time; a day of the week counts from 1 for
  /// Monday.
  var ordinal: Int32

  /// The period with this place.
  init(part: BoundPath.DatePart, ordinal: Int32) {
    self.part = part
    self.ordinal = ordinal
  }

  /// The period that a date lies in; nil where it does not fix one.
  init?(_ part: BoundPath.DatePart, of date: NewsDate) {
    guard let first = date.first, let last = date.last,
      let ordinal = Self.ordinal(part, first: first.number, last: last.number)
    else { return nil }
    self.init(part: part, ordinal: ordinal)
  }

  /// The place of the period that an interval lies in; nil where there is none or where the
  /// interval is open or not known.
  static func ordinal(_ part: BoundPath.DatePart, first: Int32, last: Int32) -> Int32? {
    guard first <= last, first != Int32.min, last != Int32.max else { return nil }
    if part == .weekday && first != last { return nil }
    let ordinal = ordinal(part, of: first)
    return first == last || Self.ordinal(part, of: last) == ordinal ? ordinal : nil
  }

  /// The place of the period that a day lies in.
  static func ordinal(_ part: BoundPath.DatePart, of day: Int32) -> Int32 {
    switch part {
    case .day: return day
    case .week: return Int32(clamping: (Int(day) + 3).flooredQuotient(by: 7))
    case .weekday: return Int32(Day(number: day).weekday)
    case .year: return Int32(Day(number: day).year)
    case .quarter:
      let civil = Day(number: day).civil
      return Int32(civil.year * 4 + (civil.month - 1) / 3)
    case .month:
      let civil = Day(number: day).civil
      return Int32(civil.year * 12 + civil.month - 1)
    }
  }

  /// The first and the last day; nil for a day of the week.
  var interval: NewsDate? {
    let number = Int(ordinal)
    switch part {
    case .day: return NewsDate(Day(number: ordinal))
    case .week:
      let monday = Day(number: Int32(clamping: number * 7 - 3))
      return NewsDate(first: monday, last: monday.advanced(by: 6))
    case .weekday: return nil
    case .year: return NewsDate(year: number)
    case .quarter:
      let year = number.flooredQuotient(by: 4)
      let month = (number - year * 4) * 3 + 1
      let last = Day(year: year, month: month + 2, day: Day.count(ofMonth: month + 2, year: year))
      return NewsDate(first: Day(year: year, month: month, day: 1), last: last)
    case .month:
      let year = number.flooredQuotient(by: 12)
      return NewsDate(year: year, month: number - year * 12 + 1)
    }
  }

  /// The number that the period goes by within a year, a month or a week; a year's own number.
  ///
  /// Quarters count from 1 to 4, months to 12, ISO weeks to 53, days of the month to 31 and days
  /// of the week to 7.
  var number: Int {
    let place = Int(ordinal)
    switch part {
    case .year, .weekday: return place
    case .quarter: return place - place.flooredQuotient(by: 4) * 4 + 1
    case .month: return place - place.flooredQuotient(by: 12) * 12 + 1
    case .week: return isoWeek.week
    case .day: return Day(number: ordinal).dayOfMonth
    }
  }

  /// The period as it is written: `2023`, `2023-Q3`, `2023-09`, `2023-W39`, `2023-09-28`,
  /// `Thursday`.
  var text: String {
    let place = Int(ordinal)
    switch part {
    case .year: return String(place)
    case .quarter: return "\(digits(place.flooredQuotient(by: 4), 4))-Q\(number)"
    case .month: return "\(digits(place.flooredQuotient(by: 12), 4))-\(digits(number, 2))"
    case .week: return "\(digits(isoWeek.year, 4))-W\(digits(isoWeek.week, 2))"
    case .day: return Day(number: ordinal).description
    case .weekday: return Self.weekdays[(place + 6) % 7]
    }
  }

  /// The period as a cell: a year is a whole number, anything else a text.
  var value: Value { part == .year ? .integer(Int(ordinal)) : .text(text) }

  /// Names of the days of the week, Monday first.
  static let weekdays = [
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
  ]

  /// The year and the number of a week: those of its Thursday (ISO 8601).
  private var isoWeek: (year: Int, week: Int) {
    let thursday = Day(number: Int32(clamping: Int(ordinal) * 7))
    let year = thursday.year
    let newYear = Day(year: year, month: 1, day: 1)?.number ?? thursday.number
    return (year, Int(thursday.number - newYear) / 7 + 1)
  }
}

extension Int {
  /// The quotient rounded down, also for negative numbers; `divisor` is positive.
  fileprivate func flooredQuotient(by divisor: Int) -> Int {
    let quotient = self / divisor
    return self % divisor < 0 ? quotient - 1 : quotient
  }
}

/// Decimal digits of a number, filled with zeros on the left.
private func digits(_ number: Int, _ width: Int) -> String {
  let text = String(number)
  return String(repeating: "0", count: Swift.max(0, width - text.utf8.count)) + text
}
