import Diagnostics
import NewsSession
import Testing

@testable import Shell

@Suite struct LineSuggestionTests {
  private let entries = ["events where actor = Çelik", "quotes", "events\n| take 5"]

  @Test(arguments: [
    ("e", "vents\n| take 5"), ("events w", "here actor = Çelik"), ("quotes", nil), ("", nil),
    ("Events", nil), (" events", nil), ("events where actor = Ç", "elik"),
  ])
  func comesFromTheLatestEntry(line: String, rest: String?) {
    #expect(LineSuggestion(line: line, history: entries)?.rest == rest)
  }

  private func list(_ insertions: [String], from lower: Int, to upper: Int) -> CompletionList {
    CompletionList(
      range: SourceRange(lower, upper),
      items: insertions.map { CompletionItem(insertion: $0, label: $0, detail: "") })
  }

  @Test(arguments: [
    ("events wh", ["where"], "ere"), ("events w", ["where", "within"], nil),
    ("events whe", ["where", "whence"], "re"), ("events WHE", ["where"], "re"),
    ("events xyz", ["where"], nil), ("events where", ["where"], nil), ("events ", ["where"], nil),
  ])
  func comesFromTheOnlyOrBestCandidate(line: String, candidates: [String], rest: String?) {
    let list = list(candidates, from: 7, to: line.utf8.count)
    #expect(LineSuggestion(line: line, completions: list)?.rest == rest)
  }

  @Test(arguments: [
    ("eve", true), (".rea", true), (".read fi", false), ("events ", false), ("", false),
    ("?wor", true),
  ])
  func isNotLookedForInFolders(line: String, mayComplete: Bool) {
    #expect(LineSuggestion.mayComplete(line) == mayComplete)
  }

  @Test func showsOneRow() {
    #expect(LineSuggestion(line: "e", history: entries)?.ghost == "vents…")
    #expect(LineSuggestion(line: "q", history: ["q\u{1b}[31m"])?.ghost == "␛[31m")
  }

  @Test func isTakenWordByWord() {
    let suggestion = LineSuggestion(line: "events", history: entries + ["events where place = X"])
    #expect(suggestion?.firstWord == " where")
    #expect(suggestion?.withoutFirstWord?.line == "events where")
    #expect(suggestion?.withoutFirstWord?.firstWord == " place")
    #expect(LineSuggestion(line: "q", history: entries)?.withoutFirstWord == nil)
  }
}
