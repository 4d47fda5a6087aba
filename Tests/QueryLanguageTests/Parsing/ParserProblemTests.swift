import Diagnostics
import Testing

@testable import QueryLanguage

/// One problem of form: the query, the code, the text that the caret stands under, and what the
/// first fix-it makes of the query.
struct Problem: Sendable, CustomTestStringConvertible {
  var text: String
  var code: String
  var place: String
  var fixed: String?

  init(_ text: String, _ code: String, at place: String, fixed: String? = nil) {
    self.text = text
    self.code = code
    self.place = place
    self.fixed = fixed
  }

  var testDescription: String { text }
}

@Suite struct ParserProblemTests {
  static let problems: [Problem] = [
    Problem("evnts", "E101", at: "evnts", fixed: "events"),
    Problem("where actor = Ada", "E101", at: "where"),
    Problem("events | sotr by date", "E102", at: "sotr", fixed: "events | sort by date"),
    Problem("events | | take 5", "E102", at: "|"),
    Problem("events |", "E102", at: ""),
    Problem(
      "events where actor = Ada sort by date", "E103", at: "sort",
      fixed: "events where actor = Ada | sort by date"),
    Problem("events take 5", "E103", at: "take", fixed: "events | take 5"),
    Problem(
      "events | take 5 since 2020", "E103", at: "since", fixed: "events | take 5 | since 2020"),
    Problem("events where", "E104", at: ""),
    Problem("events where actor = Ada and", "E104", at: ""),
    Problem("events where actor = and place = Oslo", "E105", at: "and"),
    Problem("events since", "E105", at: ""),
    Problem(
      "events where type in AID, CONSULT", "E105", at: "AID, CONSULT",
      fixed: "events where type in (AID, CONSULT)"),
    Problem("events where actor Ada", "E106", at: "Ada"),
    Problem(
      "events where actor = Ada place = Oslo", "E107", at: "place",
      fixed: "events where actor = Ada and place = Oslo"),
    Problem(
      "events where actor = Ada since 2020 and place = Oslo", "E107", at: "and",
      fixed: "events where actor = Ada and since 2020 and place = Oslo"),
    Problem(
      "events where (actor = Ada since 2020)", "E107", at: "since",
      fixed: "events where (actor = Ada and since 2020)"),
    Problem(
      "events where place = Trinidad and Tobago", "E108", at: "and",
      fixed: "events where place = \"Trinidad and Tobago\""),
    Problem(
      "events where place = Trinidad and Tobago since 2020 | take 5", "E108", at: "and",
      fixed: "events where place = \"Trinidad and Tobago\" since 2020 | take 5"),
    Problem(
      "articles where title = Man in Black", "E108", at: "in",
      fixed: "articles where title = \"Man in Black\""),
    Problem(
      "events where place = Congo (Brazzaville)", "E108", at: "(",
      fixed: "events where place = \"Congo (Brazzaville)\""),
    Problem(
      "events where actor = Ada sinc 2023", "E109", at: "sinc",
      fixed: "events where actor = Ada since 2023"),
    Problem(
      "events where actor = Ada Sinc 2023", "E109", at: "Sinc",
      fixed: "events where actor = Ada since 2023"),
    Problem("events where actor = Ada sinc", "E109", at: "sinc"),
    Problem(
      "events where actor = Ada adn place = Oslo", "E109", at: "adn",
      fixed: "events where actor = Ada and place = Oslo"),
    Problem(
      "events where actor = Ada ro place = Oslo", "E109", at: "ro",
      fixed: "events where actor = Ada or place = Oslo"),
    Problem("events wher actor = Ada", "E109", at: "wher", fixed: "events where actor = Ada"),
    Problem(
      "events since 2023 wher actor = Ada", "E109", at: "wher",
      fixed: "events since 2023 where actor = Ada"),
    Problem("events actor = Ada", "E109", at: "actor", fixed: "events where actor = Ada"),
    Problem("events where (actor = Ada", "E110", at: "("),
    Problem("events where (actor = Ada | take 5", "E110", at: "|"),
    Problem("events where type in (AID, CONSULT", "E110", at: ""),
    Problem("events where actor = Ada)", "E111", at: ")", fixed: "events where actor = Ada"),
    Problem(
      "events where actor = Ada && place = Oslo", "E113", at: "&&",
      fixed: "events where actor = Ada  and  place = Oslo"),
    Problem("events where actor = Ada || place = Oslo", "E113", at: "||"),
    Problem("events where !(actor = Ada)", "E113", at: "!"),
    Problem("events where type <> AID", "E113", at: "<>", fixed: "events where type != AID"),
    Problem(
      "events where place is null", "E113", at: "is null", fixed: "events where place is unknown"),
    Problem(
      "events where place is not null", "E113", at: "is not null",
      fixed: "events where place is known"),
    Problem("events where type is AID", "E113", at: "is", fixed: "events where type = AID"),
    Problem(
      "articles where title like %oil%", "E113", at: "like %oil%",
      fixed: "articles where title ~ oil"),
    Problem(
      "articles where title ~ %oil%", "E113", at: "%oil%", fixed: "articles where title ~ oil"),
    Problem(
      "articles where title contains oil", "E113", at: "contains",
      fixed: "articles where title ~ oil"),
    Problem(
      "articles where title not like oil", "E113", at: "not like",
      fixed: "articles where title !~ oil"),
    Problem(
      "articles where words:[10 TO 20]", "E113", at: ":[10 TO 20]",
      fixed: "articles where words between 10 and 20"),
    Problem("articles order by words", "E113", at: "order", fixed: "articles | sort by words"),
    Problem("articles | order by words", "E113", at: "order", fixed: "articles | sort by words"),
    Problem("events | count(*)", "E113", at: "("),
    Problem(
      "SELECT title, words FROM articles WHERE words > 100 ORDER BY words DESC LIMIT 5", "E113",
      at: "SELECT",
      fixed:
        "articles where words > 100 | sort by words desc | take 5 | show title, words"),
    Problem("select count(*) from events", "E113", at: "select", fixed: "events | count"),
    Problem("events | take five", "E115", at: "five"),
    Problem("events | take 99999999999999999999", "E115", at: "99999999999999999999"),
    Problem("events | show date,", "E116", at: ""),
    Problem("events | show date type", "E117", at: "type", fixed: "events | show date, type"),
    Problem("events | newest 5", "E117", at: "5", fixed: "events | newest | take 5"),
    Problem("articles search oil and gas", "E117", at: "and"),
    Problem("events; articles", "E117", at: "articles"),
    Problem("", "E118", at: ""),
    Problem("events last 7 dys", "E120", at: "dys", fixed: "events last 7 days"),
    Problem(
      "articles \"oil port\"", "E121", at: "\"oil port\"", fixed: "articles search \"oil port\""),
    Problem("events | sort date", "E124", at: "date", fixed: "events | sort by date"),
    Problem("events | count type", "E124", at: "type", fixed: "events | count by type"),
    Problem("events where actor = \"Ada", "E001", at: "\""),
    Problem("events where actor = “Ada", "E001", at: "“"),
    Problem("events where `actor` = Ada", "E006", at: "`actor`", fixed: "events where actor = Ada"),
    Problem(
      "events where actor = 'Ada B'", "E006", at: "'Ada B'", fixed: "events where actor = \"Ada B\""
    ),
    Problem("events where actor = Ada?", "E004", at: "?", fixed: "events where actor = \"Ada?\""),
    Problem(
      "articles where title = Q: why", "E004", at: ":", fixed: "articles where title = \"Q: why\""),
    Problem("events // all", "E005", at: "//", fixed: "events # all"),
    Problem("events where actor = not Ada", "E113", at: "not"),
    Problem(
      "events where type = AID, CONSULT | count", "E117", at: ",",
      fixed: "events where type in (AID, CONSULT) | count"),
    Problem(
      "events where type=AID or CONSULT", "E108", at: "or",
      fixed: "events where type in (AID, CONSULT)"),
    Problem("events 2023", "E117", at: "2023", fixed: "events in 2023"),
    Problem("events from 2023", "E117", at: "from", fixed: "events since 2023"),
    Problem("articles about oil", "E117", at: "about"),
    Problem(
      "events | count by type by mode", "E117", at: "by", fixed: "events | count by type , mode"),
    Problem("entities | top by mentions", "E115", at: "by", fixed: "entities | top 10 by mentions"),
    Problem("how many events", "E101", at: "how"),
    Problem("count events", "E101", at: "count"),
    Problem("ev", "E101", at: "ev", fixed: "events"),
    Problem("list all articles", "E113", at: "list", fixed: "articles"),
    Problem(
      "articles where \"oil port\"", "E121", at: "\"oil port\"",
      fixed: "articles search \"oil port\""),
    Problem(
      "SELECT * FROM events WHERE status LIKE '%en%' AND type <> 'AID'", "E113", at: "SELECT",
      fixed: "events where status ~ en and type != \"AID\""),
    Problem("events where a == = b", "E105", at: "="),
  ]

