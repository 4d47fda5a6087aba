import Diagnostics
import Testing

@testable import QueryLanguage

/// Functions, choices and stages of other languages where there are none here.
extension ForeignSyntaxTests {
  @Test(arguments: [
    (
      "articles where length(title) > 10",
      "articles | add length_title = length(title) | where length_title > 10"
    ),
    (
      "articles | where words > 9 and strlen(title) between 3 and 9",
      "articles | add length_title = length(title) | where words > 9 and length_title between 3 and 9"
    ),
    ("articles where lower(title) ~ oil", "articles where title ~ oil"),
    ("events where YEAR(date) = 2023", "events where date.year = 2023"),
    ("events where isnull(place)", "events where place is unknown"),
    ("events where not isempty(place)", "events where not place is unknown"),
    ("events where type = AID and exists(place)", "events where type = AID and place is known"),
    ("events | count by startofmonth(date)", "events | count by month"),
    ("events | group by year(date): count", "events | group by date.year: count"),
    ("events | show year(date), type", "events | show date.year, type"),
    (
      "events | sort by length(actor)",
      "events | add length_actor = length(actor) | sort by length_actor"
    ),
    (
      "articles | add n = case when words > 5 then 'long' else 'short' end",
      "articles | add n = if words > 5 then \"long\" else \"short\""
    ),
    (
      "articles | add n = iff(words > 5, 1, 2), m = 3",
      "articles | add n = if words > 5 then 1 else 2, m = 3"
    ),
    (
      "articles | add n = case(words > 5, 1, words > 3, 2, 3)",
      "articles | add n = if words > 5 then 1 else if words > 3 then 2 else 3"
    ),
    (
      "events | add age = days between date and now()",
      "events | add age = days between date and today"
    ),
    ("articles | sum words", "articles | group: sum words"),
    ("articles | avg(words) by source", "articles | group by source: average words"),
    ("articles | derive n = words", "articles | add n = words"),
    ("articles | find oil", "articles search oil"),
    ("articles find oil", "articles search oil"),
    ("events | count()", "events | count"),
    ("events | count(distinct type)", "events | count distinct type"),
    ("events | top 3 by date desc", "events | top 3 by date"),
    ("events | chart pie by type", "events | chart bar by type"),
    ("events | sort by -date, type", "events | sort by date desc, type"),
    ("events | count distinct type, place", "events | distinct type, place | count"),
    ("events | show type, date as d, place", "events | add d = date | show type, d, place"),
    ("events | show n = length(actor), type", "events | add n = length(actor) | show n, type"),
    ("events | project d = date", "events | add d = date | show d"),
    (
      "events | group by type: average score | sort by average score desc",
      "events | group by type: average score | sort by average_score desc"
    ),
    (
      "events | group by type: average score | where average score > 3",
      "events | group by type: average score | where average_score > 3"
    ),
    (
      "events | group by type: count distinct actor | top 2 by distinct actor",
      "events | group by type: count distinct actor | top 2 by distinct_actor"
    ),
    ("articles where title matches regex \"oil.*\"", "articles where title ~ /oil.*/"),
    (
      "events where date between (datetime(2023-09-01) .. datetime(2023-09-30))",
      "events where date between 2023-09-01 and 2023-09-30"
    ),
    ("articles where words between (1 and 2)", "articles where words between 1 and 2"),
    (
      "events where actor has_any (\"Ada\", \"Anne\")",
      "events where actor in (\"Ada\", \"Anne\")"
    ),
    (
      "events where actor != (entities where kind = person)",
      "events where actor not in (entities where kind = person)"
    ),
    ("events | summarize make_set(actor) by type", "events | group by type: list actor"),
    ("explain events where type = AID", "events where type = AID | explain"),
  ])
  func functions(_ text: String, _ translation: String) { check(text, translation) }

  @Test(arguments: [
    ("articles | render timechart", "timeline"), ("events | mv-expand actor", "distinct actor"),
    ("events | union (events where type = AID)", " or "), ("events union reports", " or "),
    ("events | tail 3", "sort by date desc"), ("events | project-rename d = date", "add "),
    ("events | show count(*)", "group: count"),
    ("events where type = AID and count(actor) > 1", "group"),
    ("articles where words > (articles | group: average words)", "by itself"),
    ("describe events", ".help events"), ("show columns", ".help fields"),
    ("insert into events values (1)", ".load"),
    ("with x as (select * from events) select * from x", "define"),
  ])
  func waysAreNamed(_ text: String, _ way: String) {
    let diagnostics = Parser.query(text).diagnostics
    #expect(diagnostics.map(\.code) == ["E113"])
    #expect(diagnostics.first?.hints.contains { $0.contains(way) } == true)
  }

  @Test func todayIsADateInExpressions() {
    let parsed = Parser.query("events | add age = days between date and today")
    #expect(parsed.diagnostics.isEmpty)
    #expect(parsed.tree.canonical == "events | add age = days between date and today")
    let named = Parser.query("events | add today = 1, b = today + 1")
    guard case .add(let columns)? = named.tree.stages.first?.kind,
      case .arithmetic(_, let left, _) = columns[1].value.kind
    else {
      Issue.record("no sum")
      return
    }
    #expect(
      left.kind
        == .path(PathSyntax(names: [.init(text: "today", range: left.range)], range: left.range)))
  }

  @Test func letOfAQueryIsDefine() {
    let text = "let q = events where type = AID"
    var parser = Parser(text, range: nil)
    let statement = parser.parseStatement()
    let diagnostics = parser.finish(statement).diagnostics
    #expect(diagnostics.map(\.code) == ["E113"])
    #expect(
      diagnostics.first?.fixIts.first?.applied(to: text) == "define q = events where type = AID")
  }

  @Test func everyAggregateThatThereIsNotIsTold() {
    let diagnostics = Parser.query("events | group by type: many actor, averge score, count")
      .diagnostics
    #expect(diagnostics.map(\.code) == ["E127", "E127"])
    let tree = Parser.query("events | group by type: many (a, b), count | take 3").tree
    #expect(tree.stages.count == 2)
  }

  @Test func definingATableSaysThatItIsOne() {
    var parser = Parser("define events = reports", range: nil)
    let statement = parser.parseStatement()
    let diagnostics = parser.finish(statement).diagnostics
    #expect(diagnostics.map(\.message) == ["'events' is a table, and no name for a definition"])
  }

  @Test func topWithoutAFieldIsOneProblem() {
    #expect(Parser.query("events | top 3").diagnostics.map(\.code) == ["E124"])
  }
}
