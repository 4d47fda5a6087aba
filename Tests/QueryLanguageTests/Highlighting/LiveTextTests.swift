import Diagnostics
import NewsModel
import Testing

@testable import QueryLanguage

@Suite struct LiveTextTests {
  /// The text without its `‸`, read with the cursor there; at the end where there is none.
  private func live(_ text: String, previous: Query? = nil) -> (text: String, live: LiveText) {
    let parts = text.split(separator: "‸", omittingEmptySubsequences: false)
    let whole = parts.joined()
    let live = LiveText(
      whole, at: parts.count > 1 ? parts[0].utf8.count : whole.utf8.count, catalog: TownCatalog(),
      options: testOptions(["who": "Ada Lovelace"]), previous: previous)
    return (whole, live)
  }

  /// The parts as `text` between the letters of what they are; wrong ones in `!`.
  private func marked(_ text: String, previous: Query? = nil) -> String {
    let (whole, live) = live(text, previous: previous)
    let source = SourceText(name: "query", text: whole)
    var out = ""
    for mark in live.marks {
      if case .mark = mark.meaning, !mark.isWrong { continue }
      let letter = mark.meaning.letter
      out +=
        (out.isEmpty ? "" : " ") + letter + (mark.isWrong ? "!" : ":")
        + source.slice(mark.range).replacing(" ", with: "_")
    }
    return out
  }

