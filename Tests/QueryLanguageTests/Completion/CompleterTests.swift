import Diagnostics
import NewsModel
import Testing

@testable import QueryLanguage

@Suite struct CompleterTests {
  /// The completion where `‸` stands in `text`.
  private func completion(
    _ text: String, previous: Query? = nil
  ) -> (text: String, completion: Completion) {
    let parts = text.split(separator: "‸", omittingEmptySubsequences: false)
    let whole = parts.joined()
    let completion = Completer.completions(
      in: whole, at: parts[0].utf8.count, catalog: TownCatalog(),
      options: testOptions(["who": "Ada Lovelace"]), previous: previous)
    return (whole, completion)
  }

  private func labels(_ text: String) -> [String] {
    completion(text).completion.candidates.map(\.label)
  }

  /// Begins with these labels.
  @Test(
    arguments: [
      ("‸", ["articles", "entities", "events"]), ("ev‸", ["events"]), ("EV‸", ["events"]),
      ("events ‸", ["|", "where", "search", "since"]), ("events wh‸", ["where"]),
      ("events | ‸", ["where", "search"]), ("events | so‸", ["sort by", "sources"]),
      ("events | sort ‸", ["by"]), ("events | sort by da‸", ["date"]),
      ("events | sort by date ‸", ["desc", "asc", "|"]), ("events | count ‸", ["by", "distinct"]),
      ("events | count by mo‸", ["mode", "month"]), ("events | show date, pl‸", ["place"]),
      ("events where ac‸", ["action", "actor"]), ("events where not ta‸", ["target"]),
      ("events where (ta‸", ["target"]), ("events where actor ‸", ["=", "!=", "=="]),
      ("events where actor = ‸", ["Ada Lovelace", "Anne Byron"]),
      ("events where actor =‸", ["Ada Lovelace", "Anne Byron"]),
      ("events where actor = geo‸", ["George Byron"]),
      ("events where actor = ada lo‸", ["Ada Lovelace"]),
      ("events where actor = \"ada lo‸", ["Ada Lovelace"]),
      ("events where actor = inc‸", ["İnci Çağlar"]),
      ("events where actor = @an‸", ["@anne-byron"]), ("events where actor = $‸", ["$who"]),
      ("events where place in (Oslo, no‸", ["Norway"]),
      ("events where actor = Ada Lovelace ‸", ["and", "or", "|", "where", "search"]),
      ("events where actor = Ada an‸", ["and"]),
      ("events where type = co‸", ["CONSULT", "CONCEDE"]),
      ("events where actor.co‸", ["actor.country"]), ("events where date.mo‸", ["date.month"]),
      ("articles where source = re‸", ["Reuters"]), ("articles where source.na‸", ["source.name"]),
      ("events where date ‸", ["=", "!=", "=="]), ("events since ‸", ["today", "yesterday"]),
      ("events since last w‸", ["last week"]), ("events last 7 ‸", ["days", "weeks"]),
      ("events within 3 days ‸", ["of"]), ("events where place is ‸", ["known", "unknown"]),
      ("events | count by type | sort by ‸", ["type", "count"]),
      ("events | articles | where wo‸", ["words"]), ("figures where unit = per‸", ["per cent"]),
      ("events where aktor = Ada | sort by da‸", ["date"]), ("articles; ev‸", ["events"]),
      ("let n = 5; ev‸", ["events"]), ("def‸", ["define"]),
      ("(ev‸", ["events"]), ("events | only ‸", ["("]), ("events | only (en‸", ["entities"]),
      ("events | only (articles where wo‸", ["words"]),
      ("articles | only (events | sort by ac‸", ["action", "actor"]),
      ("articles | only (events) | sort by wo‸", ["words"]),
      ("events where actor in (ent‸", ["entities"]),
      ("events where actor in (entities wh‸", ["where"]),
      ("events where actor in (entities where ki‸", ["kind"]),
      ("events where actor in (entities) and pl‸", ["place"]),
      ("events where n‸", ["not", "no"]), ("events where no pl‸", ["place"]),
      ("events where only actor ‸", ["=", "!=", "=="]),
      ("events where no actor = geo‸", ["George Byron"]),
      ("events | foll‸", ["followed by"]), ("events | followed ‸", ["by"]),
      ("events | followed by (quotes where spea‸", ["speaker"]),
      ("events | followed by (quotes) ‸", ["within", "sharing", "|"]),
      ("events | followed by (quotes) within 30 ‸", ["days", "weeks"]),
      ("events | followed by (quotes) sharing pl‸", ["place"]),
      ("articles | add half = wo‸", ["words", "words("]), ("articles | add half = lo‸", ["lower("]),
      ("articles | add half = words + le‸", ["length("]),
      ("articles | add half = i‸", ["id", "if"]),
      ("articles | add x = if wo‸", ["words"]),
      ("articles | add x = if words > 5 ‸", ["and", "or", "then"]),
      ("articles | add x = if words > 5 then 1 el‸", ["else"]),
      ("events | group ‸", ["by", ":"]), ("events | group by mo‸", ["mode", "month"]),
      ("events | group by type: ‸", ["count", "sum"]), ("events | group by type: co‸", ["count"]),
      ("events | group by type: count, n = me‸", ["median"]),
      ("articles | group by source: average wo‸", ["words"]),
      ("events | sample 5 ‸", ["seed"]), ("events | crosstab type ‸", ["by"]),
      ("events | crosstab type by mo‸", ["mode", "month"]),
      ("events | chart ‸", ["by", "bar", "line"]), ("events | chart bar by ty‸", ["type"]),
      ("pa‸", ["paths from"]), ("paths from ada lo‸", ["Ada Lovelace"]),
      ("paths from Ada to geo‸", ["George Byron"]),
      ("paths from Ada to Anne within 3 ‸", ["steps"]),
      ("neighbours ‸", ["of"]), ("neighbours of Ada where pl‸", ["place"]),
      ("events last 2 q‸", ["quarters"]), ("define x = ev‸", ["events"]),
      ("define x(who) = events where actor = geo‸", ["George Byron"]),
    ] as [(String, [String])])
  func candidates(_ text: String, _ expected: [String]) {
    let found = labels(text)
    #expect(Array(found.prefix(expected.count)) == expected, "\(found)")
  }

