internal import Diagnostics
internal import NewsModel

/// A result as aligned columns.
///
/// Columns of text that do not fit are narrowed, widest first, and their cells wrapped over a few
/// lines or cut; when that is not enough, columns on the right are left out and a last line names
/// them; those that the query made stay longest.
struct TableLayout {
  /// Narrowest that a column of text is made.
  private static let leastWidth = 8
  /// Dates and numbers as wide as this are never broken over lines while there is room for one.
  private static let rigidWidth = 16
  /// Words as long as this are not broken while there is room for all of them.
  private static let wordLimit = 24
  /// Lines that a cell may take; what is longer ends in an ellipsis.
  private static let lineLimit = 4
  /// Rows that decide the widths of the columns.
  private static let sampleSize = 1_000
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
    var natural = result.columns.map { displayWidth(visible($0.name)) }
    var words = natural
    for row in rows.prefix(Self.sampleSize) {
      for column in natural.indices {
        let cell = Self.cell(result[row, column], layout, fraction: fractions[column])
        let width = displayWidth(cell)
        natural[column] = max(natural[column], width)
        if width > words[column] {
          let longest = cell.split(separator: " ").reduce(0) { max($0, displayWidth($1)) }
          words[column] = max(words[column], longest)
        }
      }
    }
    let margin = numberWidth > 0 ? numberWidth + Self.gap.count : 0
    let limit = layout.width.map { $0 - margin } ?? .max
    let least = result.columns.indices.map { column in
      let isRigid = result.columns[column].isRigid && natural[column] <= Self.rigidWidth
      return isRigid ? natural[column] : min(natural[column], Self.leastWidth)
    }
    var shown = Array(natural.indices)
    while shown.count > 1, Self.total(shown.map { least[$0] }) > limit {
      let last = shown.lastIndex { !result.columns[$0].isMade && $0 > 0 }
      shown.remove(at: last ?? shown.count - 1)
    }
    columns = shown
    hidden = natural.indices.filter { !shown.contains($0) }
    let whole = shown.map { column in
      max(least[column], words[column] <= Self.wordLimit ? words[column] : 0)
    }
    let fitted = Self.fitted(
      shown.map { natural[$0] }, floors: [whole, shown.map { least[$0] }], to: limit)
    widths = fitted
    let room = min(Self.barLimit, (layout.width ?? 80) - margin - Self.total(fitted) - 2)
    bars = layout.drawsBars ? CountBars(result, rows: rows, width: room) : nil
  }

  /// Whether more columns are left out than a reader would bear: cards show more.
  var isCrowded: Bool { hidden.count * 2 > result.columns.count }

  private static func total(_ widths: [Int]) -> Int {
    widths.reduce(0, +) + gap.count * max(0, widths.count - 1)
  }

  /// Widths that fill `limit`: no column gets more than it needs, all get the first of their floors
  /// for which there is room, and wide ones share the rest.
  private static func fitted(_ natural: [Int], floors: [[Int]], to limit: Int) -> [Int] {
    var rest = limit - gap.count * max(0, natural.count - 1)
    guard natural.reduce(0, +) > rest else { return natural }
    let floor = floors.first { $0.reduce(0, +) <= rest } ?? natural.map { _ in 1 }
    var widths = floor
    var open = Array(natural.indices)
    while !open.isEmpty {
      let share = max(1, rest / open.count)
      if let place = open.firstIndex(where: { natural[$0] <= share || floor[$0] >= share }) {
        let column = open.remove(at: place)
        widths[column] = min(natural[column], max(floor[column], share))
        rest -= widths[column]
      } else {
        widths[open[0]] = share
        rest -= share
        open.removeFirst()
      }
    }
    return widths
  }

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
    if !hidden.isEmpty {
      let names = hidden.map { visible(result.columns[$0].name) }.joined(separator: ", ")
      out += layout.dress("not shown for want of room: \(names)", .note) + "\n"
    }
    if !out.isEmpty { _ = emit(out) }
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

extension ResultColumn {
  /// Whether cells are short and read badly when they are broken.
  fileprivate var isRigid: Bool { !isList && (type == .date || isNumeric) }
}
