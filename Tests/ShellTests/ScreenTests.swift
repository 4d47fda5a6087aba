import Testing

@Suite struct ScreenTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var written: String
    var rows: [String]
    var testDescription: String { written.debugDescription }
  }

  @Test(arguments: [
    Case(written: "one\r\ntwo", rows: ["one", "two"]),
    Case(written: "abcdefghijkl", rows: ["abcdefghij", "kl"]),
    Case(written: "abcdefghij\r\nk", rows: ["abcdefghij", "k"]),
    Case(written: "abcdefghi東", rows: ["abcdefghi", "東"]),
    Case(written: "e\u{301}x", rows: ["e\u{301}x"]),
    Case(written: "abc\r\u{1b}[Kd", rows: ["d"]),
    Case(written: "abc\u{1b}[2D\u{1b}[P", rows: ["ac"]),
    Case(written: "abc\u{1b}[2D\u{1b}[@x", rows: ["axbc"]),
    Case(written: "abc\r\u{1b}[4hx\u{1b}[4ly", rows: ["xybc"]),
    Case(written: "a\r\nb\r\nc\r\nd", rows: ["b", "c", "d"]),
    Case(written: "one\r\ntwo\u{1b}[A\r\u{1b}[J", rows: []),
    Case(written: "\u{1b}[31mred\u{1b}[0m", rows: ["red"]),
  ])
  func shows(_ example: Case) {
    var screen = Screen(columns: 10, rows: 3)
    screen.feed(Array(example.written.utf8))
    #expect(screen.rows == example.rows)
  }

  @Test func waitsForTheRestOfACharacter() {
    var screen = Screen(columns: 10, rows: 3)
    Array("ğ東é".utf8).forEach { screen.feed([$0]) }
    #expect(screen.rows == ["ğ東é"])
  }
}
