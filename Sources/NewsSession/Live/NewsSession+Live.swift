internal import QueryLanguage

extension NewsSession {
  /// The parts of a text that is being typed, in order and without overlaps; what none covers is
  /// plain.
  ///
  /// Nothing is run. A word at the cursor that may yet become right is not wrong.
  ///
  /// - Parameter cursor: byte offset of the cursor.
  public func highlights(in text: String, at cursor: Int) -> [Highlight] {
    QueryLanguage.tokens(of: text).compactMap { token in
      switch token.kind {
      case "keyword": Highlight(range: token.range, kind: .keyword)
      case "text", "pattern": Highlight(range: token.range, kind: .text)
      case "parameter": Highlight(range: token.range, kind: .parameter)
      default: nil
      }
    }
  }

  /// One line about the word at the cursor: what it is, what it may be compared with, how many values
  /// it has; nil where there is nothing to tell.
  public func hint(in text: String, at cursor: Int) -> String? { nil }
}
