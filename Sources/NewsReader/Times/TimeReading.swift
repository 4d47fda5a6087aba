/// What a time expression says before it is known when it was written.
indirect enum TimeReading: Equatable, Sendable {
  /// One calendar day, with the weekday where the text gives it.
  case day(year: YearReference, month: Int, day: Int, weekday: Int?)
  /// `September`, `early March`, `last April`.
  case month(year: YearReference, month: Int, part: Part?)
  /// `2017`, `mid-2017`.
  case year(YearReference, part: Part?)
  /// First to last year, both included: `the early 1990s`, `the 19th century`.
  case years(Int, Int)
  /// `spring 2021`; the month it begins in.
  case season(year: YearReference, month: Int)
  /// So many months of a year from a month on: a quarter, a half.
  case monthsOfYear(year: YearReference, first: Int, count: Int)
  /// `Tuesday`, `last Tuesday`; 1 is Monday.
  case weekday(Int, Which?)
  /// `yesterday`, `last night`: days from the day of writing.
  case offset(Int)
  /// `last month`, `early last year`, `earlier this week`.
  case unit(TimeUnit, Which, part: Part?)
  /// `two days ago`; negative counts are in the future: `in two days`.
  case ago(Int, TimeUnit)
  /// `three days later`, `a year earlier` (negative): from the date told last.
  case later(Int, TimeUnit)
  /// `that day`, `the same year`.
  case same(TimeUnit)
  /// `in the evening` at the beginning of a sentence: the day that is being told.
  case dayTold
  /// `within hours`, `within a day`: so many days after the date told last, of what has happened.
  case within(Int)
  /// `the past three weeks`, `the next ten days` (negative): from the day of writing.
  case past(Int, TimeUnit)
  /// `the weekend`, `last weekend`.
  case weekend(Which?)
  /// A feast.
  case holiday(Holiday, year: YearReference)
  /// From the one to the other.
  case span(TimeReading, TimeReading)
  /// From then on.
  case since(TimeReading)
  /// Up to then.
  case until(TimeReading)
  /// `3/4/2023`: day and month could be exchanged.
  case ambiguous
}

extension TimeReading {
  /// The same day or month in a given year; other readings as they are.
  func inYear(_ year: Int) -> TimeReading {
    switch self {
    case .day(_, let month, let day, let weekday):
      .day(year: .number(year), month: month, day: day, weekday: weekday)
    case .month(_, let month, let part): .month(year: .number(year), month: month, part: part)
    default: self
    }
  }
}

/// How a text gives the year of a date.
enum YearReference: Equatable, Sendable {
  /// As a number.
  case number(Int)
  /// Not at all.
  case none
  /// `last year`, `this year`, `next year`, `last April`.
  case which(Which)
  /// `that year`: the one told last.
  case that
}

/// Which one of several.
enum Which: String, Sendable {
  case last, this, next
}

/// A part of a month, a year or a decade: about a third of it.
enum Part: String, Sendable {
  case early, middle, late
  /// `the start of March`, `the end of 2016`.
  case start, end
  /// `earlier this month`: up to the day of writing.
  case earlier
  /// `later this month`: from the day of writing on.
  case later
}

/// A unit of time.
enum TimeUnit: String, Sendable {
  case hour, day, week, fortnight, month, year, decade, century
}

/// When a feast is.
enum Holiday: Equatable, Sendable {
  /// Every year on one day.
  case fixed(month: Int, day: Int)
  /// Days after Easter Sunday.
  case easter(Int)
}
