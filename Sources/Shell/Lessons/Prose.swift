internal import Diagnostics

/// A few paragraphs of a page, as a terminal shows them.
///
/// Of Markdown it knows paragraphs, lists, lines of code that are indented by four spaces, and in a
/// line `**strong**` and `code` between back quotes; all else is text.
struct Prose: Hashable, Sendable {
  /// A paragraph, an item of a list or lines of code.
  enum Piece: Hashable, Sendable {
    case paragraph(String)
    case item(String)
    case code([String])
  }

  /// The pieces in order.
  var pieces: [Piece]

  /// Whether there is nothing.
  var isEmpty: Bool { pieces.isEmpty }

  /// The prose in lines of Markdown; a blank line ends a piece.
  init(_ lines: [String]) {
    pieces = []
    var isOpen = false
    for line in lines {
      let text = line.trimmed
      if line.hasPrefix("    "), !isOpen || isInCode {
        append(code: String(line.dropFirst(4)))
        continue
      }
      guard !text.isEmpty else {
        isOpen = false
        continue
      }
      if line.hasPrefix("- ") {
        pieces.append(.item(text.dropFirst(2).trimmed))
      } else if isOpen, !isInCode {
        extendLast(with: text)
      } else {
        pieces.append(.paragraph(text))
      }
      isOpen = true
    }
  }

  private var isInCode: Bool {
    if case .code = pieces.last { return true }
    return false
  }

  private mutating func append(code line: String) {
    if case .code(let lines) = pieces.last {
      pieces[pieces.count - 1] = .code(lines + [line])
    } else {
      pieces.append(.code([line]))
    }
  }

  private mutating func extendLast(with text: String) {
    switch pieces.last {
    case .paragraph(let start): pieces[pieces.count - 1] = .paragraph(start + " " + text)
    case .item(let start): pieces[pieces.count - 1] = .item(start + " " + text)
    case .code, nil: pieces.append(.paragraph(text))
    }
  }

  /// The prose in lines of at most `width` columns, pieces apart by a blank line, items not.
  ///
  /// - Parameter opening: stands before the first word, as strong text.
  func lines(width: Int, style: Style, opening: String = "") -> [String] {
    var lines: [String] = []
    for (index, piece) in pieces.enumerated() {
      if index > 0, !(piece.isItem && pieces[index - 1].isItem) { lines.append("") }
      let lead = index == 0 && !opening.isEmpty ? "**\(opening)** " : ""
      switch piece {
      case .paragraph(let text):
        lines += FlowedText(lead + text, style: style).lines(width: width)
      case .item(let text):
        let rows = FlowedText(lead + text, style: style).lines(width: width - 2)
        lines += rows.enumerated().map { ($0 == 0 ? "- " : "  ") + $1 }
      case .code(let code): lines += code.map { "    " + style.bold(visible($0)) }
      }
    }
    return lines
  }
}

extension Prose.Piece {
  fileprivate var isItem: Bool {
    if case .item = self { return true }
    return false
  }
}

/// Words of a paragraph, each in its dress.
private struct FlowedText {
  private var words: [(text: String, width: Int)] = []

  /// - Complexity: O(*n*) in the length of the text.
  init(_ text: String, style: Style) {
    var dressed = ""
    var width = 0
    var isStrong = false
    var isCode = false
    var run = ""
    func endRun() {
      guard !run.isEmpty else { return }
      let shown = visible(run)
      width += displayWidth(shown)
      dressed += isStrong || isCode ? style.bold(shown) : shown
      run = ""
    }
    var rest = text[...]
    while let character = rest.popFirst() {
      if character == " " {
        endRun()
        if !dressed.isEmpty { words.append((dressed, width)) }
        (dressed, width) = ("", 0)
      } else if character == "`" {
        endRun()
        isCode.toggle()
        // Without colours the quotes tell what is to be typed.
        if !style.isColored {
          dressed += "'"
          width += 1
        }
      } else if character == "*", !isCode, rest.first == "*" {
        rest.removeFirst()
        endRun()
        isStrong.toggle()
      } else {
        run.append(character)
      }
    }
    endRun()
    if !dressed.isEmpty { words.append((dressed, width)) }
  }

  func lines(width limit: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    var used = 0
    for word in words {
      if used > 0, used + 1 + word.width > limit {
        lines.append(line)
        (line, used) = ("", 0)
      }
      line += (used > 0 ? " " : "") + word.text
      used += (used > 0 ? 1 : 0) + word.width
    }
    if used > 0 { lines.append(line) }
    return lines
  }
}
