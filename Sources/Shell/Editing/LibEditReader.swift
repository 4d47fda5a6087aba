internal import CLibEdit
internal import Diagnostics
internal import NewsSession

/// Reads lines on a terminal with libedit: history, completion, rows, pastes.
final class LibEditReader: LineReader {
  /// What the editor asks about the text.
  struct Language {
    /// Whether Enter runs the text rather than opens a row.
    var isComplete: (String) -> Bool
    /// What may stand at a byte offset.
    var completions: (String, Int) -> CompletionList
    /// How a text looks with the cursor at a byte offset.
    var appearance: (String, Int) -> LineAppearance
  }

  let editor: LineEditor
  let history: History
  let style: Style
  let language: Language
  private let delegate: LineEditor.DelegateBox
  private(set) var prompt = Prompt.statement

  /// What is drawn round the line.
  var drawn = DrawnLine()
  /// What the line was before.
  var undoHistory = UndoHistory()
  /// The walk through earlier entries that Up began.
  var recall: HistoryRecall?
  /// What was cut last.
  var cut = CutText()

  /// A reader on the terminal; nil where libedit cannot use it.
  init?(history: History, style: Style, language: Language) {
    self.history = history
    self.style = style
    self.language = language
    delegate = LineEditor.DelegateBox()
    guard
      let editor = LineEditor(
        program: "dateline", historyLimit: history.limit, delegate: delegate)
    else { return nil }
    self.editor = editor
    delegate.delegate = self
    history.entries.forEach(editor.addEntry)
  }

  func read(_ prompt: Prompt) -> LineRead {
    self.prompt = prompt
    drawn = DrawnLine()
    undoHistory = UndoHistory()
    recall = nil
    let text = prompt.text
    guard style.isColored else { return editor.read(prompt: text) }
    // The last column stays plain: libedit drops an escape at the end of the prompt.
    let escapes = style.dressed("|", as: .prompt).split(separator: "|").map { "\u{1}\($0)\u{1}" }
    return editor.read(
      prompt: escapes.joined(separator: String(text.dropLast())) + text.suffix(1))
  }

  func remember(_ change: History.Change) {
    switch change {
    case .none: break
    case .added: history.entries.last.map(editor.addEntry)
    case .rearranged:
      editor.clearEntries()
      history.entries.forEach(editor.addEntry)
    }
  }

  /// Columns of the terminal; like libedit, 80 where it claims to have fewer than two.
  var columns: Int { cle_columns() > 1 ? Int(cle_columns()) : 80 }
  /// Rows of the terminal; 24 where it does not say.
  var rowCount: Int { cle_rows() > 0 ? Int(cle_rows()) : 24 }

  var layout: ScreenLayout {
    ScreenLayout(columns: columns, promptWidth: displayWidth(prompt.text))
  }

  /// Puts `text` in place of the whole line; the cursor goes to its end.
  func replaceLine(with text: String) {
    editor.move(editor.line.after.unicodeScalars.count)
    editor.delete(editor.line.text.unicodeScalars.count)
    editor.insert(text)
  }
}

extension LibEditReader: LineEditor.Delegate {
  func perform(_ command: LineEditor.Command) -> LineEditor.Effect {
    switch command {
    case .accept: accept()
    case .run: finish()
    case .breakLine: insert("\n")
    case .complete: complete()
    case .search: search()
    case .paste: paste()
    case .up: goUp()
    case .down: goDown()
    case .left: move(-editor.line.characterBefore)
    case .right: takeSuggestion() ?? move(editor.line.characterAfter)
    case .previousWord: move(-editor.line.wordBefore)
    case .nextWord: takeWordOfSuggestion() ?? move(editor.line.wordAfter)
    case .rowStart: move(-editor.line.rowBefore)
    case .rowEnd: takeSuggestion() ?? move(editor.line.rowAfter)
    case .eraseBackward: erase(editor.line.characterBefore)
    case .eraseForward: eraseForward()
    case .eraseOrEnd: editor.line.text.isEmpty ? .ended : eraseForward()
    case .cutWordBackward: cutBackward(editor.line.wordBefore)
    case .cutWordForward: cutForward(editor.line.wordAfter)
    case .cutBlankBackward: cutBackward(editor.line.blankBefore)
    case .cutToStart: cutBackward(max(editor.line.rowBefore, editor.line.isAtRowStart ? 1 : 0))
    case .cutToEnd: cutForward(max(editor.line.rowAfter, editor.line.isAtRowEnd ? 1 : 0))
    case .putBack: cut.text.isEmpty ? .refused : insert(cut.text)
    case .undo: restore(undoHistory.undo())
    case .redo: restore(undoHistory.redo())
    case .edit: editInProgram()
    }
  }

  private func accept() -> LineEditor.Effect {
    let line = editor.line
    guard language.isComplete(line.text) || line.endsInBlankRow else { return insert("\n") }
    return finish()
  }

  private func finish() -> LineEditor.Effect {
    paintLine()
    editor.then(.finish)
    return .nothing
  }
}
