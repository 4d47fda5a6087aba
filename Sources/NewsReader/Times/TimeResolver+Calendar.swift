internal import NewsModel

/// Dates whose year, or whose day, the calendar and the context give.
extension TimeResolver {
  /// A day and month without a year that lies further back than this, in days, and closer ahead
  /// than ``nearAhead``, is one to come, unless the tense says otherwise.
  private static let farBack = 270
  private static let nearAhead = 95

  func day(
    _ year: YearReference, _ month: Int, _ day: Int, _ weekday: Int?, _ context: TimeContext
  ) -> Outcome {
    let partial = PartialDate(weekday: weekday, month: month, dayOfMonth: day)
    let unknown = Outcome(date: nil, partial: partial, basis: "no year is given")
    func candidate(_ year: Int) -> Day? {
      guard let found = Day(year: year, month: month, day: day) else { return nil }
      return weekday ?? found.weekday == found.weekday ? found : nil
    }
    switch year {
    case .number(let number):
      // A weekday that does not fit is the writer's slip.
      let date = NewsDate(year: number, month: month, day: day)
      return Outcome(date: date, basis: date == nil ? "no such day" : "as written")
    case .which, .that:
      guard let (found, basis) = self.year(year, context) else { return unknown }
      let near = [found, found + 1, found - 1]
      let fit = weekday == nil ? candidate(found) : near.lazy.compactMap(candidate).first
      return Outcome(date: fit.map { NewsDate($0) }, basis: basis)
    case .none: break
    }
    if let told = context.narrative, let first = told.first {
      let years = told.precision == .year ? [first.year] : [first.year, first.year + 1]
      let days = years.compactMap(candidate)
      let fit = days.first { $0 >= first && isPast($0, context) } ?? days.first
      if let fit { return Outcome(date: NewsDate(fit), basis: "the year of \(told)") }
    }
    guard let now = context.reference else { return unknown }
    let years = weekday == nil ? [-1, 0, 1] : [-3, -2, -1, 0, 1, 2, 3]
    let days = years.compactMap { candidate(now.year + $0) }
    guard let fit = nearest(days, { $0 }, context, now) else { return unknown }
    return Outcome(date: NewsDate(fit), basis: basis(of: fit, now, context))
  }

  private func isPast(_ day: Day, _ context: TimeContext) -> Bool {
    context.reference.map { day <= $0 } ?? true
  }

  private func basis(of day: Day, _ now: Day, _ context: TimeContext) -> String {
    let origin = context.published == nil ? "the dated picture or place line of" : "publication on"
    return day <= now ? "last before \(origin) \(now)" : "next after \(origin) \(now)"
  }

  /// The one of several candidates, in order of time, that a clause of that tense means.
  private func nearest<Candidate>(
    _ candidates: [Candidate], _ day: (Candidate) -> Day?, _ context: TimeContext, _ now: Day
  ) -> Candidate? {
    // Near a day of news that is not the day of publication, the news may be some days younger.
    let limit = context.published == nil ? now.advanced(by: 7) : now
    let before = candidates.last { (day($0) ?? now) <= limit }
    let after = candidates.first { (day($0) ?? now) >= now }
    switch context.tense {
    case .past: return before ?? after
    case .future: return after ?? before
    case .present, .unknown:
      guard let before, let after, let back = day(before), let ahead = day(after) else {
        return before ?? after
      }
      let isFar = Int(now.number) - Int(back.number) > Self.farBack
      return isFar && Int(ahead.number) - Int(now.number) < Self.nearAhead ? after : before
    }
  }

