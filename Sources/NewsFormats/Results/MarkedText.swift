internal import Diagnostics
internal import NewsModel

/// A text whose words may be marked, made visible and ready to be wrapped.
struct MarkedText {
  private var characters: [Character] = []
  /// For each character what it is part of.
  private var parts: [ResultPart?] = []

  /// A text that as a whole may lead to an address.
  init(_ text: String, link: String? = nil) {
    characters = Array(visible(text))
    parts = Array(repeating: link.map { .link($0) }, count: characters.count)
  }

  /// A text with marks, of which the innermost counts.
  ///
  /// White space of any kind is a blank, as in the sentence that it breaks.
  init(_ text: String, marks: [Evidence.Mark]) {
    let bytes = Array(text.utf8)
    let edges = Set([0, bytes.count] + marks.flatMap { [$0.range.lower, $0.range.upper] })
      .filter { (0...bytes.count).contains($0) }.sorted()
    for (lower, upper) in zip(edges, edges.dropFirst()) {
      let mark = marks.last { $0.range.lower <= lower && upper <= $0.range.upper }
      let run = String(decoding: bytes[lower..<upper], as: UTF8.self)
      for character in visible(String(run.map { $0.isWhitespace ? " " : $0 })) {
        if character == " ", characters.last == " " { continue }
        characters.append(character)
        parts.append(mark.map { .mark($0.label) })
      }
    }
  }

  /// Lines of at most `width` columns, each run of a part in its dress; never empty.
  func lines(width: Int, dress: (String, ResultPart) -> String) -> [String] {
    let ranges = wrappedRanges(characters, width: width, lineLimit: .max - 1)
    return ranges.isEmpty ? [""] : ranges.map { line($0, dress) }
  }

  private func line(_ range: Range<Int>, _ dress: (String, ResultPart) -> String) -> String {
    var out = ""
    var start = range.lowerBound
    while start < range.upperBound {
      let part = parts[start]
      let end = parts[start..<range.upperBound].firstIndex { $0 != part } ?? range.upperBound
      let run = String(characters[start..<end])
      out += part.map { dress(run, $0) } ?? run
      start = end
    }
    return out
  }
}
