internal import NewsModel

/// The rows of a page along the time, in lanes.
///
/// Places are given in hundredths of the width, so that the drawing fits any screen and its words
/// keep their size.
struct PageTimeline {
  /// Lanes that are drawn at most; rows of the others share one.
  static let laneLimit = 10
  /// Rows beside each other in a lane at most; further ones are drawn over the last.
  private static let depthLimit = 6
  private static let step = 18
  /// What a mark of one day takes of a small screen's width; a bar that is shorter is drawn as one.
  private static let leastWidth = 2.5

  private struct Lane {
    var name: String
    var rows: [Int]
  }

  private let rows: [PageRow]
  private let noun: String
  private let laneName: String?
  private let axis: PageAxis

  /// A timeline; nil where there are no two dates to tell apart.
  init?(_ page: Page) {
    rows = page.rows
    noun = page.noun
    laneName = page.laneName
    let dates = page.rows.compactMap(\.date)
    guard Set(dates).count > 1, let axis = PageAxis(dates) else { return nil }
    self.axis = axis
  }

  /// The section.
  func text() -> String {
    var out = "<section id=\"timeline\">\n<h2>When</h2>\n"
    out += PageMarkup.element("p", class: "note", note) + "\n"
    out += "<div class=\"lanes\">\n"
    for lane in lanes() { out += drawing(of: lane) }
    out += "<div class=\"lane axis\"><span></span><svg role=\"presentation\" height=\"22\">"
    for tick in axis.ticks() {
      let place = PageMarkup.number(tick.place)
      let anchor = tick.place > 88 ? "end" : tick.place < 12 ? "start" : "middle"
      out += "<line x1=\"\(place)%\" x2=\"\(place)%\" y1=\"0\" y2=\"5\" />"
      out += "<text x=\"\(place)%\" y=\"18\" text-anchor=\"\(anchor)\">\(tick.text)</text>"
    }
    out += "</svg></div>\n</div>\n"
    var legend = rows.contains { $0.tone != nil } ? PageLegend.marks : ""
    if rows.contains(where: \.isDoubtful) { legend += PageLegend.doubtful }
    if !legend.isEmpty { legend = "<p class=\"legend\">\(legend)</p>" }
    return out + PageLegend.foot(legend) + "</section>\n"
  }

  /// How many rows are not where their date would be.
  private var note: String {
    let dates = rows.compactMap(\.date)
    var parts = ["A mark is one of the \(noun); a bar is as long as its date is vague."]
    let undated = rows.count - dates.count
    if undated > 0 {
      parts.append("\(grouped(undated)) without a date \(undated == 1 ? "is" : "are") not drawn.")
    }
    let before = dates.count { axis.side(of: $0) < 0 }
    let behind = dates.count { axis.side(of: $0) > 0 }
    for (count, side, edge) in [(before, "earlier", "left"), (behind, "later", "right")]
    where count > 0 {
      parts.append(
        "\(grouped(count)) much \(side) \(count == 1 ? "stands" : "stand") at the \(edge) edge.")
    }
    return parts.joined(separator: " ")
  }

  // MARK: Lanes

  /// The lanes with the most rows, and one for the rest.
  private func lanes() -> [Lane] {
    let dated = rows.indices.filter { rows[$0].date != nil }
    var rowsByName: [String: [Int]] = [:]
    var order: [String] = []
    var unnamed: [Int] = []
    for row in dated {
      if rows[row].lanes.isEmpty { unnamed.append(row) }
      for name in rows[row].lanes {
        if rowsByName[name] == nil { order.append(name) }
        if rowsByName[name]?.last != row { rowsByName[name, default: []].append(row) }
      }
    }
    guard laneName != nil, !order.isEmpty else { return [Lane(name: "", rows: dated)] }
    let lanes = order.map { Lane(name: $0, rows: rowsByName[$0] ?? []) }.enumerated()
      .sorted { ($1.element.rows.count, $0.offset) < ($0.element.rows.count, $1.offset) }.map(
        \.element)
    var shown = Array(lanes.prefix(Self.laneLimit))
    // A row that has a lane of its own is not drawn again among the rest.
    let drawn = Set(shown.flatMap(\.rows))
    let rest = Set(lanes.dropFirst(Self.laneLimit).flatMap(\.rows)).subtracting(drawn)
    let others = lanes.count - shown.count
    if !rest.isEmpty { shown.append(Lane(name: "\(grouped(others)) others", rows: rest.sorted())) }
    if !unnamed.isEmpty { shown.append(Lane(name: "not known", rows: unnamed)) }
    return shown
  }

