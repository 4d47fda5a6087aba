/// A text with what is to be found in it.
///
/// Cases of a gold file are parted by empty lines. The lines that begin with `- ` are what is
/// expected, their fields parted by `|`; `- none` says that nothing is; the lines before are the
/// text. A line that begins with `#` is a comment.
struct GoldCase: Sendable {
  var text = ""
  var expected: [[String]] = []

  /// The cases of the gold file `name`.
  static func read(_ name: String) throws -> [GoldCase] {
    var cases: [GoldCase] = []
    var current = GoldCase()
    let lines = try GoldFolder.text(name).split(separator: "\n", omittingEmptySubsequences: false)
    for line in lines + [""] {
      if line.hasPrefix("#") { continue }
      if line.isEmpty {
        if !current.text.isEmpty { cases.append(current) }
        current = GoldCase()
      } else if line == "- none" {
        continue
      } else if line.hasPrefix("- ") {
        current.expected.append(
          line.dropFirst(2).split(separator: "|", omittingEmptySubsequences: false).map(trimmed))
      } else {
        current.text += current.text.isEmpty ? String(line) : " " + line
      }
    }
    return cases
  }
}

/// The lines of the gold file `name`, comments and empty lines left out.
func goldLines(_ name: String) throws -> [String] {
  try GoldFolder.text(name).split(separator: "\n").filter { !$0.hasPrefix("#") }.map(String.init)
}

/// `text` without spaces at its ends.
func trimmed(_ text: some StringProtocol) -> String {
  let end = text.lastIndex { $0 != " " }.map { text.index(after: $0) } ?? text.startIndex
  return String(text[..<end].drop { $0 == " " })
}

/// The parts of `text` between `;`, none where it is empty or `-`.
func goldList(_ text: String) -> [String] {
  text == "-" ? [] : text.split(separator: ";").map(trimmed).filter { !$0.isEmpty }
}

/// `text`, or nil where it is `-`.
func goldValue(_ text: String) -> String? { text == "-" ? nil : text }
