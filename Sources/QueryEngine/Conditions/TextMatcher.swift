internal import NewsModel
internal import NewsStore
internal import QueryLanguage

/// A test of texts, made ready to run.
struct TextMatcher: Sendable {
  private enum Kind: Sendable {
    case equals(Set<String>)
    case exactly(String)
    case contains([UInt8])
    case glob([[UInt8]])
    case pattern(RegularExpression?)
    case ordered(Comparison, String)
  }

  private let kind: Kind
  private let isCancelled: @Sendable () -> Bool

  /// A matcher; a pattern that is no regular expression matches nothing.
  init(_ test: TextTest, cancellation: Cancellation) {
    isCancelled = cancellation.isCancelled
    switch test {
    case .equals(let texts): kind = .equals(Set(texts))
    case .exactly(let text): kind = .exactly(text)
    case .contains(let phrase): kind = .contains(Array(phrase.joined(separator: " ").utf8))
    case .glob(let pieces): kind = .glob(pieces.map { Array($0.utf8) })
    case .pattern(let pattern): kind = .pattern(try? RegularExpression(pattern))
    case .ordered(let comparison, let text): kind = .ordered(comparison, folded(text))
    }
  }

  /// Whether the test passes on a text that is not in a pool.
  func matches(_ text: String) -> Bool {
    switch kind {
    case .exactly, .pattern: matches(text: text)
    default: matches(folded: folded(text))
    }
  }

  /// Whether the test passes on the text of a code.
  func matches(_ code: UInt32, of texts: Texts) -> Bool {
    switch kind {
    case .exactly, .pattern: matches(text: texts[code])
    default: matches(folded: texts.folded(code))
    }
  }

  private func matches(text: String) -> Bool {
    switch kind {
    case .exactly(let wanted): text.utf8.elementsEqual(wanted.utf8)
    case .pattern(let expression): expression?.matches(text, isCancelled: isCancelled) ?? false
    default: false
    }
  }

  private func matches(folded text: String) -> Bool {
    switch kind {
    case .equals(let wanted): return wanted.contains(text)
    case .contains(let phrase):
      var text = text
      return text.withUTF8Span { $0.containsWords(phrase.span) }
    case .glob(let pieces):
      var text = text
      return text.withUTF8Span { $0.matches(pieces) }
    case .ordered(let comparison, let bound):
      switch comparison {
      case .less: return text < bound
      case .lessOrEqual: return text <= bound
      case .greater: return text > bound
      case .greaterOrEqual: return text >= bound
      }
    case .exactly, .pattern: return false
    }
  }
}

extension String {
  fileprivate mutating func withUTF8Span<Result>(
    _ body: (borrowing Span<UInt8>) -> Result
  ) -> Result {
    makeContiguousUTF8()
    return body(utf8Span.span)
  }
}

extension Span<UInt8> {
  /// Whether a folded phrase stands between spaces or the ends of these folded words.
  ///
  /// An empty phrase stands nowhere.
  fileprivate func containsWords(_ phrase: borrowing Span<UInt8>) -> Bool {
    if phrase.count == 0 { return false }
    var start = 0
    while start + phrase.count <= count {
      let end = start + phrase.count
      let isWhole = end == count || self[end] == 0x20
      if isWhole && hasPrefix(phrase, at: start) { return true }
      start += 1
      while start < count && self[start - 1] != 0x20 { start += 1 }
    }
    return false
  }

  /// Whether the bytes are the pieces in order with anything between them.
  fileprivate func matches(_ pieces: [[UInt8]]) -> Bool {
    guard let first = pieces.first, let last = pieces.last else { return false }
    if pieces.count == 1 { return count == first.count && hasPrefix(first.span, at: 0) }
    guard first.count + last.count <= count, hasPrefix(first.span, at: 0),
      hasPrefix(last.span, at: count - last.count)
    else { return false }
    var start = first.count
    let end = count - last.count
    for piece in pieces[1..<(pieces.count - 1)] where !piece.isEmpty {
      while start + piece.count <= end, !hasPrefix(piece.span, at: start) { start += 1 }
      if start + piece.count > end { return false }
      start += piece.count
    }
    return true
  }

  private func hasPrefix(_ other: borrowing Span<UInt8>, at start: Int) -> Bool {
    for index in other.indices where self[start + index] != other[index] { return false }
    return true
  }
}
