import Diagnostics
import NewsSession
import Testing

@MainActor @Suite struct LiveTests {
  private let session: NewsSession

  init() throws { session = try SampleCorpus.shared.get() }

  private func kinds(_ text: String) -> [Highlight.Kind] {
    session.highlights(in: text, at: text.utf8.count).map(\.kind)
  }

  @Test func namesThatAreLoadedDifferFromOthers() {
    #expect(kinds("events where actor = Khalifa Haftar ").last == .name)
    #expect(kinds("events where actor = Zzyzx Nobody ").last == .unknownName)
    #expect(kinds("events where actor = Khal") == [.table, .keyword, .field, .mark])
  }

  @Test func wordsOfAClosedListAreNamesToo() {
    #expect(kinds("events where type = CONSULT | newest").contains(.name))
  }

  @Test func dotCommandsAreNoStatements() {
    #expect(kinds(".load x").isEmpty && kinds("?where").isEmpty && kinds("").isEmpty)
    #expect(session.hint(in: ".help", at: 3) == nil)
  }

  @Test func whatIsWrongIsMarked() {
    let wrong = session.highlights(in: "events where aktor = x | newest", at: 31).filter(\.isWrong)
    #expect(wrong.map(\.range) == [SourceRange(13, 18)])
  }

  @Test func aHintTellsOfANameAndItsSpellings() throws {
    let hint = try #require(session.hint(in: "events where actor = Haftar", at: 24))
    #expect(hint.hasPrefix("Khalifa Haftar, person, ") && hint.contains("mentions; also '"))
  }

  @Test func aHintTellsOfAFieldAndItsValues() throws {
    let hint = try #require(session.hint(in: "events where actor = x", at: 15))
    #expect(hint.hasPrefix("actor: person, organization or place, who did it; "))
    #expect(hint.hasSuffix(" values"))
  }

  @Test func aHintTellsOfADefinition() throws {
    let session = try SampleCorpus.session()
    _ = session.run(
      SourceText(
        name: "query", text: "## meetings of one\ndefine visits(who) = events where actor = $who"))
    let hint = try #require(session.hint(in: "visits(Haftar)", at: 3))
    #expect(hint == "visits(who: entity): meetings of one")
    let parts = session.highlights(in: "visits(Khalifa Haftar) ", at: 23)
    #expect(parts.map(\.kind) == [.table, .mark, .name, .mark])
  }

  @Test func whatWasLookedAtLastIsForgottenWithWhatIsLoaded() throws {
    let session = NewsSession()
    let query = "events where actor = Nadeem Torvald"
    func labels() -> [String] { session.completions(in: query, at: 31).items.map(\.label) }
    func kind() -> Highlight.Kind? { session.highlights(in: query + " ", at: 36).last?.kind }
    session.prepareCompletions()
    #expect(labels().isEmpty && kind() == .unknownName)
    try session.add([
      Article(
        id: "a", text: "Minister Nadeem Torvald visited France on 3 March 2021.")
    ])
    #expect(labels() == ["Nadeem Torvald"] && kind() == .name)
  }

  @Test func marksOfTheirOwnMoveWhatFollows() {
    let letter = "events # \u{e9}\u{e9}\n| newest"
    let marks = "events # e\u{301}e\u{301}\n| newest"
    let first = session.highlights(in: letter, at: 6).last?.range
    let second = session.highlights(in: marks, at: 6).last?.range
    #expect(first?.upper == letter.utf8.count && second?.upper == marks.utf8.count)
  }
}
