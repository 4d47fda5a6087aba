internal import Diagnostics
internal import NewsSession

extension LibEditReader {
  /// How a menu was left.
  private enum Ending {
    /// The line stays as it is.
    case closed
    /// The chosen candidate goes into the line.
    case taken(CompletionItem)
    /// The menu goes, and these keys act.
    case keys(String)
  }

  /// Tab: completes what all candidates have in common, and opens a menu where there are several.
  ///
  /// In the menu Tab, Shift-Tab, the arrow keys and the page keys choose, Enter takes what is chosen
  /// without running the line, letters and Backspace change the line and so the candidates; Escape,
  /// Ctrl-C and Ctrl-G close it; any other key closes it and acts.
  func complete() -> LineEditor.Effect {
    let line = editor.line
    let list = language.completions(line.text, line.cursor)
    guard let first = list.items.first else { return .refused }
    let typed = typed(list)
    if list.items.count == 1 {
      replace(typed, with: spaced(first.insertion, before: line.after))
      return .changed
    }
    eraseLine()
    if let common = list.replacement(for: typed) { replace(typed, with: common) }
    runMenu()
    return .nothing
  }

  /// What a candidate replaces: the text from the list's beginning up to the cursor.
  private func typed(_ list: CompletionList) -> String {
    let line = editor.line
    let start = EditedLine(text: line.text, cursor: min(list.range.lower, line.cursor))
    return String(line.before.dropFirst(start.before.count))
  }

  private func replace(_ typed: String, with text: String) {
    editor.delete(typed.unicodeScalars.count)
    editor.insert(text)
  }

  /// A candidate that ends a word, with a space where none follows.
  private func spaced(_ insertion: String, before rest: Substring) -> String {
    guard let last = insertion.last, !" /(=.".contains(last), rest.first?.isWhitespace != true
    else { return insertion }
    return insertion + " "
  }

  // MARK: The menu

  private var menuHeight: Int { max(1, rowCount / 3) }

  /// Shows the candidates until the menu is left; the line must be off the screen, and is drawn.
  private func runMenu() {
    editor.redraw()
    guard let list = currentList,
      var selection = MenuSelection(list.items, height: menuHeight)
    else { return }
    var ending: Ending?
    while ending == nil {
      draw(selection)
      switch editor.readKey() {
      case .screenChange:
        eraseLine()
        editor.redraw()
        selection.resize(height: menuHeight)
      case .end: ending = .closed
      case .interrupt:
        Interrupt.clear()
        ending = .closed
      case .character(let scalar):
        let (isChanged, end) = handle(scalar, &selection)
        ending = end
        guard isChanged else { continue }
        editor.redraw()
        // Candidates for another place are another menu.
        if let next = currentList, next.range.lower == list.range.lower,
          let others = MenuSelection(next.items, height: menuHeight)
        {
          selection = others
        } else {
          ending = .closed
        }
      }
    }
    eraseLine()
    if case .taken(let item) = ending, let list = currentList {
      replace(typed(list), with: spaced(item.insertion, before: editor.line.after))
    }
    if case .keys(let keys) = ending { editor.type(keys) }
    editor.redraw()
  }

  /// What may stand at the cursor now; nil where nothing may.
  private var currentList: CompletionList? {
    let line = editor.line
    let list = language.completions(line.text, line.cursor)
    return list.items.isEmpty ? nil : list
  }

  /// Does what a key asks for; says whether the line is another, and how the menu ends.
  private func handle(
    _ scalar: Unicode.Scalar, _ selection: inout MenuSelection
  ) -> (changed: Bool, ending: Ending?) {
    switch scalar {
    case "\t" where selection.items.count == 1: return (false, .taken(selection.items[0]))
    case "\t", "\u{e}": selection.goOn()
    case "\u{10}": selection.goBack()
    case "\r", "\n":
      return (false, selection.item.map { .taken($0) } ?? .keys("\r"))
    case "\u{7}", "\u{3}": return (false, .closed)
    case "\u{8}", "\u{7f}":
      let count = editor.line.characterBefore
      guard count > 0 else { return (false, .closed) }
      eraseLine()
      editor.delete(count)
      return (true, nil)
    case "\u{1b}": return (false, handleEscape(&selection))
    default:
      guard scalar.properties.generalCategory != .control else {
        return (false, .keys(String(Character(scalar))))
      }
      eraseLine()
      editor.insert(String(Character(scalar)))
      return (true, nil)
    }
    return (false, nil)
  }

  /// The rest of a key that begins with Escape, which may also stand alone.
  private func handleEscape(_ selection: inout MenuSelection) -> Ending? {
    let keys = readEscape()
    switch keys {
    case "\u{1b}": return .closed
    case "\u{1b}[B", "\u{1b}OB": selection.goOn()
    case "\u{1b}[A", "\u{1b}OA", "\u{1b}[Z": selection.goBack()
    case "\u{1b}[6~": selection.pageDown()
    case "\u{1b}[5~": selection.pageUp()
    default: return .keys(keys)
    }
    return nil
  }

  /// The keys of an escape sequence whose first has been read.
  func readEscape() -> String {
    var keys = "\u{1b}"
    while editor.hasInput(within: 50), case .character(let scalar) = editor.readKey() {
      keys.unicodeScalars.append(scalar)
      if scalar != "[", scalar != "O", !("0"..."9").contains(scalar), scalar != ";" { break }
    }
    return keys
  }

  // MARK: Drawing

  /// Draws the menu below the line and puts the cursor back into it.
  private func draw(_ selection: MenuSelection) {
    paintLine(keepingBelow: true)
    let rows = CompletionMenu(selection: selection, width: columns).rows(style: style)
    let line = editor.line
    let end = layout.place(after: line.text)
    let cursor = layout.place(after: line.before)
    let below = end.row - cursor.row
    var out = below > 0 ? "\u{1b}[\(below)B" : ""
    out += "\r\n\u{1b}[J" + rows.joined(separator: "\r\n")
    out += "\u{1b}[\(rows.count + below)A\r"
    if cursor.column > 0 { out += "\u{1b}[\(cursor.column)C" }
    editor.write(out)
  }
}
