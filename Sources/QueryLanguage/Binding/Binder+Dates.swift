internal import Diagnostics
internal import NewsModel

/// Dates are intervals; clauses say how one may lie to another.
extension Binder {
  mutating func bindDates(_ test: Test, _ values: [ValueSyntax]) -> BoundCondition? {
    var dates: [NewsDate] = []
    var numbers: [Double] = []
    for value in values {
      if test.isPeriod, let place = wholeNumber(value.text), place < 100 {
        numbers.append(Double(place))
      } else if let date = date(value) {
        dates.append(date)
      }
    }
    guard dates.count + numbers.count == values.count else { return nil }
    let byNumber = BoundCondition.test(test.path, .number(.equals(numbers)))
    let byDate = BoundCondition.test(test.path, .date(.overlaps(dates)))
    if numbers.isEmpty { return byDate }
    return dates.isEmpty ? byNumber : .or([byDate, byNumber])
  }

  /// The condition that a clause puts on a path.
  mutating func bind(_ clause: DateClause, on path: BoundPath) -> BoundCondition? {
    guard let date = interval(of: clause) else { return nil }
    return .test(path, .date(clause.isCertain ? .within(date) : .overlaps([date])))
  }

  /// The days that a clause allows.
  private mutating func interval(of clause: DateClause) -> NewsDate? {
    switch clause.kind {
    case .relation(let relation, let value):
      guard let date = date(value) else { return nil }
      if let days = relation.days(of: date) { return days }
      report(
        .reversedRange, "there is nothing \(relation.rawValue) a date that is open there",
        at: value.range, hints: ["next: on \(value.canonical)"])
      return nil
    case .between(let lower, let upper): return interval(lower, upper)
    case .within(let count, let unit, let value):
      let length = length(count, unit)
      guard let date = date(value), let length else { return nil }
      return NewsDate(
        first: date.first?.advanced(by: -length, unit) ?? date.first.map { _ in Day.least },
        last: date.last?.advanced(by: length, unit) ?? date.last.map { _ in Day.greatest })
    case .last(let count, let unit):
      guard let length = length(count, unit) else { return nil }
      return NewsDate(
        first: options.today.advanced(by: -length, unit) ?? Day.least, last: options.today)
    }
  }

  /// From the first day of the one date to the last day of the other.
  mutating func interval(_ lower: ValueSyntax, _ upper: ValueSyntax) -> NewsDate? {
    let first = date(lower)
    guard let last = date(upper), let first else { return nil }
    if lower.isOpen || upper.isOpen { return first }
    if let a = first.first, let b = last.last, b < a {
      _ = reportReversed(lower, upper)
      return nil
    }
    if let date = NewsDate(first: first.first, last: last.last) { return date }
    report(
      .reversedRange, "an interval needs one end at least",
      at: lower.range.union(upper.range), hints: ["next: between 2022 and 2023"])
    return nil
  }

  /// How many units a length of time has; nil, and an error, where that is no number.
  mutating func length(_ count: ValueSyntax, _ unit: DateClause.Unit) -> Int? {
    if case .missing = count.kind { return nil }
    if count.isOpen {
      noteUse(of: count, as: ParameterType(.integer))
      return 1
    }
    if let number = wholeNumber(count.text), number <= 1_000_000 { return number }
    report(
      .expectedNumber, "'\(shortened(count.text))' is no number of \(unit.rawValue)",
      at: count.range, hints: ["next: last 7 \(unit.rawValue)"])
    return nil
  }

  /// The date that a value is; nil, and an error, where it is none.
  mutating func date(_ value: ValueSyntax) -> NewsDate? {
    switch value.kind {
    case .missing: return nil
    case .parameter:
      noteUse(of: value, as: ParameterType(.date))
      return NewsDate(options.today)
    case .pattern:
      report(
        .notADate, "a pattern is no date", at: value.range,
        hints: ["next: 2023-09, or 2019..2020"])
      return nil
    default: break
    }
    do {
      let date = try DateLiteral.read(value.text, today: options.today)
      note(.date(date), at: value.range)
      return date
    } catch {
      reportNoDate(value, error)
      return nil
    }
  }

