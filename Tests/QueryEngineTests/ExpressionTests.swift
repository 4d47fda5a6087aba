import NewsModel
import QueryEngine
import QueryLanguage
import Testing

@Suite struct ExpressionTests {
  private let chronicle = Chronicle([
    .init(date: "2023-03-01", type: .consult, actors: ["Ada Rein", "Bo Karst"]),
    .init(date: "2023-05-09", type: .aid, actors: ["Ada Rein"], targets: ["Cyra Dahl"]),
    .init(date: "../2024-01-05", type: .assault, actors: ["Bo Karst"], targets: ["Cyra Dahl"]),
    .init(date: nil, type: .accuse, actors: ["Cyra Dahl"], targets: ["Bo Karst"]),
  ])
  private let date = Chronicle.path(.events, "date")
  private let type = Chronicle.path(.events, "type")
  private let actor = Chronicle.path(.events, "actor")
  private let reports = BoundExpression.path(Chronicle.path(.events, "reports"))

  /// The values of an expression for each type of event.
  private func values(_ expression: BoundExpression, _ type: ValueType = .integer) -> [String:
    String]
  {
    let addition = BoundAddition(
      column: RowColumn(name: "x", type: ColumnType(type)), value: expression)
    let query = Chronicle.query(
      .table(.events), [.add([addition])], shown: [self.type, Chronicle.column(0, type)])
    let rows = chronicle.answer(query).map { $0.split(separator: " | ").map { String($0) } }
    return Dictionary(uniqueKeysWithValues: rows.map { ($0[0], $0[1]) })
  }

  @Test func arithmeticNeverGivesWhatItCannotHold() {
    let great = BoundExpression.value(.integer(Int.max))
    #expect(values(.arithmetic(.plus, reports, great))["AID"] == "-")
    #expect(values(.arithmetic(.times, great, great))["AID"] == "-")
    #expect(values(.arithmetic(.minus, great, reports))["AID"] == "\(Int.max - 1)")
    #expect(values(.arithmetic(.divided, reports, .value(.integer(0))))["AID"] == "-")
    #expect(values(.arithmetic(.divided, reports, .value(.integer(4))))["AID"] == "0.25")
    #expect(values(.arithmetic(.times, reports, .value(.number(1.5))))["AID"] == "1.5")
  }

  @Test func numbersAreRoundedAwayFromZero() {
    func rounded(_ number: Double) -> String? {
      values(.call(.round, [.value(.number(number))]))["AID"]
    }
    #expect(rounded(2.5) == "3")
    #expect(rounded(-2.5) == "-3")
    #expect(rounded(1e300) == "-")
    #expect(values(.call(.absolute, [.value(.integer(-7))]))["AID"] == "7")
  }

