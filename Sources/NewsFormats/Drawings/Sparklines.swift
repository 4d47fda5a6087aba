internal import Diagnostics
internal import NewsModel

/// Counts by something and by time, as a row of small columns for each of the something.
///
/// Time runs evenly: periods without a row have their place too, and where there are more of them than
/// columns, neighbours are added up. All rows have one scale.
struct Sparklines {
  private static let rowLimit = 12
  private static let nameLimit = 30
  /// Columns that the drawing has at most, and those of one period.
  private static let widest = 60
  private static let widestPeriod = 6

  private let series: PeriodSeries
  private let nameWidth: Int
  private let bucketCount: Int
  private let bucketWidth: Int
  private let layout: ResultLayout

  /// Small columns in the width of the layout, or 80; nil where a result is no count by a period and
  /// something else, has fewer than three periods or two names, or there is no room.
  init?(_ result: ResultTable, layout: ResultLayout) {
    guard let series = PeriodSeries(result, glyphs: layout.glyphs), series.span > 2,
      series.lines.count > 1
    else { return nil }
    let names = [series.title] + series.lines.prefix(Self.rowLimit).map(\.name)
    nameWidth = min(Self.nameLimit, names.map { displayWidth($0) }.max() ?? 0)
    let room = (layout.width ?? 80) - nameWidth - max(5, displayWidth(series.measure)) - 4
    let least = displayWidth(series.first + series.last) + 1
    guard room >= least else { return nil }
    bucketCount = min(series.span, room, Self.widest)
    bucketWidth = max(1, min(Self.widestPeriod, min(room, Self.widest) / bucketCount))
    self.series = series
    self.layout = layout
  }

  /// The drawing with a head, which ends in a line feed.
  func text() -> String {
    let lines = series.lines.prefix(Self.rowLimit)
    let numbers = lines.map { series.buckets(of: $0, count: bucketCount) }
    let greatest = numbers.joined().max() ?? 0
    let totals = lines.map { readable($0.total) }
    let measureWidth = max(displayWidth(series.measure), totals.map(\.count).max() ?? 0)
    let ends = displayWidth(series.first + series.last)
    let width = max(bucketCount * bucketWidth, ends + 1)
    let gap = TableLayout.gap
    func blanks(_ count: Int) -> String { String(repeating: " ", count: max(0, count)) }
    func name(_ text: String) -> String {
      let cut = wrap(
        text, width: nameWidth, lineLimit: 1, ellipsis: layout.glyphs.ellipsis)[0]
      return cut + blanks(nameWidth - displayWidth(cut))
    }
    let period = series.first + blanks(width - ends) + series.last
    var out = layout.dress(name(series.title), .head) + gap + layout.dress(period, .head) + gap
    out += blanks(measureWidth - displayWidth(series.measure))
    out += layout.dress(series.measure, .head) + "\n"
    let rules = [nameWidth, width, measureWidth].map {
      String(repeating: layout.glyphs.rule, count: $0)
    }
    out += layout.dress(rules.joined(separator: gap), .rule) + "\n"
    for (place, line) in lines.enumerated() {
      let columns = numbers[place].map {
        String(
          repeating: layout.glyphs.spark(greatest > 0 ? $0 / greatest : 0), count: bucketWidth)
      }.joined()
      out += name(line.name) + gap + layout.dress(columns, .bar)
      out += blanks(width - bucketCount * bucketWidth) + gap
      out += blanks(measureWidth - totals[place].count) + totals[place] + "\n"
    }
    let rest = series.lines.count - lines.count
    if rest > 0 { out += layout.dress("\(grouped(rest)) more are not drawn", .note) + "\n" }
    return out
  }
}