  @Test(arguments: [
    "events # see ‸", "events where actor = \"Ada\"‸x", "events | take ‸5",
    "evnts where nothing = ‸",
    "events where words = ‸",
  ])
  func nothingFits(_ text: String) {
    #expect(
      labels(text).allSatisfy {
        $0.hasPrefix("$") || $0 == "|" || $0 == "and" || $0 == "or" || !text.contains("#")
      })
    if text.contains("#") { #expect(labels(text).isEmpty) }
  }

  @Test(arguments: [
    ("events where actor = ada lo‸", "events where actor = Ada Lovelace"),
    ("events where actor = \"ada lo‸", "events where actor = \"Ada Lovelace\""),
    ("events where actor = \"ada lo‸\"", "events where actor = \"Ada Lovelace\""),
    ("events where place = tri‸", "events where place = \"Trinidad and Tobago\""),
    ("events where actor.co‸", "events where actor.country"),
    ("ev‸", "events"), ("events since las‸ | take 5", "events since last week | take 5"),
    ("events | only (articles | newest) | so‸", "events | only (articles | newest) | sort by"),
    ("events where place in (Oslo, nor‸)", "events where place in (Oslo, Norway)"),
    ("events where type:cons‸", "events where type:CONSULT"),
  ])
  func insertion(_ text: String, _ expected: String) throws {
    let (whole, completion) = completion(text)
    let first = try #require(completion.candidates.first)
    let fixIt = FixIt(message: "", range: completion.range, replacement: first.insertion)
    #expect(fixIt.applied(to: whole) == expected)
  }

  @Test func keywordsKeepAValueThatAnotherCandidateWouldReplace() throws {
    let (whole, completion) = completion("events where actor = Lord ‸")
    for candidate in completion.candidates {
      let applied = FixIt(message: "", range: completion.range, replacement: candidate.insertion)
        .applied(to: whole)
      #expect(
        applied.hasPrefix("events where actor = Lord ") || candidate.kind == .value, "\(applied)")
    }
    #expect(completion.candidates.contains { $0.label == "and" })
  }

  @Test func fieldsOfThePreviousQueryAreKnown() {
    let previous = Parser.query("events | count by type").tree
    let (_, completion) = completion("| sort by ‸", previous: previous)
    #expect(completion.candidates.map(\.label) == ["type", "count"])
  }

  @Test func whatStandsThereIsNoCandidate() {
    #expect(!labels("events‸").contains("events"))
    #expect(!labels("events where actor = Oslo‸").contains("Oslo"))
  }
}
