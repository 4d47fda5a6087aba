import NewsSession
import Testing

@MainActor @Suite struct CompletionTests {
  private let session: NewsSession

  init() throws { session = try SampleCorpus.shared.get() }

  private func items(_ text: String) -> [CompletionItem] {
    session.completions(in: text, at: text.utf8.count).items
  }

  private func labels(_ text: String) -> [String] { items(text).map(\.label) }

  @Test func valuesAreRankedByTheRowsThatAreKept() throws {
    let query = "events where place = Moscow and actor = "
    let counted = try session.answer(
      "events where place = Moscow | count by actor | sort by count desc")
    let first = try #require(items(query).first)
    let result = try #require(counted.result)
    #expect(result[0, 0] == .text(first.label))
    guard case .integer(let count) = result[0, 1] else {
      Issue.record("no count")
      return
    }
    #expect(first.detail.hasPrefix("\(count) of "))
    #expect(first.kind == .value)
    // Without a condition all rows count.
    #expect(items("events where actor = ").first?.detail.contains(" of ") == false)
  }

  @Test func stagesBeforeCountToo() {
    let kept = items("events | where place = Moscow | where actor = ")
    #expect(kept.map(\.detail) == items("events where place = Moscow and actor = ").map(\.detail))
    let either = items("events where place = Moscow or actor = ").first
    #expect(either?.detail.contains(" of ") == false)
  }

  @Test(
    arguments: [
      "Haf", "haftar", "khal", "KHALIFA H", "Hiftar", "Hafter", "khhaf", "Khalfia", "gen. h",
    ])
  func everyNameLeadsToTheEntity(typed: String) {
    #expect(labels("events where actor = " + typed).first == "Khalifa Haftar", "\(typed)")
  }

  @Test func theOtherNameIsTold() {
    let detail = items("events where actor = gen. h").first?.detail ?? ""
    #expect(detail.contains(", also 'Gen. "), "\(detail)")
  }

  @Test func slugsAreOffered() {
    #expect(labels("events where actor = @haf") == ["@khalifa-haftar"])
  }

  @Test func wordsOfAClosedListAreRankedAndCounted() throws {
    let first = try #require(items("events where type = ").first)
    #expect(first.detail.hasSuffix("rows"))
    #expect(labels("events where type = cnsult").first == "CONSULT")
  }

  @Test func slipsOfWordsOfTheLanguageAreMended() {
    #expect(labels("evetns").first == "events")
    #expect(labels("events | tkae").first == "take")
    #expect(labels("events where atcor").first == "actor")
  }

  @Test func valuesOfParametersAreOffered() throws {
    let session = try SampleCorpus.session()
    _ = try session.answer(
      "define visits(who, since = 2019) = events where actor = $who since $since")
    func labels(_ text: String) -> [String] {
      session.completions(in: text, at: text.utf8.count).items.map(\.label)
    }
    #expect(labels("visits(Haf") == ["Khalifa Haftar"])
    #expect(labels("visits(Khalifa Haf") == ["Khalifa Haftar"])
    #expect(labels("visits(who = Haf") == ["Khalifa Haftar"])
    #expect(labels("visits(Haftar, last w") == ["last week"])
    #expect(labels("visits(Haftar, sin") == ["since = "])
  }

  @Test func hostileTextsAreNoTrouble() {
    for text in [
      "events where actor = " + String(repeating: "a ", count: 3_000),
      "events where actor = \u{0}\u{1b}[2J", "events where actor = \"", "visits(((((",
      String(repeating: "(", count: 2_000), "events where actor in (", "🏳️‍🌈🏳️‍🌈",
    ] {
      _ = items(text)
      _ = session.highlights(in: text, at: text.utf8.count)
      _ = session.hint(in: text, at: text.utf8.count / 2)
    }
  }
}
