import Diagnostics
import Testing

@testable import QueryLanguage

/// What sources, stages and conditions that hold other queries or columns are read as.
@Suite struct CanonicalStageTests {
  @Test(arguments: [
    // Sources
    ("(events where a = b) | count", "(events where a = b) | count"),
    ("( ( events ) since 2020 ) where a = b", "((events) since 2020) where a = b"),
    ("(\n  events\n  | take 5\n)\n| newest", "(events | take 5) | newest"),
    ("Visits(Ada Lovelace, TO = Oslo) | take 5", "visits(Ada Lovelace, to = Oslo) | take 5"),
    ("recent since 2023", "recent since 2023"), ("recent | take 5", "recent | take 5"),
    ("recent()", "recent"),
    ("visits($who, \"a, b\", 2023-09..)", "visits($who, \"a, b\", 2023-09..)"),
    (
      "Paths from Ada Lovelace to Anne Byron WITHIN 2 steps where type = AID since 2020 | take 5",
      "paths from Ada Lovelace to Anne Byron within 2 steps where type = AID since 2020 | take 5"
    ),
    ("paths from @ada to $who", "paths from @ada to $who within 3 steps"),
    ("paths from A to B within one step", "paths from A to B within 1 steps"),
    (
      "paths from A to B within 3 days of 2023-09-28",
      "paths from A to B within 3 steps within 3 days of 2023-09-28"
    ),
    ("paths from \"Road to Ruin\" to B", "paths from \"Road to Ruin\" to B within 3 steps"),
    ("neighbors of Ada | where kind = person", "neighbours of Ada | where kind = person"),
    ("neighbours of Ada where type = AID", "neighbours of Ada where type = AID"),
    ("neighbours of Ada where a = b where c = d", "neighbours of Ada where a = b where c = d"),
    // Columns and groups
    ("articles | add half=words/2", "articles | add half = words / 2"),
    (
      "figures | add span = high-low, mid = low + span/2",
      "figures | add span = high - low, mid = low + span / 2"
    ),
    ("events | group by actor:count,avg words", "events | group by actor: count, average words"),
    ("events | group: count, mean score", "events | group: count, average score"),
    ("events | GROUP BY type, month: n = count", "events | group by type, month: n = count"),
    ("events | group by type: average(score)", "events | group by type: average score"),
    (
      "events | group by type: count distinct actor", "events | group by type: count distinct actor"
    ),
    (
      "events | group by type: list actor.country, share",
      "events | group by type: list actor.country, share"
    ),
    (
      "events | group by type: first date, last date",
      "events | group by type: first date, last date"
    ),
    (
      "articles | group by source: sum words/2, max 2*words",
      "articles | group by source: sum words / 2, max 2 * words"
    ),
    (
      "events | group by type: min date | sort by min_date",
      "events | group by type: min date | sort by min_date"
    ),
    ("events | crosstab type by year", "events | crosstab type by year"),
    // Rows
    ("events | sample 5", "events | sample 5"),
    ("events | sample 5 SEED 42", "events | sample 5 seed 42"),
    ("events | only (events since 2020)", "events | only (events since 2020)"),
    (
      "events | except(quotes | events | take 3) | count",
      "events | except (quotes | events | take 3) | count"
    ),
    (
      "events | followed by (events where type = AID) within 30 days sharing actor, place | take 5",
      "events | followed by (events where type = AID) within 30 days sharing actor, place | take 5"
    ),
    ("events | not followed by (quotes)", "events | not followed by (quotes)"),
    (
      "events | followed by (visits(Ada)) within two quarters",
      "events | followed by (visits(Ada)) within 2 quarters"
    ),
    // Showing
    ("events | timeline", "events | timeline"), ("events | chart", "events | chart"),
    (
      "events | chart LINE by month, type | explain", "events | chart line by month, type | explain"
    ),
    ("events | timeline | save \"a b.csv\"", "events | timeline | save \"a b.csv\""),
    // Conditions
    ("events where no place", "events where no place"),
    ("events where no place and NO actor = Ada", "events where no place and no actor = Ada"),
    (
      "events where only actor.country = Norway since 2020",
      "events where only actor.country = Norway since 2020"
    ),
    ("events where not no place in (Oslo, Bergen)", "events where not no place in (Oslo, Bergen)"),
    (
      "events where only date since 2020 or no date between 2020 and 2021",
      "events where only date since 2020 or no date between 2020 and 2021"
    ),
    ("articles where title ~ no deal", "articles where title ~ no deal"),
    ("articles where title ~ Only Connect", "articles where title ~ Only Connect"),
    (
      "events where actor in (entities where kind = person)",
      "events where actor in (entities where kind = person)"
    ),
    (
      "events where actor not in (visits(Ada) | show actor)",
      "events where actor not in (visits(Ada) | show actor)"
    ),
    ("articles where source in (sources)", "articles where source in (sources)"),
    (
      "articles where source in (Sources Daily, Post)",
      "articles where source in (Sources Daily, Post)"
    ),
    (
      "events where actor in (neighbours of Ada) and a = b",
      "events where actor in (neighbours of Ada) and a = b"
    ),
    (
      "events where actor in (entities where name in (quotes | show speaker)) or a = b",
      "events where actor in (entities where name in (quotes | show speaker)) or a = b"
    ),
    ("events where (no date) since 2020 | take 5", "events where (no date) since 2020 | take 5"),
    ("events where no date since 2020", "events where no date since 2020"),
    ("events where no place since 2020", "events where (no place) since 2020"),
    ("events where date possibly between 2020 and 2021", "events where date between 2020 and 2021"),
    ("events where a in (recent())", "events where a in (recent())"),
    ("events where a = b certainly since 2020", "events where a = b certainly since 2020"),
    ("events where date possibly before 2020", "events where date before 2020"),
    ("events possibly since 2020", "events since 2020"),
    ("events certainly since 2020", "events certainly since 2020"),
    ("events last 2 quarters", "events last 2 quarters"),
    ("events within 2 quarters of 2023", "events within 2 quarters of 2023"),
    ("events in the first half of 2023", "events in the first half of 2023"),
    ("events since mid-March 2023 | take 5", "events since mid-March 2023 | take 5"),
  ])
  func canonicalForm(_ text: String, _ canonical: String) {
    let parsed = Parser.query(text)
    #expect(parsed.diagnostics.isEmpty, "\(parsed.diagnostics)")
    #expect(parsed.tree.canonical == canonical)
    let again = Parser.query(parsed.tree.canonical)
    #expect(again.tree == parsed.tree)
    #expect(again.tree.canonical == parsed.tree.canonical)
    #expect(again.diagnostics.isEmpty)
  }

