extension LibEditReader {
  /// Inserts at the cursor.
  func insert(_ text: String) -> LineEditor.Effect {
    editor.insert(text) ? .changed : .refused
  }

  /// Moves the cursor by code points.
  func move(_ distance: Int) -> LineEditor.Effect {
    guard distance != 0 else { return .nothing }
    editor.move(distance)
    return .moved
  }

  /// Erases code points before the cursor.
  func erase(_ count: Int) -> LineEditor.Effect {
    guard count > 0 else { return .refused }
    editor.delete(count)
    return .changed
  }

  /// Erases the character after the cursor.
  func eraseForward() -> LineEditor.Effect {
    let count = editor.line.characterAfter
    editor.move(count)
    return erase(count)
  }

  /// Cuts code points before the cursor.
  func cutBackward(_ count: Int) -> LineEditor.Effect {
    let line = editor.line
    let piece = String(String.UnicodeScalarView(line.before.unicodeScalars.suffix(count)))
    guard !piece.isEmpty else { return .refused }
    editor.delete(piece.unicodeScalars.count)
    cut.take(piece, before: true, from: line, rest: editor.line)
    return .changed
  }

  /// Cuts code points after the cursor.
  func cutForward(_ count: Int) -> LineEditor.Effect {
    let line = editor.line
    let piece = String(String.UnicodeScalarView(line.after.unicodeScalars.prefix(count)))
    guard !piece.isEmpty else { return .refused }
    editor.move(piece.unicodeScalars.count)
    editor.delete(piece.unicodeScalars.count)
    cut.take(piece, before: false, from: line, rest: editor.line)
    return .changed
  }

  /// Puts a line in place of the one that is edited.
  func restore(_ line: EditedLine?) -> LineEditor.Effect {
    guard let line else { return .refused }
    replaceLine(with: line.text)
    editor.move(-line.after.unicodeScalars.count)
    return .changed
  }
}
