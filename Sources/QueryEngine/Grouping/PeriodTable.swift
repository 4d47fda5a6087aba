internal import NewsModel
internal import NewsStore
internal import QueryLanguage

/// The calendar period of every day that a column has, as a number from 0.
struct PeriodTable {
  /// What kind of period.
  let part: BoundPath.DatePart
  private let firstDay: Int32
  private let firstOrdinal: Int32
  /// Key of each day from ``firstDay``.
  private let keys: [UInt32]
  /// Keys are below this number.
  let domain: Int

  /// Greatest number of days, some 2,700 years.
  private static let dayLimit = 1_000_000

  /// The table of the days of some rows; nil where they lie too far apart, or where there are none.
  init?(_ part: BoundPath.DatePart, of column: DateColumn, _ rows: RowSelection) {
    var (low, high) = (Int32.max, Int32.min)
    let (first, last) = (column.first.span, column.last.span)
    rows.forEachBatch { batch in
      batch.forEachRow { row in
        let isBounded =
          first[row] <= last[row] && first[row] != Int32.min && last[row] != Int32.max
        low = min(low, isBounded ? first[row] : Int32.max)
        high = max(high, isBounded ? last[row] : Int32.min)
      }
    }
    guard low <= high, Int(high) - Int(low) < Self.dayLimit else { return nil }
    self.part = part
    firstDay = low
    let ordinals = (low...high).map { CalendarPeriod.ordinal(part, of: $0) }
    let base = ordinals.min() ?? 0
    firstOrdinal = base
    keys = ordinals.map { UInt32($0 - base) }
    domain = Int(keys.max() ?? 0) + 1
  }

  /// Calls `body` with what gives the key of the period that an interval lies in, or
  /// ``KeyBatch/missing`` where there is none.
  @inline(__always)
  func withKeys<Result>(_ body: ((Int32, Int32) -> UInt32) -> Result) -> Result {
    let keys = keys.span
    let (firstDay, isWeekday) = (firstDay, part == .weekday)
    return body { first, last in
      guard first <= last, first != Int32.min, last != Int32.max else { return KeyBatch.missing }
      let key = keys[Int(first &- firstDay)]
      if first == last { return key }
      if isWeekday { return KeyBatch.missing }
      return keys[Int(last &- firstDay)] == key ? key : KeyBatch.missing
    }
  }

  /// The period of a key.
  func period(_ key: UInt32) -> CalendarPeriod {
    CalendarPeriod(part: part, ordinal: firstOrdinal + Int32(key))
  }
}
