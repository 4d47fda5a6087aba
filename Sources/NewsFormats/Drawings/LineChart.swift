internal import Diagnostics
public import NewsModel

/// A result drawn as lines over its rows: for counts in order of time.
///
/// Several columns of numbers are a line each, and so are the values that rows are counted by beside
/// a date. Of more points than there is room for, neighbours are put together by their greatest.
public struct LineChart: Sendable {
  private static let height = 9

  private let labels: [String]
  private let lines: [ChartSeries.Line]
  private let width: Int
  private let layout: ResultLayout

  /// The lines of a result, in 80 columns where the layout has no width; nil where it has no column
  /// of numbers.
  public init?(_ result: ResultTable, layout: ResultLayout = ResultLayout()) {
    guard let series = ChartSeries(result) else { return nil }
    labels = series.labels
    lines = series.lines
    self.layout = layout
    width = max(20, layout.width ?? 80)
  }

  /// The drawing, which ends in a line feed; empty where there are no rows.
  public func text() -> String {
    let numbers = lines.flatMap(\.numbers).compactMap { $0 }
    guard !labels.isEmpty else { return "" }
    let top = max(0, numbers.max() ?? 0)
    let bottom = min(0, numbers.min() ?? 0)
    let middle = Self.height / 2
    let scale = [0: top, middle: bottom + (top - bottom) / 2, Self.height - 1: bottom]
      .mapValues { readable($0) }
    let margin = min(width / 3, scale.values.map(\.count).max() ?? 1)
    let room = width - margin - 3
    let columns = max(1, min(room, max(20, (labels.count - 1) * 6 + 1)))
    let canvas = drawn(columns: columns, top: top, bottom: bottom)
    var out = ""
    for row in 0..<Self.height {
      let isScaled = top > bottom || row == Self.height - 1
      let label = isScaled ? String((scale[row] ?? "").prefix(margin)) : ""
      out += String(repeating: " ", count: margin - label.count) + label + " "
      out += layout.dress(layout.glyphs.upright, .rule)
      let line = canvas.text(ofRow: row, dress: layout.dress)
      out += line.isEmpty ? "\n" : " \(line)\n"
    }
    return out + axis(margin: margin, columns: columns) + legend
  }

  // MARK: Lines

  private func drawn(columns: Int, top: Double, bottom: Double) -> DotCanvas {
    var canvas = DotCanvas(columns: columns, rows: Self.height, glyphs: layout.glyphs)
    for (number, line) in lines.enumerated().reversed() {
      let points = points(line, on: canvas, top: top, bottom: bottom)
      for (point, next) in zip(points, points.dropFirst()) {
        guard let point, let next else { continue }
        canvas.line(from: point, to: next, series: number)
      }
      let known = points.compactMap { $0 }
      if known.count == 1 { canvas.line(from: known[0], to: known[0], series: number) }
      guard lines.count > 1 || layout.glyphs == .ascii else { continue }
      let step = max(1, (points.count * 3 + columns - 1) / columns)
      for place in stride(from: 0, to: points.count, by: step) {
        guard let point = points[place] else { continue }
        canvas.mark(point, with: marker(number), series: number)
      }
    }
    return canvas
  }

  private func marker(_ number: Int) -> String {
    layout.glyphs.markers[number % layout.glyphs.markers.count]
  }

  /// The dots of a line's points; nil where a number is not known.
  private func points(
    _ line: ChartSeries.Line, on canvas: DotCanvas, top: Double, bottom: Double
  ) -> [(x: Int, y: Int)?] {
    let size = max(1, (line.numbers.count + canvas.dots.wide - 1) / canvas.dots.wide)
    let groups = stride(from: 0, to: line.numbers.count, by: size).map { start in
      line.numbers[start..<min(start + size, line.numbers.count)].compactMap { $0 }.max()
    }
    let last = max(1, groups.count - 1)
    return groups.enumerated().map { place, number in
      guard let number else { return nil }
      let share = top > bottom ? (number / 2 - bottom / 2) / (top / 2 - bottom / 2) : 0
      let x = place * (canvas.dots.wide - 1) / last
      let y = Int(((1 - share) * Double(canvas.dots.high - 1)).rounded())
      return (x, max(0, min(canvas.dots.high - 1, y)))
    }
  }

  // MARK: Words

  /// The line below, with as many of the points' words as there is room for.
  private func axis(margin: Int, columns: Int) -> String {
    let indent = String(repeating: " ", count: margin + 1)
    let last = max(1, labels.count - 1)
    let limit = width - margin - 3
    let widest = labels.map { displayWidth($0) }.max() ?? 0
    let count = max(1, min(labels.count, limit / (widest + 3)))
    let step = max(1, (labels.count + count - 1) / count)
    var rule = Array(repeating: layout.glyphs.rule, count: columns + 1)
    var words = ""
    for place in stride(from: 0, to: labels.count, by: step) {
      let label = wrap(
        labels[place], width: max(1, limit), lineLimit: 1, ellipsis: layout.glyphs.ellipsis)[0]
      let column = min(place * (columns - 1) / last, limit - displayWidth(label))
      let used = displayWidth(words)
      guard column >= used + (used > 0 ? 2 : 0) else { continue }
      words += String(repeating: " ", count: column - used) + label
      rule[place * (columns - 1) / last + 1] = layout.glyphs.tick
    }
    return indent + layout.dress(layout.glyphs.corner + rule.joined(), .rule) + "\n"
      + (words.allSatisfy { $0 == " " } ? "" : indent + "  " + words + "\n")
  }

  /// Which mark is which line; empty where there is one line.
  private var legend: String {
    guard lines.count > 1 else { return "" }
    var out = ""
    var used = 0
    for (number, line) in lines.enumerated() {
      let name = wrap(
        line.name, width: max(8, width / 2), lineLimit: 1, ellipsis: layout.glyphs.ellipsis)[0]
      let columns = displayWidth(name) + 2
      if used > 0, used + 3 + columns > width {
        out += "\n"
        used = 0
      } else if used > 0 {
        out += "   "
        used += 3
      }
      out += layout.dress(marker(number), .series(number)) + " " + name
      used += columns
    }
    return out + "\n"
  }
}
