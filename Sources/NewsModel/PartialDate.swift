/// What a text gives of a date without fixing it: `on Tuesday`, `September 17`.
///
/// Another article may fix it.
public struct PartialDate: Hashable, Sendable {
  /// The day of the week, 1 for Monday to 7 for Sunday.
  public var weekday: Int?
  /// The month, 1 to 12.
  public var month: Int?
  /// The day of the month, 1 to 31.
  public var dayOfMonth: Int?

  /// A partial date; without arguments any day fits.
  public init(weekday: Int? = nil, month: Int? = nil, dayOfMonth: Int? = nil) {
    self.weekday = weekday
    self.month = month
    self.dayOfMonth = dayOfMonth
  }

  /// Whether `day` is one of the days that are meant.
  public func fits(_ day: Day) -> Bool {
    let (_, month, dayOfMonth) = day.civil
    return self.weekday ?? day.weekday == day.weekday && self.month ?? month == month
      && self.dayOfMonth ?? dayOfMonth == dayOfMonth
  }

  /// Whether some day of `date` is one of the days that are meant.
  ///
  /// - Complexity: O(1); an interval of more than 400 days, or an open one, always fits.
  public func fits(_ date: NewsDate) -> Bool {
    guard let first = date.first, let last = date.last, last.number - first.number <= 400 else {
      return true
    }
    return (first.number...last.number).contains { fits(Day(number: $0)) }
  }
}
