import NewsSession
import Testing

/// Why rows are there.
@MainActor @Suite struct WhyTests {
  private static let articles: [(id: String, source: String, published: String?, text: String)] = [
    (
      "quay", "The Quay", "2024-03-06",
      "OSLO - President Ada Brook met Prime Minister Carl Dorn in Oslo on Tuesday. "
        + "\"We have agreed to open the northern harbour in spring,\" Brook said."
    ),
    (
      "post", "The Morning Post", "2024-03-07",
      "Norwegian Prime Minister Carl Dorn met President Brook this week. "
        + "Police arrested 12 protesters in Bergen."
    ),
  ]

  private static let shared = Result { try makeSession() }

  private static func makeSession() throws -> NewsSession {
    let session = NewsSession()
    try session.add(
      articles.map { entry in
        var article = Article(id: entry.id, text: entry.text)
        article.source = entry.source
        article.published = entry.published.flatMap { NewsDate(iso: $0) }
        return article
      })
    return session
  }

  /// The explanation of the first row of a query.
  private static func why(_ query: String) throws -> Explanation {
    let session = try shared.get()
    _ = try session.answer(query)
    return try session.why(row: 1)
  }

  /// Each mark as `labels: words`.
  private static func marks(_ passage: Explanation.Passage) -> [String] {
    let bytes = Array(passage.text.utf8)
    return passage.marks.map { mark in
      let words = String(decoding: bytes[mark.range.lower..<mark.range.upper], as: UTF8.self)
      return "\(mark.labels.joined(separator: "+")): \(words)"
    }
  }

  private static func fact(_ label: String, _ explanation: Explanation) -> [String] {
    explanation.facts.filter { $0.label == label }.map(\.text)
  }

