/// What is on the screen beside a line's letters.
struct DrawnLine {
  /// The line that was drawn last.
  var line: EditedLine?
  /// How it looks, without its ghost.
  var appearance = LineAppearance()
  /// How the line might go on; shown behind it.
  var suggestion: LineSuggestion?
  /// Whether the line is taller than the screen, and a part of it is shown.
  var isTall = false
  /// Whether anything stands behind the line.
  var showsGhost = false
  /// Whether anything stands below it.
  var showsHint = false
}

extension LibEditReader {
  /// Rows that libedit is given at least where those of the screen are too few.
  private static let leastRoom = 1_024

  private var painter: LinePainter {
    LinePainter(
      layout: layout, rowCount: rowCount, style: style,
      prompt: style.dressed(prompt.text, as: .prompt))
  }

  func use(_ pause: LineEditor.Pause) {
    switch pause {
    case .keysQueued:
      let line = editor.line
      makeRoom(for: line)
      undoHistory.observe(line)
    case .short: draw()
    case .long: lookUpSuggestion()
    }
  }

  func prepareForKey() {
    // The cursor is at the end of the line where a ghost is shown.
    if drawn.showsGhost { editor.put("\u{1b}[K") }
    drawn.showsGhost = false
  }

  /// Draws the line in its colours, with ghost and hint.
  private func draw() {
    let line = editor.line
    if drawn.line != line { repairMarks(of: line) }
    look(at: line)
    if drawn.suggestion?.line != line.text || !line.after.isEmpty {
      drawn.suggestion = line.after.isEmpty && style.isColored ? suggestion(for: line.text) : nil
    }
    show(line)
  }

  private func show(_ line: EditedLine) {
    var appearance = drawn.appearance
    appearance.ghost = drawn.suggestion?.ghost ?? ""
    let drawing = painter.drawing(of: line, as: appearance)
    // What was above the screen has to come back.
    if drawn.isTall, !drawing.isTall {
      editor.write("\u{1b}[H\u{1b}[J")
      editor.redraw()
    }
    drawn.isTall = drawing.isTall
    editor.write(drawing.text)
    drawn.showsGhost = drawing.showsGhost
    drawn.showsHint = drawing.showsHint
  }

  /// Asks once how a line looks; further rows of a statement are plain, since the others are not at
  /// hand.
  private func look(at line: EditedLine) {
    guard drawn.line != line else { return }
    drawn.line = line
    drawn.appearance =
      prompt.beginsStatement
      ? language.appearance(line.text, line.cursor) : LineAppearance()
  }

  private func suggestion(for text: String) -> LineSuggestion? {
    prompt.beginsStatement && !isRecalled(text)
      ? LineSuggestion(line: text, history: history.entries) : nil
  }

  /// Looks for the rest of the word where no entry of the history tells it.
  private func lookUpSuggestion() {
    let line = editor.line
    guard style.isColored, prompt.beginsStatement, line.after.isEmpty, drawn.suggestion == nil,
      LineSuggestion.mayComplete(line.text), !isRecalled(line.text)
    else { return }
    drawn.suggestion = LineSuggestion(
      line: line.text, completions: language.completions(line.text, line.cursor))
    if drawn.suggestion != nil { show(line) }
  }

  /// libedit writes past its memory of the screen in a line that fills the rows that it draws in.
  private func makeRoom(for line: EditedLine) {
    let rows = layout.place(after: line.text).row
    guard rows + 2 >= editor.rowCapacity ?? rowCount else { return }
    eraseLine()
    editor.makeRoom(forRows: max(Self.leastRoom, 2 * rows))
    editor.redraw()
  }

  /// libedit loses count of its columns, and the marks themselves, where marks take none: the line is
  /// drawn by it from the start, and then again with the marks.
  private func repairMarks(of line: EditedLine) {
    guard line.text.unicodeScalars.contains(where: { $0.value >= 0x300 && layout.width($0) == 0 })
    else { return }
    eraseLine()
    editor.redraw()
  }

  /// Draws the line in its colours, without ghost and hint; the cursor stays.
  ///
  /// - Parameter keepsBelow: whether what is shown below the line stays.
  func paintLine(keepingBelow keepsBelow: Bool = false) {
    let line = editor.line
    look(at: line)
    var appearance = drawn.appearance
    appearance.hint = ""
    let drawing = painter.drawing(of: line, as: appearance, keepingBelow: keepsBelow)
    if drawing.isTall, keepsBelow { return }
    editor.write(drawing.text)
    drawn.showsGhost = false
    if !keepsBelow { drawn.showsHint = false }
  }

  func eraseLine() {
    let row = layout.place(after: editor.line.before).row
    editor.write((row > 0 ? "\u{1b}[\(row)A" : "") + "\r\u{1b}[J")
    drawn.showsGhost = false
    drawn.showsHint = false
  }

  func abandonLine() { leaveLine(mark: "^C") }

  /// Goes to the left of the row below the line; what is shown beside the line goes.
  ///
  /// - Parameter mark: is left behind the line.
  func leaveLine(mark: String = "") {
    let line = editor.line
    let end = layout.place(after: line.text)
    let rows = end.row - layout.place(after: line.before).row
    editor.write(
      (rows > 0 ? "\u{1b}[\(rows)B" : "") + "\r"
        + (end.column > 0 ? "\u{1b}[\(end.column)C" : "") + "\u{1b}[J" + mark + "\r\n")
    drawn.showsGhost = false
    drawn.showsHint = false
  }
}