  @Test(arguments: problems + stageProblems)
  func oneProblem(_ problem: Problem) {
    let parsed = Parser.query(problem.text)
    let source = SourceText(name: "test", text: problem.text)
    checkInvariants(parsed.diagnostics, of: problem.text)
    #expect(parsed.diagnostics.map(\.code) == [problem.code], "\(parsed.diagnostics)")
    guard let diagnostic = parsed.diagnostics.first else { return }
    #expect(source.slice(diagnostic.range) == problem.place, "\(diagnostic.message)")
    for fixIt in diagnostic.fixIts {
      let codes = Parser.query(fixIt.applied(to: problem.text)).diagnostics.map(\.code)
      #expect(!codes.contains(problem.code), "\(fixIt.applied(to: problem.text))")
    }
    if let fixed = problem.fixed {
      #expect(diagnostic.fixIts.first?.applied(to: problem.text) == fixed, "\(diagnostic)")
      #expect(Parser.query(fixed).diagnostics.isEmpty, "\(Parser.query(fixed).diagnostics)")
    }
  }

  @Test func severalProblemsAreAllReported() {
    let text = "events where aktor Ada | sotr by date | take five | show"
    let codes = Parser.query(text).diagnostics.map(\.code)
    #expect(codes == ["E106", "E102", "E115", "E116"])
  }

