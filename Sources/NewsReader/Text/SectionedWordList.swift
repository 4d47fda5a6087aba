internal import NewsModel

/// A word list whose entries stand under headings.
///
/// The text form: `[heading]` lines, then one entry a line; `#` begins a comment; blank lines count
/// for nothing. Entries before the first heading stand under the empty heading. Of two headings with
/// one name the second goes on where the first ended.
struct SectionedWordList: Sendable {
  private var sections: [String: [String]] = [:]

  /// Reads the text form; never fails.
  init(parsing text: String) {
    var heading = ""
    for line in text.split(whereSeparator: \.isNewline) {
      let content = line.prefix { $0 != "#" }.trimmingSpaces()
      if content.isEmpty { continue }
      if content.first == "[", content.last == "]" {
        heading = String(content.dropFirst().dropLast())
      } else {
        sections[heading, default: []].append(String(content))
      }
    }
  }

  /// Reads the resource `name`, such as `time-words.txt`.
  init(resource name: String) throws(Resources.ResourceError) {
    self.init(parsing: try Resources.lines(named: name).joined(separator: "\n"))
  }

  /// The entries under a heading as they are written, in order; empty where there is no such heading.
  func entries(under heading: String) -> [String] { sections[heading] ?? [] }

  /// The entries under a heading in the form of `folded(_:)`.
  func foldedEntries(under heading: String) -> Set<String> {
    Set(entries(under: heading).map { folded($0) })
  }

  /// The entries under a heading as a set of phrases.
  func phrases(under heading: String) -> PhraseSet { PhraseSet(entries(under: heading)) }

  /// The entries under a heading that have the shape `key = value`, folded keys first.
  func pairs(under heading: String) -> [(key: String, value: String)] {
    entries(under: heading).compactMap { entry in
      guard let at = entry.firstIndex(of: "=") else { return nil }
      return (folded(entry[..<at]), String(entry[entry.index(after: at)...].trimmingSpaces()))
    }
  }
}

extension StringProtocol {
  /// The text without white space at its ends.
  func trimmingSpaces() -> SubSequence {
    guard let start = firstIndex(where: { !$0.isWhitespace }),
      let end = lastIndex(where: { !$0.isWhitespace })
    else { return self[startIndex..<startIndex] }
    return self[start...end]
  }
}
