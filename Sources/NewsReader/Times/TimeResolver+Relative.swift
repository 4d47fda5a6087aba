internal import NewsModel

/// Dates that count from the day of writing or from the date told last.
extension TimeResolver {
  private static let weekdayNames = [
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
  ]

  private static func name(_ weekday: Int) -> String {
    weekdayNames.indices.contains(weekday - 1) ? weekdayNames[weekday - 1] : "weekday"
  }

  func weekday(_ weekday: Int, _ which: Which?, _ context: TimeContext) -> Outcome {
    let name = Self.name(weekday)
    let partial = PartialDate(weekday: weekday)
    if let now = context.published {
      let back = (now.weekday - weekday + 7) % 7
      let ahead = (weekday - now.weekday + 7) % 7
      let isFuture = context.tense == .future || context.tense == .present
      let days: Int
      switch which {
      case .last: days = back == 0 ? -7 : -back
      case .next: days = ahead == 0 ? 7 : ahead
      case .this: days = context.tense == .past ? -back : ahead
      case nil: days = isFuture ? ahead : -back
      }
      let side = days == 0 ? "on" : days < 0 ? "before" : "after"
      return Outcome(date: NewsDate(now.advanced(by: days)), basis: "\(name) \(side) \(now)")
    }
    guard let anchor = context.anchor, context.anchorIsNews || anchor.weekday == weekday else {
      return Outcome(date: nil, partial: partial, basis: "\(name), no date of publication")
    }
    let ahead = (weekday - anchor.weekday + 7) % 7
    let days: Int
    switch (which, context.tense) {
    case (.last, _): days = ahead == 0 ? -7 : ahead - 7
    case (.next, _): days = ahead == 0 ? 7 : ahead
    case (_, .future), (_, .present): days = ahead
    default: days = ahead <= 3 ? ahead : ahead - 7
    }
    let side = days == 0 ? "is" : days < 0 ? "before" : "after"
    return Outcome(
      date: NewsDate(anchor.advanced(by: days)),
      basis: "\(name) \(side) \(anchor), given in a caption or dateline")
  }

  func weekend(_ which: Which?, _ context: TimeContext) -> Outcome {
    guard let now = context.published else { return .unknown("weekend, no date of publication") }
    // On a weekend `the weekend` is that one; on other days the last one, unless it is to come.
    let sinceSaturday = (now.weekday + 1) % 7
    let isWeekend = sinceSaturday < 2
    let lastSaturday = now.advanced(by: -sinceSaturday)
    let start: Day
    switch which {
    case .last: start = isWeekend ? lastSaturday.advanced(by: -7) : lastSaturday
    case .next: start = lastSaturday.advanced(by: 7)
    case .this:
      let goesBack = isWeekend || context.tense == .past
      start = goesBack ? lastSaturday : lastSaturday.advanced(by: 7)
    case nil:
      let goesAhead = !isWeekend && (context.tense == .future || context.tense == .present)
      start = goesAhead ? lastSaturday.advanced(by: 7) : lastSaturday
    }
    return Outcome(
      date: NewsDate(first: start, last: start.advanced(by: 1)), basis: "weekend near \(now)")
  }

  func offset(_ days: Int, _ context: TimeContext) -> Outcome {
    guard let now = context.published else { return .unknown("no date of publication") }
    let word = days == 0 ? "day of" : days < 0 ? "day before" : "day after"
    let basis = abs(days) <= 1 ? "\(word) publication, \(now)" : "\(days) days from \(now)"
    return Outcome(date: NewsDate(now.advanced(by: days)), basis: basis)
  }

  /// `last month`, `this week`.
  func unit(
    _ unit: TimeUnit, _ which: Which, _ part: Part?, _ context: TimeContext
  ) -> Outcome {
    let step = which == .last ? -1 : which == .next ? 1 : 0
    let needsDay = unit == .week || unit == .fortnight || unit == .day
    guard let now = needsDay ? context.published : context.reference,
      let date = stepped(step, unit, from: now)
    else { return .unknown("\(which.rawValue) \(unit.rawValue), no date of publication") }
    let basis = "\(which.rawValue) \(unit.rawValue), seen from \(now)"
    let whole = Outcome(date: date, basis: basis)
    switch part {
    case nil: return whole
    case .earlier:
      guard step == 0, context.published != nil else { return whole }
      return Outcome(date: NewsDate(first: date.first, last: now), basis: "earlier, \(basis)")
    case .later:
      guard step == 0, context.published != nil else { return whole }
      return Outcome(date: NewsDate(first: now, last: date.last), basis: "later, \(basis)")
    case .early, .middle, .late, .start, .end: return part.map { narrowed(whole, to: $0) } ?? whole
    }
  }

  func ago(_ count: Int, _ unit: TimeUnit, _ context: TimeContext) -> Outcome {
    let needsDay = unit == .hour || unit == .day || unit == .week || unit == .fortnight
    guard let now = needsDay ? context.published : context.reference,
      let date = counted(-count, unit, from: NewsDate(now))
    else { return .unknown("no date of publication") }
    return Outcome(date: date, basis: "\(count) \(unit.rawValue)(s) before \(now)")
  }

