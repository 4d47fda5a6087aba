extension Shell {
  /// Lines that are shown at once where the terminal does not say how many rows it has.
  private static let usualPieceHeight = 20

  /// Rows that a piece takes at most: the note below it, the prompt and its hint fit the screen too.
  private var pieceHeight: Int {
    console.rows().map { max(4, $0 - 4) } ?? Self.usualPieceHeight
  }

  /// Shows as many of the lines as fit a screen, whole paragraphs where it can; what is left, which
  /// waits for Enter.
  func showPiece(of lines: [String]) -> [String] {
    var piece = lines
    var rest: [String] = []
    if lines.count > pieceHeight {
      let end = lines[..<pieceHeight].lastIndex(of: "") ?? pieceHeight
      let cut = end < pieceHeight / 3 ? pieceHeight : end
      rest = Array(lines[cut...].drop { $0.isEmpty })
      piece = Array(lines[..<cut])
    }
    say(piece.joined(separator: "\n") + "\n")
    if !rest.isEmpty { say(style.dim("-- Enter shows more --") + "\n") }
    return rest
  }
}
