internal import Diagnostics
internal import NewsModel

/// A result as aligned columns.
///
/// Columns of text that do not fit are narrowed, and their cells wrapped over a few lines or cut; when
/// that is not enough, columns are left out and a last line names them (see ``ColumnWidths``).
struct TableLayout {
  /// Lines that a cell may take; what is longer ends in an ellipsis.
  private static let lineLimit = 4
  /// Rows that decide where the points of numbers stand.
  private static let sampleSize = 1_000
  /// Columns that are named where they are left out.
  private static let nameLimit = 8
  /// Widest that bars beside counts are drawn.
  private static let barLimit = 24
  static let gap = "  "

  let result: ResultTable
  let layout: ResultLayout
  let rows: Range<Int>
  /// The columns that are shown.
  let columns: [Int]
  /// Their widths.
  let widths: [Int]
  /// The columns that are left out for want of room.
  let hidden: [Int]
  /// Those of them that hold something.
  private let missed: [Int]
  /// For each column of the result, the most characters that numbers have from their point on.
  let fractions: [Int]
  /// Columns for the number of a row; 0 where rows have none.
  let numberWidth: Int
  /// Bars beside the last column; nil where there are none.
  let bars: CountBars?

  init(_ result: ResultTable, layout: ResultLayout) {
    self.result = result
    self.layout = layout
    rows = 0..<min(result.rowCount, layout.rowLimit ?? .max)
    fractions = Self.fractions(of: result, rows.prefix(Self.sampleSize))
    numberWidth =
      layout.numbersRows && rows.count > 1
      ? String(layout.firstNumber + rows.count - 1).utf8.count : 0
    let margin = numberWidth > 0 ? numberWidth + Self.gap.count : 0
    let fractions = fractions
    let fit = ColumnWidths(
      result, rows: rows, limit: layout.width.map { $0 - margin } ?? .max, gap: Self.gap.count
    ) { row, column in Self.cell(result[row, column], layout, fraction: fractions[column]) }
    (columns, widths, missed) = (fit.columns, fit.widths, fit.missed)
    hidden = result.columns.indices.filter { !fit.columns.contains($0) }
    let total = widths.reduce(0, +) + Self.gap.count * max(0, widths.count - 1)
    let room = min(Self.barLimit, (layout.width ?? 80) - margin - total - 2)
    bars = layout.drawsBars ? CountBars(result, rows: rows, width: room) : nil
  }

  /// Whether more columns are left out than a reader would bear: cards show more.
  var isCrowded: Bool { missed.count * 2 > missed.count + columns.count }

  // MARK: Writing

  /// Hands over the table in pieces of some rows, until `emit` says false.
  func write(to emit: (String) -> Bool) {
    guard !columns.isEmpty else { return }
    var out = ""
    appendHead(to: &out)
    for row in rows {
      append(row, to: &out)
      if out.utf8.count > ResultWriter.pieceSize {
        guard emit(out) else { return }
        out = ""
      }
    }
    appendNote("not shown for want of room", missed, to: &out)
    appendNote("nothing in", hidden.filter { !missed.contains($0) }, to: &out)
    if !out.isEmpty { _ = emit(out) }
  }

  /// Names columns that are left out, as many as are soon read.
  private func appendNote(_ words: String, _ columns: [Int], to out: inout String) {
    if columns.isEmpty { return }
    let names = columns.prefix(Self.nameLimit).map { visible(result.columns[$0].name) }
    let rest = columns.count - names.count
    let more = rest > 0 ? " and \(grouped(rest)) more" : ""
    let note = "\(words): \(names.joined(separator: ", "))\(more)"
    let width = layout.width ?? .max
    for line in wrap(
      note, width: width, lineLimit: Self.lineLimit, ellipsis: layout.glyphs.ellipsis)
    {
      out += layout.dress(line, .note) + "\n"
    }
  }

  private func appendHead(to out: inout String) {
    let names = columns.enumerated().map { place, column in
      wrap(
        visible(result.columns[column].name), width: widths[place], lineLimit: Self.lineLimit,
        ellipsis: layout.glyphs.ellipsis)
    }
    appendLines(names, number: nil, to: &out) { text, _ in layout.dress(text, .head) }
    let rules = widths.map { String(repeating: layout.glyphs.rule, count: $0) }
    let margin = numberWidth > 0 ? String(repeating: layout.glyphs.rule, count: numberWidth) : nil
    let line = ((margin.map { [$0] } ?? []) + rules).joined(separator: Self.gap)
    out += layout.dress(line, .rule) + "\n"
  }

  private func append(_ row: Int, to out: inout String) {
    let cells = columns.enumerated().map { place, column in
      wrap(
        Self.cell(result[row, column], layout, fraction: fractions[column]), width: widths[place],
        lineLimit: layout.clipsCells ? 1 : Self.lineLimit, ellipsis: layout.glyphs.ellipsis)
    }
    let bar = bars.map { $0.text(ofRow: row, glyphs: layout.glyphs) } ?? ""
    appendLines(
      cells, number: layout.firstNumber + row,
      end: bar.isEmpty ? "" : Self.gap + layout.dress(bar, .bar), to: &out
    ) { text, place in
      let column = columns[place]
      if text == layout.glyphs.unknown, result[row, column] == .unknown {
        return layout.dress(text, .unknown)
      }
      return layout.sources.link(row, column).map { layout.dress(text, .link($0)) } ?? text
    }
  }

  /// Lines of cells beside each other; `dressing` gives a cell's text its dress.
  private func appendLines(
    _ cells: [[String]], number: Int?, end: String = "", to out: inout String,
    dressing: (_ text: String, _ place: Int) -> String
  ) {
    for line in 0..<(cells.map(\.count).max() ?? 0) {
      var text = ""
      var blanks = 0
      if numberWidth > 0 {
        let digits = line == 0 ? number.map { String($0) } ?? "" : ""
        text = String(repeating: " ", count: numberWidth - digits.utf8.count)
        if digits.isEmpty { (text, blanks) = ("", numberWidth) }
        text += digits.isEmpty ? "" : layout.dress(digits, .rowNumber)
        blanks += Self.gap.count
      }
      for place in columns.indices {
        let piece = line < cells[place].count ? cells[place][line] : ""
        let padding = max(0, widths[place] - displayWidth(piece))
        let isRight = result.columns[columns[place]].isNumeric
        if isRight { blanks += padding }
        let core = piece.drop { $0 == " " }
        let tail = core.reversed().prefix { $0 == " " }.count
        blanks += piece.count - core.count
        if !core.isEmpty {
          text +=
            String(repeating: " ", count: blanks) + dressing(String(core.dropLast(tail)), place)
          blanks = tail
        }
        if !isRight { blanks += padding }
        if place + 1 < columns.count { blanks += Self.gap.count }
      }
      if line == 0, !end.isEmpty { text += String(repeating: " ", count: blanks) + end }
      out += text + "\n"
    }
  }
}
