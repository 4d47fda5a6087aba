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
  private var prompt = Prompt.statement

  /// Characters of the longest paste that is taken.
  private static let pasteLimit = 100_000

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

  /// Columns of the terminal.
  var columns: Int { max(1, cle_columns() > 0 ? Int(cle_columns()) : 80) }
  /// Rows of the terminal.
  var rowCount: Int { cle_rows() > 0 ? Int(cle_rows()) : 24 }

  var layout: ScreenLayout {
    ScreenLayout(columns: columns, promptWidth: displayWidth(prompt.text))
  }

  /// Puts `text` in place of the whole line; the cursor goes to its end.
  func replaceLine(with text: String) {
    editor.move(.max)
    editor.delete(editor.line.text.unicodeScalars.count)
    editor.insert(text)
  }

  /// Goes to the left of the row below the line.
  ///
  /// - Parameter mark: is left behind the line.
  func leaveLine(mark: String = "") {
    let line = editor.line
    let end = layout.place(after: line.text)
    let rows = end.row - layout.place(after: line.before).row
    editor.write(
      (rows > 0 ? "\u{1b}[\(rows)B" : "") + "\r"
        + (end.column > 0 ? "\u{1b}[\(end.column)C" : "") + mark + "\r\n")
  }
}

extension LibEditReader: LineEditor.Delegate {
  func perform(_ command: LineEditor.Command) -> LineEditor.Effect {
    switch command {
    case .accept: accept()
    case .breakLine: insert("\n")
    case .complete: complete()
    case .search: search()
    case .paste: paste()
    case .up: go(to: editor.line.isInFirstRow ? .previousEntry : .previousRow)
    case .down: go(to: editor.line.isInLastRow ? .nextEntry : .nextRow)
    case .left: move(-editor.line.characterBefore)
    case .right: move(editor.line.characterAfter)
    case .lineStart: move(-editor.line.rowBefore)
    case .lineEnd: move(editor.line.rowAfter)
    case .eraseBackward: erase(editor.line.characterBefore)
    case .eraseForward: eraseForward()
    }
  }

  func eraseLine() {
    let row = layout.place(after: editor.line.before).row
    editor.write((row > 0 ? "\u{1b}[\(row)A" : "") + "\r\u{1b}[J")
  }

  func abandonLine() { leaveLine(mark: "^C") }

  private func accept() -> LineEditor.Effect {
    let line = editor.line
    guard language.isComplete(line.text) || line.endsInBlankRow else { return insert("\n") }
    return go(to: .finish)
  }

  private func go(to builtin: LineEditor.Builtin) -> LineEditor.Effect {
    editor.then(builtin)
    return .nothing
  }

  private func insert(_ text: String) -> LineEditor.Effect {
    editor.insert(text) ? .changed : .refused
  }

  private func move(_ distance: Int) -> LineEditor.Effect {
    guard distance != 0 else { return .nothing }
    editor.move(distance)
    return .moved
  }

  private func erase(_ count: Int) -> LineEditor.Effect {
    guard count > 0 else { return .refused }
    editor.delete(count)
    return .changed
  }

  private func eraseForward() -> LineEditor.Effect {
    let count = editor.line.characterAfter
    editor.move(count)
    return erase(count)
  }

  // MARK: Paste

  /// Takes a bracketed paste as one edit: a line feed in it does not run anything.
  private func paste() -> LineEditor.Effect {
    let ending = Array("\u{1b}[201~".unicodeScalars)
    var scalars: [Unicode.Scalar] = []
    reading: while true {
      switch editor.readKey() {
      case .character(let scalar): scalars.append(scalar)
      case .screenChange: continue
      case .interrupt:
        Interrupt.clear()
        break reading
      case .end: break reading
      }
      if scalars.suffix(ending.count).elementsEqual(ending) {
        scalars.removeLast(ending.count)
        break
      }
    }
    if scalars.count > Self.pasteLimit {
      leaveLine()
      editor.write("a paste of \(scalars.count) characters; put it in a file and use .read\r\n")
      editor.redraw()
      return .nothing
    }
    let text = pasted(scalars)
    return text.isEmpty ? .nothing : insert(text)
  }
}

/// A paste as it goes into a line: line breaks are line feeds, none stands at the end, a tab is a
/// space, and other control characters are left out.
func pasted(_ scalars: [Unicode.Scalar]) -> String {
  var out = String.UnicodeScalarView()
  var previous: Unicode.Scalar?
  for scalar in scalars {
    switch scalar {
    case "\r": out.append("\n")
    case "\n": if previous != "\r" { out.append("\n") }
    case "\t": out.append(" ")
    default: if scalar.properties.generalCategory != .control { out.append(scalar) }
    }
    previous = scalar
  }
  while out.last == "\n" { out.removeLast() }
  return String(out)
}
