import Diagnostics
import NewsModel
import Testing

@testable import QueryLanguage

/// Whole queries by their text: what they mean, and every error in its place.
@Suite struct BinderTextTests {
  private static let definitions = [
    "define visits(who, to = Oslo) = events where actor = $who and place = $to",
    "define recent = events last 30 days",
    "define lengthy(n) = articles where words > $n",
    "define helped(who) = visits($who) | only (events where type = AID)",
  ]

  private func options(isStrict: Bool = false) throws -> Binder.Options {
    var options = testOptions(isStrict: isStrict)
    for text in Self.definitions {
      let made = try #require(define(text, options: options), "\(text)")
      options.definitions[made.definition.name] = made
    }
    return options
  }

  // MARK: Meaning

  @Test(arguments: [
    ("(events where type = AID) | newest", "events where type = AID | newest"),
    ("(events | take 5) where type = AID", "events | take 5 | where type = AID"),
    (
      "visits(Lovelace) | take 2",
      "events where actor = Lovelace and place = Oslo | take 2"
    ),
    (
      "visits(Lovelace, to = Norway)", "events where actor = Lovelace and place = Norway"
    ),
    ("recent | count", "events last 30 days | count"),
    (
      "helped(Lovelace)",
      "events where actor = Lovelace and place = Oslo | only (events where type = AID)"
    ),
    (
      "paths from Lovelace to Oslo within 2 steps where type = AID since last month | take 4",
      "paths from Lovelace to Oslo within 2 steps where type = AID since 2023-09 | take 4"
    ),
    (
      "neighbors of Oslo | where ties > 2 and event.date since 2023",
      "neighbours of Oslo | where ties > 2 and event.date since 2023"
    ),
    ("events | chart bar by type", "events | count by type | chart bar"),
    ("events | timeline", "events | timeline"),
    (
      "events | followed by (articles since yesterday) within 2 weeks sharing source",
      "events | followed by (articles since 2023-10-04) within 2 weeks sharing source"
    ),
    (
      "events where actor in (visits(Lovelace) | entities)",
      "events where actor in (visits(Lovelace) | entities)"
    ),
    ("events where only date = yesterday", "events where only date = 2023-10-04"),
  ])
  func canonicalTexts(_ text: String, _ canonical: String) throws {
    let options = try options()
    let result = understand(text, options: options)
    #expect(result.bound?.canonical == canonical, "\(result.diagnostics)")
    let again = understand(canonical, options: options)
    #expect(again.bound?.canonical == canonical, "\(again.diagnostics)")
  }

  @Test(arguments: [
    "events where no actor and only place.country = Norway",
    "events where no actor in (entities where kind = person) and only who in (Byron, Oslo)",
    "events | add span = days between date and 2023-10-01, big = if span > 3 then 1 else 0",
    "events | add label = lower(type) + \"-\" + words(action)",
    "events | add label = lower(type) + \"-\" + action | where label ~ aid",
    "figures | add span = high-low, half = span/2 | top 3 by half",
    "events | group by date.month: count, average score, n = count distinct actor | where n > 2",
    "articles | group: median words, min published, list source",
    "events | group by type: share, share sources, last place | chart line",
    "events | crosstab type by year | take 5", "events | sample 5 seed 3",
    "events | except (reports | events)", "events | only (helped(Lovelace))",
    "events | not followed by (events where type = AID) within 30 days sharing actor, place",
    "events | followed by (events) | followed by (quotes) | show date, next_2.speaker, gap_2, next.who",
    "events | group by actor: max date | where actor.country = Norway and max_date.year = 2023",
    "entities where kind = person | add k = length(aliases) | where k > 2 | save \"people.csv\"",
    "events where date possibly before 2023 | only (events) | chart by type | explain",
  ])
  func manyConstructsAreUnderstood(_ text: String) throws {
    let result = understand(text, options: try options())
    let errors = result.codes.filter { $0.hasPrefix("E") }
    if text.contains("words(action)") {
      #expect(errors == ["E219"], "\(result.diagnostics)")
    } else {
      #expect(errors.isEmpty, "\(result.diagnostics)")
    }
  }

