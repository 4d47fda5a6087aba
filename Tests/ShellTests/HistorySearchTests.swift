import Diagnostics
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

  private let plain = Style(isColored: false)

  @Test func showsCountAndEntry() {
    #expect(
      search("count").rows(width: 60, height: 5, style: plain)
        == ["search (1 of 1): count", "events", "  | count by place"])
    #expect(search("no").rows(width: 60, height: 5, style: plain) == ["search (no match): no"])
    #expect(
      search("").rows(width: 60, height: 1, style: plain) == ["search (1 of 4): "])
  }

  @Test func showsTheRowsAboutTheMatch() {
    let search = HistorySearch(
      [(1...9).map { "row \($0)" }.joined(separator: "\n")], pattern: "W 6")
    #expect(
      search.rows(width: 60, height: 4, style: plain)
        == ["search (1 of 1): W 6", "row 6", "row 7", "… 7 more rows"])
    #expect(
      search.rows(width: 60, height: 2, style: plain) == ["search (1 of 1): W 6", "row 6"])
  }

  @Test(arguments: [("celik", "Çelik"), ("ÇEL", "Çel"), ("= ç", "= Ç"), ("events", "events")])
  func marksTheMatch(pattern: String, match: String) {
    let style = Style(isColored: true)
    let rows = search(pattern).rows(width: 60, height: 5, style: style)
    #expect(rows.contains { $0.contains(style.dressed(match, as: .match)) })
  }

  @Test func showsTheMatchOnANarrowScreen() {
    let search = HistorySearch(["quotes where speaker = \"Ayşe Yıldız\""], pattern: "yıldız")
    #expect(search.rows(width: 20, height: 3, style: plain)[1] == "…aker = \"Ayşe Yıldız")
  }

  @Test(arguments: [1, 5, 20, 30], [1, 2, 5]) func keepsToTheRoom(width: Int, height: Int) {
    let search = HistorySearch(["a\nb\n東京 東京 東京 \u{1b}[31m\nc\nd\ne"], pattern: "東京 東京")
    let rows = search.rows(width: width, height: height, style: plain)
    #expect(rows.count <= height)
    for row in rows {
      #expect(row.allSatisfy { $0 != "\u{1b}" })
      #expect(displayWidth(row) <= width + 1)
    }
  }
}
