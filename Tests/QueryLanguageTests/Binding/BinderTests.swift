import Diagnostics
import NewsModel
import Testing

@testable import QueryLanguage

@Suite struct BinderTests {
  /// The path of a field or of fields joined by dots, from a table.
  private func path(_ table: Table, _ names: String...) throws -> BoundPath {
    var fields: [FieldID] = []
    var here = table
    for name in names {
      let field = try #require(here.schema.field(named: name))
      fields.append(field)
      if case .reference(let next) = field.schema.type { here = next }
    }
    let last = try #require(fields.last)
    return BoundPath(
      root: .fields(fields), type: last.schema.type,
      isList: fields.contains { $0.schema.isList })
  }

  private func condition(
    _ text: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> BoundCondition {
    let first = operations(text, sourceLocation: sourceLocation).first
    guard case .filter(let condition)? = first else {
      throw Failure.noFilter
    }
    return condition
  }

  private enum Failure: Error { case noFilter }

  private func days(_ literal: String) throws -> NewsDate {
    try DateLiteral.read(literal, today: testToday)
  }

  // MARK: Names

  @Test(
    arguments: [
      ("Ada Lovelace", [0]), ("ada  lovelace", [0]), ("Lovelace", [0]), ("Lord Byron", [2]),
      ("@anne-byron", [1]), ("Byron", [1, 2]), ("\"Oslo\"", [3]),
      ("\"Trinidad and Tobago\"", [4]), ("inci caglar", [6]),
    ] as [(String, [UInt32])])
  func namesAreResolved(_ name: String, _ rows: [UInt32]) throws {
    let expected = BoundCondition.test(try path(.events, "actor"), .references(rows))
    #expect(try condition("events where actor = \(name)") == expected)
    #expect(try condition("events where actor != \(name)") == .not(expected))
  }

  @Test func severalMeaningsAreNamed() throws {
    let result = understand("events where actor = Byron")
    let note = try #require(result.diagnostics.first)
    #expect(result.codes == ["N001"] && note.severity == .note)
    #expect(
      note.message
        == "'Byron' can mean Anne Byron (@anne-byron, 12 mentions) or George Byron "
        + "(@george-byron, 3); both are used")
    #expect(
      note.fixIts.map { $0.applied(to: result.text) }
        == ["events where actor = @anne-byron", "events where actor = @george-byron"])
    let strict = understand("events where actor = Byron", options: testOptions(isStrict: true))
    #expect(strict.codes == ["E211"] && strict.bound == nil)
  }

  @Test func absentNamesGiveNoRowsAndAWarning() throws {
    let result = understand("events where actor = Lovelick or place in (Osloo, Oslo)")
    #expect(result.codes == ["W001", "W001"])
    #expect(result.diagnostics[0].hints.first == "did you mean 'Ada Lovelace'?")
    #expect(
      result.bound?.stages.first?.operation
        == .filter(
          .or([
            .test(try path(.events, "actor"), .references([])),
            .test(try path(.events, "place"), .references([3])),
          ])))
  }

  @Test func namesOfEntitiesThemselvesAreResolvedToo() throws {
    #expect(
      try condition("entities where name = Lovelace")
        == .test(try path(.entities, "id"), .text(.equals(["ada lovelace"]))))
    #expect(
      try condition("events where actor.name = Lord Byron")
        == .test(try path(.events, "actor", "id"), .text(.equals(["george byron"]))))
  }

  @Test func otherTablesAreResolvedByTheirNames() throws {
    #expect(
      try condition("articles where source = reuters")
        == .test(try path(.articles, "source"), .references([1])))
    #expect(
      try condition("reports where article.source = Reuters")
        == .test(try path(.reports, "article", "source"), .references([1])))
  }

  // MARK: Tests of values

  @Test func operatorsOnNamesAndTexts() throws {
    let actor = try path(.events, "actor")
    let title = try path(.articles, "title")
    let cases: [(String, BoundCondition)] = [
      ("events where actor == Lovelace", .test(actor, .text(.exactly("Lovelace")))),
      ("events where actor ~ Love", .test(actor, .text(.contains(phrase: ["love"])))),
      ("events where actor = Love*", .test(actor, .text(.glob(pieces: ["love", ""])))),
      ("events where actor = /^A/", .test(actor, .text(.pattern("^A")))),
      (
        "events where actor in (Ada Lovelace, By*)",
        .or([.test(actor, .references([0])), .test(actor, .text(.glob(pieces: ["by", ""])))])
      ),
      ("articles where title = \"Öl-Preis\"", .test(title, .text(.equals(["ol preis"])))),
      ("articles where title = \"a*b\"", .test(title, .text(.equals(["a b"])))),
      (
        "articles where title ~ \"Oil  Port\"",
        .test(title, .text(.contains(phrase: ["oil", "port"])))
      ),
      ("articles where title ~ elect*", .test(title, .text(.glob(pieces: ["", "elect", ""])))),
      ("articles where title !~ x", .not(.test(title, .text(.contains(phrase: ["x"]))))),
      ("articles where title ~ /a|b/", .test(title, .text(.pattern("a|b")))),
      ("articles where title < M", .test(title, .text(.ordered(.less, "m")))),
      ("articles where title in (A, B, a)", .test(title, .text(.equals(["a", "b"])))),
    ]
    for (text, expected) in cases { #expect(try condition(text) == expected, "\(text)") }
  }

  @Test func numbers() throws {
    let words = try path(.articles, "words")
    let cases: [(String, NumberTest)] = [
      ("words > 1,200", .ordered(.greater, 1200)), ("words = 1.5", .equals([1.5])),
      ("words == 5", .equals([5])), ("words in (1, 2)", .equals([1, 2])),
      ("words between 100 and 200", .between(100, 200)),
      ("words <= -3", .ordered(.lessOrEqual, -3)),
    ]
    for (text, expected) in cases {
      #expect(try condition("articles where \(text)") == .test(words, .number(expected)), "\(text)")
    }
  }

  @Test func closedLists() throws {
    let type = try path(.events, "type")
    #expect(
      try condition("events where type = consult") == .test(type, .text(.equals(["consult"]))))
    #expect(
      try condition("events where type not in (Aid, CONSULT)")
        == .not(.test(type, .text(.equals(["aid", "consult"])))))
    #expect(
      try condition("events where mode = martial law")
        == .test(try path(.events, "mode"), .text(.equals(["martial law"]))))
    #expect(
      try condition("events where context = human_rights")
        == .test(try path(.events, "context"), .text(.equals(["human rights"]))))
    let visit = understand("events where type = VISIT")
    #expect(visit.codes == ["E203"])
    #expect(visit.diagnostics[0].hints.contains("next: mode = visit"))
    let near = understand("events where type = CONSULTT").diagnostics[0]
    #expect(near.hints[0] == "did you mean 'CONSULT'?")
    #expect(near.hints.last?.hasPrefix("known: CONSULT, AGREE") == true)
  }

  @Test func knownness() throws {
    let place = try path(.events, "place")
    #expect(try condition("events where place is known") == .isKnown(place))
    #expect(try condition("events where place is unknown") == .not(.isKnown(place)))
  }

  // MARK: Dates

  @Test(arguments: [
    ("since 2023-09", "2023-09-01.."), ("until 2023-09", "..2023-09-30"),
    ("before 2023-09", "..2023-08-31"), ("after 2023-09", "2023-10-01.."),
    ("in 2023-09", "2023-09"),
    ("on 28 Sept 2023", "2023-09-28"), ("around 2023-09-28", "2023-09-21..2023-10-05"),
    ("around 2023", "2022-01-01..2024-12-30"), ("between 2022 and 2023-02", "2022-01..2023-02"),
    ("within 3 days of 2023-09-28", "2023-09-25..2023-10-01"),
    ("within 1 month of 2023-09", "2023-08-01..2023-10-30"),
    ("last 7 days", "2023-09-28..2023-10-05"), ("last 2 months", "2023-08-05..2023-10-05"),
    ("last week", "2023-09-25..2023-10-01"), ("since yesterday", "2023-10-04.."),
    ("in 2019..2020", "2019..2020"), ("since 2019..2020", "2019-01-01.."),
  ])
  func clauses(_ clause: String, _ interval: String) throws {
    let date = try path(.events, "date")
    let expected = BoundCondition.test(date, .date(.overlaps([try days(interval)])))
    #expect(try condition("events \(clause)") == expected)
    #expect(try condition("events where \(clause)") == expected)
    #expect(try condition("events where date \(clause)") == expected)
    #expect(try condition("events where actor is known \(clause)") != expected)
    #expect(
      try condition("events where date certainly \(clause)")
        == .test(date, .date(.within(try days(interval)))))
    #expect(
      try condition("articles \(clause)")
        == .test(try path(.articles, "published"), .date(.overlaps([try days(interval)]))))
  }

  @Test(arguments: [
    ("= 2023-09", "2023-09"), ("= last week", "2023-09-25..2023-10-01"),
    ("> last year", "2023.."), ("between last month and today", "2023-09-01..2023-10-05"),
    (">= 2023", "2023.."), ("between 2022 and 2023", "2022..2023"),
  ])
  func comparisonsOfDates(_ comparison: String, _ interval: String) throws {
    #expect(
      try condition("events where date \(comparison)")
        == .test(try path(.events, "date"), .date(.overlaps([try days(interval)]))))
  }

  @Test func partsOfDates() throws {
    var month = try path(.events, "date")
    month.part = .month
    let september = NumberTest.equals([9])
    #expect(
      try condition("events where date.month = 2023-09")
        == .test(month, .date(.overlaps([try days("2023-09")]))))
    #expect(try condition("events where month = 9") == .test(month, .number(september)))
    var weekday = month
    weekday.part = .weekday
    weekday.type = .text
    #expect(
      try condition("events where date.weekday in (mon, Sunday)")
        == .test(weekday, .text(.equals(["monday", "sunday"]))))
    #expect(understand("events where date.weekday = Moonday").codes == ["E203"])
    #expect(understand("events where date.monht = 2023").codes == ["E201"])
  }

  @Test func canonicalTextHasDatesAndParameters() throws {
    let options = testOptions(["who": "Ada Lovelace", "from": "last month", "n": "5"])
    let result = understand(
      "events where actor = $who and date != yesterday since $from | take $n", options: options)
    #expect(
      result.bound?.canonical
        == "events where actor = Ada Lovelace and date != 2023-10-04 since 2023-09 | take 5")
  }

  @Test(arguments: [
    ("Ada Lovelace", ValueSyntax.Kind.words("Ada Lovelace")), ("@ada", .words("@ada")),
    ("/a|b/", .pattern("a|b")), ("\"a*\"", .quoted("a*")), ("a*", .words("a*")), ("", .words("")),
  ])
  func parametersAreReadBack(_ text: String, _ kind: ValueSyntax.Kind) {
    let value = ValueSyntax(parameterText: text, range: SourceRange(0, 0))
    #expect(value.kind == kind)
    #expect(value.parameterText == text)
  }

  // MARK: Stages

  @Test func shapesOfRows() throws {
    let shapes = understand(
      "events | show date, actor.country | count by month, actor | show month, count | newest"
    ).bound?.stages.map(\.output)
    let columns = [
      RowColumn(name: "month", type: ColumnType(.date, part: .month)),
      RowColumn(name: "actor", type: ColumnType(.reference(.entities))),
      RowColumn(name: "count", type: ColumnType(.integer)),
    ]
    #expect(shapes?.count == 4)
    #expect(shapes?[0].table == .events)
    #expect(shapes?[0].shown.map(\.name) == ["date", "actor.country"])
    #expect(shapes?[1] == RowShape(columns: columns))
    #expect(shapes?[2].columns == columns)
    #expect(shapes?[2].shown.map(\.name) == ["month", "count"])
    #expect(shapes?[3] == shapes?[2])
  }

  @Test func stages() throws {
    let date = try path(.events, "date")
    var month = date
    month.part = .month
    let count = BoundPath(root: .column(1, then: []), type: .integer, isList: false)
    #expect(
      operations("events | newest") == [.sort([BoundSortKey(path: date, isDescending: true)])])
    #expect(
      operations("events | top 3 by date")
        == [.sort([BoundSortKey(path: date, isDescending: true)]), .take(3)])
    #expect(
      operations("events | count by month | sort by count desc | skip 2 | where count > 1")
        == [
          .count(distinct: nil, by: [BoundColumn(name: "month", path: month)]),
          .sort([BoundSortKey(path: count, isDescending: true)]), .skip(2),
          .filter(.test(count, .number(.ordered(.greater, 1)))),
        ])
    #expect(operations("events | articles | sources") == [.follow(.articles), .follow(.sources)])
    #expect(
      operations("articles search \"Oil-Port\" Öl") == [
        .search(TextSearch(phrases: [["oil", "port"], ["ol"]]))
      ])
    #expect(operations("events | explain").isEmpty)
    #expect(operations("events | distinct actor | articles").count == 2)
  }

  @Test func showAndHide() {
    func shown(_ text: String) -> [String] {
      understand(text).bound?.shape.shown.map(\.name) ?? []
    }
    #expect(shown("sources | hide agencies") == ["name", "articles", "first", "last"])
    #expect(shown("articles | show *") == Table.articles.schema.fields.map(\.name))
    #expect(
      shown("articles | show title, source.name, title") == ["title", "source.name"])
  }

  // MARK: Problems

  @Test(arguments: [
    Problem("events where aktor = Ada", "E201", at: "aktor", fixed: "events where actor = Ada"),
    Problem(
      "articles where outlet = Reuters", "E201", at: "outlet",
      fixed: "articles where source = Reuters"),
    Problem("events where speaker = Ada", "E201", at: "speaker"),
    Problem(
      "events where actor.contry = Norway", "E201", at: "contry",
      fixed: "events where actor.country = Norway"),
    Problem(
      "events | count by type | sort by cuont", "E201", at: "cuont",
      fixed: "events | count by type | sort by count"),
    Problem("articles where title.words = 5", "E202", at: "words"),
    Problem(
      "events where status = hapened", "E203", at: "hapened",
      fixed: "events where status = happened"),
    Problem("articles where words > abc", "E204", at: "abc"),
    Problem("articles where words = unknown", "E204", at: "unknown"),
    Problem("events where date ~ 2023", "E205", at: "date ~ 2023"),
    Problem("events where type < AID", "E205", at: "type < AID"),
    Problem("events where place since 2023", "E205", at: "place since 2023"),
    Problem(
      "events where type between AID and CONSULT", "E205", at: "type between AID and CONSULT"),
    Problem("events where actor == /x/", "E205", at: "/x/"),
    Problem("events | count by type | newest", "E206", at: "newest"),
    Problem("events | quotes", "E207", at: "quotes", fixed: "events | articles | quotes"),
    Problem("events | events", "E207", at: "events"),
    Problem("events where actor = $who", "E208", at: "$who"),
    Problem("articles where title ~ /a(b/", "E209", at: "/a(b/"),
    Problem("events | count by type | search oil", "E210", at: "search oil"),
    Problem("articles where title = ...", "E213", at: "..."),
    Problem("| take 5", "E214", at: ""),
    Problem(
      "articles where words between 9 and 1", "E216", at: "9 and 1",
      fixed: "articles where words between 1 and 9"),
    Problem(
      "events between 2023 and 2022", "E216", at: "2023 and 2022",
      fixed: "events between 2022 and 2023"),
    Problem("events since ..2020", "E216", at: "..2020"),
    Problem("events since yesterdy", "E301", at: "yesterdy", fixed: "events since yesterday"),
    Problem("events where date = whenever", "E301", at: "whenever"),
    Problem("events since 3/4/2023", "E302", at: "3/4/2023", fixed: "events since 2023-04-03"),
    Problem("events on 2023-02-30", "E303", at: "2023-02-30"),
    Problem(
      "events since 26 September", "E304", at: "26 September",
      fixed: "events since 26 September 2023"),
  ])
  func oneProblem(_ problem: Problem) {
    let result = understand(problem.text)
    let source = SourceText(name: "test", text: problem.text)
    checkInvariants(result.diagnostics, of: problem.text)
    #expect(result.codes == [problem.code], "\(result.diagnostics)")
    #expect(result.bound == nil)
    guard let diagnostic = result.diagnostics.first else { return }
    #expect(source.slice(diagnostic.range) == problem.place)
    #expect(!diagnostic.hints.isEmpty)
    if let fixed = problem.fixed {
      #expect(diagnostic.fixIts.first?.applied(to: problem.text) == fixed)
      #expect(understand(fixed).bound != nil, "\(understand(fixed).diagnostics)")
    }
  }

  @Test func allProblemsAreReportedAtOnce() {
    let result = understand(
      "events where aktor = Ada and type = VISIT and words > 3 since yesterdy | sort by dat")
    #expect(result.codes == ["E201", "E203", "E201", "E301", "E201"])
  }

  @Test(arguments: Table.allCases)
  func everyPairOfTablesIsLinkedOrTellsTheWay(_ source: Table) {
    for target in Table.allCases where target != source {
      let text = "\(source.name) | \(target.name)"
      let result = understand(text)
      if result.bound != nil { continue }
      #expect(result.codes == ["E207"], "\(text)")
      let fixed = result.diagnostics.first?.fixIts.first?.applied(to: text) ?? ""
      #expect(understand(fixed).bound != nil, "\(fixed)")
    }
  }
}
