internal import NewsSession

extension LibEditReader {
  /// Tab: completes the word at the cursor, or lists what could stand there.
  func complete() -> LineEditor.Effect {
    let line = editor.line
    let list = language.completions(line.text, line.cursor)
    guard !list.items.isEmpty else { return .refused }
    let start = EditedLine(text: line.text, cursor: min(list.range.lower, line.cursor))
    let typed = String(line.before.dropFirst(start.before.count))
    let replacement = list.replacement(for: typed)
    if let replacement {
      editor.delete(typed.unicodeScalars.count)
      editor.insert(list.items.count == 1 ? spaced(replacement, before: line.after) : replacement)
    }
    guard list.items.count > 1 else { return .changed }
    show(CompletionMenu(items: list.items, width: columns, height: max(4, rowCount - 4)))
    return .nothing
  }

  /// A candidate that ends a word, with a space where none follows.
  private func spaced(_ insertion: String, before rest: Substring) -> String {
    guard let last = insertion.last, !" /(=.".contains(last), rest.first?.isWhitespace != true
    else { return insertion }
    return insertion + " "
  }

  private func show(_ menu: CompletionMenu) {
    leaveLine()
    editor.write(menu.rows(style: style).map { $0 + "\r\n" }.joined())
    editor.redraw()
  }
}
