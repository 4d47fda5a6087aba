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
    ("|", 0, 0, false, false), ("ab|c", 2, 1, false, false), ("ab\nç|de\nf", 1, 2, false, false),
    ("ab\n|", 0, 0, true, false), ("|\nab", 0, 0, false, true),
  ])
  func knowsItsRows(
    marked: String, before: Int, after: Int, isAtStart: Bool, isAtEnd: Bool
  ) {
    let line = line(marked)
    #expect(line.rowBefore == before)
    #expect(line.rowAfter == after)
    #expect(line.isAtRowStart == isAtStart)
    #expect(line.isAtRowEnd == isAtEnd)
  }

  @Test(arguments: [
    ("ab|c", nil, nil), ("abc\nd|e", 4, nil), ("a|bc\nde", nil, 4), ("ab\nxyz|", 4, nil),
    ("東京x\nab|c", 5, nil), ("東京x\nabc|", 6, nil), ("|\n", nil, 1), ("abc|\n\nd", nil, 1),
    ("e\u{301}e\u{301}\nab|", 3, nil),
  ])
  func goesToTheRowAboveAndBelow(marked: String, up: Int?, down: Int?) {
    #expect(line(marked).rowUp == up)
    #expect(line(marked).rowDown == down)
  }

  @Test(arguments: [
    ("actor = Ayşe| Yıldız", 4, 7, 4), ("|a b", 0, 1, 0), ("a = |", 4, 0, 2), ("ab, |, c", 4, 3, 4),
    ("e\u{301}a|", 3, 0, 3), ("x\n | y", 3, 2, 3),
  ])
  func findsWords(marked: String, before: Int, after: Int, blank: Int) {
    #expect(line(marked).wordBefore == before)
    #expect(line(marked).wordAfter == after)
    #expect(line(marked).blankBefore == blank)
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
