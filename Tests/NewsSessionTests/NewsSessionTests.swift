import NewsSession
import Testing

@Suite struct NewsSessionTests {
  private let session: NewsSession

  init() throws { session = try SampleCorpus.session() }

  @Test func aPipeGoesOnFromTheLastQuery() throws {
    _ = try session.answer("articles where id = *visit")
    #expect(try session.rows("| count") == [["1"]])
    let answer = try session.answer("| explain")
    #expect(answer.canonical?.hasPrefix("articles where id = ") == true)
  }

  @Test func aPipeWithoutAQueryBeforeItIsAnError() throws {
    let fresh = NewsSession()
    #expect(fresh.run(SourceText(name: "query", text: "| count")).hasErrors)
  }

  @Test func anErrorLeavesTheSessionAsItWas() throws {
    _ = try session.answer("articles")
    #expect(session.run(SourceText(name: "query", text: "events where aktor = x")).hasErrors)
    #expect(try session.rows("| count") == [["5"]])
  }

  @Test func aNameThatNothingMatchesIsAWarningAndAnErrorInStrictMode() throws {
    let query = SourceText(name: "query", text: "events where actor = Rumpelstiltskin")
    let answer = session.run(query)
    #expect(!answer.hasErrors)
    #expect(answer.result?.rowCount == 0)
    #expect(answer.diagnostics.map(\.severity) == [.warning])
    #expect(answer.trail.last?.count == 0)
    session.options.isStrict = true
    #expect(session.run(query).hasErrors)
  }

  @Test func parametersComeFromOutsideFirst() throws {
    _ = try session.answer("param who = Putin")
    #expect(try session.rows("entities where name = $who | show name") == [["Vladimir Putin"]])
    session.options.parameters = ["who": "Peskov"]
    _ = try session.answer("param who = Putin")
    #expect(try session.rows("entities where name = $who | show name") == [["Dmitry Peskov"]])
  }

  @Test func unknownValuesAreCounted() throws {
    let all = try session.rows("events").count
    let answer = try session.answer("events where place != Moscow")
    let known = try session.rows("events where place is known").count
    #expect(answer.unknownCount == all - known)
    let moscow = try session.rows("events where place = Moscow").count
    #expect(answer.result?.rowCount == known - moscow)
  }

  @Test func loadingMoreKeepsOldResultsAndIds() throws {
    let old = try #require(try session.answer("events | sort by id | show id, type").result)
    let before = (0..<old.rowCount).map { old.values(ofRow: $0) }
    var article = Article(
      id: "more", text: "Oslo (AP) - The Norwegian minister Kari Berg visited Ghana on Monday.")
    article.published = NewsDate(iso: "2021-06-02")
    try session.add([article])
    #expect(session.rowCount(of: .articles) == 6)
    #expect((0..<old.rowCount).map { old.values(ofRow: $0) } == before)
    let ids = Set(try session.rows("events | show id").map { $0[0] })
    #expect(before.allSatisfy { ids.contains($0[0].plain) })
  }

  @Test func anotherLanguageIsSearchedButHasNoEvents() throws {
    let fresh = NewsSession()
    try fresh.add([
      Article(
        id: "pont",
        text: "Le président du Ghana Kofi Mensah a visité le Togo lundi, et il a rencontré les "
          + "pêcheurs dans le port de la ville.")
    ])
    #expect(try fresh.rows("articles search \"pêcheurs\" | show id, language") == [["pont", "fr"]])
    #expect(fresh.rowCount(of: .events) == 0)
    #expect(fresh.rowCount(of: .entities) == 0)
  }

  @Test func whatCannotBeLoadedIsNamed() {
    let fresh = NewsSession()
    let report = fresh.load([SampleCorpus.folder, "/no/such/file.txt"])
    #expect(report.articleCount == 5)
    #expect(report.failures == [.init(path: "/no/such/file.txt", reason: "no such file or folder")])
  }

  @Test(arguments: [
    ("eve", "events"), ("events where act", "actor"),
    ("events where actor = Khal", "Khalifa Haftar"),
    ("events where type = CONS", "CONSULT"), ("events | so", "sort by"),
    ("mentions where entity = Yun", "Yunus-Bek Yevkurov"),
  ])
  func completes(_ text: String, _ expected: String) {
    let found = session.completions(in: text, at: text.utf8.count)
    #expect(found.items.contains { $0.insertion == expected }, "\(found.items.map(\.insertion))")
  }

  @Test(arguments: [
    "", "\0", "events where actor = \0", String(repeating: "(", count: 10_000),
    "events where " + String(repeating: "(", count: 10_000),
    "events " + String(repeating: "| ", count: 10_000),
    String(repeating: "é", count: 100_000), "events where title ~ /((((((a*)*)*)*)*)*b/",
  ])
  func survivesAnything(_ text: String) {
    let answer = session.run(SourceText(name: "query", text: text))
    for diagnostic in answer.diagnostics {
      #expect(diagnostic.range.lower >= 0 && diagnostic.range.upper <= text.utf8.count)
    }
  }

  @Test func aMegabyteIsAnsweredWithAnError() {
    let text = "events where " + String(repeating: "actor = x and ", count: 75_000)
    #expect(session.run(SourceText(name: "query", text: text)).hasErrors)
  }

  @Test func queriesStopWhenAsked() {
    let answer = session.run(SourceText(name: "query", text: "mentions")) { true }
    #expect(answer.isCancelled)
    #expect(answer.result == nil)
  }
}
