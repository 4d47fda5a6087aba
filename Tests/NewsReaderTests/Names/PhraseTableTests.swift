import Testing

@testable import NewsReader

struct PhraseTableTests {
  private var table: PhraseTable<Int> {
    var table = PhraseTable<Int>()
    table["al qaeda"] = 1
    table["red"] = 2
    table["red sea port"] = 3
    return table
  }

  @Test(arguments: [
    (["al", "qaeda"], 2, 1), (["al qaeda", "said"], 1, 1), (["red", "sea", "port"], 3, 3),
    (["red", "sea"], 1, 2), (["red", "", "sea", "port"], 4, 3),
  ])
  func longestMatch(_ words: [String], _ end: Int, _ value: Int) {
    let match = table.longestMatch(in: words, from: 0, to: words.count)
    #expect(match?.end == end)
    #expect(match?.value == value)
  }

  @Test(arguments: [["sea"], ["al"], ["qaeda"], ["", "red"], []])
  func noMatch(_ words: [String]) {
    #expect(table.longestMatch(in: words, from: 0, to: words.count) == nil)
  }

  @Test func removal() {
    var table = table
    table["red"] = nil
    #expect(table["red"] == nil)
    #expect(table["red sea port"] == 3)
  }
}
