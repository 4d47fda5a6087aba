internal import Diagnostics
internal import NewsSession

/// Draws an explanation: words in colours where there are any, else in brackets.
struct ExplanationDrawing {
  let style: Style
  /// Columns to fit; nil where lines may be of any length.
  let width: Int?

  /// Least number of columns that a text is wrapped to, however deep it stands.
  private static let leastWidth = 20

  /// The whole text, which ends in a line feed.
  func text(of explanation: Explanation) -> String {
    lines(of: explanation, indent: 0).joined(separator: "\n") + "\n"
  }

  private func lines(of explanation: Explanation, indent: Int) -> [String] {
    let margin = String(repeating: " ", count: indent)
    var lines = wrapped(
      [Piece(text: explanation.title, dress: style.bold)], first: margin, rest: margin + "  ")
    for passage in explanation.passages {
      lines += wrapped(pieces(of: passage), first: margin + "  ", rest: margin + "  ")
    }
    let widest = explanation.facts.map { displayWidth($0.label) }.max() ?? 0
    for fact in explanation.facts {
      let label = filled(visible(fact.label), to: widest + 2)
      let lead = margin + "  "
      let rest = lead + String(repeating: " ", count: widest + 2)
      let dressed = style.isColored ? dress(for: fact.label)(label) : label
      lines += wrapped(
        [Piece(text: fact.text)], first: lead + label, rest: rest,
        drawnFirst: lead + dressed)
    }
    for part in explanation.parts { lines += self.lines(of: part, indent: indent + 2) }
    return lines
  }

  // MARK: Marked words

  /// A run of text in one dress.
  private struct Piece {
    var text: String
    var dress: (String) -> String = { $0 }
  }

  /// The words of a passage with what is marked in it.
  private func pieces(of passage: Explanation.Passage) -> [Piece] {
    style.isColored ? colored(passage) : bracketed(passage)
  }

  /// `[actor Ada Brook] [action met] ...`; marks inside marks give brackets inside brackets.
  private func bracketed(_ passage: Explanation.Passage) -> [Piece] {
    var out: [UInt8] = []
    var open: [Int] = []
    var next = passage.marks[...]
    for (offset, byte) in Array(passage.text.utf8).enumerated() {
      while let end = open.last, end <= offset {
        out.append(UInt8(ascii: "]"))
        open.removeLast()
      }
      while let mark = next.first, mark.range.lower <= offset {
        next = next.dropFirst()
        out += Array("[\(mark.labels.joined(separator: ", ")) ".utf8)
        open.append(mark.range.upper)
      }
      out.append(byte)
    }
    out += open.map { _ in UInt8(ascii: "]") }
    return [Piece(text: String(decoding: out, as: UTF8.self))]
  }

  /// Runs of text in the colour of the innermost mark.
  private func colored(_ passage: Explanation.Passage) -> [Piece] {
    let bytes = Array(passage.text.utf8)
    let edges = Set(
      [0, bytes.count] + passage.marks.flatMap { [$0.range.lower, $0.range.upper] }
    ).filter { (0...bytes.count).contains($0) }.sorted()
    return zip(edges, edges.dropFirst()).map { lower, upper in
      let run = TextRange(lower, upper)
      let mark = passage.marks.last { $0.range.contains(run) }
      return Piece(
        text: String(decoding: bytes[lower..<upper], as: UTF8.self),
        dress: mark.flatMap(\.labels.first).map { dress(for: $0) } ?? { $0 })
    }
  }

  /// The colour of a role, which its fact has too; labels of other facts stand back.
  private func dress(for label: String) -> (String) -> String {
    let role = Theme.Role(explaining: label) ?? .dim
    return { [style] text in style.dressed(text, as: role) }
  }

  // MARK: Lines

  /// Pieces in lines of at most `width` columns; white space of any kind is one blank.
  ///
  /// A word that is wider than a line has a line of its own.
  ///
  /// - Parameter drawnFirst: what stands at the start in place of `first`, as wide as it.
  private func wrapped(
    _ pieces: [Piece], first: String, rest: String, drawnFirst: String? = nil
  ) -> [String] {
    let limit = width.map { max($0, displayWidth(rest) + Self.leastWidth) }
    var lines: [String] = []
    var line = drawnFirst ?? first
    var used = displayWidth(first)
    var isBlank = true
    for word in words(of: pieces) {
      let columns = word.reduce(0) { $0 + displayWidth($1.text) }
      if let limit, !isBlank, used + 1 + columns > limit {
        lines.append(line)
        line = rest
        used = displayWidth(rest)
      } else if !isBlank {
        line += " "
        used += 1
      }
      for piece in word { line += piece.dress(piece.text) }
      used += columns
      isBlank = false
    }
    return lines + [line]
  }

  /// The words of pieces, made visible; one that changes its dress has several pieces.
  private func words(of pieces: [Piece]) -> [[Piece]] {
    var words: [[Piece]] = [[]]
    for piece in pieces {
      let parts = piece.text.split(
        omittingEmptySubsequences: false, whereSeparator: \.isWhitespace)
      for (index, part) in parts.enumerated() {
        if index > 0 { words.append([]) }
        if part.isEmpty { continue }
        words[words.count - 1].append(Piece(text: visible(String(part)), dress: piece.dress))
      }
    }
    return words.filter { !$0.isEmpty }
  }
}

extension Theme.Role {
  /// The colours of words that tell what an `Explanation` calls by this label; nil for a label that
  /// marks none.
  init?(explaining label: String) {
    switch label {
    case "action", "frame": self = .action
    case "actor", "speaker", "name", "entity": self = .actor
    case "target": self = .target
    case "place": self = .place
    case "date": self = .when
    case "attribution", "quote", "figure", "amount": self = .other
    default: return nil
    }
  }
}
