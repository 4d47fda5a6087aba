internal import Diagnostics

/// The start of `text`, cut with `…` where it is wider than `width` columns.
func fitted(_ text: String, to width: Int) -> String {
  guard displayWidth(text) > width else { return text }
  guard width > 0 else { return "" }
  var out = ""
  var used = 1
  for character in text {
    let columns = displayWidth(String(character))
    if used + columns > width { break }
    used += columns
    out.append(character)
  }
  return out + "…"
}

/// The end of `text`, cut with `…` where it is wider than `width` columns.
func fittedAtEnd(_ text: String, to width: Int) -> String {
  guard displayWidth(text) > width else { return text }
  guard width > 0 else { return "" }
  var kept: [Character] = []
  var used = 1
  for character in text.reversed() {
    let columns = displayWidth(String(character))
    if used + columns > width { break }
    used += columns
    kept.append(character)
  }
  return "…" + String(kept.reversed())
}

/// `text` with spaces on its right up to `width` columns.
func filled(_ text: String, to width: Int) -> String {
  text + String(repeating: " ", count: max(0, width - displayWidth(text)))
}

/// What a user has typed, in quotes, as it stands in a message: visible and of bounded length.
func quoted(_ text: some StringProtocol) -> String {
  "'" + visible(shortened(text)) + "'"
}

/// At most 200 characters of `text`, with `…` where there are more.
///
/// - Complexity: O(1).
func shortened(_ text: some StringProtocol) -> String {
  guard let end = text.index(text.startIndex, offsetBy: 200, limitedBy: text.endIndex),
    end < text.endIndex
  else { return String(text) }
  return text[..<end] + "…"
}

/// The candidates that a typed word may be a slip of; none for a word that no one has typed.
func nearestNames(to word: String, among candidates: [String]) -> [String] {
  word.utf8.count > 100 ? [] : nearest(to: word, among: candidates)
}
