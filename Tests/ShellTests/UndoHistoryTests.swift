import Testing

@testable import Shell

@Suite struct UndoHistoryTests {
  /// A history of texts, each with the cursor at its end.
  private func history(_ texts: [String]) -> UndoHistory {
    var history = UndoHistory()
    for text in texts { history.observe(EditedLine(text: text, cursor: text.utf8.count)) }
    return history
  }

  /// The texts of typing character by character.
  private func typing(_ text: String) -> [String] {
    text.unicodeScalars.indices.map { String(text.unicodeScalars[...$0]) }
  }

  private func undone(_ history: UndoHistory) -> [String] {
    var history = history
    var texts: [String] = []
    while let line = history.undo() { texts.append(line.text) }
    return texts
  }

  @Test func takesBackWordsThatWereTyped() {
    #expect(
      undone(history(typing("events where Ayşe"))) == ["events where ", "events ", ""])
  }

  @Test func takesBackAPasteAsAWhole() {
    let texts = typing("a b") + ["a b c d e"] + ["a b c d ef"]
    #expect(undone(history(texts)) == ["a b c d e", "a b", "a ", ""])
  }

  @Test func takesBackARowOfErasures() {
    #expect(undone(history(typing("abc") + ["ab", "a", "ax"])) == ["a", "abc", ""])
  }

  @Test func closesAStepWhereTheCursorWentElsewhere() {
    var history = history(typing("bc"))
    history.observe(EditedLine(text: "bc", cursor: 0))
    history.observe(EditedLine(text: "abc", cursor: 1))
    #expect(undone(history) == ["bc", ""])
  }

  @Test func doesAgainWhatWasUndone() {
    var history = history(typing("a b"))
    #expect(history.undo()?.text == "a ")
    #expect(history.undo()?.text == "")
    #expect(history.undo() == nil)
    #expect(history.redo()?.text == "a ")
    #expect(history.redo()?.text == "a b")
    #expect(history.redo() == nil)
    _ = history.undo()
    history.observe(EditedLine(text: "a x", cursor: 3))
    #expect(history.redo() == nil)
  }

  @Test func forgetsTheOldestOfManyLongLines() {
    var history = UndoHistory()
    for index in 0..<50 {
      let text = String(repeating: index % 2 == 0 ? "a" : "b", count: 1 << 20)
      history.observe(EditedLine(text: text, cursor: 0))
    }
    #expect(undone(history).count < 10)
  }
}
