internal import NewsModel

/// Numbers of a page as bars: those of a count, or how many rows are of each kind.
struct PageBars {
  /// Bars at most; the rest is counted.
  static let limit = 40

  private struct Bar {
    var label: String
    var number: Double
    var tone: PageTone?
    /// What the filter finds its rows by; nil where its label is no one cell's text.
    var filter: String?
  }

  private let heading: String
  private let bars: [Bar]
  private let rest: Int

  /// Bars; nil where there is nothing to compare.
  init?(_ page: Page) {
    let all: [Bar]
    if !page.rows.isEmpty {
      guard let name = page.barName else { return nil }
      heading = "By \(name)"
      all =
        page.rows.contains { $0.measure != nil }
        ? Self.measures(page.rows) : Self.counts(page.rows)
    } else {
      guard let measure = page.table.columns.lastIndex(where: \.isNumeric) else { return nil }
      let name = page.table.columns[measure].name
      heading = name.prefix(1).uppercased() + name.dropFirst()
      all = Self.cells(page.table, measure)
    }
    guard all.count > 1, all.contains(where: { $0.number != 0 }) else { return nil }
    bars = Array(all.prefix(Self.limit))
    rest = all.count - bars.count
  }

  /// How many rows are of each category, the most frequent first.
  private static func counts(_ rows: [PageRow]) -> [Bar] {
    var bars: [String: Bar] = [:]
    for row in rows {
      guard let category = row.category else { continue }
      bars[category, default: Bar(label: category, number: 0, tone: row.tone, filter: category)]
        .number += 1
      if bars[category]?.tone != row.tone { bars[category]?.tone = nil }
    }
    return ranked(Array(bars.values))
  }

  private static func measures(_ rows: [PageRow]) -> [Bar] {
    ranked(
      rows.compactMap { row in
        row.measure.map { Bar(label: row.label, number: $0, filter: row.label) }
      })
  }

  private static func ranked(_ bars: [Bar]) -> [Bar] {
    bars.sorted { ($1.number, $0.label) < ($0.number, $1.label) }
  }

  /// The cells of a column of numbers in their order, under what the others say.
  private static func cells(_ table: ResultTable, _ measure: Int) -> [Bar] {
    let columns = table.columns.indices.filter { $0 != measure && !table.columns[$0].isNumeric }
    return (0..<min(table.rowCount, Page.rowLimit)).compactMap { row in
      let number: Double
      switch table[row, measure] {
      case .integer(let value): number = Double(value)
      case .number(let value) where value.isFinite: number = value
      default: return nil
      }
      let texts = columns.map { table[row, $0].readableText(unknown: "–") }
      return Bar(
        label: columns.isEmpty ? String(row + 1) : texts.joined(separator: ", "), number: number,
        filter: columns.count == 1 ? texts.first : nil)
    }
  }

  /// The section.
  func text() -> String {
    var out = "<section id=\"bars\">\n<h2>\(PageMarkup.text(heading))</h2>\n<ul class=\"bars\">\n"
    let greatest = bars.map(\.number.magnitude).max() ?? 1
    for bar in bars {
      let share = PageMarkup.number(max(0.4, bar.number.magnitude / greatest * 100))
      let text = PageMarkup.text(bar.label.shortened(to: 120))
      let kind = bar.number < 0 ? "below" : bar.tone?.rawValue ?? "neutral"
      let label =
        bar.filter.map {
          "<a href=\"\(PageMarkup.link("filter", $0.shortened(to: 120)))\">\(text)</a>"
        } ?? text
      out += """
        <li class="\(kind)"><span dir="auto">\(label)</span><svg role="presentation" height="14">\
        <rect width="\(bar.number == 0 ? "0" : share)%" height="14" rx="2" /></svg>\
        <b>\(PageMarkup.text(readable(bar.number)))</b></li>

        """
    }
    out += "</ul>\n"
    if rest > 0 {
      out +=
        PageMarkup.element("p", class: "note", "\(grouped(rest)) more are in the table.") + "\n"
    }
    return out + "</section>\n"
  }
}
