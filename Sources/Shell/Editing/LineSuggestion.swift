internal import Diagnostics
internal import NewsSession

/// How a line might go on.
struct LineSuggestion: Hashable, Sendable {
  /// The line that it goes on.
  var line: String
  /// What would come behind it; never empty.
  var rest: String

  /// The rest of the latest entry that begins with a line, in the user's own spelling.
  ///
  /// - Parameter entries: oldest first.
  /// - Complexity: O(number of entries).
  init?(line: String, history entries: [String]) {
    guard !line.isEmpty,
      let entry = entries.last(where: {
        $0.utf8.count > line.utf8.count && $0.utf8.starts(with: line.utf8)
      })
    else { return nil }
    self.line = line
    rest = String(decoding: entry.utf8.dropFirst(line.utf8.count), as: UTF8.self)
  }

  /// The rest of the word at the end of a line: of the only candidate that begins with it, or of the
  /// best where three letters or more are typed.
  init?(line: String, completions list: CompletionList) {
    let end = line.utf8.count
    let lower = min(max(0, list.range.lower), end)
    let typed = String(EditedLine(text: line, cursor: lower).after)
    guard !typed.isEmpty, list.range.upper >= end else { return nil }
    let fitting = list.items.lazy.filter { item in
      item.insertion.count > typed.count
        && item.insertion.prefix(typed.count).lowercased() == typed.lowercased()
    }.prefix(2)
    guard let best = fitting.first,
      typed.count >= 3 || fitting.count == 1 && list.items.count == 1
    else { return nil }
    self.line = line
    rest = String(best.insertion.dropFirst(typed.count))
  }

  /// Whether the rest of a word may be looked up: not where that would read folders.
  static func mayComplete(_ line: String) -> Bool {
    guard let last = line.last, !last.isWhitespace else { return false }
    return !DotCommandLine.isCommand(line) || !line.contains(where: \.isWhitespace)
  }

  /// The start of the rest, up to the end of its first word.
  var firstWord: String {
    let line = EditedLine(text: rest, cursor: 0)
    let count = line.wordAfter
    return String(String.UnicodeScalarView(rest.unicodeScalars.prefix(count)))
  }

  /// What is suggested once that word has been taken; nil where nothing is left.
  var withoutFirstWord: LineSuggestion? {
    let word = firstWord
    guard word.utf8.count < rest.utf8.count else { return nil }
    var shorter = self
    shorter.line += word
    shorter.rest = String(decoding: rest.utf8.dropFirst(word.utf8.count), as: UTF8.self)
    return shorter
  }

  /// What is shown of it behind the line: what stands in the same row, with `…` where there is more.
  var ghost: String {
    guard let feed = rest.firstIndex(of: "\n") else { return visible(rest) }
    return visible(String(rest[..<feed])) + "…"
  }
}
