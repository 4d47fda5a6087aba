internal import Diagnostics
internal import NewsSession

/// Draws a line that libedit has drawn once more over itself, in colours, with what stands beside it.
///
/// The same glyphs go to the same cells, and the cursor to where it was, so that libedit can go on as
/// if nothing had happened.
struct LinePainter {
  /// Where libedit puts the characters.
  var layout: ScreenLayout
  /// Rows of the terminal.
  var rowCount: Int
  /// The colours.
  var style: Style
  /// The prompt in its colours, which a line that is taller than the screen draws itself.
  var prompt = ""

  /// What is to be written, and what is on the screen then.
  struct Drawing: Hashable {
    /// Characters and escape sequences.
    var text: String
    /// Whether something stands behind the end of the line.
    var showsGhost: Bool
    /// Whether something stands in the row below.
    var showsHint: Bool
    /// Whether it is a part of a line that is taller than the screen.
    var isTall = false
  }

  /// The drawing of a line.
  ///
  /// Without colours only the hint is drawn. Of a line that is taller than the screen the rows about
  /// the cursor are drawn, and the screen has nothing else then.
  ///
  /// - Parameter keepsBelow: whether what stands below the line stays; then there is no hint.
  /// - Complexity: O(*n*).
  func drawing(
    of line: EditedLine, as appearance: LineAppearance, keepingBelow keepsBelow: Bool = false
  ) -> Drawing {
    let end = layout.place(after: line.text)
    guard end.row < max(1, rowCount) else { return tallDrawing(of: line, appearance, to: end) }
    let start = layout.place(after: "")
    let cursor = layout.place(after: line.before)
    var out = "\u{1b}[?25l" + up(cursor.row - start.row)
    if style.isColored {
      out += toColumn(start.column) + glyphs(of: line.text, appearance.highlights, to: end)
    } else {
      out += down(end.row - start.row)
    }
    out += toColumn(end.column)
    let ghost =
      line.after.isEmpty && style.isColored
      ? fitted(appearance.ghost, to: layout.columns - end.column - 1) : ""
    out += style.dressed(ghost, as: .ghost) + "\u{1b}[\(keepsBelow ? "K" : "J")"
    let showsHint = !keepsBelow && !appearance.hint.isEmpty && end.row + 1 < rowCount
    if showsHint {
      let hint = fitted(visible(appearance.hint), to: layout.columns - 1)
      out += "\r\n" + style.dressed(hint, as: .hint) + up(1)
    }
    out += up(end.row - cursor.row) + toColumn(cursor.column) + "\u{1b}[?25h"
    return Drawing(text: out, showsGhost: !ghost.isEmpty, showsHint: showsHint)
  }

  /// The last rows, or those from the cursor's row on.
  private func tallDrawing(
    of line: EditedLine, _ appearance: LineAppearance, to end: ScreenLayout.Place
  ) -> Drawing {
    let cursor = layout.place(after: line.before)
    let top = min(end.row - rowCount + 1, cursor.row)
    var out = "\u{1b}[?25l\u{1b}[H\u{1b}[J"
    var row = top
    var code = ""
    var rest = appearance.highlights[...]
    if top == 0 {
      out += prompt
      row = layout.place(after: "").row
    }
    layout.walk(line.text) { glyph in
      guard (top..<(top + rowCount)).contains(glyph.place.row) else { return }
      while let first = rest.first, first.range.upper <= glyph.offset { rest.removeFirst() }
      let own = rest.first.flatMap { $0.range.lower <= glyph.offset ? $0 : nil }
      let new = style.isColored ? own.map(self.code(of:)) ?? "" : ""
      if new != code {
        out += "\u{1b}[0m" + (new.isEmpty ? "" : "\u{1b}[\(new)m")
        code = new
      }
      while row < glyph.place.row {
        out += "\r\n"
        row += 1
      }
      out.unicodeScalars.append(glyph.scalar)
    }
    if !code.isEmpty { out += "\u{1b}[0m" }
    out += "\u{1b}[\(cursor.row - top + 1);\(cursor.column + 1)H\u{1b}[?25h"
    return Drawing(text: out, showsGhost: false, showsHint: false, isTall: true)
  }

  /// The glyphs in their colours, from the start of the line on; the cursor is in the last row then.
  private func glyphs(
    of text: String, _ highlights: [Highlight], to end: ScreenLayout.Place
  ) -> String {
    var out = ""
    var place = layout.place(after: "")
    var code = ""
    var rest = highlights[...]
    var hasBase = false
    func setCode(_ new: String) {
      guard new != code else { return }
      out += code.isEmpty ? "\u{1b}[\(new)m" : new.isEmpty ? "\u{1b}[0m" : "\u{1b}[0;\(new)m"
      code = new
    }
    func goDown(to row: Int) {
      guard place.row < row else { return }
      setCode("")
      while place.row < row {
        // Behind a full row the cursor is still on its last character.
        out += (place.column < layout.columns ? "\u{1b}[K" : "") + "\r\u{1b}[B"
        place = ScreenLayout.Place(row: place.row + 1, column: 0)
        hasBase = false
      }
    }
    layout.walk(text) { glyph in
      // A mark on the last character of a full row stays in that row.
      let isOnFullRow =
        glyph.width == 0 && glyph.place.column == 0 && glyph.place.row == place.row + 1
        && place.column >= layout.columns
      if !isOnFullRow { goDown(to: glyph.place.row) }
      while let first = rest.first, first.range.upper <= glyph.offset { rest.removeFirst() }
      let own = rest.first.flatMap { $0.range.lower <= glyph.offset ? $0 : nil }
      // A mark without a letter would go on the prompt, or on the row above.
      guard glyph.width > 0 || hasBase else { return }
      if glyph.width > 0 { setCode(own.map(self.code(of:)) ?? "") }
      hasBase = true
      out.unicodeScalars.append(glyph.scalar)
      place.column += glyph.width
    }
    setCode("")
    goDown(to: end.row)
    return out
  }

  private func code(of highlight: Highlight) -> String {
    let code = style.theme.code(highlight.kind.role)
    return highlight.isWrong ? (code.isEmpty ? "4" : code + ";4") : code
  }

  private func up(_ rows: Int) -> String { rows > 0 ? "\u{1b}[\(rows)A" : "" }
  private func down(_ rows: Int) -> String { rows > 0 ? "\u{1b}[\(rows)B" : "" }
  private func toColumn(_ column: Int) -> String {
    "\r" + (column > 0 ? "\u{1b}[\(column)C" : "")
  }
}

extension Highlight.Kind {
  /// The role whose colour a part of a statement has.
  var role: Theme.Role {
    switch self {
    case .keyword: .keyword
    case .table: .table
    case .field: .field
    case .function: .function
    case .name: .name
    case .unknownName: .unknownName
    case .text: .text
    case .number: .number
    case .date: .date
    case .parameter: .parameter
    case .mark: .mark
    case .comment: .comment
    case .command: .command
    }
  }
}
