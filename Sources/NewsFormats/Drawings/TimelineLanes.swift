internal import Diagnostics
internal import NewsModel

/// Rows on a line of time, in a lane for each name that they are about.
struct TimelineLanes {
  /// Lanes that have their own name; further ones share the last.
  private static let laneLimit = 8
  /// Columns that a lane must have for the time.
  private static let leastWidth = 30
  private static let names = ["who", "actor", "source", "speaker", "entity", "about", "target"]

  private struct Lane {
    var name: String
    var rows: [Int]
  }

  private let lanes: [Lane]
  private let dates: [NewsDate?]
  private let axis: TimeAxis
  private let margin: Int
  private let layout: ResultLayout

  /// Lanes of a result; nil where it has no dates or names for them, or there is no room.
  init?(_ result: ResultTable, when: Int, width: Int, layout: ResultLayout) {
    guard let who = Self.laneColumn(of: result) else { return nil }
    dates = (0..<result.rowCount).map { row in
      if case .date(let date) = result[row, when] { return date }
      return nil
    }
    let days = dates.compactMap { $0 }.flatMap { [$0.first, $0.last].compactMap { $0?.number } }
    guard let first = days.min(), let last = days.max(), first < last else { return nil }
    lanes = Self.lanes(of: result, who, dates)
    let widest = lanes.map { displayWidth($0.name) }.max() ?? 0
    margin = min(widest, width / 3)
    let counts = lanes.map { String($0.rows.count).count }.max() ?? 0
    let room = width - margin - counts - 6
    guard room >= Self.leastWidth, !lanes.isEmpty else { return nil }
    axis = TimeAxis(span: Int(first)...Int(last), width: room)
    self.layout = layout
  }

  /// The column whose values are lanes.
  private static func laneColumn(of result: ResultTable) -> Int? {
    names.lazy.compactMap { name in result.columns.firstIndex { $0.name == name } }.first
  }

  private static func lanes(of result: ResultTable, _ who: Int, _ dates: [NewsDate?]) -> [Lane] {
    var rows: [String: [Int]] = [:]
    for row in 0..<result.rowCount where dates[row] != nil {
      let value = result[row, who]
      let names: [Value] = if case .list(let values) = value { values } else { [value] }
      for name in Set(names.filter { $0 != .unknown }.map { $0.plainText() }) {
        rows[name, default: []].append(row)
      }
    }
    let all = rows.map { Lane(name: visible($0.key), rows: $0.value) }
      .sorted { ($1.rows.count, $0.name) < ($0.rows.count, $1.name) }
    guard all.count > laneLimit else { return all }
    let rest = all[(laneLimit - 1)...]
    let others = Set(rest.flatMap(\.rows)).sorted()
    return Array(all[..<(laneLimit - 1)]) + [Lane(name: "others (\(rest.count))", rows: others)]
  }

  /// The drawing, which ends in a line feed.
  func text() -> String {
    let glyphs = layout.glyphs
    let countWidth = lanes.map { String($0.rows.count).count }.max() ?? 0
    var out = ""
    for (number, lane) in lanes.enumerated() {
      let name = wrap(lane.name, width: max(1, margin), lineLimit: 1, ellipsis: glyphs.ellipsis)[0]
      out += String(repeating: " ", count: max(0, margin - displayWidth(name))) + name + " "
      out += layout.dress(glyphs.upright, .rule) + " "
      let cells = cells(of: lane)
      out += dressed(cells, number) + " "
      let count = String(lane.rows.count)
      out += " " + String(repeating: " ", count: countWidth - count.count)
      out += layout.dress(count, .note) + "\n"
    }
    out += axisText
    let undated = dates.count { $0 == nil }
    if undated > 0 {
      out += String(repeating: " ", count: margin + 3)
      out += layout.dress("\(undated) without a date", .note) + "\n"
    }
    return out
  }

  /// What stands at each place of a lane: a point, a number of them, or the time that one may lie in.
  private func cells(of lane: Lane) -> [String] {
    let glyphs = layout.glyphs
    var cells = Array(repeating: " ", count: axis.width)
    var counts = Array(repeating: 0, count: axis.width)
    for row in lane.rows {
      guard let date = dates[row], let lower = date.first ?? date.last,
        let upper = date.last ?? date.first
      else { continue }
      let (start, end) = (axis.column(of: Int(lower.number)), axis.column(of: Int(upper.number)))
      for place in start..<end where cells[place + 1] == " " { cells[place + 1] = glyphs.rule }
      counts[start] += 1
      let isExact = date.precision == .day
      if counts[start] > 1 {
        cells[start] = counts[start] < 10 ? String(counts[start]) : "+"
      } else {
        cells[start] = isExact ? glyphs.point : glyphs.hollowPoint
      }
    }
    return cells
  }

  private func dressed(_ cells: [String], _ number: Int) -> String {
    var out = ""
    var start = 0
    while start < cells.count {
      let isBlank = cells[start] == " "
      let end = cells[start...].firstIndex { ($0 == " ") != isBlank } ?? cells.count
      let run = cells[start..<end].joined()
      out += isBlank ? run : layout.dress(run, .series(number))
      start = end
    }
    return out
  }

  private var axisText: String {
    let glyphs = layout.glyphs
    var rule = Array(repeating: glyphs.rule, count: axis.width)
    var words = ""
    for tick in axis.ticks {
      rule[tick.column] = glyphs.tick
      words += String(repeating: " ", count: max(0, tick.column - words.count)) + tick.label
    }
    let indent = String(repeating: " ", count: margin + 1)
    return indent + layout.dress(glyphs.corner + glyphs.rule + rule.joined(), .rule) + "\n"
      + indent + "  " + words + "\n"
  }
}
