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

/// The places of the lines of at most `width` columns that a text is broken into; a space at which
/// it is broken belongs to none.
///
/// Stops once there are more than `lineLimit` lines.
func wrappedRanges(_ text: [Character], width: Int, lineLimit: Int) -> [Range<Int>] {
  var lines: [Range<Int>] = []
  var start = 0
  var used = 0
  var lastSpace: Int?
  for (place, character) in text.enumerated() {
    let columns = displayWidth(String(character))
    if used + columns > width, place > start {
      if character == " " {
        lines.append(start..<place)
        (start, used, lastSpace) = (place + 1, 0, nil)
        if lines.count > lineLimit { return lines }
        continue
      }
      let split = lastSpace ?? place
      lines.append(start..<split)
      start = lastSpace.map { $0 + 1 } ?? split
      used = text[start..<place].reduce(0) { $0 + displayWidth(String($1)) }
      lastSpace = nil
      if lines.count > lineLimit { return lines }
    }
    if character == " " { lastSpace = place }
    used += columns
  }
  if start < text.count { lines.append(start..<text.count) }
  return lines
}
