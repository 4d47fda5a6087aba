internal import NewsModel

/// A day that fixes the weekdays and days without a year of an article that has no date.
///
/// One article says "on Tuesday", another the same of 26 September 2023: then the first article's
/// Thursday is the 28th.
struct DateAnchor: Sendable {
  /// The day that the article's news are told by, or, where that is not known, a day near to it.
  let day: Day
  /// Whether `day` is the day that the news are told by, so that weekdays count back from it.
  let isWeek: Bool

  /// The anchor that follows when a partial date turns out to mean an event's date.
  ///
  /// Nil where that date is no single day.
  init?(_ date: DayInterval, _ partial: PartialDate, leadWeekday: Int?) {
    guard date.dayCount == 1 else { return nil }
    let known = Day(number: date.first)
    if partial.weekday != nil, let leadWeekday {
      day = known.advanced(by: (leadWeekday - known.weekday + 7) % 7)
      isWeek = true
    } else {
      day = known
      isWeek = false
    }
  }

  /// The day that another partial date of the article means; nil where that does not follow.
  ///
  /// A weekday is one of the seven days that end with the anchor, or begin behind it where the
  /// event is planned. A month and day are those nearest to the anchor.
  func day(of partial: PartialDate, isPlanned: Bool) -> Day? {
    if let month = partial.month, let dayOfMonth = partial.dayOfMonth {
      return ((day.year - 1)...(day.year + 1))
        .compactMap { Day(year: $0, month: month, day: dayOfMonth) }
        .filter { partial.fits($0) }
        .min { abs($0.number - day.number) < abs($1.number - day.number) }
    }
    guard isWeek, let weekday = partial.weekday, (1...7).contains(weekday) else { return nil }
    let back = (day.weekday - weekday + 7) % 7
    let found = isPlanned && back > 0 ? day.advanced(by: 7 - back) : day.advanced(by: -back)
    return partial.fits(found) ? found : nil
  }
}
