import NewsModel
import Testing

@testable import NewsStore

@Suite struct NewsStoreTests {
  @Test func anEmptyStoreHasNoRows() {
    let snapshot = NewsStore().snapshot
    for table in Table.allCases {
      #expect(snapshot.rowCount(of: table) == 0)
      for position in table.schema.fields.indices {
        _ = snapshot.column(FieldID(table: table, position: position))
      }
    }
    #expect(snapshot.checkInvariants() == [])
    #expect(snapshot.text.articles(containing: ["word"]).isEmpty)
    #expect(snapshot.names.matches("anybody").isEmpty)
    #expect(snapshot.names.nearest("anybody", count: 3).isEmpty)
  }

  @Test func everyCellOfRandomArticlesCanBeMade() {
    var random = RandomArticles(seed: 1)
    let store = NewsStore()
    store.append(random.next(50))
    let snapshot = store.snapshot
    #expect(snapshot.rowCount(of: .articles) == 50)
    #expect(snapshot.checkInvariants() == [])
    for table in Table.allCases {
      #expect(snapshot.rowCount(of: table) > 0)
      for position in table.schema.fields.indices {
        let field = FieldID(table: table, position: position)
        for row in 0..<UInt32(snapshot.rowCount(of: table)) { _ = snapshot.value(field, row: row) }
      }
    }
  }

  @Test func idsAreMadeUnique() {
    let store = NewsStore()
    for id in ["x", "x", "x-2", "", "x", ""] {
      store.append([AnnotatedArticle(article: Article(id: id, text: "text"))])
    }
    let ids = store.snapshot.texts(.articles, "id").sorted()
    #expect(ids == ["article", "article-2", "x", "x-2", "x-2-2", "x-3"])
  }

  @Test func aBatchIsAddedWholeOrNotAtAll() {
    var random = RandomArticles(seed: 3)
    let articles = random.next(40)
    let whole = NewsStore()
    whole.append(articles)
    let store = NewsStore()
    store.append(Array(articles[..<10]))
    let before = store.snapshot
    var abandoned = store.makeBatch()
    abandoned.append(articles[20])
    #expect(abandoned.count == 1)
    var batch = store.makeBatch()
    for article in articles[10...] { batch.append(article) }
    #expect(batch.count == 30)
    #expect(store.snapshot.rowCount(of: .articles) == 10)
    store.append(batch)
    #expect(before.rowCount(of: .articles) == 10)
    #expect(store.snapshot.checkInvariants() == [])
    for table in Table.allCases {
      #expect(store.snapshot.rowCount(of: table) == whole.snapshot.rowCount(of: table))
    }
    #expect(store.snapshot.texts(.articles, "id") == whole.snapshot.texts(.articles, "id"))
  }

  @Test func articlesStandInTheOrderOfTimeAndThoseWithoutADateLast() {
    let store = NewsStore()
    for (id, date) in [("b", "2024-03-05"), ("c", nil), ("a", "2024-03-05"), ("d", "2023")] {
      store.append([Telling(id, published: date).article])
    }
    #expect(store.snapshot.texts(.articles, "id") == ["d", "a", "b", "c"])
    #expect(store.snapshot.texts(.articles, "published").last == "?")
  }

  @Test func whatPointsOutsideTheArticleIsLeftOut() {
    var article = AnnotatedArticle(article: Article(id: "bad", text: "Ada Brook é"))
    article.entities = [Entity(name: "Ada Brook", kind: .person)]
    article.mentions = [
      Mention(entity: EntityIndex(0), range: TextRange(0, 9), sentence: 4),
      Mention(entity: EntityIndex(7), range: TextRange(0, 9), sentence: 0),
      Mention(entity: EntityIndex(-1), range: TextRange(0, 9), sentence: 0),
      Mention(entity: EntityIndex(0), range: TextRange(-5, 900), sentence: -2),
      Mention(entity: EntityIndex(0), range: TextRange(11, 12), sentence: 0),
      Mention(entity: EntityIndex(0), range: TextRange(0, 3), sentence: 0, form: .pronoun),
    ]
    var report = Report(
      type: .consult, action: "meet", evidence: TextRange(50, 60), sentence: 9, frame: "f")
    report.actors = [EntityIndex(0), EntityIndex(3), EntityIndex(0)]
    report.place = EntityIndex(9)
    article.reports = [report]
    article.quotes = [Quote(range: TextRange(90, 95), sentence: 3)]
    article.figures = [Figure(range: TextRange(0, 3), low: 1, high: nil, unit: nil, sentence: 8)]
    article.blocks = [TextBlock(kind: .paragraph, range: TextRange(4, 400))]
    let store = NewsStore()
    store.append([article])
    let snapshot = store.snapshot
    #expect(snapshot.checkInvariants() == [])
    #expect(snapshot.texts(.mentions, "text") == ["Ada Brook", "Ada Brook é", "\u{fffd}"])
    #expect(snapshot.texts(.reports, "actor") == ["Ada Brook"])
    #expect(snapshot.texts(.reports, "place") == ["?"])
    #expect(snapshot.texts(.reports, "evidence") == ["?"])
    #expect(snapshot.texts(.quotes, "text") == ["?"])
    #expect(snapshot.texts(.figures, "high") == ["?"])
    #expect(snapshot.text.articles(containing: ["brook"]) == [0])
  }

