/// What was cut last, to be put back.
struct CutText {
  /// The text; pieces that were cut one after the other are one.
  private(set) var text = ""
  /// The line as the last cut left it.
  private var line: EditedLine?

  /// Takes up a piece that was cut before the cursor or behind it.
  ///
  /// - Parameters:
  ///   - line: the line before the cut.
  ///   - rest: the line after it.
  mutating func take(
    _ piece: String, before isBefore: Bool, from line: EditedLine, rest: EditedLine
  ) {
    let goesOn = self.line == line
    text = goesOn ? (isBefore ? piece + text : text + piece) : piece
    self.line = rest
  }
}
