import Testing

@testable import Shell

@Suite struct EditedLineTests {
  /// A line whose cursor is where `|` stands.
  private func line(_ marked: String) -> EditedLine {
    let parts = marked.split(separator: "|", maxSplits: 1, omittingEmptySubsequences: false)
    return EditedLine(text: parts.joined(), cursor: parts[0].utf8.count)
  }

  @Test(arguments: [
    ("|", 0, 0), ("a|b", 1, 1), ("e\u{301}|x", 2, 1), ("x|e\u{301}", 1, 2), ("👩‍👧|", 3, 0),
    ("東|京", 1, 1),
  ])
  func countsTheCodePointsOfACharacter(marked: String, before: Int, after: Int) {
    #expect(line(marked).characterBefore == before)
    #expect(line(marked).characterAfter == after)
  }

  @Test(arguments: [
    ("|", 0, 0, true, true), ("ab|c", 2, 1, true, true), ("ab\nç|de\nf", 1, 2, false, false),
    ("ab\n|", 0, 0, false, true), ("|\nab", 0, 0, true, false),
  ])
  func knowsItsRows(
    marked: String, before: Int, after: Int, isFirst: Bool, isLast: Bool
  ) {
    let line = line(marked)
    #expect(line.rowBefore == before)
    #expect(line.rowAfter == after)
    #expect(line.isInFirstRow == isFirst)
    #expect(line.isInLastRow == isLast)
  }

  @Test(arguments: [
    ("events", false), ("events\n", true), ("events\n  ", true), ("events\n| take 1", false),
    ("", false), ("\n", true),
  ])
  func knowsABlankRow(text: String, isBlank: Bool) {
    #expect(EditedLine(text: text, cursor: 0).endsInBlankRow == isBlank)
  }

  @Test(arguments: [-5, 1, 3, 99]) func toleratesAnyCursor(cursor: Int) {
    let line = EditedLine(text: "ğü", cursor: cursor)
    #expect(String(line.before) + String(line.after) == "ğü")
  }
}
