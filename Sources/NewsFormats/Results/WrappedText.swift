internal import Diagnostics

/// `text` broken into lines of at most `width` columns, at spaces where there are any.
///
/// What does not fit in `lineLimit` lines is cut, and the last line ends in `ellipsis`. Never empty.
func wrap(_ text: String, width: Int, lineLimit: Int, ellipsis: String = "…") -> [String] {
  guard displayWidth(text) > width else { return [text] }
  let characters = Array(text)
  let ranges = wrappedRanges(characters, width: width, lineLimit: lineLimit)
  let lines = ranges.map { String(characters[$0]) }
  guard lines.count > lineLimit else { return lines }
  return lines.prefix(lineLimit - 1) + [cut(lines[lineLimit - 1], to: width, ellipsis: ellipsis)]
}

/// The start of a line with an ellipsis behind it, in at most `width` columns.
private func cut(_ line: String, to width: Int, ellipsis: String) -> String {
  let room = width - displayWidth(ellipsis)
  guard room >= 0 else { return String(ellipsis.prefix(max(0, width))) }
  var line = line
  while displayWidth(line) > room, !line.isEmpty { line.removeLast() }
  return line + ellipsis
}

/// The places of the lines of at most `width` columns that a text is broken into: at spaces, which
/// belong to no line, else behind hyphens and strokes and between ideographs, else anywhere.
///
/// Stops once there are more than `lineLimit` lines.
func wrappedRanges(_ text: [Character], width: Int, lineLimit: Int) -> [Range<Int>] {
  var lines: [Range<Int>] = []
  var start = 0
  var used = 0
  /// The last place at which the line may end, and where the next one would begin.
  var split: (end: Int, next: Int)?
  for (place, character) in text.enumerated() {
    let columns = displayWidth(String(character))
    if used + columns > width, place > start {
      let (end, next) = character == " " ? (place, place + 1) : split ?? (place, place)
      lines.append(start..<end)
      (start, split) = (next, nil)
      used = next > place ? 0 : text[next..<place].reduce(0) { $0 + displayWidth(String($1)) }
      if lines.count > lineLimit { return lines }
      if next > place { continue }
    }
    if character == " " {
      split = (place, place + 1)
    } else if mayBreak(text, behind: place) {
      split = (place + 1, place + 1)
    }
    used += columns
  }
  if start < text.count { lines.append(start..<text.count) }
  return lines
}

/// The widest piece of a text that ``wrappedRanges(_:width:lineLimit:)`` keeps whole where it can.
func longestPiece(_ text: String) -> Int {
  let characters = Array(text)
  var longest = 0
  var used = 0
  for (place, character) in characters.enumerated() {
    used = character == " " ? 0 : used + displayWidth(String(character))
    longest = max(longest, used)
    if mayBreak(characters, behind: place) { used = 0 }
  }
  return longest
}

/// Marks that do not begin a line.
private let closingMarks: Set<Character> = [
  "、", "。", "，", "．", "：", "；", "！", "？", "）", "」", "』", "】", "》", "〉", "”", "’",
]

/// Whether a word may be broken behind a character: a hyphen before a letter, a stroke that is not
/// doubled, an ideograph.
private func mayBreak(_ text: [Character], behind place: Int) -> Bool {
  guard place > 0, place + 1 < text.count, text[place + 1] != " " else { return false }
  let (before, next) = (text[place - 1], text[place + 1])
  switch text[place] {
  case "-", "‐": return (before.isLetter || before.isNumber) && next.isLetter
  case "/": return before != "/" && next != "/" && (before.isLetter || before.isNumber)
  case let character:
    guard character.utf8.count > 2, !closingMarks.contains(next) else { return false }
    return displayWidth(String(character)) == 2 || displayWidth(String(next)) == 2
  }
}