  private mutating func reportNoDate(_ value: ValueSyntax, _ problem: DateLiteral.Problem) {
    let text = shortened(value.text)
    let isInterval = value.text.contains("..")
    switch problem {
    case .notADate:
      let near = nearest(
        to: text.lowercased(),
        among: ["today", "yesterday", "tomorrow", "last week", "last month", "last year"], count: 1)
      report(
        .notADate, "'\(text)' is no date", at: value.range,
        hints: didYouMean(near) + [
          "dates: 2023, 2023-09, 2023-09-28, Q3 2023, 28 Sept 2023, last week, 3 days ago, A..B",
          "next: a place or a person is a condition: where place = \(value.canonical)",
        ],
        fixIts: near.map { fixIt($0, at: value.range) })
    case .ambiguous(let readings):
      report(
        .ambiguousDate, "day and month cannot be told apart in '\(text)'", at: value.range,
        hints: ["did you mean \(readings.joined(separator: " or "))?"],
        fixIts: isInterval ? [] : readings.map { fixIt($0, at: value.range) })
    case .noSuchDay:
      report(
        .noSuchDay, "the calendar has no '\(text)'", at: value.range,
        hints: ["next: year-month-day: 2023-09-28"])
    case .missingYear(let years):
      let readings = isInterval ? [] : years.map { "\(value.text) \($0)" }
      report(
        .missingYear, "'\(text)' of which year?", at: value.range,
        hints: readings.isEmpty
          ? ["next: write the year of each date"]
          : ["did you mean \(readings.joined(separator: " or "))?"],
        fixIts: readings.map { fixIt($0, at: value.range) })
    case .reversed:
      report(
        .reversedRange, "'\(text)' ends before it begins", at: value.range,
        hints: ["next: the earlier date first"])
    }
  }

  // MARK: Canonical dates

  /// The condition with its dates in ISO form.
  func resolved(_ condition: Condition) -> Condition {
    var condition = condition
    switch condition.kind {
    case .and(let operands): condition.kind = .and(operands.map { resolved($0) })
    case .or(let operands): condition.kind = .or(operands.map { resolved($0) })
    case .not(let operand): condition.kind = .not(resolved(operand))
    case .quantified(let quantifier, let test):
      condition.kind = .quantified(quantifier, resolved(test))
    case .comparison(let path, let comparison, let value) where isDate(path):
      condition.kind = .comparison(path, comparison, resolved(value))
    case .membership(let path, let values, let isNegated) where isDate(path):
      condition.kind = .membership(path, values.map { resolved($0) }, isNegated: isNegated)
    case .between(let path, let lower, let upper, let isNegated) where isDate(path):
      condition.kind = .between(path, resolved(lower), resolved(upper), isNegated: isNegated)
    case .date(let path, let clause): condition.kind = .date(path, resolved(clause))
    default: break
    }
    return condition
  }

  private func isDate(_ path: PathSyntax) -> Bool {
    var copy = self
    copy.diagnostics = []
    return copy.bind(path)?.type == .date
  }

  /// The clause with its dates in ISO form; `last 7 days` keeps its words.
  func resolved(_ clause: DateClause) -> DateClause {
    var clause = clause
    switch clause.kind {
    case .relation(let relation, let value): clause.kind = .relation(relation, resolved(value))
    case .between(let lower, let upper): clause.kind = .between(resolved(lower), resolved(upper))
    case .within(let count, let unit, let value):
      clause.kind = .within(count, unit, of: resolved(value))
    case .last: break
    }
    return clause
  }

  private func resolved(_ value: ValueSyntax) -> ValueSyntax {
    guard let date = try? DateLiteral.read(value.text, today: options.today) else { return value }
    return ValueSyntax(kind: .words(date.literal), range: value.range)
  }
}

extension DateClause.Relation {
  /// The days that lie so to `date`; nil where none do, since the date is open there.
  func days(of date: NewsDate) -> NewsDate? {
    switch self {
    case .on, .in: return date
    case .since: return date.first.flatMap { NewsDate(first: $0, last: nil) }
    case .until: return date.last.flatMap { NewsDate(first: nil, last: $0) }
    case .before: return date.first.flatMap { NewsDate(first: nil, last: $0.advanced(by: -1)) }
    case .after: return date.last.flatMap { NewsDate(first: $0.advanced(by: 1), last: nil) }
    case .around:
      guard let first = date.first, let last = date.last else { return date }
      let length = max(7, Int(last.number) - Int(first.number) + 1)
      return NewsDate(first: first.advanced(by: -length), last: last.advanced(by: length))
    }
  }
}

extension Comparison {
  /// The days that compare so with `date`; nil where none do, since the date is open there.
  func days(of date: NewsDate) -> NewsDate? {
    switch self {
    case .less: DateClause.Relation.before.days(of: date)
    case .lessOrEqual: DateClause.Relation.until.days(of: date)
    case .greater: DateClause.Relation.after.days(of: date)
    case .greaterOrEqual: DateClause.Relation.since.days(of: date)
    }
  }
}

extension NewsDate {
  /// The date as it is written in a query: `2023-09`, `2019-04..2020-06`, `2019..`.
  var literal: String {
    let ends = description.split(separator: "/", omittingEmptySubsequences: false)
    guard ends.count == 2 else { return description }
    return ends.map { $0 == ".." ? "" : $0 }.joined(separator: "..")
  }
}

extension Day {
  /// The first day of the year 1.
  static let least = Day(year: 1, month: 1, day: 1) ?? Day(number: 0)
  /// The last day of the year 9999.
  static let greatest = Day(year: 9999, month: 12, day: 31) ?? Day(number: 0)
}