  @Test func daysRunFromFirstDayToFirstDay() throws {
    let start = BoundExpression.value(.date(try #require(NewsDate(iso: "2023-02"))))
    let days = values(.call(.daysBetween, [start, .path(date)]))
    #expect(days == ["CONSULT": "28", "AID": "97", "ASSAULT": "-", "ACCUSE": "-"])
    let back = values(.call(.daysBetween, [.path(date), start]))
    #expect(back["AID"] == "-97")
  }

  @Test func textsAreMadeOfTexts() {
    let lower = BoundExpression.call(.lower, [.path(type)])
    #expect(values(lower, .text)["AID"] == "aid")
    let joined = BoundExpression.call(
      .join, [lower, .value(.text(": ")), .call(.first, [.path(actor)])])
    #expect(values(joined, .text)["AID"] == "aid: Ada Rein")
    #expect(values(.call(.length, [joined]))["AID"] == "13")
    #expect(values(.call(.words, [joined]))["AID"] == "3")
    let evidence = BoundExpression.call(.words, [.path(Chronicle.path(.reports, "evidence"))])
    let addition = BoundAddition(
      column: RowColumn(name: "x", type: ColumnType(.integer)), value: evidence)
    let query = Chronicle.query(
      .table(.reports), [.add([addition]), .take(1)], shown: [Chronicle.column(0)])
    #expect(chronicle.answer(query) == ["7"])
  }

  @Test func listsHaveALengthAndEnds() {
    #expect(values(.call(.length, [.path(actor)]))["CONSULT"] == "2")
    #expect(values(.call(.length, [.path(Chronicle.path(.events, "target"))]))["CONSULT"] == "-")
    let last = BoundExpression.call(.last, [.path(actor)])
    #expect(values(last, .reference(.entities))["CONSULT"] == "Bo Karst")
  }

  @Test func whatIsNotTrueTakesTheSecondBranch() {
    let since = BoundCondition.test(
      date, .date(.overlaps([NewsDate(year: 2023)].compactMap { $0 })))
    let branches = BoundExpression.conditional(
      since, then: .path(type), otherwise: .call(.first, [.path(actor)]))
    #expect(
      values(branches, .text)
        == ["CONSULT": "CONSULT", "AID": "AID", "ASSAULT": "ASSAULT", "ACCUSE": "Cyra Dahl"])
    let mixed = BoundExpression.conditional(
      since, then: reports, otherwise: .value(.number(0.5)))
    #expect(values(mixed, .number)["ACCUSE"] == "0.5")
    #expect(values(mixed, .number)["AID"] == "1.0")
  }

  @Test func columnsAreTestedSortedAndCountedLikeFields() {
    let length = BoundAddition(
      column: RowColumn(name: "x", type: ColumnType(.integer)),
      value: .call(.length, [.path(type)]))
    let twice = BoundAddition(
      column: RowColumn(name: "y", type: ColumnType(.integer)),
      value: .arithmetic(.times, .path(Chronicle.column(0)), .value(.integer(2))))
    let x = Chronicle.column(0)
    let kept = Chronicle.query(
      .table(.events),
      [
        .add([length, twice]),
        .filter(
          .or([
            .test(x, .number(.ordered(.greater, 6))),
            .and([.test(type, .text(.equals(["aid"]))), .isKnown(x)]),
          ])),
        .sort([BoundSortKey(path: Chronicle.column(1), isDescending: true)]), .take(2),
      ], shown: [type, Chronicle.column(1)])
    #expect(chronicle.answer(kept) == ["ASSAULT | 14", "CONSULT | 14"])
    let counted = Chronicle.query(
      .table(.events),
      [.add([length]), .count(distinct: nil, by: [BoundColumn(name: "x", path: x)])],
      shown: [x, Chronicle.column(1)])
    #expect(chronicle.answer(counted) == ["7 | 2", "3 | 1", "6 | 1"])
  }

  @Test func everyValueMustPassAndThereMustBeOne() {
    func types(_ condition: BoundCondition) -> Set<String> {
      Set(chronicle.answer(Chronicle.query(.table(.events), [.filter(condition)], shown: [type])))
    }
    let ada = ValueTest.references([chronicle.entity("Ada Rein")])
    #expect(types(.test(actor, ada)) == ["CONSULT", "AID"])
    #expect(types(.every(actor, ada)) == ["AID"])
    #expect(
      types(.every(actor, .text(.equals(["ada rein", "bo karst"])))) == [
        "CONSULT", "AID", "ASSAULT",
      ])
    #expect(
      types(.every(actor, .any([ada, .text(.equals(["bo karst"]))]))) == [
        "CONSULT", "AID", "ASSAULT",
      ])
    let target = Chronicle.path(.events, "target")
    #expect(types(.not(.every(target, ada))) == ["AID", "ASSAULT", "ACCUSE"])
    let alias = BoundAddition(
      column: RowColumn(name: "x", type: ColumnType(.reference(.entities), isList: true)),
      value: .path(actor))
    let query = Chronicle.query(
      .table(.events),
      [
        .add([alias]),
        .filter(.every(Chronicle.column(0, .reference(.entities), isList: true), ada)),
      ], shown: [type])
    #expect(chronicle.answer(query) == ["AID"])
  }
}