  func later(_ count: Int, _ unit: TimeUnit, _ context: TimeContext) -> Outcome {
    guard let told = context.antecedent else { return .unknown("no date is told before") }
    guard let date = counted(count, unit, from: told) else {
      return .unknown("\(told) is not precise enough")
    }
    let side = count < 0 ? "before" : "after"
    return Outcome(date: date, basis: "\(abs(count)) \(unit.rawValue)(s) \(side) \(told)")
  }

  func same(_ unit: TimeUnit, _ context: TimeContext) -> Outcome {
    guard let told = context.antecedent, let first = told.first else {
      return .unknown("no date is told before")
    }
    let basis = "the \(unit.rawValue) told before, \(told)"
    if unit == .day {
      return told.precision == .day
        ? Outcome(date: told, basis: basis) : .unknown("\(told) is not precise enough")
    }
    return Outcome(date: stepped(0, unit, from: first), basis: basis)
  }

  /// The day told last in this paragraph, else that of writing; nothing of what is to come.
  func dayTold(_ context: TimeContext) -> Outcome {
    guard context.tense == .past else { return .unknown("no day is told before") }
    if context.block == context.lastBlock, let told = context.last, told.precision == .day {
      return Outcome(date: told, basis: "the day told before, \(told)")
    }
    guard let now = context.published else { return .unknown("no date of publication") }
    return Outcome(date: NewsDate(now), basis: "day of publication, \(now)")
  }

  func past(_ count: Int, _ unit: TimeUnit, _ context: TimeContext) -> Outcome {
    let isLong = unit == .month || unit == .year || unit == .decade || unit == .century
    guard let now = isLong ? context.reference : context.published else {
      return .unknown("no date of publication")
    }
    let other: Day?
    switch unit {
    case .hour: other = now.advanced(by: -((count + (count < 0 ? -23 : 23)) / 24))
    case .day: other = now.advanced(by: -count)
    case .week: other = now.advanced(by: -7 * count)
    case .fortnight: other = now.advanced(by: -14 * count)
    case .month: other = now.shifted(months: -count)
    case .year: other = now.shifted(months: -12 * count)
    case .decade: other = now.shifted(months: -120 * count)
    case .century: other = now.shifted(months: -1200 * count)
    }
    guard let other else { return .unknown("out of the calendar") }
    return Outcome(
      date: NewsDate(first: min(now, other), last: max(now, other)),
      basis: "\(abs(count)) \(unit.rawValue)(s) up to or from \(now)")
  }

  /// The week, month or year `steps` after the one that `day` lies in.
  func stepped(_ steps: Int, _ unit: TimeUnit, from day: Day) -> NewsDate? {
    switch unit {
    case .hour, .day: return NewsDate(day.advanced(by: steps))
    case .week, .fortnight:
      let length = unit == .week ? 7 : 14
      let monday = day.advanced(by: 1 - day.weekday + steps * length)
      return NewsDate(first: monday, last: monday.advanced(by: length - 1))
    case .month: return .months(year: day.year, month: day.month + steps)
    case .year: return NewsDate(year: day.year + steps)
    case .decade:
      let first = day.year - day.year % 10 + steps * 10
      return .years(first, first + 9)
    case .century:
      let first = day.year - day.year % 100 + steps * 100
      return .years(max(first, 1), first + 99)
    }
  }

  /// `count` units after a date, as precise as the unit: two weeks after a day is a week.
  ///
  /// Nil where the date is less precise than the unit.
  func counted(_ count: Int, _ unit: TimeUnit, from date: NewsDate) -> NewsDate? {
    guard let first = date.first, abs(count) <= 4000 else { return nil }
    let isDay = date.precision == .day
    switch unit {
    case .hour: return isDay ? NewsDate(first.advanced(by: count / 24)) : nil
    case .day: return isDay ? NewsDate(first.advanced(by: count)) : nil
    case .week, .fortnight:
      guard isDay else { return nil }
      let days = count * (unit == .week ? 7 : 14)
      // A single week is as good as its day; more of them are round numbers.
      let day = first.advanced(by: days)
      if abs(days) == 7 { return NewsDate(day) }
      return NewsDate(first: day.advanced(by: -3), last: day.advanced(by: 3))
    case .month:
      return isDay || date.precision == .month
        ? .months(year: first.year, month: first.month + count) : nil
    case .year: return NewsDate(year: first.year + count)
    case .decade: return NewsDate(year: first.year + count * 10)
    case .century: return stepped(count, .century, from: first)
    }
  }
}

extension Day {
  /// The same day `months` later, or the last day of that month where it has none such.
  func shifted(months: Int) -> Day? {
    let (year, month, day) = civil
    let index = year * 12 + month - 1 + months
    guard index >= 12 else { return nil }
    let (newYear, newMonth) = (index / 12, index % 12 + 1)
    return Day(
      year: newYear, month: newMonth,
      day: min(day, Day.count(ofMonth: newMonth, year: newYear)))
  }
}