  private func drawing(of lane: Lane) -> String {
    let placed = placed(lane.rows)
    let depth = (placed.map(\.depth).max() ?? 0) + 1
    let name = lane.name.shortened(to: 60)
    var out = "<div class=\"lane\"><span dir=\"auto\">\(PageMarkup.text(name))"
    if !name.isEmpty { out += " <b>\(grouped(lane.rows.count))</b>" }
    out += "</span><svg role=\"group\" height=\"\(depth * Self.step + 6)\" "
    let title = name.isEmpty ? "Timeline" : "Timeline of \(name)"
    out += "aria-label=\"\(PageMarkup.text("\(title): \(counted(lane.rows.count, noun))"))\">"
    for mark in placed { out += drawing(of: mark) }
    return out + "</svg></div>\n"
  }

  // MARK: Marks

  private struct Mark {
    var row: Int
    var lower: Double
    var upper: Double
    var depth: Int
  }

  /// The rows of a lane in order of time, one under the other where they would touch.
  private func placed(_ rows: [Int]) -> [Mark] {
    let extents = rows.compactMap { row -> Mark? in
      guard let date = self.rows[row].date else { return nil }
      let lower = date.first.map { axis.place(Int($0.number)) } ?? 0
      let upper = date.last.map { axis.place(Int($0.number)) } ?? 100
      return Mark(row: row, lower: lower, upper: upper, depth: 0)
    }.sorted { ($0.lower, $0.upper, $0.row) < ($1.lower, $1.upper, $1.row) }
    var ends: [Double] = []
    return extents.map { extent in
      var mark = extent
      let free = ends.firstIndex { $0 < mark.lower }
      mark.depth = free ?? min(ends.count, Self.depthLimit - 1)
      let end = max(mark.upper, mark.lower + Self.leastWidth)
      if mark.depth < ends.count {
        ends[mark.depth] = max(end, ends[mark.depth])
      } else {
        ends.append(end)
      }
      return mark
    }
  }

  private func drawing(of mark: Mark) -> String {
    let row = rows[mark.row]
    guard let date = row.date else { return "" }
    let title = PageMarkup.text("\(date): \(row.label.shortened(to: 200))")
    let tone = (row.tone?.rawValue ?? "neutral") + (row.isDoubtful ? " doubtful" : "")
    let y = mark.depth * Self.step + 12
    var out = "<a href=\"#r\(mark.row + 1)\" class=\"\(tone)\" aria-label=\"\(title)\">"
    out += "<title>\(title)</title>"
    let isOpen = date.first == nil || date.last == nil
    if mark.upper - mark.lower > Self.leastWidth, axis.side(of: date) == 0 {
      out += "<rect class=\"\(isOpen ? "open" : "span")\" x=\"\(PageMarkup.number(mark.lower))%\" "
      out +=
        "width=\"\(PageMarkup.number(mark.upper - mark.lower))%\" y=\"\(y - 5)\" height=\"10\" rx=\"5\" />"
    } else {
      let place = PageMarkup.number(min(99, max(1, (mark.lower + mark.upper) / 2)))
      out += "<svg x=\"\(place)%\" y=\"\(y)\" overflow=\"visible\">"
      out +=
        row.tone == .conflictual
        ? "<path d=\"M0-6.5 6.5 0 0 6.5-6.5 0Z\" />" : "<circle r=\"5.5\" />"
      out += "</svg>"
    }
    return out + "</a>"
  }
}

/// What colours and shapes stand for.
enum PageLegend {
  /// The legend of a drawing, and the place where it says what the reader points at.
  static func foot(_ legend: String) -> String {
    "<div class=\"foot\">\(legend)<p class=\"readout\" aria-live=\"polite\"></p></div>\n"
  }

  /// Of marks on a timeline.
  static let marks = """
    <span class="cooperative"><svg width="14" height="14" aria-hidden="true">\
    <circle cx="7" cy="7" r="5.5" /></svg> cooperative</span> <span class="conflictual">\
    <svg width="14" height="14" aria-hidden="true"><path d="M7 .5 13.5 7 7 13.5 .5 7Z" /></svg> \
    conflictual</span>
    """

  /// Of marks that are hollow.
  static let doubtful = """
     <span class="neutral doubtful"><svg width="14" height="14" aria-hidden="true">\
    <circle cx="7" cy="7" r="5" /></svg> planned, alleged or denied</span>
    """

  /// Of lines in a network.
  static let lines = """
    <p class="legend"><span class="cooperative"><svg width="26" height="12" aria-hidden="true">\
    <line x1="1" x2="25" y1="6" y2="6" /></svg> cooperative</span> <span class="conflictual">\
    <svg width="26" height="12" aria-hidden="true"><line x1="1" x2="25" y1="6" y2="6" /></svg> \
    conflictual</span> <span class="mixed"><svg width="26" height="12" aria-hidden="true">\
    <line x1="1" x2="25" y1="6" y2="6" /></svg> both</span></p>
    """
}
