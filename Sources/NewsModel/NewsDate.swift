/// A date as news gives it: an interval of days, as precise as the text was.
///
/// `2023-09` is the thirty days of September; `2019-04/2020-06` a span. Either end may be open.
/// An unknown date is `nil`, never a `NewsDate`.
public struct NewsDate: Hashable, Sendable {
  /// How precise a date is.
  public enum Precision: String, Sendable, CaseIterable {
    /// One day.
    case day
    /// One calendar month.
    case month
    /// One calendar year.
    case year
    /// Any other interval.
    case span
  }

  /// The first day; `nil` is open.
  public let first: Day?
  /// The last day, inclusive and never before `first`; `nil` is open.
  public let last: Day?

  /// The interval from `first` to `last`, both included; ends in the wrong order are exchanged.
  ///
  /// Returns nil when both ends are open, since that says nothing.
  public init?(first: Day?, last: Day?) {
    if first == nil && last == nil { return nil }
    if let first, let last, last < first {
      self.first = last
      self.last = first
    } else {
      self.first = first
      self.last = last
    }
  }

  /// One day.
  public init(_ day: Day) {
    first = day
    last = day
  }

  /// A year, a month or a day; nil where the calendar has none such.
  public init?(year: Int, month: Int? = nil, day: Int? = nil) {
    let lower = Day(year: year, month: month ?? 1, day: day ?? 1)
    let lastMonth = month ?? 12
    let upper = Day(
      year: year, month: lastMonth, day: day ?? Day.count(ofMonth: lastMonth, year: year))
    guard let lower, let upper, month != nil || day == nil else { return nil }
    first = lower
    last = upper
  }

  /// How precise the date is.
  public var precision: Precision {
    guard let first, let last else { return .span }
    if first == last { return .day }
    let (a, b) = (first.civil, last.civil)
    let endsMonth = b.day == Day.count(ofMonth: b.month, year: b.year)
    guard a.year == b.year, a.day == 1, endsMonth else { return .span }
    if a.month == b.month { return .month }
    return a.month == 1 && b.month == 12 ? .year : .span
  }

  /// Whether the two intervals share a day.
  public func overlaps(_ other: NewsDate) -> Bool {
    let startsInTime = other.last.map { last in first.map { $0 <= last } ?? true } ?? true
    let endsInTime = other.first.map { first in last.map { $0 >= first } ?? true } ?? true
    return startsInTime && endsInTime
  }

  /// Whether every day of `other` lies in this interval.
  public func contains(_ other: NewsDate) -> Bool {
    let lowerHolds = first.map { first in other.first.map { $0 >= first } ?? false } ?? true
    let upperHolds = last.map { last in other.last.map { $0 <= last } ?? false } ?? true
    return lowerHolds && upperHolds
  }
}

extension NewsDate: CustomStringConvertible {
  /// ISO 8601 in the date's own precision: `2023`, `2023-09`, `2023-09-28`, `2019-04/2020-06`.
  ///
  /// An open end is written `..`, as in ISO 8601-2.
  public var description: String {
    switch precision {
    case .day: return first?.description ?? ".."
    case .month: return first.map { String($0.description.prefix(7)) } ?? ".."
    case .year: return first.map { String($0.description.prefix(4)) } ?? ".."
    case .span: break
    }
    let a = first?.civil
    let b = last?.civil
    let wholeMonths =
      (a?.day ?? 1) == 1
      && (b.map { $0.day == Day.count(ofMonth: $0.month, year: $0.year) } ?? true)
    let wholeYears = wholeMonths && (a?.month ?? 1) == 1 && (b?.month ?? 12) == 12
    let length = wholeYears ? 4 : wholeMonths ? 7 : 10
    let lower = first.map { String($0.description.prefix(length)) } ?? ".."
    let upper = last.map { String($0.description.prefix(length)) } ?? ".."
    return "\(lower)/\(upper)"
  }

  /// The date that an ISO 8601 text of this type's own form stands for, or nil.
  ///
  /// Takes `2023`, `2023-09`, `2023-09-28`, an interval of two such joined by `/`, and `..` for an
  /// open end.
  public init?(iso text: some StringProtocol) {
    let ends = text.split(separator: "/", omittingEmptySubsequences: false)
    if ends.count == 2 {
      let lower = NewsDate(isoPart: ends[0])
      let upper = NewsDate(isoPart: ends[1])
      guard lower != nil || ends[0] == "..", upper != nil || ends[1] == ".." else { return nil }
      self.init(first: lower?.first, last: upper?.last)
    } else if ends.count == 1 {
      self.init(isoPart: ends[0])
    } else {
      return nil
    }
  }

  private init?(isoPart text: some StringProtocol) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard (1...3).contains(parts.count), parts[0].utf8.count == 4,
      parts.dropFirst().allSatisfy({ $0.utf8.count == 2 }),
      parts.allSatisfy({
        $0.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
      })
    else { return nil }
    let numbers = parts.compactMap { Int($0) }
    guard numbers.count == parts.count else { return nil }
    self.init(
      year: numbers[0], month: numbers.count > 1 ? numbers[1] : nil,
      day: numbers.count > 2 ? numbers[2] : nil)
  }
}