  @Test(arguments: [
    ("a-b-c", "a - b - c"), ("a-(b-c)", "a - (b - c)"), ("(a-b)-c", "a - b - c"),
    ("a+b*c", "a + b * c"), ("(a+b)*c", "(a + b) * c"), ("a/b/c", "a / b / c"),
    ("a / (b*c)", "a / (b * c)"), ("-a", "-a"), ("- ( - a )", "-(-a)"), ("a - -5", "a - -5"),
    ("-(a+b)", "-(a + b)"), ("-a*b", "-a * b"), ("1.5 * words", "1.5 * words"),
    ("words/2-1", "words / 2 - 1"), ("\"a\" + lower(Title)", "\"a\" + lower(title)"),
    ("$x + 1", "$x + 1"), ("2023-09-28", "2023-09-28"), ("2023-09", "2023-09"),
    ("2023-1", "2023 - 1"), ("date.month", "date.month"), ("year(date)", "year(date)"),
    ("first (actor)", "first(actor)"), ("first-last", "first - last"), ("count / 2", "count / 2"),
    ("days between first and last", "days between first and last"),
    ("days between(first, last)", "days between first and last"),
    ("days_between(first, last) + 1", "days between first and last + 1"),
    ("days between (a + b) and c", "days between (a + b) and c"),
    ("-days between a and b", "-(days between a and b)"),
    ("if type = AID then 1 else 0", "if type = AID then 1 else 0"),
    (
      "if actor = Ada Lovelace and no place then \"x\" else \"y\"",
      "if actor = Ada Lovelace and no place then \"x\" else \"y\""
    ),
    (
      "if (a = b or c = d) then if e = f then 1 else 2 else 3",
      "if a = b or c = d then if e = f then 1 else 2 else 3"
    ),
    ("1 + (if a = b then 1 else 2)", "1 + (if a = b then 1 else 2)"),
    ("if a = b then 1 else 2 + 3", "if a = b then 1 else 2 + 3"),
    (
      "if actor in (entities where name ~ then) then 1 else 2",
      "if actor in (entities where name ~ then) then 1 else 2"
    ),
    ("unheard(a, b)", "unheard(a, b)"), ("round(a/b)", "round(a / b)"),
  ])
  func expressions(_ text: String, _ canonical: String) {
    for head in ["articles | add x = ", "articles | group by source: sum "] {
      let parsed = Parser.query(head + text)
      #expect(parsed.diagnostics.isEmpty, "\(parsed.diagnostics)")
      #expect(parsed.tree.canonical == head + canonical)
      let again = Parser.query(parsed.tree.canonical)
      #expect(again.tree == parsed.tree && again.diagnostics.isEmpty, "\(again.diagnostics)")
    }
  }

