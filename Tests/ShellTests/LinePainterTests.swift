import Diagnostics
import NewsModel
import NewsSession
import Testing

@testable import Shell

@Suite struct LinePainterTests {
  /// Columns as the model of a terminal counts them.
  private static func width(_ scalar: Unicode.Scalar) -> Int {
    displayWidth(String(Character(scalar)))
  }

  private func painter(columns: Int, rows: Int, prompt: Int, isColored: Bool = true) -> LinePainter
  {
    LinePainter(
      layout: ScreenLayout(columns: columns, promptWidth: prompt, width: Self.width),
      rowCount: rows, style: Style(isColored: isColored))
  }

  /// A screen as libedit leaves it: the prompt, the line, the cursor in its place.
  private func screen(_ line: EditedLine, _ painter: LinePainter) -> Screen {
    var screen = Screen(columns: painter.layout.columns, rows: painter.rowCount)
    var out = String(repeating: ">", count: painter.layout.promptWidth)
    var place = painter.layout.place(after: "")
    if place.row > 0, place.column == 0 { out += " \u{8}" }
    var hasBase = false
    func goDown(to row: Int) {
      while place.row < row {
        hasBase = false
        out += place.column >= painter.layout.columns ? " \u{8}" : "\r\n"
        place = ScreenLayout.Place(row: place.row + 1, column: 0)
      }
    }
    let end = painter.layout.walk(line.text) { glyph in
      let isOnFullRow =
        glyph.width == 0 && glyph.place.row == place.row + 1 && glyph.place.column == 0
        && place.column >= painter.layout.columns
      if !isOnFullRow { goDown(to: glyph.place.row) }
      // libedit loses such a mark.
      guard glyph.width > 0 || hasBase else { return }
      hasBase = true
      out.unicodeScalars.append(glyph.scalar)
      place.column += glyph.width
    }
    goDown(to: end.row)
    let cursor = painter.layout.place(after: line.before)
    if end.row > cursor.row { out += "\u{1b}[\(end.row - cursor.row)A" }
    out += "\r" + (cursor.column > 0 ? "\u{1b}[\(cursor.column)C" : "")
    screen.feed(Array(out.utf8))
    return screen
  }

  /// Draws a line over itself, and gives the screen before and after.
  private func drawn(
    _ line: EditedLine, _ appearance: LineAppearance, _ painter: LinePainter
  ) -> (before: Screen, after: Screen) {
    let before = screen(line, painter)
    var after = before
    after.feed(Array(painter.drawing(of: line, as: appearance).text.utf8))
    return (before, after)
  }

  @Test(arguments: 1...400) func leavesEveryGlyphInItsCell(seed: Int) {
    var random = SplitMix64(seed: UInt64(seed))
    let alphabet = Array("abc d=|\"Ğşé東京語ыб\u{301}\u{300}\u{64b}مرح\n\n\u{1}\t👩".unicodeScalars)
    let painter = painter(
      columns: Int.random(in: 3...30, using: &random), rows: 40,
      prompt: Int.random(in: 0...10, using: &random))
    var text = String.UnicodeScalarView()
    for _ in 0..<Int.random(in: 0...60, using: &random) {
      text.append(alphabet.randomElement(using: &random) ?? "a")
    }
    let cursor = Int.random(in: 0...text.count, using: &random)
    let line = EditedLine(
      text: String(text), cursor: String(String.UnicodeScalarView(text.prefix(cursor))).utf8.count)
    var highlights: [Highlight] = []
    var start = 0
    while start < line.text.utf8.count {
      let end = start + Int.random(in: 1...8, using: &random)
      if Bool.random(using: &random),
        let kind = Highlight.Kind.allCases.randomElement(using: &random)
      {
        highlights.append(
          Highlight(
            range: SourceRange(start, end), kind: kind, isWrong: Bool.random(using: &random)))
      }
      start = end
    }
    let (before, after) = drawn(line, LineAppearance(highlights: highlights), painter)
    #expect(after.cellText == before.cellText)
    #expect(after.row == before.row)
    #expect(after.column == before.column)
    // Twice is like once.
    var again = after
    again.feed(Array(painter.drawing(of: line, as: LineAppearance()).text.utf8))
    #expect(again.cellText == before.cellText)
    #expect(again.attributes.allSatisfy { $0.allSatisfy { $0 == Screen.Attributes() } })
  }

