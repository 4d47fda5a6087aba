internal import Diagnostics
public import NewsModel

/// A result drawn in order of time: lanes with a point for each row, and below them a row a line
/// behind its date, with the time that passed between.
///
/// The first column of dates says when, the parties or sources say in which lanes. On a narrow screen,
/// and where there is nothing for lanes, the lines stand alone: rows in the order in which they come,
/// with what their other columns hold, numbers left out.
public struct Timeline: Sendable {
  private struct Entry {
    var date: NewsDate?
    var label: String
    var words: String
  }

  private let entries: [Entry]
  private let width: Int
  private let layout: ResultLayout
  private let lanes: TimelineLanes?

  /// The rows of a result in order of time, in 80 columns where the layout has no width; nil where
  /// it has no column of dates.
  ///
  /// Lanes show all rows, lines as many as the layout has.
  public init?(_ result: ResultTable, layout: ResultLayout = ResultLayout()) {
    guard let when = result.columns.firstIndex(where: { $0.type == .date }) else { return nil }
    let width = max(30, layout.width ?? 80)
    self.width = width
    self.layout = layout
    lanes = TimelineLanes(result, when: when, width: width, layout: layout)
    entries = (0..<min(result.rowCount, layout.rowLimit ?? .max)).map { row in
      let words = result.columns.indices.filter { column in
        column != when && !result.columns[column].isNumeric && result[row, column] != .unknown
      }.map { visible(result[row, $0].readableText()) }
      var date: NewsDate?
      if case .date(let known) = result[row, when] { date = known }
      return Entry(
        date: date, label: visible(result[row, when].plainText(unknown: "undated")),
        words: words.joined(separator: " \(layout.glyphs.dot) "))
    }
  }

  /// The drawing, which ends in a line feed; empty where there are no rows.
  public func text() -> String {
    let margin = entries.map { displayWidth($0.label) }.max() ?? 0
    let blank = String(repeating: " ", count: margin)
    let room = max(10, width - margin - 5)
    let upright = layout.dress(layout.glyphs.upright, .rule)
    var out = lanes.map { $0.text() + "\n" } ?? ""
    var last: NewsDate?
    var lastLabel: String?
    for entry in entries {
      if let passed = Self.passed(from: last, to: entry.date) {
        out += "\(blank)  \(upright)  \(layout.dress(passed, .note))\n"
      }
      let isSame = entry.label == lastLabel
      let label = isSame ? "" : entry.label
      out += String(repeating: " ", count: margin - displayWidth(label)) + label
      let lines = wrap(
        entry.words, width: room, lineLimit: 4, ellipsis: layout.glyphs.ellipsis)
      let point = entry.date == nil ? layout.glyphs.hollowPoint : layout.glyphs.point
      out += "  \(point)  \(lines[0])\n"
      for line in lines.dropFirst() { out += "\(blank)  \(upright)  \(line)\n" }
      last = entry.date ?? last
      lastLabel = entry.label
    }
    return out
  }

  /// The time from the end of one date to the beginning of the next; nil where there is none.
  private static func passed(from date: NewsDate?, to next: NewsDate?) -> String? {
    guard let end = date?.last, let start = next?.first else { return nil }
    let days = Int(start.number) - Int(end.number)
    switch days {
    case ..<2: return nil
    case ..<60: return "\(days) days"
    case ..<730: return "\(days / 30) months"
    default: return "\(days / 365) years"
    }
  }
}
