internal import Diagnostics

extension EditedLine {
  /// Code points back to the start of a word: letters, digits and underscores.
  var wordBefore: Int {
    let gap = before.reversed().prefix { !$0.isOfWord }
    let word = before.dropLast(gap.count).reversed().prefix { $0.isOfWord }
    return scalarCount(gap) + scalarCount(word)
  }

  /// Code points on to the end of a word.
  var wordAfter: Int {
    let gap = after.prefix { !$0.isOfWord }
    let word = after.dropFirst(gap.count).prefix { $0.isOfWord }
    return gap.unicodeScalars.count + word.unicodeScalars.count
  }

  /// Code points back to white space, with the white space before the cursor.
  var blankBefore: Int {
    let gap = before.reversed().prefix(while: \.isWhitespace)
    let word = before.dropLast(gap.count).reversed().prefix { !$0.isWhitespace }
    return scalarCount(gap) + scalarCount(word)
  }

  private func scalarCount(_ characters: some Sequence<Character>) -> Int {
    characters.reduce(0) { $0 + $1.unicodeScalars.count }
  }

  /// Code points back to the same column of the row above; nil in the first row.
  var rowUp: Int? {
    guard let feed = before.lastIndex(of: "\n") else { return nil }
    let rowStart =
      before[..<feed].lastIndex(of: "\n").map(before.index(after:)) ?? before.startIndex
    let kept = Self.prefix(of: before[rowStart..<feed], columns: columnInRow)
    return before[kept.endIndex...].unicodeScalars.count
  }

  /// Code points on to the same column of the row below; nil in the last row.
  var rowDown: Int? {
    guard let feed = after.firstIndex(of: "\n") else { return nil }
    let next = after[after.index(after: feed)...]
    let row = next[..<(next.firstIndex(of: "\n") ?? next.endIndex)]
    let kept = Self.prefix(of: row, columns: columnInRow)
    return after[..<kept.endIndex].unicodeScalars.count
  }

  private var columnInRow: Int {
    displayWidth(
      before[(before.lastIndex(of: "\n").map(before.index(after:)) ?? before.startIndex)...])
  }

  private static func prefix(of row: Substring, columns: Int) -> Substring {
    var room = columns
    return row.prefix { character in
      room -= displayWidth(String(character))
      return room >= 0
    }
  }
}

extension Character {
  fileprivate var isOfWord: Bool { isLetter || isNumber || self == "_" }
}