  @Test func readingGoesOnAfterAProblem() {
    let tree = Parser.query("events where actor | take 5").tree
    #expect(
      tree.stages.map(\.kind).last == .take(ValueSyntax(kind: .words("5"), range: .init(0, 0))))
  }

  @Test func problemsEndAfterTwenty() {
    let diagnostics = Parser.query(String(repeating: "| ", count: 50_000)).diagnostics
    #expect(diagnostics.count == Parser.diagnosticLimit + 1)
    #expect(diagnostics.last?.code == "E119")
  }

  @Test func tenThousandBracketsAreOneProblem() {
    for opening in ["(", "not ", "not (", "! "] {
      let text = "events where " + String(repeating: opening, count: 10_000)
      let codes = Set(Parser.query(text).diagnostics.map(\.code))
      #expect(codes.contains("E112") || opening == "! ", "\(opening)")
      #expect(codes.count <= 2)
    }
  }

  /// Whatever nests, the same depth of it is read, and more is one problem.
  @Test(arguments: [
    ("(", "events", ")"), ("events | only (", "events", ")"),
    ("events where a in (", "events", ")"), ("events | followed by (", "events", ")"),
    ("events | add x = (", "1", ")"), ("events | add x = ", "-", "1"),
    ("events | add x = if a = b then ", "1", " else 2"),
    ("events | add x = if a = b then 1 else ", "1", ""), ("events | add x = lower(", "a", ")"),
    ("events where a in (events | add x = if (", "a = b", ") then 1 else 2)"),
    ("events where not (", "a = b", ")"),
    ("events | add x = if a in (", "events", ") then 1 else 2"),
  ])
  func whateverNests(_ opening: String, _ inner: String, _ closing: String) {
    let repeated = opening.hasPrefix("events | add x = ") ? String(opening.dropFirst(17)) : opening
    let piece = repeated.isEmpty ? inner : repeated
    for depth in [Parser.nestingLimit * 2, 10_000] {
      let text =
        opening + String(repeating: piece, count: depth) + inner
        + String(repeating: closing, count: depth)
      let diagnostics = Parser.query(text).diagnostics
      checkInvariants(diagnostics, of: text)
      #expect(!diagnostics.isEmpty)
    }
    let shallow = Parser.nestingLimit / 4 - 1
    guard repeated == opening else { return }
    let text =
      String(repeating: opening, count: shallow) + inner
      + String(repeating: closing, count: shallow)
    let parsed = Parser.query(text)
    guard !parsed.hasErrors else { return }
    #expect(Parser.query(parsed.tree.canonical).tree == parsed.tree)
  }

  @Test(arguments: ["1+", "a-", "a*b/", "-", "2023-09-", "(a)+", "\"a\"+"])
  func longExpressionsAreOneProblem(_ piece: String) {
    let text = "events | add x = " + String(repeating: piece, count: 60_000 / piece.utf8.count)
    let diagnostics = Parser.query(text).diagnostics
    checkInvariants(diagnostics, of: text)
    #expect(diagnostics.map(\.code).first == "E112" || piece == "-")
  }

  @Test func nestingUpToTheLimitIsRead() {
    let depth = Parser.nestingLimit - 1
    let text =
      "events where " + String(repeating: "(", count: depth) + "a = b"
      + String(repeating: ")", count: depth)
    #expect(Parser.query(text).diagnostics.isEmpty)
  }

  @Test(arguments: [
    "a = b and ", "(", ")", "a ", "| ", "\"", "= ", "since ", ", ", "? ", "«", "x:y ", "/", "' ",
    "not ", "(events | ", "in (events | only (", "if a = b then ", "x = a/b, ", "no a and ", "+a ",
    "a in (", "$.", "select ", "title !has x and ", "count(distinct a), ", "define a = ",
    "ago(7d) ",
  ])
  func longInputIsReadInLinearTime(_ piece: String) {
    for head in ["events where ", "events | add x = ", "events | group by a: ", ""] {
      let text = head + String(repeating: piece, count: 60_000 / piece.utf8.count)
      checkInvariants(Parser.query(text).diagnostics, of: text)
    }
  }
}
