import Diagnostics
import NewsModel
import Testing

@testable import QueryLanguage

@Suite struct BinderExpressionTests {
  /// What `add x = value` makes of rows.
  private func added(_ value: Expression, to text: String = "events") -> BoundAddition? {
    let result = understand(tree(text, .add([column("x", value)])))
    guard case .add(let additions)? = result.bound?.stages.last?.operation else { return nil }
    return additions.first
  }

  private func codes(_ value: Expression, to text: String = "events") -> [String] {
    understand(tree(text, .add([column("x", value)]))).codes
  }

  // MARK: Types

  @Test func arithmeticTellsWholeNumbersFromOthers() throws {
    let cases: [(Expression, ValueType)] = [
      (put(field("sources"), .plus, literal("1")), .integer),
      (put(field("sources"), .times, literal("1.5")), .number),
      (put(field("sources"), .divided, literal("2")), .number),
      (put(field("score"), .minus, field("sources")), .number),
      (worked(.negative(field("sources"))), .integer), (literal("-3"), .integer),
      (literal("2023-09"), .date), (text("2023-09"), .text),
    ]
    for (expression, type) in cases { #expect(added(expression)?.column.type.value == type) }
    #expect(added(worked(.negative(literal("4"))))?.value == .value(.integer(-4)))
  }

  @Test func functionsGiveWhatTheirTableSays() throws {
    let who = ColumnType(.reference(.entities))
    let cases: [(Expression, ColumnType)] = [
      (function("month", field("date")), ColumnType(.date, part: .month)),
      (function("weekday", field("date")), ColumnType(.text, part: .weekday)),
      (function("lower", field("place")), ColumnType(.text)),
      (function("length", field("actor")), ColumnType(.integer)),
      (function("length", field("action")), ColumnType(.integer)),
      (function("first", field("actor")), who), (function("last", field("who")), who),
      (function("abs", field("score")), ColumnType(.number)),
      (function("abs", field("quad")), ColumnType(.integer)),
      (function("round", field("score")), ColumnType(.integer)),
      (put(field("action"), .plus, text("!")), ColumnType(.text)),
      (function("days between", field("date"), literal("2023")), ColumnType(.integer)),
      (function("days_between", field("date"), field("date")), ColumnType(.integer)),
      (field("actor"), ColumnType(.reference(.entities), isList: true)),
    ]
    for (expression, type) in cases { #expect(added(expression)?.column.type == type) }
    for entry in FunctionEntry.all { #expect(!entry.help.isEmpty && !entry.examples.isEmpty) }
  }

  @Test func bothBranchesGiveOneType() {
    func choice(_ first: Expression, _ second: Expression) -> Expression {
      worked(.conditional(condition("sources > 2"), then: first, otherwise: second))
    }
    let same = added(choice(function("first", field("actor")), field("place")))
    #expect(same?.column.type == ColumnType(.reference(.entities)))
    #expect(added(choice(field("type"), text("none")))?.column.type == ColumnType(.text))
    #expect(added(choice(literal("1"), literal("0.5")))?.column.type == ColumnType(.number))
    #expect(codes(choice(literal("1"), text("one"))) == ["E219"])
    #expect(codes(choice(field("dat"), text("one"))) == ["E201"])
  }

  @Test func laterColumnsMayUseEarlierOnes() throws {
    let result = understand(
      tree(
        "figures",
        .add([
          column("span", put(field("high"), .minus, field("low"))),
          column("half", put(field("span"), .divided, literal("2"))),
        ]), .filter(condition("half > 1")),
        .sort([SortKey(path: names("half"), isDescending: true)])))
    let shape = try #require(result.bound?.shape)
    #expect(shape.columns.map(\.name) == ["span", "half"])
    #expect(shape.shown.suffix(2).map(\.name) == ["span", "half"])
    let half = BoundPath(root: .column(1, then: []), type: .number, isList: false)
    #expect(
      result.bound?.stages[1].operation == .filter(.test(half, .number(.ordered(.greater, 1)))))
  }

  @Test func columnsLeadOnToOtherTables() throws {
    let lead = column("lead", function("first", field("actor")))
    let result = understand(
      tree("events", .add([lead]), .show([names("lead.country"), names("date.year")])))
    let country = try #require(Table.entities.schema.field(named: "country"))
    #expect(
      result.bound?.shape.shown.first?.path
        == BoundPath(root: .column(0, then: [country]), type: .text, isList: false))
  }

  // MARK: Problems

  @Test func mistakesAreTold() {
    #expect(codes(function("lenght", field("action"))) == ["E217"])
    #expect(codes(function("sum", field("sources"))) == ["E217"])
    #expect(codes(function("month", field("type"))) == ["E218"])
    #expect(codes(function("lower", field("date"))) == ["E218"])
    #expect(codes(function("first", field("place"))) == ["E218"])
    #expect(codes(function("lower")) == ["E218"])
    #expect(codes(function("lower", field("type"), field("type"))) == ["E218"])
    #expect(codes(function("month", literal("whenever"))) == ["E301"])
    #expect(codes(put(field("type"), .times, literal("2"))) == ["E219"])
    #expect(codes(put(field("date"), .plus, literal("2"))) == ["E219"])
    #expect(codes(put(field("type"), .plus, literal("2"))) == ["E219"])
    #expect(codes(put(field("actor"), .plus, text("!"))) == ["E220"])
    #expect(codes(put(field("actor"), .plus, literal("1"))) == ["E220"])
    #expect(codes(function("lower", field("actor"))) == ["E220"])
    #expect(codes(literal(String(repeating: "9", count: 400))) == ["E204"])
    #expect(
      codes(put(field("aktor"), .plus, function("lenght", field("wrods")))) == [
        "E201", "E201", "E217",
      ])
  }

  @Test func barewordsAreToldToStandInQuotes() {
    let result = understand(tree("events", .add([column("x", field("urgent"))])))
    #expect(result.diagnostics.first?.hints.contains("a text stands in quotes: \"urgent\"") == true)
  }

  @Test func takenNamesAreRefusedAndOthersKept() {
    let result = understand(
      tree(
        "events", .add([column("type", literal("1")), column("ok", literal("2"))]),
        .filter(condition("ok > 1 and nope = 2"))))
    #expect(result.codes == ["E221", "E201"])
    let again = understand(
      tree("events", .add([column("a", literal("1"))]), .add([column("a", literal("2"))])))
    #expect(again.codes == ["E221"])
    #expect(again.diagnostics.first?.hints == ["next: choose another name: add a_2 = ..."])
  }

  @Test func aColumnThatCouldNotBeMadeIsNoFurtherError() {
    let result = understand(
      tree(
        "events", .add([column("size", field("nothing"))]), .filter(condition("size > 3")),
        .sort([SortKey(path: names("size"), isDescending: false)]),
        .filter(condition("aktor = Ada"))))
    #expect(result.codes == ["E201", "E201"])
  }

  @Test func deepSumsAreReadOnce() {
    var sum = literal("1")
    for _ in 0..<150 { sum = put(sum, .plus, literal("1")) }
    #expect(added(sum)?.column.type.value == .integer)
  }
}