  @Test(
    arguments: [
      ("events where actor = Ada Lovelace", "T:events k:where f:actor N:Ada_Lovelace"),
      ("Events WHERE place=Oslo", "T:Events k:WHERE f:place N:Oslo"),
      ("events where actor = Nobody at all ‸", "T:events k:where f:actor U:Nobody_at_all"),
      (
        "events where actor.country = \"Norway\" and place in (Oslo, Lima)‸",
        "T:events k:where f:actor.country V:\"Norway\" k:and f:place k:in N:Oslo U:Lima"
      ),
      (
        "events since last week | count by month",
        "T:events k:since d:last_week k:count k:by f:month"
      ),
      (
        "events in 26 Sept 2023 | top 5 by sources",
        "T:events k:in d:26_Sept_2023 k:top n:5 k:by f:sources"
      ),
      ("events where date = 2023-09", "T:events k:where f:date d:2023-09"),
      ("articles where words > 300 # long", "T:articles k:where f:words n:300 c:#_long"),
      ("articles search Wagner fighters", "T:articles k:search t:Wagner t:fighters"),
      ("articles where title ~ oil port", "T:articles k:where f:title t:oil_port"),
      ("articles where title ~ /oil|port/", "T:articles k:where f:title t:/oil|port/"),
      ("events where actor = $who", "T:events k:where f:actor p:$who"),
      ("events where type = AID", "T:events k:where f:type V:AID"),
      // By position: a keyword as a field.
      ("entities where last < 2023", "T:entities k:where f:last d:2023"),
      (
        "articles | add half=words/2 | group by source: n = count, average half",
        "T:articles k:add w:half f:words n:2 k:group k:by f:source w:n F:count F:average f:half"
      ),
      ("articles | add y = year(published)", "T:articles k:add w:y F:year f:published"),
      ("events | articles | sort by words desc", "T:events T:articles k:sort k:by f:words k:desc"),
      (
        "let who2 = Oslo; events where place = $who2",
        "k:let w:who2 t:Oslo T:events k:where f:place p:$who2"
      ),
      (
        "define near(x) = events where place = $x; near(Oslo)",
        "k:define T:near w:x T:events k:where f:place p:$x T:near N:Oslo"
      ),
      (
        "paths from Ada Lovelace to George Byron within 3 steps",
        "k:paths k:from N:Ada_Lovelace k:to N:George_Byron k:within n:3 k:steps"
      ),
    ])
  func tells(_ text: String, _ parts: String) { #expect(marked(text) == parts) }

  @Test(
    arguments: [
      // What is wrong for sure.
      ("events where aktor = Ada ‸", "T:events k:where f!aktor t:Ada"),
      ("evnts ‸| take 5", "u!evnts k:take n:5"),
      ("events | foo 5 ‸", "T:events u!foo n:5"),
      ("events where type = NOTHING ‸", "T:events k:where f:type t!NOTHING"),
      (
        "events where date = soon enough | newest ‸",
        "T:events k:where f:date t!soon_enough k:newest"
      ),
      // What may yet become right.
      ("events where ac‸", "T:events k:where f:ac"),
      ("events where type = CON‸", "T:events k:where f:type t:CON"),
      ("events where actor = Ada Lo‸", "T:events k:where f:actor u:Ada_Lo"),
      ("events | ta‸", "T:events u:ta"),
      ("events since last we‸", "T:events k:since t:last_we"),
      ("ev‸", "u:ev"), ("events since 26 ‸", "T:events k:since t:26"),
      // What only lacks its end.
      ("events where (actor = Ada Lovelace ‸", "T:events k:where f:actor N:Ada_Lovelace"),
      ("events |‸", "T:events"), ("events where actor = ‸", "T:events k:where f:actor"),
      ("events where actor = Ada Lovelace and ‸", "T:events k:where f:actor N:Ada_Lovelace k:and"),
      ("articles search \"oil po‸", "T:articles k:search t:\"oil_po"),
      // What is wrong stays so while something else is typed.
      ("events where aktor = Ada | so‸", "T:events k:where f!aktor t:Ada u:so"),
    ])
  func marksWhatIsWrong(_ text: String, _ parts: String) { #expect(marked(text) == parts) }

  @Test func goesOnFromTheQueryBefore() {
    let previous = Parser.query("events | count by place").tree
    #expect(marked("| sort by count desc", previous: previous) == "k:sort k:by f:count k:desc")
    #expect(marked("| sort by words ‸", previous: previous) == "k:sort k:by f!words")
  }

  /// Parts never overlap, lie within the text and stand in order, whatever the text is.
  @Test func partsAreInOrder() {
    var texts: [String] = []
    for text in FuzzSeeds.statements where text.utf8.count < 500 {
      texts += [text, String(text.dropLast(text.count / 3))]
    }
    for text in texts {
      for cursor in [0, text.utf8.count / 2, text.utf8.count] {
        let live = LiveText(
          text, at: cursor, catalog: TownCatalog(), options: testOptions())
        var end = 0
        for mark in live.marks {
          #expect(mark.range.lower >= end && !mark.range.isEmpty, "\(text)")
          end = mark.range.upper
        }
        #expect(end <= text.utf8.count)
        _ = live.hint(at: cursor)
      }
    }
  }

  @Test func cutsALongTextIntoTokensOnly() {
    let text = "events where actor = x or " + String(repeating: "place = Oslo or ", count: 5_000)
    let live = live(text).live
    #expect(live.errors.isEmpty)
    #expect(live.marks.contains { $0.meaning == .keyword("where") })
  }

  @Test(
    arguments: [
      ("events where ac‸tor = Ada", "actor: person, organization or place, who did it"),
      ("ev‸ents", "events: one thing that happened, however many articles tell it"),
      ("events | ta‸ke 5", "take N: keeps the first rows"),
      ("events where actor = Ada Love‸lace", "Ada Lovelace, entity, 40 mentions"),
      ("events since last week‸", "2023-09-25 to 2023-10-01"),
      ("events where actor = $wh‸o", "$who = Ada Lovelace"),
      ("events where aktor‸ = Ada", "there is no field 'aktor' in events"),
      ("articles | add y = ye‸ar(published)", "year(DATE)"),
    ])
  func hints(_ text: String, _ start: String) throws {
    let (whole, live) = live(text)
    let cursor = text.prefix { $0 != "‸" }.utf8.count
    let hint = try #require(live.hint(at: cursor), "\(whole)")
    #expect(hint.hasPrefix(start), "\(hint)")
  }
}

extension SourceMark.Meaning {
  fileprivate var letter: String {
    switch self {
    case .keyword: "k"
    case .table, .definition: "T"
    case .path, .unboundPath: "f"
    case .newName: "w"
    case .function: "F"
    case .name(_, let rows): rows.isEmpty ? "U" : "N"
    case .word(_, let isKnown): isKnown ? "V" : "v"
    case .text: "t"
    case .number: "n"
    case .date: "d"
    case .parameter: "p"
    case .mark: "m"
    case .comment: "c"
    case .unknown: "u"
    }
  }
}