  /// Words that are keywords of other places stay words of names here.
  @Test(arguments: [
    "No Doubt", "Dr No", "If Only", "Then She Found Me", "Someone Else", "no deal", "Only You",
    "Timeline Inc", "Chart Toppers", "Save Venice", "Paths of Glory", "Neighbours", "Step by Step",
    "Group Seven", "the end of days", "Possibly Maybe", "Sample City", "Seed Capital",
  ])
  func namesNeedNoQuotes(_ name: String) {
    for query in ["events where actor = \(name)", "events where actor = x \(name) | take 5"] {
      let parsed = Parser.query(query)
      #expect(parsed.diagnostics.isEmpty, "\(query): \(parsed.diagnostics)")
      #expect(parsed.tree.canonical.hasPrefix("events where actor = "))
      #expect(parsed.tree.canonical.contains(name))
    }
  }

  /// A name is quoted wherever a keyword in it could be read as one.
  @Test(arguments: Keyword.allCases)
  func namesWithKeywordsAreReadBack(_ keyword: Keyword) {
    for name in ["Ada \(keyword.rawValue)", "\(keyword.rawValue) Ada", "a \(keyword.rawValue) b"] {
      let value = quotedIfNeeded(name)
      for text in [
        "events where actor = \(value)", "events | add x = if actor = \(value) then 1 else 0",
      ] {
        let parsed = Parser.query(text)
        #expect(parsed.diagnostics.isEmpty, "\(text): \(parsed.diagnostics)")
        #expect(parsed.tree.canonical.contains(value))
      }
    }
  }

  @Test func partsOfAWordHaveTheirOwnPlaces() throws {
    let text = "figures | add x = high-low/2"
    guard case .add(let columns)? = Parser.query(text).tree.stages.first?.kind,
      case .arithmetic(.minus, let left, let right) = columns[0].value.kind,
      case .arithmetic(.divided, let low, let two) = right.kind
    else {
      Issue.record("no difference in \(Parser.query(text).tree)")
      return
    }
    let bytes = Array(text.utf8)
    let places = [columns[0].value, left, right, low, two].map {
      String(decoding: bytes[$0.range.lower..<$0.range.upper], as: UTF8.self)
    }
    #expect(places == ["high-low/2", "high", "low/2", "low", "2"])
  }

  @Test func namesOfAggregateColumns() {
    let text =
      "events | group by type: count, count actor, count distinct actor, avg actor.country, min words/2, n = list a"
    guard case .group(_, let aggregates)? = Parser.query(text).tree.stages.first?.kind else {
      Issue.record("no group")
      return
    }
    #expect(
      aggregates.map(\.columnName) == [
        "count", "count_actor", "distinct_actor", "average_actor_country", "min", "n",
      ])
  }
}
