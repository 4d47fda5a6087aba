import NewsModel
import TestSupport

@testable import QueryLanguage

/// What random texts are made from.
enum FuzzSeeds {
  /// Whole statements, right and wrong ones.
  static let statements: [String] =
    LanguageHelpTests.examples + ParserProblemTests.problems.map(\.text)
    + ParserProblemTests.stageProblems.map(\.text)
    + DiagnosticCode.allCases.map(\.trigger.text).filter { $0.utf8.count < 150 } + newer

  private static let newer = [
    "(events where type = AID | take 3) since 2020 | count by month",
    "visits(Ada Lovelace, to = Oslo) | reports | show source",
    "paths from Ada Lovelace to Anne Byron within 2 steps where type = AID since 2020 | take 5",
    "neighbours of @ada-lovelace last 2 quarters | where kind = person",
    "figures | add span = high-low, mid = low + span/2, d = days between date and 2023-09-28",
    "articles | add size = if words > 500 and no author then \"long\" else lower(title) + \"!\"",
    "articles | add x = -(words + 2) * 3 / -length(title) - round(words / 2.5)",
    "events | group by type, month: count, n = count distinct actor, avg words/2, list place",
    "events | group: share, median score, first date", "events | crosstab type by year",
    "events | sample 5 seed 42 | only (events since 2020) | except (quotes | events)",
    "events | followed by (events where type = AID) within 30 days sharing actor, place",
    "events | not followed by (visits($who) | take 3) within two weeks | sort by gap",
    "events | chart line by month, type | save \"a b.csv\" | explain", "events | timeline",
    "events where no place and only actor.country = Norway and no actor = Ada",
    "events where actor in (entities where name in (quotes | show speaker)) or not place in (a, b)",
    "events where date possibly before mid-March 2023 or published certainly in the first half of 2023",
    "define visits(who, to = Oslo) = events where actor = $who and place = $to | newest",
    "SELECT source, AVG(words) AS mean FROM articles WHERE a IN (SELECT b FROM events) GROUP BY source",
    "events | summarize n = count(), dcount(actor) by bin(date, 7d)",
    "articles where title:(oil OR gas) and words:>5 and title !contains \"x\" | project-away text",
    ".events[] | select(.actor == \"x\") | .place", "$.events[?(@.actor==\"x\")].actor",
    "events where date > ago(7d) and title startswith \"oil\" and type in~ (\"AID\")",
  ]

  /// Parts that are put into statements.
  static let pieces: [String] =
    Keyword.allCases.map(\.rawValue) + Table.allCases.map(\.singular)
    + Aggregate.allCases.map(\.rawValue)
    + [
      "(", ")", "|", ",", ";", ":", "=", "!=", "==", "<", ">=", "~", "!~", "\"", "“", "”", "'", "`",
      "/", "$", "$who", "@", "*", "#", "\n", "\n\n", "..", "2023", "2023-09", "3", "days", "of",
      "by", "desc", "known", "unknown", "[", "]", "TO", "&&", "||", "!", "%", "?", "\\", "\0", "é",
      "東京", "\u{301}", "🙂", "\u{200d}", "actor", "date", "place", "type", "CONSULT",
      "Ada Lovelace", "Byron", "month", "actor.country", ".", "-", "1,200", "+", "a-b", "words/2",
      "steps", "from", "to", "of", "seed", "sharing", "as", "count(*)", "days between", "lower(",
      "(events", "(events)", "visits(", "x = ", "quarters", "select", "summarize", "ago(7d)",
      "first half of 2023", "the week of", "2023-09-28",
    ]

  /// A statement with one to four changes, at most 400 characters long.
  static func mutated(_ text: String, _ generator: inout some RandomNumberGenerator) -> String {
    var characters = Array(text)
    for _ in 0..<Int.random(in: 1...4, using: &generator) {
      let place = Int.random(in: 0...characters.count, using: &generator)
      switch Int.random(in: 0..<6, using: &generator) {
      case 0 where !characters.isEmpty:
        characters.remove(at: min(place, characters.count - 1))
      case 1 where characters.count > 1:
        characters.swapAt(
          min(place, characters.count - 1), Int.random(in: 0..<characters.count, using: &generator))
      case 2: characters = Array(characters.prefix(place))
      case 3:
        let other = Array(statements.randomElement(using: &generator) ?? "")
        characters.insert(contentsOf: other.suffix(place), at: place)
      default:
        let piece = pieces.randomElement(using: &generator) ?? ""
        let isGlued = Bool.random(using: &generator)
        characters.insert(contentsOf: isGlued ? piece : " \(piece) ", at: place)
      }
    }
    return String(characters.prefix(400))
  }
}
