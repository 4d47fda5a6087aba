import Diagnostics
import NewsModel
import TestSupport
import Testing

@testable import QueryLanguage

/// Whatever the text, reading and binding end, ranges lie within it, and what is read without
/// errors is read back from its canonical form.
@Suite struct FuzzTests {
  private static let seeds: [String] =
    LanguageHelpTests.examples + ParserProblemTests.problems.map(\.text)
    + DiagnosticCode.allCases.map(\.trigger.text).filter { $0.utf8.count < 150 }

  private static let pieces: [String] =
    Keyword.allCases.map(\.rawValue) + Table.allCases.map(\.singular)
    + [
      "(", ")", "|", ",", ";", ":", "=", "!=", "==", "<", ">=", "~", "!~", "\"", "“", "”", "'", "`",
      "/", "$", "$who", "@", "*", "#", "\n", "\n\n", "..", "2023", "2023-09", "3", "days", "of",
      "by",
      "desc", "known", "unknown", "[", "]", "TO", "&&", "||", "!", "%", "?", "\\", "\0", "é", "東京",
      "\u{301}", "🙂", "\u{200d}", "actor", "date", "place", "type", "CONSULT", "Ada Lovelace",
      "Byron",
      "month", "actor.country", ".", "-", "1,200",
    ]

  private func mutated(_ text: String, _ generator: inout SplitMix) -> String {
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
        let other = Array(Self.seeds.randomElement(using: &generator) ?? "")
        characters.insert(contentsOf: other.suffix(place), at: place)
      default:
        let piece = Self.pieces.randomElement(using: &generator) ?? ""
        let isGlued = Bool.random(using: &generator)
        characters.insert(contentsOf: isGlued ? piece : " \(piece) ", at: place)
      }
    }
    return String(characters.prefix(400))
  }

  @Test(arguments: 0..<8)
  func mutatedQueries(_ seed: Int) {
    var generator = SplitMix(seed: UInt64(seed) &* 7919 &+ 17)
    let catalog = TownCatalog()
    let options = testOptions(["who": "Ada Lovelace"])
    for round in 0..<2_500 {
      let text = mutated(Self.seeds[round % Self.seeds.count], &generator)
      let parsed = Parser.statement(text)
      checkInvariants(parsed.diagnostics, of: text)
      guard !parsed.hasErrors else { continue }
      let again = Parser.statement(parsed.tree.canonical)
      if again.tree != parsed.tree || again.hasErrors {
        Issue.record(
          "\(text.debugDescription) printed as \(parsed.tree.canonical.debugDescription)")
      }
      guard case .query(let query) = parsed.tree else { continue }
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
