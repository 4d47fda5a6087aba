extension NameText {
  /// Whether the text is written with the care of a printed one.
  ///
  /// Most sentences of its running text then begin with a capital and end with a mark. True where
  /// there are too few sentences to tell.
  var isEdited: Bool {
    var (sentences, careful) = (0, 0)
    for (position, sentence) in document.sentences.enumerated()
    where styles[position] == .running && sentence.tokens.count > 1 && isRead(position) {
      sentences += 1
      if isCareful(sentence.tokens) { careful += 1 }
    }
    return sentences < Self.fewestSentences || careful * 10 >= sentences * 6
  }

  /// With fewer sentences one slip would decide.
  private static let fewestSentences = 4

  private func isCareful(_ sentence: Range<Int>) -> Bool {
    guard
      let first = sentence.first(where: { shapes[$0] != .mark }), shapes[first] != .lower,
      let last = sentence.last(where: { !Self.closing.contains(form($0)) })
    else { return false }
    return [".", "?", "!", "...", "…", ":"].contains(form(last))
  }

  private static let closing: Set<String> = ["\"", "”", "’", "'", "''", ")", "]", "»"]
}
