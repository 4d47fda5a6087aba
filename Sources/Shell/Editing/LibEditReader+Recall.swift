extension LibEditReader {
  /// Up: the row above, or the entry before that begins with what stands before the cursor.
  func goUp() -> LineEditor.Effect {
    let line = editor.line
    if let distance = line.rowUp { return move(-distance) }
    var walk = current(at: line) ?? HistoryRecall(from: line)
    guard let entry = walk.goOlder(in: history.entries) else { return .refused }
    recall = walk
    replaceLine(with: entry)
    return .changed
  }

  /// Down: the row below, or the entry after, and in the end what was typed.
  func goDown() -> LineEditor.Effect {
    let line = editor.line
    if let distance = line.rowDown { return move(distance) }
    guard var walk = current(at: line), let newer = walk.goNewer(in: history.entries) else {
      return .refused
    }
    recall = walk
    return restore(newer)
  }

  /// The walk that has led to a line; nil where the line is another.
  private func current(at line: EditedLine) -> HistoryRecall? {
    isRecalled(line.text) ? recall : nil
  }

  /// Whether Up has brought a text, which nothing is suggested for.
  func isRecalled(_ text: String) -> Bool {
    recall.map { $0.shown == text && $0.shown != $0.typed.text } ?? false
  }

  /// Takes what is suggested behind the line; nil where nothing is.
  func takeSuggestion() -> LineEditor.Effect? {
    suggestionAtCursor.map { insert($0.rest) }
  }

  /// Takes the first word of what is suggested; nil where nothing is.
  func takeWordOfSuggestion() -> LineEditor.Effect? {
    suggestionAtCursor.map { suggestion in
      drawn.suggestion = suggestion.withoutFirstWord
      return insert(suggestion.firstWord)
    }
  }

  private var suggestionAtCursor: LineSuggestion? {
    let line = editor.line
    guard let suggestion = drawn.suggestion, line.after.isEmpty, suggestion.line == line.text
    else { return nil }
    return suggestion
  }
}
