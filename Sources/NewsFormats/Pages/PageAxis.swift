internal import NewsModel

/// The time that a timeline shows, and the dates that are written under it.
struct PageAxis {
  /// A date under the axis.
  struct Tick: Hashable {
    var place: Double
    var text: String
  }

  /// The first day and the last.
  let first: Int
  let last: Int

  /// Share of the dates at each end that may lie outside, where the others would be crowded by them.
  private static let tail = 0.1

  /// An axis over intervals of days; nil where there is none with an end.
  ///
  /// A few dates that are far from all others do not stretch it: they lie outside.
  init?(_ dates: [NewsDate]) {
    let edges = dates.flatMap { [$0.first, $0.last].compactMap { $0.map { Int($0.number) } } }
      .sorted()
    guard let least = edges.first, let greatest = edges.last else { return nil }
    var (low, high) = (least, greatest)
    let cut = Int(Double(edges.count) * Self.tail)
    let inner = (edges[cut], edges[edges.count - 1 - cut])
    if high - low > 6 * max(30, inner.1 - inner.0) { (low, high) = inner }
    let margin = max(1, (high - low) / 40)
    first = max(least - margin, low - margin)
    last = min(greatest + margin, high + margin)
  }

  /// Where a day lies, from 0 to 100; days outside lie at the ends.
  func place(_ day: Int) -> Double {
    let share = Double(day - first) / Double(max(1, last - first))
    return min(100, max(0, share * 100))
  }

  /// Whether an interval lies outside, and on which side: -1 before, 1 behind, 0 not.
  func side(of date: NewsDate) -> Int {
    if let end = date.last, Int(end.number) < first { return -1 }
    if let start = date.first, Int(start.number) > last { return 1 }
    return 0
  }

  /// Dates at even steps, as many as have room on a small screen.
  func ticks() -> [Tick] {
    let span = last - first
    if span < 100 {
      let step = [1, 2, 7, 14, 28].first { span / $0 <= 3 } ?? 35
      return stride(from: first + step - 1, through: last, by: step).prefix(4).map { day in
        Tick(place: place(day), text: Day(number: Int32(clamping: day)).description)
      }
    }
    let months = span / 30
    let step =
      [1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1_200, 2_400, 6_000, 12_000].first {
        months / $0 <= 4
      } ?? 36_000
    let start = Day(number: Int32(clamping: first)).civil
    let index = start.year * 12 + start.month - 1
    return stride(from: (index + step) / step * step, through: index + months + 1, by: step)
      .compactMap { month -> Tick? in
        guard let day = Day(year: month / 12, month: month % 12 + 1, day: 1),
          Int(day.number) <= last
        else { return nil }
        let text =
          step % 12 == 0 ? String(day.description.prefix(4)) : String(day.description.prefix(7))
        return Tick(place: place(Int(day.number)), text: text)
      }
  }
}
