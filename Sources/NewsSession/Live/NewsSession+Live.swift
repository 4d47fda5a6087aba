internal import QueryLanguage

extension NewsSession {
  /// The parts of a text that is being typed, in order and without overlaps; what none covers is
  /// plain.
  ///
  /// Nothing is run. A word at the cursor that may yet become right is not wrong. A text that begins
  /// with a dot is no statement and has no parts.
  ///
  /// - Parameter cursor: byte offset of the cursor.
  /// - Complexity: O(*n*); a text of more than 8 KiB is only cut into its tokens.
  public func highlights(in text: String, at cursor: Int) -> [Highlight] {
    guard let live = liveText(text, at: cursor) else { return [] }
    return live.marks.compactMap { mark in
      let kind = Highlight.Kind(mark)
      guard kind != nil || mark.isWrong else { return nil }
      return Highlight(range: mark.range, kind: kind ?? .unknownName, isWrong: mark.isWrong)
    }
  }

  /// One line about the word at the cursor: what it is, what it may be compared with, how many values
  /// it has; nil where there is nothing to tell.
  public func hint(in text: String, at cursor: Int) -> String? {
    liveText(text, at: cursor)?.hint(at: cursor)
  }

  private func liveText(_ text: String, at cursor: Int) -> LiveText? {
    let first = text.utf8.first { $0 > 0x20 }
    guard let first, first != UInt8(ascii: "."), first != UInt8(ascii: "?") else { return nil }
    let surroundings = surroundings(of: text, at: cursor)
    if let lastLive, lastLive.surroundings == surroundings { return lastLive.text }
    let live = LiveText(
      text, at: cursor, catalog: loaded.catalog, options: surroundings.options,
      previous: lastQuery)
    lastLive = (surroundings, live)
    return live
  }

  /// What a reading of a text depends on now.
  func surroundings(of text: String, at cursor: Int) -> LiveSurroundings {
    LiveSurroundings(
      bytes: Array(text.utf8), cursor: cursor, catalog: ObjectIdentifier(loaded.catalog),
      options: binderOptions, previous: lastQuery)
  }

  /// What a reading of a text depends on.
  struct LiveSurroundings: Equatable {
    /// Of the text; as a string it would be equal to one with its letters and marks put together.
    let bytes: [UInt8]
    let cursor: Int
    let catalog: ObjectIdentifier
    let options: Binder.Options
    let previous: Query?
  }
}

extension Highlight.Kind {
  /// The colour of a part; nil for one that nothing is known about.
  fileprivate init?(_ mark: SourceMark) {
    switch mark.meaning {
    case .keyword: self = .keyword
    case .table, .definition: self = .table
    case .unboundPath where mark.isWrong: self = .unknownName
    case .path, .unboundPath, .newName: self = .field
    case .function: self = .function
    case .name(_, let rows): self = rows.isEmpty ? .unknownName : .name
    case .word(_, let isKnown): self = isKnown ? .name : .unknownName
    case .text: self = .text
    case .number: self = .number
    case .date: self = .date
    case .parameter: self = .parameter
    case .mark: self = .mark
    case .comment: self = .comment
    case .unknown: return nil
    }
  }
}