  @Test(arguments: AggregateEntry.all.flatMap(\.examples) + FunctionEntry.all.flatMap(\.examples))
  func examplesOfTheTablesAreRight(_ text: String) {
    // The names are those of the sample articles, which nobody in this catalog has.
    #expect(understand(text).codes.allSatisfy { $0 == "W001" }, "\(understand(text).diagnostics)")
  }

  @Test func aColumnThatIsNamedTwiceIsShownOnce() {
    func shown(_ text: String) -> [String]? { understand(text).bound?.shape.shown.map(\.name) }
    #expect(shown("events | show type, date, type") == ["type", "date"])
    #expect(shown("events | count by type, type") == ["type", "count"])
    #expect(shown("sources | show name, *") == ["name", "articles", "agencies", "first", "last"])
  }

  // MARK: Problems

  @Test(arguments: [
    Problem(
      "articles | add n = lenght(title)", "E217", at: "lenght",
      fixed: "articles | add n = length(title)"),
    Problem("articles | add n = average(words)", "E217", at: "average"),
    Problem("articles | add n = month(title)", "E218", at: "title"),
    Problem("articles | group by source: sum title", "E218", at: "title"),
    Problem("articles | add n = title * 2", "E219", at: "title"),
    Problem(
      "articles | add n = if words > 5 then 1 else \"few\"", "E219",
      at: "if words > 5 then 1 else \"few\""),
    Problem(
      "events | add n = lower(actor)", "E220", at: "actor",
      fixed: "events | add n = lower(first(actor))"),
    Problem("articles | add words = 5", "E221", at: "words", fixed: "articles | add words_2 = 5"),
    Problem(
      "events | only (articles)", "E222", at: "articles", fixed: "events | only (articles | events)"
    ),
    Problem(
      "events where actor in (sources)", "E223", at: "sources",
      fixed: "events where actor in (sources | entities)"),
    Problem(
      "events where type in (reports)", "E223", at: "reports",
      fixed: "events where type in (reports | distinct type)"),
    Problem("vists(Lovelace)", "E224", at: "vists", fixed: "visits(Lovelace)"),
    Problem("visits(Lovelace, Oslo, Norway)", "E225", at: "Norway"),
    Problem("visits", "E225", at: "visits"),
    Problem("lengthy(many)", "E204", at: "many"),
    Problem("events | crosstab type by year | sort by type", "E227", at: "sort by type"),
    Problem("events | followed by (articles) sharing actor", "E228", at: "actor"),
    Problem("events | only (events | timeline)", "E129", at: "events | timeline"),
    Problem("events | chart", "E116", at: "chart"),
  ])
  func problemsInTheirPlaces(_ problem: Problem) throws {
    let options = try options()
    let result = understand(problem.text, options: options)
    let source = SourceText(name: "test", text: problem.text)
    #expect(result.codes == [problem.code], "\(result.diagnostics)")
    let diagnostic = try #require(result.diagnostics.first)
    #expect(source.slice(diagnostic.range) == problem.place)
    #expect(!diagnostic.hints.isEmpty && result.bound == nil)
    if let fixed = problem.fixed {
      #expect(diagnostic.fixIts.first?.applied(to: problem.text) == fixed)
      let mended = understand(fixed, options: options)
      #expect(mended.bound != nil, "\(mended.diagnostics)")
    }
  }

  @Test func allProblemsOfAQueryAreTold() throws {
    let result = understand(
      "events where aktor = Ada in 2023 | only (articles where titel ~ x) | add n = lower(actor), "
        + "m = n + 1, k = sources | group by typ, status: sum action, max k, count | "
        + "where status = hapened and max_k > 3 and sum_action > 1 and typ = 1 | sort by cont",
      options: try options())
    #expect(
      result.codes
        == ["E201", "E222", "E201", "E220", "E201", "E218", "E203", "E201"].reordered(
          like: result.codes), "\(result.diagnostics)")
  }
}

extension [String] {
  /// The same texts in the order of `other`, where that has the same.
  fileprivate func reordered(like other: [String]) -> [String] {
    sorted() == other.sorted() ? other : self
  }
}
