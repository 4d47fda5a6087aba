internal import Diagnostics
internal import NewsModel

/// A line of time that fits a width: days, months or years, as the span is long.
struct TimeAxis {
  /// The first and the last day.
  let span: ClosedRange<Int>
  /// Characters from the first day to the last.
  let width: Int

  /// The character of a day, which may lie outside the span.
  func column(of day: Int) -> Int {
    let inside = max(span.lowerBound, min(span.upperBound, day)) - span.lowerBound
    return inside * (width - 1) / max(1, span.upperBound - span.lowerBound)
  }

  /// The days at which a label stands, with their labels, as many as there is room for.
  var ticks: [(column: Int, label: String)] {
    let days = span.upperBound - span.lowerBound
    let (unit, size) = days > 1_500 ? (4, 365) : days > 62 ? (7, 30) : (10, 1)
    let steps =
      unit == 10
      ? [1, 2, 5, 10, 20, 30] : unit == 7 ? [1, 2, 3, 6, 12, 24] : [1, 2, 5, 10, 20, 50, 100, 500]
    let room = max(1, width / (unit + 2))
    let step = steps.first { days / (size * $0) < room } ?? max(1, days / size / room + 1)
    var ticks: [(column: Int, label: String)] = []
    var end = 0
    for day in starts(every: step, unit: unit) {
      let place = column(of: Int(day.number))
      guard place >= end, place + unit <= width + 1 else { continue }
      ticks.append((place, String(day.description.prefix(unit))))
      end = place + unit + 2
    }
    return ticks
  }

  /// The days in the span that begin a day, month or year whose number `step` divides; the first
  /// day itself where the unit is a day.
  private func starts(every step: Int, unit: Int) -> [Day] {
    func day(_ number: Int) -> Day { Day(number: Int32(clamping: number)) }
    if unit == 10 {
      return stride(from: span.lowerBound, through: span.upperBound, by: step).map(day)
    }
    let (first, last) = (day(span.lowerBound).civil, day(span.upperBound).civil)
    if unit == 4 {
      let start = (first.year + step - 1) / step * step
      return stride(from: start, through: last.year, by: step).compactMap {
        Day(year: $0, month: 1, day: 1)
      }.filter { Int($0.number) >= span.lowerBound }
    }
    let months = (first.year * 12 + first.month - 1)...(last.year * 12 + last.month - 1)
    return months.filter { $0 % step == 0 }.compactMap {
      Day(year: $0 / 12, month: $0 % 12 + 1, day: 1)
    }.filter { Int($0.number) >= span.lowerBound }
  }
}
