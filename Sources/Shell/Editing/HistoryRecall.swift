/// A walk through the earlier entries that begin with what was typed.
struct HistoryRecall {
  /// The line that the walk began at.
  let typed: EditedLine
  /// The text that is shown.
  private(set) var shown: String

  private let prefix: String
  /// Positions in the entries that were shown, latest first.
  private var places: [Int] = []

  /// A walk that begins at a line: what stands before the cursor is what entries begin with.
  init(from line: EditedLine) {
    typed = line
    shown = line.text
    prefix = String(line.before)
  }

  /// The next older entry, of entries that are given oldest first; nil where there is none.
  ///
  /// - Complexity: O(number of entries).
  mutating func goOlder(in entries: [String]) -> String? {
    let end = places.last.map { min($0, entries.count) } ?? entries.count
    let place = entries[..<end].lastIndex {
      $0.utf8.starts(with: prefix.utf8) && $0 != shown && $0 != typed.text
    }
    guard let place else { return nil }
    places.append(place)
    shown = entries[place]
    return shown
  }

  /// The entry before the one that is shown, or in the end the line as it was typed; nil where that is
  /// shown.
  mutating func goNewer(in entries: [String]) -> EditedLine? {
    guard places.popLast() != nil else { return nil }
    guard let place = places.last, place < entries.count else {
      places = []
      shown = typed.text
      return typed
    }
    shown = entries[place]
    return EditedLine(text: shown, cursor: shown.utf8.count)
  }
}
