import NewsModel
import Testing

@testable import NewsStore

/// What one article leaves open and another gives.
@Suite struct ReportSourcesTests {
  static let both = ["Ada Brook", "Carl Dorn"]

  /// Article, date, place and what of them is inferred, for each report.
  static func reports(_ articles: [AnnotatedArticle]) -> [String] {
    let store = NewsStore()
    store.append(articles)
    let snapshot = store.snapshot
    #expect(snapshot.checkInvariants() == [])
    let columns = ["article", "date", "place", "inferred"].map { snapshot.texts(.reports, $0) }
    return columns[0].indices.map { row in
      columns.map { $0[row] }.joined(separator: " ")
    }.sorted()
  }

  private static func meeting(
    _ id: String, published: String? = "2024-03-06", on date: String? = nil,
    in place: String? = nil, partial: PartialDate? = nil, leadWeekday: Int? = nil,
    actors: [String] = both
  ) -> AnnotatedArticle {
    var telling = Telling(id, published: published, leadWeekday: leadWeekday)
    telling.tell(.consult, actors, in: place, on: date, partial: partial, action: "meet")
    return telling.article
  }

  @Test func aDateAndAPlaceThatOneArticleFixesServeTheOthers() {
    let articles = [
      Self.meeting("dated", on: "2024-03-05"), Self.meeting("placed", in: "Orvalle"),
    ]
    #expect(
      Self.reports(articles) == [
        "dated 2024-03-05 Orvalle place", "placed 2024-03-05 Orvalle date",
      ])
  }

  @Test func whatAnArticleSaysVaguelyStays() {
    let articles = [
      Self.meeting("day", on: "2024-03-05"), Self.meeting("month", on: "2024-03"),
    ]
    #expect(Self.reports(articles) == ["day 2024-03-05 ? ?", "month 2024-03 ? ?"])
  }

  @Test func ofSeveralThePrecisestServes() {
    let articles = [
      Self.meeting("month", on: "2024-03"), Self.meeting("day", on: "2024-03-05"),
      Self.meeting("none"),
    ]
    #expect(Self.reports(articles).last == "none 2024-03-05 ? date")
  }

  // 2024-03-05 is a Tuesday.
  @Test func aWeekdayTakesTheDateThatFitsIt() {
    let articles = [
      Self.meeting("dated", on: "2024-03-05", in: "Orvalle"),
      Self.meeting("weekday", published: nil, in: "Orvalle", partial: PartialDate(weekday: 2)),
    ]
    #expect(Self.reports(articles).last == "weekday 2024-03-05 Orvalle date")
  }

  @Test func anAnchoredWeekdayIsInferredToo() throws {
    var undated = Telling("undated", leadWeekday: 4)
    undated.tell(
      .consult, Self.both, in: "Orvalle", partial: PartialDate(weekday: 2), action: "meet")
    undated.tell(
      .assault, ["Eva Fry"], to: ["Gus Hale"], partial: PartialDate(weekday: 4), action: "strike")
    let store = NewsStore()
    store.append([undated.article, Self.meeting("dated", on: "2024-03-05", in: "Orvalle")])
    let snapshot = store.snapshot
    let row = try #require(snapshot.texts(.reports, "type").firstIndex(of: "ASSAULT"))
    #expect(snapshot.texts(.reports, "date")[row] == "2024-03-07")
    #expect(snapshot.texts(.reports, "inferred")[row] == "date")
    let from = try #require(snapshot.reportDetails(UInt32(row)).dateFrom)
    #expect(snapshot.texts(.reports, "article")[Int(from)] == "dated")
  }

  @Test func nothingIsInventedWithinOneArticle() {
    var telling = Telling("one", published: "2024-03-06")
    telling.tell(.consult, Self.both, in: "Orvalle", on: "2024-03-05", action: "meet")
    telling.tell(.consult, Self.both, in: "Orvalle", action: "meet")
    telling.tell(.consult, Self.both, on: "2024-03-05", action: "meet")
    let rows = Self.reports([telling.article])
    #expect(rows.count == 3)
    #expect(rows.allSatisfy { $0.hasSuffix(" ?") })
  }

  @Test func anEventOfItsOwnGetsNothing() {
    let articles = [
      Self.meeting("dated", on: "2024-03-05", in: "Orvalle"),
      Self.meeting("other", actors: ["Ada Brook", "Eva Fry"]),
    ]
    #expect(Self.reports(articles).last == "other ? ? ?")
  }

  @Test func detailsNameTheReportThatServed() throws {
    let store = NewsStore()
    store.append([
      Self.meeting("dated", on: "2024-03-05", in: "Orvalle"), Self.meeting("bare"),
    ])
    let snapshot = store.snapshot
    let articles = snapshot.texts(.reports, "article")
    let bare = try #require(articles.firstIndex(of: "bare"))
    let details = snapshot.reportDetails(UInt32(bare))
    #expect(details.dateFrom.map { articles[Int($0)] } == "dated")
    #expect(details.placeFrom.map { articles[Int($0)] } == "dated")
    let dated = try #require(articles.firstIndex(of: "dated"))
    #expect(snapshot.reportDetails(UInt32(dated)).dateFrom == nil)
    #expect(snapshot.reportDetails(UInt32(dated)).reasons.isEmpty)
  }

  static let grounds: [([AnnotatedArticle], MergeReasons)] = [
    (
      [meeting("a", on: "2024-03-05"), meeting("b", on: "2024-03-05")],
      [.parties, .sameDate, .closePublication, .sameAction]
    ),
    (
      [meeting("a", on: "2024-03-05"), meeting("b", published: "2024-05-20", on: "2024-03")],
      [.parties, .overlappingDates, .sameAction]
    ),
    (
      [
        meeting("a", on: "2024-03-05", in: "Orvalle"),
        meeting("b", published: nil, in: "Orvalle", partial: PartialDate(weekday: 2)),
      ],
      [.parties, .partialDate, .samePlace, .sameAction]
    ),
    (
      [meeting("a", on: "2024-03-05"), meeting("b")],
      [.parties, .undated, .closePublication, .sameAction]
    ),
  ]

  @Test(arguments: grounds) func reasonsAreKept(
    _ articles: [AnnotatedArticle], _ wanted: MergeReasons
  ) {
    let store = NewsStore()
    store.append(articles)
    let all = (0..<UInt32(2)).map { store.snapshot.reportDetails($0).reasons }
    #expect(all.contains([]))
    let joined = all.first { !$0.isEmpty }?.subtracting([.sameClause, .sameText])
    #expect(joined == wanted)
  }
}
