import NewsSession
import Testing

/// What the five sample articles say together, which a reader can check by hand.
@MainActor @Suite struct StoryTests {
  private let session: NewsSession

  init() throws { session = try SampleCorpus.shared.get() }

  @Test func theVisitIsOneEventOfThreeArticles() throws {
    let visits = try session.rows(
      "events where actor = Haftar and mode = visit and place = Moscow | show date, sources, reports"
    )
    #expect(visits == [["2023-09-26", "3", "3"]])
    let articles = try session.rows(
      "events where actor = Haftar and mode = visit and place = Moscow | reports | distinct article"
    )
    #expect(
      Set(articles.map { $0[0] })
        == ["haftar-lands-in-russia", "flood-aftermath-visit", "strongman-meets-putin"])
  }

  @Test func theTalksAreOneEventOfTwoArticles() throws {
    let query = "events where actor = Putin and type = CONSULT and status = happened in 2023-09"
    #expect(
      try session.rows(query + " | show date, who, place")
        == [["2023-09-28", "Khalifa Haftar, Sergei Shoigu, Vladimir Putin", "Moscow"]])
    #expect(
      Set(try session.rows(query + " | reports | distinct article").map { $0[0] })
        == ["strongman-meets-putin", "renegade-general"])
  }

  @Test func anAgencysTextAndItsRewriteAreOneSource() throws {
    let sources = try session.rows(
      "events where actor = Putin and type = CONSULT and status = happened in 2023-09 | show sources"
    )
    #expect(sources == [["1"]])
  }

  @Test func threeSpellingsAreOneMan() throws {
    let rows = try session.rows("entities where name = Yevkurov | show kind, aliases, articles")
    #expect(rows.count == 1)
    let row = try #require(rows.first)
    #expect(row[0] == "person")
    for form in ["Yunus-Bek Yevkurov", "Yunus-bek Yevkurov", "Yunus Bek Yevkurov", "Yevkurov"] {
      #expect(row[1].contains(form))
    }
    #expect(row[2] == "5")
  }

  @Test func quotationsHaveTheirSpeakers() throws {
    let quotes = try session.rows("quotes where speaker = Peskov | show text, article")
    #expect(
      quotes == [
        ["The talk was about Libya and about the whole of the region", "strongman-meets-putin"]
      ])
  }

  @Test func figuresHaveTheirBounds() throws {
    let figures = try session.rows(
      "figures where text ~ fighters | sort by article | show low, high, article")
    #expect(
      figures == [
        ["2000.0", "", "flood-aftermath-visit"], ["", "1200.0", "haftar-lands-in-russia"],
      ])
  }

  @Test func pageFurnitureIsNotRead() throws {
    #expect(try session.rows("events where who = House of Representatives").isEmpty)
    #expect(try session.rows("articles search \"stand up for a free press\"").isEmpty)
    #expect(
      try session.rows("articles where source = The Moscow Times | show id")
        == [["delegation-in-libya"]])
  }
}
