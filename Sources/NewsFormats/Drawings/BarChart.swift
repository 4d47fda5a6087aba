internal import Diagnostics
public import NewsModel

/// A result drawn as bars: a row a bar, with its label and its number.
///
/// The last column of numbers says how long the bars are; the other columns are the label. A bar of a
/// negative number is hollow. Where no column has numbers there is nothing to draw.
public struct BarChart: Sendable {
  private let labels: [String]
  private let numbers: [Double?]
  private let width: Int
  private let layout: ResultLayout

  /// Bars of a result, in 80 columns where the layout has no width; nil where it has no column of
  /// numbers.
  public init?(_ result: ResultTable, layout: ResultLayout = ResultLayout()) {
    guard let measure = result.columns.lastIndex(where: \.isNumeric) else { return nil }
    let rows = 0..<min(result.rowCount, layout.rowLimit ?? .max)
    let columns = result.columns.indices.filter { $0 != measure }
    labels = rows.map { row in
      columns.map { visible(result[row, $0].plainText(unknown: layout.glyphs.unknown)) }.joined(
        separator: ", ")
    }
    numbers = rows.map { result[$0, measure].number }
    self.layout = layout
    width = max(20, layout.width ?? 80)
  }

  /// The drawing, which ends in a line feed; empty where there are no rows.
  public func text() -> String {
    let shown = numbers.map { $0.map { readable($0) } ?? layout.glyphs.unknown }
    let numberWidth = shown.map(\.count).max() ?? 0
    let labelWidth = min(labels.map { displayWidth($0) }.max() ?? 0, width / 2)
    let room = max(4, width - labelWidth - numberWidth - 4)
    let greatest = numbers.compactMap { $0?.magnitude }.max() ?? 0
    var out = ""
    for (label, (number, text)) in zip(labels, zip(numbers, shown)) {
      let cut =
        wrap(label, width: max(1, labelWidth), lineLimit: 1, ellipsis: layout.glyphs.ellipsis).first
        ?? ""
      out += cut + String(repeating: " ", count: max(0, labelWidth - displayWidth(cut)) + 2)
      out += String(repeating: " ", count: numberWidth - text.count) + text
      let bar = bar(number ?? 0, of: greatest, room: room)
      out += bar.isEmpty ? "\n" : "  \(layout.dress(bar, .series(0)))\n"
    }
    return out
  }

  /// A bar in eighths of a column; one that is not 0 shows at least one eighth.
  private func bar(_ number: Double, of greatest: Double, room: Int) -> String {
    guard greatest > 0, number != 0, number.isFinite else { return "" }
    let eighths = max(1, Int((number.magnitude / greatest * Double(room * 8)).rounded()))
    return layout.glyphs.bar(eighths: eighths, isHollow: number < 0)
  }
}