  @Test func aDatelineIsAPlaceEvenIfTheTextDoesNotNameIt() {
    var telling = Telling("a")
    telling.tell(.protest, ["Ada Brook"], in: "Orvalle", country: "Soria")
    var articles = [telling.article, telling.article, telling.article]
    articles[0].article.place = "ORVALLE"
    articles[1].article.place = "Kesterby"
    let store = NewsStore()
    store.append(articles)
    #expect(store.snapshot.texts(.articles, "place") == ["Orvalle", "Kesterby", "?"])
    #expect(store.snapshot.checkInvariants() == [])
  }

  @Test func outletsAreOneWhateverTheCase() {
    let store = NewsStore()
    let prints = [
      ("Echo", "Wire", "2024-03-05"), ("ECHO", "Wire", "2024-01-05"), ("Echo", "", nil),
    ]
    for (number, (source, agency, date)) in prints.enumerated() {
      store.append(
        [
          Telling(
            "a\(number)", published: date, source: source, agency: agency.isEmpty ? nil : agency
          ).article
        ])
    }
    store.append([Telling("none").article])
    let snapshot = store.snapshot
    #expect(snapshot.texts(.sources, "name") == ["Echo"])
    #expect(snapshot.texts(.sources, "articles") == ["3"])
    #expect(snapshot.texts(.sources, "agencies") == ["Wire"])
    #expect(snapshot.texts(.sources, "first") == ["2024-01-05"])
    #expect(snapshot.texts(.sources, "last") == ["2024-03-05"])
    #expect(snapshot.texts(.articles, "source") == ["Echo", "Echo", "Echo", "?"])
  }

  @Test func mentionsHaveThePartOfTheirSentence() {
    var telling = Telling("a")
    telling.tell(.assault, ["Ada Brook"], to: ["Carl Dorn"], in: "Orvalle", on: "2024-03-05")
    _ = telling.name("Eva Fry", .person)
    let store = NewsStore()
    store.append([telling.article])
    let mentions = zip(
      store.snapshot.texts(.mentions, "text"), store.snapshot.texts(.mentions, "role"))
    #expect(
      mentions.map { "\($0) \($1)" } == [
        "Ada Brook actor", "Carl Dorn target", "Orvalle place", "Eva Fry other",
      ])
  }

  @Test func reportsLeadBackToTheirSentence() {
    var telling = Telling("a")
    telling.write("Nothing happened here.")
    telling.tell(.assault, ["Ada Brook"], to: ["Carl Dorn"], on: "2024-03-05", action: "strike")
    var article = telling.article
    article.reports[0].dateBasis = "'Tuesday' before 2024-03-06"
    article.reports[0].attribution = "the harbour office"
    let store = NewsStore()
    store.append([article])
    let snapshot = store.snapshot
    let details = snapshot.reportDetails(0)
    #expect(details.article == ArticleID(row: 0))
    #expect(details.frame == "test")
    #expect(details.dateBasis == "'Tuesday' before 2024-03-06")
    #expect(details.attribution == "the harbour office")
    #expect(details.sentence == article.sentences[1])
    let evidence = snapshot.slice(
      article: 0, lower: UInt32(details.evidence.lower), upper: UInt32(details.evidence.upper))
    #expect(evidence.contains("strike"))
    #expect(snapshot.texts(.reports, "evidence") == [evidence])
  }

  @Test func slicesEndWithTheText() {
    let store = NewsStore()
    store.append([AnnotatedArticle(article: Article(id: "a", text: "port"))])
    #expect(store.snapshot.slice(article: 0, lower: 2, upper: 99) == "rt")
    #expect(store.snapshot.slice(article: 0, lower: 50, upper: 99) == "")
    #expect(store.snapshot.text(ofArticle: 0) == "port")
  }
}
