/// A line that is being edited.
struct EditedLine: Hashable, Sendable {
  /// The whole text; rows are apart by line feeds.
  var text: String
  /// Byte offset of the cursor.
  var cursor: Int

  /// A line; a cursor within a character goes to the character's start.
  init(text: String, cursor: Int) {
    self.text = text
    self.cursor = cursor
  }

  /// The text before the cursor.
  var before: Substring { text[..<index] }
  /// The text after the cursor.
  var after: Substring { text[index...] }

  private var index: String.Index {
    let offset = min(max(0, cursor), text.utf8.count)
    return text.utf8.index(text.startIndex, offsetBy: offset)
  }

  /// Code points of the character before the cursor; 0 at the start.
  var characterBefore: Int { before.last?.unicodeScalars.count ?? 0 }
  /// Code points of the character after the cursor; 0 at the end.
  var characterAfter: Int { after.first?.unicodeScalars.count ?? 0 }
  /// Code points between the start of the row and the cursor.
  var rowBefore: Int { before.unicodeScalars.reversed().prefix { $0 != "\n" }.count }
  /// Code points between the cursor and the end of the row.
  var rowAfter: Int { after.unicodeScalars.prefix { $0 != "\n" }.count }
  /// Whether the cursor is at the start of a row below the first.
  var isAtRowStart: Bool { before.unicodeScalars.last == "\n" }
  /// Whether the cursor is at the end of a row above the last.
  var isAtRowEnd: Bool { after.unicodeScalars.first == "\n" }

  /// Whether the last of several rows is blank, which ends a statement.
  var endsInBlankRow: Bool {
    guard let feed = text.unicodeScalars.lastIndex(of: "\n") else { return false }
    return text[feed...].allSatisfy(\.isWhitespace)
  }
}
