import Testing

@testable import Shell

@Suite struct ScreenLayoutTests {
  @Test(arguments: [
    ("", 0, 2), ("abc", 0, 5), ("abcdefgh", 1, 0), ("abcdefghi", 1, 1), ("a\nbc", 1, 2),
    ("abcdefgh\nx", 2, 1), ("東京", 0, 6), ("abcdefg東", 1, 2), ("e\u{301}", 0, 3), ("\u{1}", 0, 4),
    ("a\tb", 0, 9),
  ])
  func places(text: String, row: Int, column: Int) {
    let layout = ScreenLayout(columns: 10, promptWidth: 2) { scalar in
      scalar.value >= 0x1100 ? 2 : scalar == "\u{301}" ? 0 : 1
    }
    #expect(layout.place(after: text) == ScreenLayout.Place(row: row, column: column))
  }

  @Test(arguments: [0, 1, 2]) func standsNarrowTerminals(columns: Int) {
    let layout = ScreenLayout(columns: columns, promptWidth: 10) { _ in 2 }
    #expect(layout.place(after: "東京 a\n\t").column <= max(1, columns))
  }
}
