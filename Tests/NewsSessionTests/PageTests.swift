import Testing

@testable import NewsSession

@MainActor @Suite struct PageTests {
  private static func page(_ query: String) throws -> Page {
    let session = try SampleCorpus.shared.get()
    _ = try session.answer(query)
    return try #require(session.page())
  }

  @Test func thereIsNoPageBeforeTheFirstResult() { #expect(NewsSession().page() == nil) }

  @Test func eventsHaveTheirReports() throws {
    let page = try Self.page("events where actor = Haftar | save \"x.html\"")
    #expect(page.query == "events where actor = Haftar")
    #expect(page.noun == "events")
    #expect(page.rows.count == page.table.rowCount)
    let session = try SampleCorpus.shared.get()
    for (index, row) in page.rows.enumerated() {
      let why = try session.why(row: index + 1)
      #expect(row.evidenceCount == why.parts.count)
      #expect(row.lanes.contains("Khalifa Haftar"))
      let shown = Set(row.evidence.flatMap { $0.passages.map(\.text) })
      #expect(shown.isSuperset(of: why.parts.flatMap { $0.passages.map(\.text) }))
      #expect(row.evidence.allSatisfy { $0.passages.contains { !$0.marks.isEmpty } })
    }
    #expect(page.meetings.contains { $0.parties.contains("Khalifa Haftar") })
  }

  @Test func deniedEventsAreNoMeetings() throws {
    let denied = try Self.page("events where status = denied")
    #expect(!denied.rows.isEmpty)
    #expect(denied.meetings.isEmpty)
  }

  @Test func whatIsShownDoesNotChangeWhatIsKnown() throws {
    let page = try Self.page("events where type = CONSULT | show action, sources")
    #expect(page.rows.contains { $0.date != nil && !$0.lanes.isEmpty })
    #expect(page.rows.allSatisfy { $0.tone == .cooperative && $0.category == "CONSULT" })
  }

  @Test func entitiesAreTiedByTheirEvents() throws {
    let page = try Self.page("entities | top 20 by mentions")
    let names = Set(
      try SampleCorpus.shared.get().rows("entities | top 20 by mentions | show name").joined())
    #expect(!page.meetings.isEmpty)
    #expect(page.meetings.allSatisfy { $0.parties.count > 1 && names.isSuperset(of: $0.parties) })
    #expect(page.rows.allSatisfy { $0.measure != nil })
  }

  @Test func rowsThatStandForManyHaveTheirCellsAlone() throws {
    let page = try Self.page("events | count by type")
    #expect(page.rows.isEmpty && page.meetings.isEmpty)
    #expect(page.noun == "rows")
    #expect(page.text().contains("id=\"bars\""))
  }

  /// Every table makes a page, each row with words of an article.
  @Test(arguments: Table.allCases) func everyTableMakesAPage(_ table: Table) throws {
    let page = try Self.page(table.name)
    #expect(!page.rows.isEmpty)
    if table != .entities { #expect(page.rows.allSatisfy { !$0.evidence.isEmpty }) }
    #expect(page.text().contains("id=\"r\(page.table.rowCount)\""))
  }

  @Test func aPageKeepsToTheResultThatItShows() throws {
    let session = try SampleCorpus.session()
    _ = try session.answer("entities where name = Haftar")
    session.correct([NameCorrection("Khalifa Haftar", .same, "Vladimir Putin")])
    #expect(session.page()?.rows.map(\.label) == ["Khalifa Haftar"])
  }

  @Test(arguments: ["a", "é", "李", "🏴"])
  func aLongPassageIsShownFromItsFirstMark(_ letter: String) {
    let before = String(repeating: letter, count: 5_000)
    let start = before.utf8.count
    let passage = Explanation.Passage(
      article: "x", text: before + "met" + before, range: TextRange(0, 2 * start + 3),
      marks: [
        .init(labels: ["action"], range: TextRange(start, start + 3)),
        .init(labels: ["place"], range: TextRange(2 * start - 8, 2 * start)),
      ])
    let shown = PageEvidence.Passage(passage)
    #expect(shown.text.utf8.count < 1_600)
    #expect(shown.text.hasPrefix("…" + letter) && shown.text.hasSuffix(letter + "…"))
    #expect(shown.marks.map(\.labels) == [["action"]])
    let words = shown.marks.first.map { mark in
      String(decoding: Array(shown.text.utf8)[mark.range.lower..<mark.range.upper], as: UTF8.self)
    }
    #expect(words == "met")
  }
}