  @Test func aReportShowsItsWordsAndRules() throws {
    let why = try Self.why("reports where type = CONSULT and article = quay")
    let passage = try #require(why.passages.first)
    #expect(
      Self.marks(passage) == [
        "actor: Ada Brook", "action: met", "actor: Carl Dorn", "place: Oslo", "date: Tuesday",
      ])
    #expect(Self.fact("article", why) == ["quay, The Quay, 2024-03-06"])
    #expect(Self.fact("actor", why).first?.contains("(@ada-brook): 'Ada Brook'") == true)
    #expect(Self.fact("date", why).first?.hasPrefix("2024-03-05: ") == true)
    #expect(Self.fact("frame", why).first?.hasPrefix("verb meet") == true)
  }

  @Test func anInferredPlaceNamesItsSource() throws {
    let why = try Self.why("reports where type = CONSULT and inferred = place")
    let place = try #require(Self.fact("place", why).first)
    #expect(place.hasPrefix("Oslo (@oslo), inferred: "))
    #expect(place.contains("quay, The Quay"))
  }

  @Test func anEventShowsAllItsReportsAndWhatMergedThem() throws {
    let why = try Self.why("events where type = CONSULT and reports = 2")
    #expect(Self.fact("reports", why) == ["2 in 2 articles"])
    #expect(Self.fact("sources", why) == ["2 independent: quay; post"])
    #expect(why.parts.count == 2)
    #expect(why.parts.first.map { !Self.fact("frame", $0).isEmpty } == true)
    let merged = try #require(why.parts.last.flatMap { Self.fact("merged", $0).first })
    #expect(merged.contains("same type and parties"))
    #expect(merged.contains("dates 2024-03-04/2024-03-10 and 2024-03-05 agree"))
  }

  @Test func anEntitySaysWhyItsNamesAreOne() throws {
    let names = Self.fact("name", try Self.why("entities where id = @ada-brook"))
    #expect(names.first == "Ada Brook: the name itself, 1 article")
    #expect(names.contains("Brook: the last name, 2 articles"))
    #expect(names.contains("President Brook: with a title, 1 article"))
  }

  @Test func quotationsAndFiguresAreMarked() throws {
    let quote = try Self.why("quotes where speaker = Brook")
    let passage = try #require(quote.passages.first)
    #expect(
      Self.marks(passage) == [
        "quote: We have agreed to open the northern harbour in spring", "speaker: Brook",
      ])
    let figure = try Self.why("figures where low = 12")
    #expect(try Self.marks(#require(figure.passages.first)) == ["figure: 12 protesters"])
    #expect(Self.fact("amount", figure) == ["12"])
  }

  @Test func mentionsArticlesAndSourcesAreExplained() throws {
    let mention = try Self.why("mentions where text = Brook")
    #expect(try Self.marks(#require(mention.passages.first)) == ["name: Brook"])
    #expect(Self.fact("entity", mention) == ["Ada Brook (@ada-brook): the last name"])
    let article = try Self.why("articles where id = quay")
    #expect(Self.fact("source", article) == ["The Quay"])
    #expect(Self.fact("read", article).count == 1)
    let source = try Self.why("sources where name = The Quay")
    #expect(Self.fact("article", source) == ["quay, The Quay, 2024-03-06"])
  }

  @Test func rowsThatStandForManySaySo() throws {
    let session = try Self.shared.get()
    _ = try session.answer("events where type = CONSULT | count by place")
    #expect(
      throws: ExplanationError.derivedRow(
        stage: "count by place", rows: "events where type = CONSULT")
    ) { try session.why(row: 1) }
  }

  @Test func rowsThatAreNotThereAreRefused() throws {
    let session = try Self.shared.get()
    _ = try session.answer("sources")
    #expect(throws: ExplanationError.noSuchRow(3, count: 2)) { try session.why(row: 3) }
    #expect(throws: ExplanationError.noSuchRow(0, count: 2)) { try session.why(row: 0) }
    #expect(throws: ExplanationError.noResult) { try NewsSession().why(row: 1) }
    _ = try session.answer("events where type = AID and type = ASSAULT")
    #expect(throws: ExplanationError.noRows) { try session.why(row: 1) }
  }

  @Test func explanationsKeepToTheRowsThatWereShown() throws {
    let session = try Self.makeSession()
    _ = try session.answer("entities where id = @carl-dorn")
    session.correct([NameCorrection("Carl Dorn", .same, "Ada Brook")])
    #expect(try session.why(row: 1).title == "person Carl Dorn (@carl-dorn)")
  }

  /// Every row of every table of the sample leads back to words, and no mark lies outside them.
  @Test(arguments: Table.allCases) func everyRowOfTheSampleIsExplained(_ table: Table) throws {
    let session = try SampleCorpus.shared.get()
    let result = try #require(session.answer(table.name).result)
    for row in 0..<result.rowCount {
      let why = try session.why(row: row + 1)
      let passages = why.passages + why.parts.flatMap(\.passages)
      #expect(!why.facts.isEmpty)
      if table != .articles, table != .sources { #expect(!passages.isEmpty, "\(why.title)") }
      for passage in passages {
        let whole = TextRange(0, passage.text.utf8.count)
        #expect(passage.marks.allSatisfy { whole.contains($0.range) && !$0.range.isEmpty })
      }
    }
  }

  @Test func aDateTakenFromAnotherEventNamesIt() throws {
    let session = NewsSession()
    var dated = Article(
      id: "dated", text: "President Ada Brook met Prime Minister Carl Dorn in Oslo on 5 March 2024."
    )
    dated.published = NewsDate(iso: "2024-03-07")
    let undated = Article(
      id: "undated",
      text: "President Ada Brook met Prime Minister Carl Dorn in Oslo on Tuesday. "
        + "Norway expelled two Swedish diplomats on Tuesday.")
    try session.add([dated, undated])
    _ = try session.answer("reports where type = SANCTION")
    let date = try #require(Self.fact("date", session.why(row: 1)).first)
    #expect(date.hasPrefix("2024-03-05, inferred: the article has only 'Tuesday'"), "\(date)")
    #expect(
      date.contains("it follows from report")
        && date.contains("of event e"), "\(date)")
    _ = try session.answer("reports where type = CONSULT and article = undated")
    let own = try #require(Self.fact("date", session.why(row: 1)).first)
    #expect(own.contains("of the same event gives it"), "\(own)")
  }
}
