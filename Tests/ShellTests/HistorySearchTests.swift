import Testing

@testable import Shell

@Suite struct HistorySearchTests {
  private let entries = [
    "events where actor = Çelik", "quotes where speaker = Çelik", "entities | take 5",
    "events\n  | count by place",
  ]

  private func search(_ pattern: String) -> HistorySearch {
    var search = HistorySearch(entries)
    pattern.unicodeScalars.forEach { search.type($0) }
    return search
  }

  @Test(arguments: [
    ("", 4), ("celik", 2), ("ÇELIK", 2), ("çelik", 2), ("events", 2), ("| take", 1), ("zzz", 0),
    ("=", 2), ("count by", 1),
  ])
  func finds(pattern: String, count: Int) {
    #expect(search(pattern).matches.count == count)
    #expect(HistorySearch(entries, pattern: pattern).matches == search(pattern).matches)
  }

  @Test func goesFromTheLatestToTheOldest() {
    var search = search("celik")
    #expect(search.selection == "quotes where speaker = Çelik")
    var moves = [search.goOlder()]
    #expect(search.selection == "events where actor = Çelik")
    moves += [search.goOlder(), search.goNewer(), search.goNewer()]
    #expect(moves == [true, false, true, false])
  }

  @Test func staysWithTheEntryThatIsShown() {
    var search = search("e")
    while search.selection?.hasPrefix("events where") != true { _ = search.goOlder() }
    search.type("v")
    #expect(search.selection == "events where actor = Çelik")
    search.erase()
    #expect(search.selection == "events where actor = Çelik")
    search.clear()
    #expect(search.selection == entries.last)
  }

  @Test func showsTwoRows() {
    #expect(
      search("count").rows(width: 60) == ["search (1 of 1): count", "events ⏎ | count by place"])
    #expect(search("no").rows(width: 60) == ["search (no match): no", ""])
  }

  @Test(arguments: [1, 5, 20, 30]) func keepsToTheWidth(width: Int) {
    let search = HistorySearch(["東京 東京 東京 \u{1b}[31m"], pattern: "東京 東京")
    for row in search.rows(width: width) {
      #expect(row.allSatisfy { $0 != "\u{1b}" })
      #expect(ScreenLayout(columns: 1000, promptWidth: 0).place(after: row).column <= width + 1)
    }
  }
}
