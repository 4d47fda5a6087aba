import Testing

@testable import Shell

@Suite struct HistoryRecallTests {
  private let entries = ["events", "entities", "events since 2023", "quotes", "events | take 5"]

  @Test func findsWhatBeginsAlike() {
    var walk = HistoryRecall(from: EditedLine(text: "ev", cursor: 2))
    #expect(walk.goOlder(in: entries) == "events | take 5")
    #expect(walk.goOlder(in: entries) == "events since 2023")
    #expect(walk.goOlder(in: entries) == "events")
    #expect(walk.goOlder(in: entries) == nil)
    #expect(walk.goNewer(in: entries)?.text == "events since 2023")
    #expect(walk.goNewer(in: entries)?.text == "events | take 5")
    #expect(walk.goNewer(in: entries) == EditedLine(text: "ev", cursor: 2))
    #expect(walk.goNewer(in: entries) == nil)
  }

  @Test func goesThroughAllWhereNothingIsTyped() {
    var walk = HistoryRecall(from: EditedLine(text: "", cursor: 0))
    var shown: [String] = []
    while let entry = walk.goOlder(in: entries) { shown.append(entry) }
    #expect(shown == entries.reversed())
  }

  @Test func looksOnlyAtWhatStandsBeforeTheCursor() {
    var walk = HistoryRecall(from: EditedLine(text: "eXYZ", cursor: 1))
    #expect(walk.goOlder(in: entries) == "events | take 5")
  }

  @Test func passesOverTheLineItself() {
    var walk = HistoryRecall(from: EditedLine(text: "events", cursor: 6))
    #expect(walk.goOlder(in: entries) == "events | take 5")
    #expect(walk.goOlder(in: entries) == "events since 2023")
    #expect(walk.goOlder(in: entries) == nil)
  }

  @Test func standsAHistoryThatShrinks() {
    var walk = HistoryRecall(from: EditedLine(text: "", cursor: 0))
    for _ in 0..<3 { _ = walk.goOlder(in: entries) }
    #expect(walk.goOlder(in: []) == nil)
    #expect(walk.goNewer(in: [])?.text == "")
  }
}
