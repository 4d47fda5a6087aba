internal import NewsModel
internal import NewsStore
internal import QueryLanguage

/// A test of the calendar period that a date lies in; each period is judged once.
final class PeriodTest {
  private let part: BoundPath.DatePart
  private let missing: UInt8
  private let test: (CalendarPeriod) -> Bool
  private var truths: [Int32: UInt8] = [:]

  /// A test of the part of a date; `missing` is the truth of a date that fixes none.
  init(_ part: BoundPath.DatePart, missing: UInt8, test: @escaping (CalendarPeriod) -> Bool) {
    self.part = part
    self.missing = missing
    self.test = test
  }

  /// The truth of each row of a batch.
  func judged(_ column: DateColumn, _ batch: RowBatch) -> [UInt8] {
    var (lastFirst, lastLast, lastTruth) = (Int32.max, Int32.min, missing)
    return judge(column.first, column.last, batch) { first, last in
      if first == lastFirst && last == lastLast { return lastTruth }
      (lastFirst, lastLast) = (first, last)
      lastTruth = truth(first, last)
      return lastTruth
    }
  }

  /// The truth of each row of a batch of a column of periods.
  func judged(_ ordinals: [Int32], _ batch: RowBatch) -> [UInt8] {
    judge(ordinals, batch) { $0 == ComputedColumn.unknownPeriod ? missing : truth($0) }
  }

  private func truth(_ first: Int32, _ last: Int32) -> UInt8 {
    CalendarPeriod.ordinal(part, first: first, last: last).map { truth($0) } ?? missing
  }

  private func truth(_ ordinal: Int32) -> UInt8 {
    if let truth = truths[ordinal] { return truth }
    let truth = Truth.of(test(CalendarPeriod(part: part, ordinal: ordinal)))
    truths[ordinal] = truth
    return truth
  }
}

extension ValueTest {
  /// Whether the test passes on a period: texts are tested against its text, numbers against its
  /// number, dates against its days.
  ///
  /// - Parameter matchers: the tests of texts among this and those that it is made of.
  func matches(_ period: CalendarPeriod, matchers: [TextMatcher]) -> Bool {
    switch self {
    case .text: return matchers.contains { $0.matches(period.text) }
    case .number(let test): return NumberRange(test).contains(Double(period.number))
    case .date(let test):
      guard let ends = period.interval?.ends else { return false }
      return DayRange(test).contains(ends.first, ends.last)
    case .references: return false
    case .any(let tests): return tests.contains { $0.matches(period, matchers: matchers) }
    }
  }
}
