import Diagnostics
import Testing

@testable import QueryLanguage

/// What a query without problems is read as, shown by its canonical form.
@Suite struct CanonicalTests {
  @Test(arguments: [
    ("Events", "events"),
    ("EVENT where Actor=Ada   Lovelace", "events where actor = Ada Lovelace"),
    ("entity", "entities"),
    ("events where actor:Ada and type:AID", "events where actor = Ada and type = AID"),
    (
      "events where actor = Ada and place = Oslo since 2023-09 | sort by date | show date, who",
      "events where actor = Ada and place = Oslo since 2023-09 | sort by date | show date, who"
    ),
    ("events | where a = b | since 2020", "events where a = b since 2020"),
    ("events since 2020 where a = b", "events since 2020 where a = b"),
    ("events where a = b where c = d", "events where a = b | where c = d"),
    ("events where since 2023 and a = b", "events where since 2023 and a = b"),
    ("events where ((a = b))", "events where a = b"),
    ("events where (a = b or c = d) and e = f", "events where (a = b or c = d) and e = f"),
    ("events where a = b or c = d and e = f", "events where a = b or c = d and e = f"),
    ("events where not (a = b and c = d)", "events where not (a = b and c = d)"),
    ("events where not not a = b", "events where not not a = b"),
    ("events where type in (A,B b , \"c\")", "events where type in (A, B b, \"c\")"),
    ("events where type not in (A)", "events where type not in (A)"),
    ("events where place is not known", "events where place is unknown"),
    ("events where place is not unknown", "events where place is known"),
    ("articles where words > 1,200", "articles where words > 1,200"),
    ("articles where words in (1,200)", "articles where words in (1, 200)"),
    ("articles where words between 1 and 2", "articles where words between 1 and 2"),
    ("articles where title ~ /a|b/ and text !~ c", "articles where title ~ /a|b/ and text !~ c"),
    ("articles where title = “x \\\" y”", "articles where title = \"x \\\" y\""),
    ("articles search \"oil port\" strike", "articles search \"oil port\" strike"),
    ("articles limit 5", "?"),
    ("articles | limit 5 | first 3 | skip 1", "articles | take 5 | take 3 | skip 1"),
    ("articles | sort by date desc, words ascending", "articles | sort by date desc, words"),
    ("entities | top 3 by mentions", "entities | top 3 by mentions"),
    ("events | count", "events | count"),
    ("events | count distinct actor by type", "events | count distinct actor by type"),
    ("events | distinct", "events | distinct"),
    ("events | distinct type, mode | explain", "events | distinct type, mode | explain"),
    ("events | Articles | hide text", "events | articles | hide text"),
    ("| count by place", "| count by place"),
    ("|since 2020|newest", "| since 2020 | newest"),
    ("events last 7 days", "events last 7 days"),
    ("events last two weeks", "events last 2 weeks"),
    ("events last week", "events in last week"),
    ("events in last month", "events in last month"),
    ("events during 2023", "events in 2023"),
    ("events within 3 days of 26 Sept 2023", "events within 3 days of 26 Sept 2023"),
    ("events within a week of Sept 26, 2023", "events within 1 weeks of Sept 26, 2023"),
    ("events between 2022 and June 2023 | oldest", "events between 2022 and June 2023 | oldest"),
    (
      "events where date certainly before 2023 or published in (2020, 2021)",
      "events where date certainly before 2023 or published in (2020, 2021)"
    ),
    (
      "events where date in 2023-09 and date on 2023",
      "events where date in 2023-09 and date on 2023"
    ),
    (
      "entities where first > 2020 and last since 2021",
      "entities where first > 2020 and last since 2021"
    ),
    ("entities | show first, last | sort by last", "entities | show first, last | sort by last"),
    (
      "events where actor = $who since $from | take $n",
      "events where actor = $who since $from | take $n"
    ),
    (
      "articles where url = https://example.org/a:b", "articles where url = https://example.org/a:b"
    ),
    ("events # all\n  where a = b\n  | take 5 ;", "events where a = b | take 5"),
  ])
  func canonicalForm(_ text: String, _ canonical: String) {
    let parsed = Parser.query(text)
    if canonical == "?" {
      #expect(parsed.hasErrors)
      return
    }
    #expect(parsed.diagnostics.isEmpty, "\(parsed.diagnostics)")
    #expect(parsed.tree.canonical == canonical)
    let again = Parser.query(parsed.tree.canonical)
    #expect(again.tree == parsed.tree)
    #expect(again.diagnostics.isEmpty)
  }

  /// Names that hold words which are keywords elsewhere need no quotes where nothing else could be
  /// meant.
  @Test(arguments: [
    "Harbour Workers Group", "Save the Whales", "America First", "First Light", "Count Orlok",
    "Snow", "Show of Hands", "Late Show host", "Top Gear", "Last Post", "Chart Music", "Ain Zara",
    "Tod Browning", "Holiday Inn", "port authority", "lake district", "county court",
    "Bank of Norway", "Take That", "Only Connect", "By the Sea", "hafter ali",
    "Hafter", "Sin City", "Adn Radio", "Alter Ego", "here", "the round table", "sine wave",
    "3 Doors", "No. 10", "Explain It", "Group of Eight", "Life is good", "Newest members club",
  ])
  func namesNeedNoQuotes(_ name: String) {
    for query in ["events where actor = \(name)", "events where actor = x \(name) | take 5"] {
      let parsed = Parser.query(query)
      #expect(parsed.diagnostics.isEmpty, "\(query): \(parsed.diagnostics)")
      #expect(
        parsed.tree.stages.first?.canonical.hasSuffix(name) == true, "\(parsed.tree.canonical)")
    }
  }

  @Test(arguments: [
    "Oslo", "Khalid al-Amin", "Trinidad and Tobago", "a*b", "@slug", "say \"no\"", "back\\slash",
    "Congo (Brazzaville)", "since 2020", "where", "x | y", "", "50%", "..2020", "a, b", "Q: why",
    "Sept 26, 2023", "1,200", "Made in Norway", "İnci Çağlar", "'Ain Zara", "$5", "#1", "a  b",
  ])
  func quotesWhereNeeded(_ text: String) {
    let parsed = Parser.query("events where actor = \(quotedIfNeeded(text))")
    #expect(parsed.diagnostics.isEmpty)
    guard case .filter(let condition)? = parsed.tree.stages.first?.kind,
      case .comparison(_, _, let value) = condition.kind
    else {
      Issue.record("no comparison in \(parsed.tree)")
      return
    }
    #expect(value.text == text)
    if case .words = value.kind { #expect(!text.contains("*") && !text.hasPrefix("@")) }
  }
}
