/// What was typed, in this session and before, oldest first and each text once.
final class History {
  /// The entries; an entry that is typed again moves to the end.
  private(set) var entries: [String]
  private let file: HistoryFile?
  /// How many entries are kept.
  let limit: Int

  /// The history in a file, or one that ends with the session.
  ///
  /// - Parameter limit: how many entries are kept.
  init(file: HistoryFile? = nil, limit: Int = 10_000) {
    self.file = file
    self.limit = limit
    entries = file?.load(limit: limit) ?? []
  }

  /// What ``add(_:)`` did.
  enum Change {
    /// The text is not kept: it is blank, begins with a space, or is the last entry.
    case none
    /// The text is a new last entry.
    case added
    /// The text has moved to the end, or an old entry has gone.
    case rearranged
  }

  /// Takes up what was typed, and writes it to the file.
  ///
  /// A text that begins with a space is not kept. An error of the file is passed over: the session
  /// keeps the entry.
  @discardableResult
  func add(_ typed: String) -> Change {
    guard let first = typed.first, first != " " else { return .none }
    guard let text = trimmedEnd(typed), text.utf8.count <= HistoryFile.entryLimit,
      text != entries.last
    else { return .none }
    var change = Change.added
    if let index = entries.firstIndex(of: text) {
      entries.remove(at: index)
      change = .rearranged
    } else if entries.count >= limit {
      entries.removeFirst()
      change = .rearranged
    }
    entries.append(text)
    try? file?.append(text)
    return change
  }

  /// `text` without white space at its end; nil where nothing is left.
  private func trimmedEnd(_ text: String) -> String? {
    guard let last = text.lastIndex(where: { !$0.isWhitespace }) else { return nil }
    return String(text[...last])
  }
}
