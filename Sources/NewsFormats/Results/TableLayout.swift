internal import Diagnostics
internal import NewsModel

/// A result as aligned columns.
///
/// Columns that do not fit are narrowed, widest first, and their cells wrapped over a few lines;
/// when that is not enough, columns on the right are left out and a last line names them; those that
/// the query made stay longest.
struct TableLayout {
  /// Narrowest that a column is made.
  private static let leastWidth = 8
  /// Lines that a cell may take; what is longer ends in an ellipsis.
  private static let lineLimit = 4
  /// Rows that decide the widths of the columns.
  private static let sampleSize = 1_000
  private static let gap = "  "

  private let result: ResultTable
  private let rows: Range<Int>
  private let columns: [Int]
  private let widths: [Int]

  init(_ result: ResultTable, layout: ResultLayout) {
    self.result = result
    rows = 0..<min(result.rowCount, layout.rowLimit ?? .max)
    var natural = result.columns.map { displayWidth(visible($0.name)) }
    for row in rows.prefix(Self.sampleSize) {
      for column in natural.indices {
        natural[column] = max(
          natural[column], displayWidth(TableLayout.cell(result[row, column])))
      }
    }
    let limit = layout.width ?? .max
    var shown = Array(natural.indices)
    while shown.count > 1, Self.leastTotal(shown.map { natural[$0] }) > limit {
      let last = shown.lastIndex { !result.columns[$0].isMade && $0 > 0 }
      shown.remove(at: last ?? shown.count - 1)
    }
    columns = shown
    widths = Self.fitted(shown.map { natural[$0] }, to: limit)
  }

  private static func leastTotal(_ natural: [Int]) -> Int {
    natural.reduce(0) { $0 + min($1, leastWidth) } + gap.count * max(0, natural.count - 1)
  }

  /// Widths that fill `limit`: no column gets more than it needs, and wide ones share the rest.
  private static func fitted(_ natural: [Int], to limit: Int) -> [Int] {
    let available = limit - gap.count * max(0, natural.count - 1)
    guard natural.reduce(0, +) > available else { return natural }
    var rest = available
    var widths = natural
    let order = natural.indices.sorted { natural[$0] < natural[$1] }
    for (position, column) in order.enumerated() {
      let share = rest / (order.count - position)
      widths[column] = min(natural[column], max(1, share))
      rest -= widths[column]
    }
    return widths
  }

  func text() -> String {
    var out = ""
    guard !columns.isEmpty else { return out }
    append(columns.map { visible(result.columns[$0].name) }, to: &out)
    append(widths.map { String(repeating: "─", count: $0) }, to: &out)
    for row in rows { append(columns.map { TableLayout.cell(result[row, $0]) }, to: &out) }
    if columns.count < result.columns.count {
      let names = result.columns.indices.filter { !columns.contains($0) }
        .map { visible(result.columns[$0].name) }
      out += "not shown for want of room: \(names.joined(separator: ", "))\n"
    }
    return out
  }

  private static func cell(_ value: Value) -> String {
    visible(value.readableText(unknown: "–"))
  }

  private func append(_ cells: [String], to out: inout String) {
    let wrapped = zip(cells, widths).map { wrap($0, width: $1, lineLimit: Self.lineLimit) }
    for line in 0..<(wrapped.map(\.count).max() ?? 0) {
      let pieces = columns.indices.map { column in
        let piece = line < wrapped[column].count ? wrapped[column][line] : ""
        let padding = String(repeating: " ", count: max(0, widths[column] - displayWidth(piece)))
        return result.columns[columns[column]].isNumeric ? padding + piece : piece + padding
      }
      var text = pieces.joined(separator: Self.gap)
      while text.last == " " { text.removeLast() }
      out += text + "\n"
    }
  }
}

/// `text` broken into lines of at most `width` columns, at spaces where there are any.
///
/// What does not fit in `lineLimit` lines is cut, and the last line ends in `…`. Never empty.
func wrap(_ text: String, width: Int, lineLimit: Int) -> [String] {
  guard displayWidth(text) > width else { return [text] }
  var lines: [String] = []
  var line: [Character] = []
  var lineWidth = 0
  var lastSpace: Int?
  for character in text {
    let columns = displayWidth(String(character))
    if lineWidth + columns > width, !line.isEmpty {
      if character == " " {
        lines.append(String(line))
        (line, lineWidth, lastSpace) = ([], 0, nil)
        if lines.count > lineLimit { break }
        continue
      }
      let split = lastSpace ?? line.count
      lines.append(String(line[..<split]))
      line.removeSubrange(..<min(line.count, lastSpace.map { $0 + 1 } ?? split))
      lineWidth = displayWidth(String(line))
      lastSpace = nil
      if lines.count > lineLimit { break }
    }
    if character == " " { lastSpace = line.count }
    line.append(character)
    lineWidth += columns
  }
  if !line.isEmpty { lines.append(String(line)) }
  guard lines.count > lineLimit else { return lines }
  var last = lines[lineLimit - 1]
  while displayWidth(last) > width - 1, !last.isEmpty { last.removeLast() }
  return lines.prefix(lineLimit - 1) + [last + "…"]
}