  /// `count` months from the month `first` of a year on.
  func months(
    _ year: YearReference, first: Int, count: Int, _ context: TimeContext
  ) -> Outcome {
    let partial = count == 1 ? PartialDate(month: first) : nil
    func dates(_ year: Int) -> NewsDate? { .months(year: year, month: first, count: count) }
    switch year {
    case .number(let number): return Outcome(date: dates(number), basis: "as written")
    case .which(let which):
      guard let now = context.reference else { break }
      // `last April` is the latest that is over; `this April` that of the year.
      let all = [-1, 0, 1].compactMap { dates(now.year + $0) }
      let fit =
        switch which {
        case .last: all.last { ($0.last ?? now) < now.startOfMonth }
        case .this: dates(now.year)
        case .next: all.first { ($0.first ?? now) > now }
        }
      return Outcome(date: fit, basis: "\(which.rawValue) before or after \(now)")
    case .that:
      guard let (found, basis) = self.year(year, context) else { break }
      return Outcome(date: dates(found), basis: basis)
    case .none:
      if let told = context.narrative, let start = told.first {
        let years = told.precision == .year ? [start.year] : [start.year, start.year + 1]
        let all = years.compactMap(dates)
        let fit =
          all.first { ($0.last ?? start) >= start && isPast($0.first ?? start, context) }
          ?? all.first
        if let fit { return Outcome(date: fit, basis: "the year of \(told)") }
      }
      guard let now = context.reference else { break }
      let all = [-1, 0, 1].compactMap { dates(now.year + $0) }
      let isFuture = context.tense == .future
      let fit = nearest(all, { isFuture ? $0.last : $0.first }, context, now)
      guard let fit else { break }
      return Outcome(date: fit, basis: basis(of: fit.first ?? now, now, context))
    }
    return Outcome(date: nil, partial: partial, basis: "no year is given")
  }

  /// A winter is that of the year in which it begins; a bare year with it means its January, too.
  func season(_ year: YearReference, _ month: Int, _ context: TimeContext) -> Outcome {
    months(year, first: month, count: 3, context)
  }

  /// The year that a reference means.
  func year(_ reference: YearReference, _ context: TimeContext) -> (Int, String)? {
    switch reference {
    case .number(let year): return (year, "as written")
    case .which(let which):
      guard let now = context.reference else { return nil }
      let step = which == .last ? -1 : which == .next ? 1 : 0
      return (now.year + step, "\(which.rawValue) year, seen from \(now)")
    case .that: return context.last?.first.map { ($0.year, "the year told before") }
    case .none: return context.reference.map { ($0.year, "the year of writing") }
    }
  }

  func holiday(_ holiday: Holiday, _ year: YearReference, _ context: TimeContext) -> Outcome {
    func day(_ year: Int) -> Day? {
      switch holiday {
      case .fixed(let month, let day): Day(year: year, month: month, day: day)
      case .easter(let days): Day.easter(year)?.advanced(by: days)
      }
    }
    switch year {
    case .number, .that:
      guard let (found, basis) = self.year(year, context) else {
        return .unknown("no year is given")
      }
      return Outcome(date: day(found).map { NewsDate($0) }, basis: basis)
    case .which(let which):
      guard let now = context.reference else { return .unknown("no year is given") }
      let days = [-1, 0, 1].compactMap { day(now.year + $0) }
      let fit =
        switch which {
        case .last: days.last { $0 < now }
        case .this: day(now.year)
        case .next: days.first { $0 > now }
        }
      return Outcome(date: fit.map { NewsDate($0) }, basis: "\(which.rawValue) seen from \(now)")
    case .none:
      guard let now = context.reference else { return .unknown("no year is given") }
      let days = [-1, 0, 1].compactMap { day(now.year + $0) }
      guard let fit = nearest(days, { $0 }, context, now) else {
        return .unknown("no year is given")
      }
      return Outcome(date: NewsDate(fit), basis: basis(of: fit, now, context))
    }
  }
}

extension Day {
  /// The first day of its month.
  var startOfMonth: Day { advanced(by: 1 - dayOfMonth) }

  /// Easter Sunday of the Gregorian calendar, by the method of Meeus, Jones and Butcher.
  static func easter(_ year: Int) -> Day? {
    let (a, b, c) = (year % 19, year / 100, year % 100)
    let (d, e) = (b / 4, b % 4)
    let g = (8 * b + 13) / 25
    let h = (19 * a + b - d - g + 15) % 30
    let (i, k) = (c / 4, c % 4)
    let l = (32 + 2 * e + 2 * i - h - k) % 7
    let m = (a + 11 * h + 19 * l) / 433
    let month = (h + l - 7 * m + 90) / 25
    let day = (h + l - 7 * m + 33 * month + 19) % 32
    return Day(year: year, month: month, day: day)
  }
}
