/// What a line was before, step by step.
///
/// A step is a word that was typed, with the space behind it, a row of characters that were erased
/// one by one, or any other change as a whole.
struct UndoHistory {
  private enum Kind { case typed, erased, other }

  private var past: [EditedLine] = []
  private var future: [EditedLine] = []
  private var current: EditedLine
  /// What the last step is, as long as it may go on.
  private var open: Kind?
  private var size = 0

  /// Bytes of the lines that are kept; beyond, the oldest are forgotten.
  private static let sizeLimit = 4 << 20

  /// The history of a line that nothing has been done to.
  init(_ line: EditedLine = EditedLine(text: "", cursor: 0)) { current = line }

  /// Takes up what the line is now, after each key.
  ///
  /// - Complexity: O(*n*).
  mutating func observe(_ line: EditedLine) {
    guard line.text != current.text else {
      if line.cursor != current.cursor { open = nil }
      current.cursor = line.cursor
      return
    }
    let kind = kind(of: line)
    if kind == .other || kind != open || startsWord(line, kind) {
      past.append(current)
      size += current.text.utf8.count
      while size > Self.sizeLimit, past.count > 1 { size -= past.removeFirst().text.utf8.count }
    }
    open = kind == .other ? nil : kind
    future = []
    current = line
  }

  /// The line before the last step; nil where there is none.
  mutating func undo() -> EditedLine? {
    guard let line = past.popLast() else { return nil }
    size -= line.text.utf8.count
    future.append(current)
    (current, open) = (line, nil)
    return line
  }

  /// The line before the last undoing; nil where there is none, or the line has changed since.
  mutating func redo() -> EditedLine? {
    guard let line = future.popLast() else { return nil }
    past.append(current)
    size += current.text.utf8.count
    (current, open) = (line, nil)
    return line
  }

  /// Whether one character was typed before the cursor or erased beside it.
  private func kind(of line: EditedLine) -> Kind {
    guard line.after == current.after || line.before == current.before else { return .other }
    if let typed = Self.rest(of: line.before, behind: current.before), line.after == current.after {
      return typed.unicodeScalars.count == 1 ? .typed : .other
    }
    let erased =
      line.after == current.after
      ? Self.rest(of: current.before, behind: line.before)
      : current.after.utf8.count > line.after.utf8.count
        && current.after.utf8.reversed().starts(with: line.after.utf8.reversed())
        ? current.after.dropLast(line.after.count) : nil
    if let erased, erased.count == 1 { return .erased }
    return .other
  }

  /// What stands in `whole` behind `start`; nil where it does not begin so, or nothing does.
  private static func rest(of whole: Substring, behind start: Substring) -> Substring? {
    guard whole.utf8.count > start.utf8.count, whole.utf8.starts(with: start.utf8) else {
      return nil
    }
    return whole[whole.utf8.index(whole.startIndex, offsetBy: start.utf8.count)...]
  }

  /// Whether a character that was typed or erased begins another word.
  private func startsWord(_ line: EditedLine, _ kind: Kind) -> Bool {
    switch kind {
    case .typed:
      line.before.last?.isWhitespace == false && current.before.last?.isWhitespace == true
    case .erased, .other: false
    }
  }
}
