import Diagnostics
import Testing

@testable import QueryLanguage

/// Queries in the languages that users know, and what they are offered instead.
@Suite struct ForeignSyntaxTests {
  /// The query once every problem is mended by its first fix-it.
  func mended(_ text: String) -> String {
    var text = text
    for _ in 0..<8 {
      guard let fixIt = Parser.query(text).diagnostics.first?.fixIts.first else { break }
      text = fixIt.applied(to: text)
    }
    return text
  }

  func check(_ text: String, _ translation: String) {
    let diagnostics = Parser.query(text).diagnostics
    #expect(diagnostics.contains { $0.severity == .error })
    checkInvariants(diagnostics, of: text)
    let mended = mended(text)
    let parsed = Parser.query(mended)
    #expect(parsed.diagnostics.isEmpty, "\(mended): \(parsed.diagnostics)")
    #expect(parsed.tree.canonical == translation)
  }

  @Test(arguments: [
    ("SELECT * FROM articles", "articles"),
    (
      "SELECT title FROM articles WHERE words BETWEEN 1 AND 5",
      "articles where words between 1 and 5 | show title"
    ),
    ("select distinct type from events", "events | distinct type"),
    ("SELECT type, COUNT(*) FROM events GROUP BY type", "events | count by type"),
    (
      "SELECT source, AVG(words), COUNT(DISTINCT author) FROM articles GROUP BY source",
      "articles | group by source: average words, count distinct author"
    ),
    (
      "SELECT source, AVG(words) AS mean FROM articles GROUP BY source HAVING mean > 5 ORDER BY mean DESC LIMIT 3",
      "articles | group by source: mean = average words | where mean > 5 | sort by mean desc | take 3"
    ),
    (
      "SELECT type FROM events GROUP BY type HAVING COUNT(*) > 5 ORDER BY COUNT(*) DESC",
      "events | count by type | where count > 5 | sort by count desc"
    ),
    ("SELECT MAX(words) FROM articles", "articles | group: max words"),
    ("SELECT COUNT(DISTINCT actor) FROM events", "events | count distinct actor"),
    ("SELECT words AS n FROM articles", "articles | add n = words | show n"),
    ("SELECT * FROM events WHERE place IS NOT NULL", "events where place is known"),
    ("SELECT * FROM articles WHERE title LIKE 'Oil%'", "articles where title = Oil*"),
    ("SELECT * FROM articles WHERE title NOT LIKE '%oil%'", "articles where title !~ oil"),
    ("SELECT * FROM articles WHERE title LIKE '%oil'", "articles where title = *oil"),
    (
      "SELECT * FROM events WHERE actor IN (SELECT * FROM entities WHERE kind = 'person')",
      "events where actor in (entities where kind = \"person\")"
    ),
    (
      "SELECT * FROM events WHERE type = 'AID' AND place <> 'Oslo'",
      "events where type = \"AID\" and place != \"Oslo\""
    ),
    ("articles select title, words", "articles | show title, words"),
  ])
  func sql(_ text: String, _ translation: String) { check(text, translation) }

  @Test func joinsAreExplained() {
    for text in ["SELECT * FROM events JOIN entities ON a = b", "events | join entities on a"] {
      let diagnostics = Parser.query(text).diagnostics
      #expect(diagnostics.map(\.code) == ["E113"])
      #expect(diagnostics.first?.hints.contains { $0.contains("actor.country") } == true)
    }
  }

  @Test(arguments: [
    ("events | summarize count() by type", "events | count by type"),
    ("events | summarize n = count() by type, place", "events | group by type, place: n = count"),
    (
      "articles | summarize avg(words), dcount(author) by source",
      "articles | group by source: average words, count distinct author"
    ),
    ("events | summarize count() by bin(date, 7d)", "events | count by week"),
    ("articles | summarize count() by bin(published, 1d)", "articles | count by published.day"),
    ("events | summarize dcount(actor)", "events | count distinct actor"),
    ("articles | extend half = words / 2", "articles | add half = words / 2"),
    ("articles | project title, words", "articles | show title, words"),
    ("articles | project-away text, title", "articles | hide text, title"),
    ("articles | where title contains \"oil\"", "articles where title ~ \"oil\""),
    ("articles | where title has \"oil\" | take 5", "articles where title ~ \"oil\" | take 5"),
    ("articles | where title !contains \"oil\"", "articles where title !~ \"oil\""),
    ("articles | where title startswith \"oil\"", "articles where title = oil*"),
    (
      "articles | where title endswith \"port\" and words > 5",
      "articles where title = *port and words > 5"
    ),
    (
      "events | where type in~ (\"AID\", \"CONSULT\")",
      "events where type in (\"AID\", \"CONSULT\")"
    ),
    ("events | where type !in (\"AID\")", "events where type not in (\"AID\")"),
    ("events | where date > ago(7d)", "events where date > 7 days ago"),
    ("events | where date >= datetime(2023-09-28)", "events where date >= 2023-09-28"),
    ("articles | order by words desc", "articles | sort by words desc"),
  ])
  func kql(_ text: String, _ translation: String) { check(text, translation) }

  @Test(arguments: [
    (
      "events where type:AID AND actor:(Ada OR Anne Byron)",
      "events where type = AID and actor in (Ada, Anne Byron)"
    ),
    ("events where actor:(Ada AND Anne)", "events where actor = Ada and actor = Anne"),
    ("articles where words:[10 TO 20]", "articles where words between 10 and 20"),
    ("articles where words:>5", "articles where words > 5"),
    ("articles where words:<=5 and title:oil*", "articles where words <= 5 and title = oil*"),
    ("articles search +oil +port", "articles search oil port"),
    ("articles search oil -gas", "articles search oil where text !~ gas"),
    ("articles search oil NOT gas", "articles search oil where text !~ gas"),
    ("articles search \"oil port\"~5", "articles search \"oil port\""),
    (
      "articles where NOT title:oil && !(words:>5)",
      "articles where not title = oil and not words > 5"
    ),
    ("type:AID AND actor:Ada", "events where type = AID and actor = Ada"),
    ("title:oil*", "articles where title = oil*"),
  ])
  func lucene(_ text: String, _ translation: String) { check(text, translation) }

  @Test(arguments: [
    ("$.events[?(@.actor==\"x\")]", "events where actor = \"x\""),
    ("$.events[*].actor", "events | show actor"),
    ("$..actor", "events | show actor"),
    (
      "$.articles[?(@.words > 5 && @.source == \"Post\")].title",
      "articles where words > 5 and source = \"Post\" | show title"
    ),
    (".events[] | select(.actor == \"x\")", "events where actor = \"x\""),
    (
      ".events[] | select(.actor.country == \"x\") | .place",
      "events where actor.country = \"x\" | show place"
    ),
  ])
  func jsonPath(_ text: String, _ translation: String) { check(text, translation) }

  /// Statements within statements are mended only so deep, so that no text takes long.
  @Test func manyStatementsWithinOneAnother() {
    let text =
      String(repeating: "SELECT * FROM events WHERE actor IN (", count: 40) + "SELECT 1"
      + String(repeating: ")", count: 40)
    checkInvariants(Parser.query(text).diagnostics, of: text)
  }
}
