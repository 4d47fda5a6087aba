import Testing

@testable import Shell

@Suite struct FittedTextTests {
  @Test(arguments: [
    ("Zürich", 6, "Zürich", "Zürich"), ("Zürich", 4, "Zür…", "…ich"), ("東京都", 6, "東京都", "東京都"),
    ("東京都", 5, "東京…", "…京都"), ("東京都", 4, "東…", "…都"), ("abc", 1, "…", "…"), ("abc", 0, "", ""),
    ("", 0, "", ""),
  ])
  func isCut(text: String, width: Int, start: String, end: String) {
    #expect(fitted(text, to: width) == start)
    #expect(fittedAtEnd(text, to: width) == end)
  }

  @Test func isFilled() {
    #expect(filled("東", to: 4) == "東  ")
    #expect(filled("abc", to: 2) == "abc")
  }
}
