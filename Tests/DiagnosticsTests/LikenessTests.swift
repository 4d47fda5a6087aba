import Diagnostics
import Testing

@Suite struct LikenessTests {
  @Test(
    arguments: [
      ("evnts", "events", true), ("evetns", "events", true), ("khaftar", "khalifa haftar", true),
      ("khh", "khalifa haftar", true), ("hifter", "haftar", true), ("hifter", "hafter", true),
      ("mrkl", "merkel", true), ("ab", "xab", false), ("zz", "events", false),
      ("haf", "hxxxxxxxxxxxxxxxxxxxaf", true), ("haftar", "hello", false), ("cnt", "count", true),
    ])
  func tells(typed: String, text: String, isLike: Bool) throws {
    let likeness = try #require(Likeness(typed))
    #expect((likeness.distance(to: text) != nil) == isLike)
  }

  @Test func beginningsOfWordsComeFirst() throws {
    let likeness = try #require(Likeness("khh"))
    let words = try #require(likeness.distance(to: "khalifa haftar"))
    let inside = try #require(likeness.distance(to: "kahshah"))
    #expect(words < inside)
    #expect(try #require(likeness.distance(to: "khh")) == 0)
  }

  @Test func needsSomethingToGoBy() {
    #expect(Likeness("a") == nil && Likeness("") == nil)
    #expect(Likeness(String(repeating: "x", count: 100)) == nil)
  }

  @Test func longTextsAreNoTrouble() throws {
    let likeness = try #require(Likeness(String(repeating: "ab", count: 16)))
    _ = likeness.distance(to: String(repeating: "ab ", count: 100_000))
    _ = likeness.distance(to: "a")
  }
}
