import Diagnostics
import Foundation
import NewsModel
import TestSupport
import Testing

@testable import QueryLanguage

/// Whatever the text, reading and binding end, ranges lie within it, and what is read without
/// errors is read back from its canonical form.
@Suite struct FuzzTests {
  private static let seeds = FuzzSeeds.statements

  /// How many texts the parser is given; 1,000,000 take some five minutes without optimization.
  private static let inputCount =
    ProcessInfo.processInfo.environment["FUZZ_INPUTS"].flatMap { Int($0) } ?? 40_000

  private func mutated(_ text: String, _ generator: inout SplitMix) -> String {
    FuzzSeeds.mutated(text, &generator)
  }

  /// Reading ends without a crash; what is read without errors is read back from its canonical
  /// form, and printed as the same again.
  @Test(arguments: 0..<8)
  func mutatedStatementsAreReadBack(_ seed: Int) {
    var generator = SplitMix(seed: UInt64(seed) &* 104_729 &+ 3)
    for round in 0..<Self.inputCount / 8 {
      checkIsReadBack(mutated(Self.seeds[round % Self.seeds.count], &generator))
    }
  }

  private func checkIsReadBack(_ text: String) {
    let parsed = Parser.statement(text)
    checkInvariants(parsed.diagnostics, of: text)
    // A blank line ends a statement, so that none has one in it.
    let isOneStatement = !text.split(separator: "\n", omittingEmptySubsequences: false)
      .dropFirst().dropLast().contains { $0.allSatisfy(\.isWhitespace) }
    guard !parsed.hasErrors, isOneStatement else { return }
    let canonical = parsed.tree.canonical
    let again = Parser.statement(canonical)
    if again.tree != parsed.tree || again.hasErrors || again.tree.canonical != canonical {
      Issue.record("\(text.debugDescription) printed as \(canonical.debugDescription)")
    }
  }

  /// What mutation once found.
  @Test(arguments: [
    "ev() until entgroups where place is known", "events | group by type: count(until)",
    "events where actor = 'Ada Love \n lace'", "events where actor = '\nAda B'",
    "events where actor = 'Ada Lovelaces \n  where date certainly before 2019'",
    "events where no ta last e se lrget", "events | group by type: count(distinct/ actor)",
    "paths from da to Anletne certainly ", "events where no place since 2023",
  ])
  func whatWasFoundStaysMended(_ text: String) { checkIsReadBack(text) }

  @Test(arguments: 0..<8)
  func mutatedQueriesAreBoundOrRefused(_ seed: Int) {
    var generator = SplitMix(seed: UInt64(seed) &* 7919 &+ 17)
    let catalog = TownCatalog()
    let options = testOptions(["who": "Ada Lovelace"])
    for round in 0..<2_500 {
      let text = mutated(Self.seeds[round % Self.seeds.count], &generator)
      let parsed = Parser.statement(text)
      guard !parsed.hasErrors, case .query(let query) = parsed.tree else { continue }
      let (bound, diagnostics) = Binder.bind(query, catalog: catalog, options: options)
      checkInvariants(diagnostics, of: text)
      if bound == nil, !diagnostics.contains(where: { $0.severity == .error }) {
        Issue.record("\(text.debugDescription) is not bound and no reason is given")
      }
      if let bound, !bound.canonical.contains("?") {
        let canonical = Parser.query(bound.canonical)
        if canonical.hasErrors {
          Issue.record(
            "\(text.debugDescription) was understood as \(bound.canonical.debugDescription)")
        }
      }
    }
  }

  @Test func completionsAnywhere() {
    var generator = SplitMix(seed: 99)
    let catalog = TownCatalog()
    for round in 0..<1_500 {
      let text = mutated(Self.seeds[round % Self.seeds.count], &generator)
      let cursor = Int.random(in: -1...text.utf8.count + 1, using: &generator)
      let completion = Completer.completions(
        in: text, at: cursor, catalog: catalog, options: testOptions(["who": "Ada"]))
      let range = completion.range
      #expect(range.lower >= 0 && range.upper <= text.utf8.count && range.upper <= max(0, cursor))
      #expect(completion.candidates.count <= Completer.limit)
    }
  }

  @Test func statementsOfMutatedScripts() {
    var generator = SplitMix(seed: 5)
    for round in 0..<1_000 {
      let text =
        mutated(Self.seeds[round % Self.seeds.count], &generator) + "\n\n"
        + mutated(Self.seeds[(round * 7) % Self.seeds.count], &generator)
      var last = 0
      for range in StatementSplitter.statements(in: text) {
        #expect(range.lower >= last && !range.isEmpty && range.upper <= text.utf8.count)
        last = range.upper
        checkInvariants(Parser.statement(text, range: range).diagnostics, of: text)
      }
    }
  }
}
