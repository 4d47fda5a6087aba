internal import NewsModel

/// Turns readings into dates.
///
/// Weekdays are the nearest such day up to the day of publication, or from it on in a clause about
/// the future; days and months without a year likewise, unless the sentences just before tell of
/// another year. Where nothing fixes a date, the date is nil and what there is of it stands in
/// `partial`.
struct TimeResolver: Sendable {
  /// What a reading comes to.
  struct Outcome: Equatable, Sendable {
    var date: NewsDate?
    var partial: PartialDate?
    var basis: String
  }

  /// What `reading` comes to in `context`.
  func resolve(_ reading: TimeReading, in context: TimeContext) -> Outcome {
    switch reading {
    case .day(let year, let month, let day, let weekday):
      return self.day(year, month, day, weekday, context)
    case .month(let year, let month, let part):
      let whole = months(year, first: month, count: 1, context)
      guard let part else { return whole }
      return narrowed(whole, to: part)
    case .season(let year, let month): return season(year, month, context)
    case .monthsOfYear(let year, let first, let count):
      return months(year, first: first, count: count, context)
    case .year(let reference, let part):
      guard let (year, basis) = self.year(reference, context) else { return .unknown("year") }
      let outcome = Outcome(date: NewsDate(year: year), basis: basis)
      return part.map { narrowed(outcome, to: $0) } ?? outcome
    case .years(let first, let last):
      return Outcome(date: .years(first, last), basis: "as written")
    case .weekday(let weekday, let which): return self.weekday(weekday, which, context)
    case .weekend(let which): return weekend(which, context)
    case .offset(let days): return offset(days, context)
    case .unit(let unit, let which, let part): return self.unit(unit, which, part, context)
    case .ago(let count, let unit): return ago(count, unit, context)
    case .later(let count, let unit): return later(count, unit, context)
    case .same(let unit): return same(unit, context)
    case .dayTold: return dayTold(context)
    case .within(let days):
      guard context.tense != .future else { return .unknown("to come") }
      return later(days, .day, context)
    case .past(let count, let unit): return past(count, unit, context)
    case .holiday(let holiday, let year): return self.holiday(holiday, year, context)
    case .span(let first, let second): return span(first, second, context)
    case .since(let inner):
      let outcome = resolve(inner, in: context.with(tense: .past))
      let open = outcome.date.flatMap { $0.first.flatMap { NewsDate(first: $0, last: nil) } }
      return Outcome(date: open, partial: outcome.partial, basis: "since \(outcome.basis)")
    case .until(let inner):
      let outcome = resolve(inner, in: context)
      let open = outcome.date.flatMap { $0.last.flatMap { NewsDate(first: nil, last: $0) } }
      return Outcome(date: open, partial: outcome.partial, basis: "until \(outcome.basis)")
    case .ambiguous: return .unknown("day and month could be exchanged")
    }
  }

  private func span(
    _ first: TimeReading, _ second: TimeReading, _ context: TimeContext
  ) -> Outcome {
    var lower = resolve(first, in: context)
    var later = context
    later.last = lower.date ?? context.last
    let upper = resolve(second, in: later)
    guard var end = upper.date?.last else { return upper }
    // A first end without a year is the latest before the second.
    if Self.hasNoYear(first) {
      lower =
        [end.year, end.year - 1].lazy.map { resolve(first.inYear($0), in: context) }
        .first { ($0.date?.first).map { $0 <= end } ?? false } ?? lower
    }
    guard let start = lower.date?.first else {
      return Outcome(date: nil, partial: lower.partial, basis: lower.basis)
    }
    // `from Friday to Tuesday`: the second is after the first.
    if case .weekday = second, end < start { end = end.advanced(by: 7) }
    guard start <= end else { return .unknown("the ends stand in the wrong order") }
    let basis = lower.basis == upper.basis ? lower.basis : "\(lower.basis) to \(upper.basis)"
    return Outcome(date: NewsDate(first: start, last: end), basis: basis)
  }

  private static func hasNoYear(_ reading: TimeReading) -> Bool {
    switch reading {
    case .day(.none, _, _, _), .month(.none, _, _): true
    default: false
    }
  }

  /// The part of a date that `early`, `mid-` or `late` means: a third, in whole days of a month and
  /// whole months of longer times.
  func narrowed(_ outcome: Outcome, to part: Part) -> Outcome {
    guard let date = outcome.date, let first = date.first, let last = date.last else {
      return outcome
    }
    var narrow = outcome
    narrow.basis = "\(part.rawValue) part, \(outcome.basis)"
    let third: Int
    switch part {
    case .early: third = 0
    case .middle: third = 1
    case .late: third = 2
    case .earlier, .later: return outcome
    case .start, .end:
      narrow.date = edge(of: date, first, last, atEnd: part == .end)
      return narrow
    }
    if date.precision == .month {
      let lower = first.advanced(by: third * 10)
      narrow.date = NewsDate(first: lower, last: third == 2 ? last : lower.advanced(by: 9))
    } else if date.precision == .year {
      let months = [(1, 4), (5, 8), (9, 12)][third]
      let lower = NewsDate(year: first.year, month: months.0)
      let upper = NewsDate(year: first.year, month: months.1)
      narrow.date = NewsDate(first: lower?.first, last: upper?.last)
    } else {
      let length = (Int(last.number) - Int(first.number) + 1) / 3
      guard length > 0 else { return outcome }
      let lower = first.advanced(by: third * length)
      narrow.date = NewsDate(first: lower, last: third == 2 ? last : lower.advanced(by: length - 1))
    }
    return narrow
  }
}

extension TimeResolver {
  /// The first or last ten days of a month, month of a year, or seventh of any other time.
  private func edge(of date: NewsDate, _ first: Day, _ last: Day, atEnd: Bool) -> NewsDate? {
    switch date.precision {
    case .year: return NewsDate(year: first.year, month: atEnd ? 12 : 1)
    case .month:
      return atEnd
        ? NewsDate(first: first.advanced(by: 20), last: last)
        : NewsDate(first: first, last: first.advanced(by: 9))
    case .day: return date
    case .span:
      let length = (Int(last.number) - Int(first.number)) / 7
      return atEnd
        ? NewsDate(first: last.advanced(by: -length), last: last)
        : NewsDate(first: first, last: first.advanced(by: length))
    }
  }
}

extension TimeResolver.Outcome {
  /// Nothing is known, and why.
  static func unknown(_ reason: String) -> Self { Self(date: nil, partial: nil, basis: reason) }
}

extension TimeContext {
  /// The context with another tense.
  func with(tense: TenseFinder.Tense) -> TimeContext {
    var context = self
    context.tense = tense
    return context
  }
}

extension NewsDate {
  /// From the first day of one year to the last of another.
  static func years(_ first: Int, _ last: Int) -> NewsDate? {
    guard let lower = Day(year: first, month: 1, day: 1),
      let upper = Day(year: last, month: 12, day: 31)
    else { return nil }
    return NewsDate(first: lower, last: upper)
  }

  /// `count` months from month `month` of `year` on; months count on over the year's end.
  static func months(year: Int, month: Int, count: Int = 1) -> NewsDate? {
    let index = year * 12 + month - 1
    let end = index + count - 1
    guard index >= 12, let lower = Day(year: index / 12, month: index % 12 + 1, day: 1),
      let last = NewsDate(year: end / 12, month: end % 12 + 1)?.last
    else { return nil }
    return NewsDate(first: lower, last: last)
  }
}
