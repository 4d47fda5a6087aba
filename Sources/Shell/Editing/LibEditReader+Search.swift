internal import NewsSession

extension LibEditReader {
  /// Rows that a search takes at most.
  private static let searchHeight = 10

  /// How a search ended.
  private enum Ending {
    /// The line stays as it was.
    case cancelled
    /// The match is taken, and keys are typed after it.
    case taken(keys: String)
  }

  /// Ctrl-R: searches the history while keys are typed.
  ///
  /// Enter runs the match; Tab, Escape and the arrow keys to the sides take it to be edited; Ctrl-R
  /// and Up show an older one, Ctrl-S and Down a newer one; Ctrl-C and Ctrl-G give the search up.
  func search() -> LineEditor.Effect {
    var search = HistorySearch(history.entries)
    eraseLine()
    let ending = run(&search)
    editor.write("\r\u{1b}[J")
    if case .taken(let keys) = ending, let selection = search.selection {
      replaceLine(with: selection)
      if !keys.isEmpty { editor.type(keys) }
    }
    editor.redraw()
    return .nothing
  }

  private func run(_ search: inout HistorySearch) -> Ending {
    while true {
      draw(search)
      switch editor.readKey() {
      case .screenChange: continue
      case .end: return .cancelled
      case .interrupt:
        Interrupt.clear()
        return .cancelled
      case .character(let scalar):
        if let ending = handle(scalar, &search) { return ending }
      }
    }
  }

  private func handle(_ scalar: Unicode.Scalar, _ search: inout HistorySearch) -> Ending? {
    switch scalar {
    case "\r", "\n": return .taken(keys: "\r")
    case "\t": return .taken(keys: "")
    case "\u{7}": return .cancelled
    case "\u{12}", "\u{10}": if !search.goOlder() { beep() }
    case "\u{13}", "\u{e}": if !search.goNewer() { beep() }
    case "\u{8}", "\u{7f}": search.erase()
    case "\u{15}": search.clear()
    case "\u{1b}": return handleEscape(&search)
    default:
      guard scalar.properties.generalCategory != .control else {
        return .taken(keys: String(Character(scalar)))
      }
      search.type(scalar)
      if search.selection == nil { beep() }
    }
    return nil
  }

  /// The rest of a key that begins with Escape, which may also stand alone.
  private func handleEscape(_ search: inout HistorySearch) -> Ending? {
    let keys = readEscape()
    switch keys {
    case "\u{1b}[A", "\u{1b}OA": if !search.goOlder() { beep() }
    case "\u{1b}[B", "\u{1b}OB": if !search.goNewer() { beep() }
    case "\u{1b}": return .taken(keys: "")
    default: return .taken(keys: keys)
    }
    return nil
  }

  private func beep() { editor.write("\u{7}") }

  /// The cursor stays behind the pattern in the first row, where libedit's line began.
  private func draw(_ search: HistorySearch) {
    let rows = search.rows(
      width: columns - 1, height: min(Self.searchHeight, rowCount), style: style)
    let column = ScreenLayout(columns: columns, promptWidth: 0).place(after: rows[0]).column
    editor.write(
      "\r\u{1b}[J" + rows.joined(separator: "\r\n")
        + (rows.count > 1 ? "\u{1b}[\(rows.count - 1)A" : "")
        + "\r" + (column > 0 ? "\u{1b}[\(column)C" : ""))
  }
}