  @Test(arguments: 1...100) func addsOnlyBehindAndBelow(seed: Int) {
    var random = SplitMix64(seed: UInt64(seed))
    let painter = painter(columns: Int.random(in: 4...40, using: &random), rows: 6, prompt: 2)
    let line = EditedLine(text: String("events where actor = 東".prefix(seed % 24)), cursor: 100)
    let appearance = LineAppearance(
      ghost: " and place = Zürich 東京 東京 東京", hint: "actor: person, organization or place")
    let (before, after) = drawn(line, appearance, painter)
    let end = painter.layout.place(after: line.text)
    // The screen has moved up where the hint needed a row.
    let moved = before.row - after.row
    #expect(moved == (before.row == 5 && end.row < 5 ? 1 : 0))
    #expect(after.column == before.column)
    #expect(
      Array(after.grid[after.row][..<end.column]) == Array(before.grid[before.row][..<end.column]))
    for row in moved..<before.row { #expect(after.grid[row - moved] == before.grid[row]) }
    if after.row + 1 < 6 {
      let hint = after.grid[after.row + 1].joined()
      #expect(hint.hasPrefix("ac"))
      #expect(after.attributes[after.row + 1][0] == Screen.Attributes(code: Theme.dark.code(.hint)))
    }
    // The next drawing takes both away.
    var cleared = after
    cleared.feed(Array(painter.drawing(of: line, as: LineAppearance()).text.utf8))
    #expect(cleared.text == screen(line, painter).text || moved > 0)
  }

  @Test func drawsInTheColoursOfTheTheme() {
    let painter = painter(columns: 40, rows: 5, prompt: 2)
    let line = EditedLine(text: "events whree 東京", cursor: 19)
    let (_, screen) = drawn(
      line,
      LineAppearance(
        highlights: [
          Highlight(range: SourceRange(0, 6), kind: .table),
          Highlight(range: SourceRange(7, 12), kind: .unknownName, isWrong: true),
          Highlight(range: SourceRange(13, 19), kind: .name),
        ], ghost: " and", hint: "a place"), painter)
    #expect(screen.attributes(of: "events") == Screen.Attributes(code: Theme.dark.code(.table)))
    #expect(screen.attributes(of: "whree")?.isUnderlined == true)
    #expect(screen.attributes(of: "東京") == Screen.Attributes(code: Theme.dark.code(.name)))
    #expect(screen.attributes(of: " and") == Screen.Attributes(code: Theme.dark.code(.ghost)))
    #expect(
      screen.attributesInHint(of: "a place") == Screen.Attributes(code: Theme.dark.code(.hint)))
  }

  @Test func showsNoGhostWithinTheLine() {
    let painter = painter(columns: 40, rows: 5, prompt: 2)
    let drawing = painter.drawing(
      of: EditedLine(text: "events", cursor: 3), as: LineAppearance(ghost: " where"))
    #expect(drawing.showsGhost == false)
  }

  @Test func hasNoHintWhereTheLineFillsTheScreen() {
    let painter = painter(columns: 10, rows: 3, prompt: 2)
    let line = { (count: Int) in
      EditedLine(text: String(repeating: "a", count: count), cursor: count)
    }
    let last = painter.drawing(of: line(27), as: LineAppearance(hint: "a word"))
    #expect(last.showsHint == false)
    #expect(painter.drawing(of: line(15), as: LineAppearance(hint: "a word")).showsHint == true)
  }

  @Test(arguments: [(0, 0, 0), (4, 1, 0), (9, 2, 0), (14, 3, 0), (19, 3, 1), (28, 3, 2)])
  func showsThePartOfATallLineThatTheCursorIsIn(cursor: Int, top: Int, row: Int) {
    var painter = painter(columns: 5, rows: 3, prompt: 2)
    painter.prompt = "> "
    let text = "abcdefghijklmnopqrstuvw東yz"
    let drawing = painter.drawing(
      of: EditedLine(text: text, cursor: cursor),
      as: LineAppearance(highlights: [Highlight(range: SourceRange(0, 99), kind: .table)]))
    var screen = Screen(columns: 5, rows: 3)
    screen.feed(Array("something else\r\nhere".utf8))
    screen.feed(Array(drawing.text.utf8))
    let all = ["> abc", "defgh", "ijklm", "nopqr", "stuvw", "東yz"]
    #expect(drawing.isTall)
    #expect(screen.rows == Array(all[top..<(top + 3)]))
    #expect(screen.row == row)
    #expect(screen.attributes(of: "z") == (top == 3 ? .init(code: Theme.dark.code(.table)) : nil))
  }

  @Test func drawsOnlyTheHintWithoutColours() {
    let painter = painter(columns: 40, rows: 5, prompt: 2, isColored: false)
    let (_, screen) = drawn(
      EditedLine(text: "events", cursor: 6),
      LineAppearance(
        highlights: [Highlight(range: SourceRange(0, 6), kind: .table)], ghost: " where",
        hint: "a \u{1b}[31mtable"), painter)
    #expect(screen.rows == [">>events", "a ␛[31mtable"])
    #expect(screen.attributes.allSatisfy { $0.allSatisfy { $0 == Screen.Attributes() } })
  }
}
