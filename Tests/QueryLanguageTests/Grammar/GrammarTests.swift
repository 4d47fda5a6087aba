import Diagnostics
import Foundation
import Testing

@testable import QueryLanguage

/// The parser reads what the grammar in the documentation says, and nothing of it is left out.
@Suite struct GrammarTests {
  private static func grammar() throws -> Grammar {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let file = root.appending(path: "Sources/NewsSession/NewsSession.docc/Grammar.ebnf")
    return try Grammar(String(contentsOf: file, encoding: .utf8))
  }

  @Test func everyRuleIsDefinedAndSaysSomething() throws {
    let grammar = try Self.grammar()
    let mentioned = grammar.rules.values.reduce(into: Set(["script"])) {
      $0.formUnion(Grammar.names(in: $1))
    }
    #expect(mentioned == Set(grammar.rules.keys))
    let inWords = grammar.rules.filter { if case .words = $0.value { true } else { false } }
    #expect(Set(inWords.keys) == Set(SentenceMaker.examples.keys))
  }

  @Test(arguments: 0..<4)
  func sentencesAreRead(_ seed: Int) throws {
    let grammar = try Self.grammar()
    var maker = SentenceMaker(grammar, seed: UInt64(seed) + 1)
    for _ in 0..<1_000 {
      let text = maker.sentence(of: "statement")
      let parsed = Parser.statement(text)
      #expect(parsed.diagnostics.isEmpty, "\(text): \(parsed.diagnostics.map(\.message))")
      let again = Parser.statement(parsed.tree.canonical)
      #expect(again.tree == parsed.tree && !again.hasErrors, "\(text)\n\(parsed.tree.canonical)")
    }
    let unused = Set(grammar.rules.keys).subtracting(maker.used)
    #expect(unused == ["script", "blank line", "end"])
  }

  @Test func everyKeywordStandsInTheGrammar() throws {
    var terminals: Set<String> = []
    func collect(_ part: Grammar.Part) {
      switch part {
      case .terminal(let text): terminals.insert(text)
      case .sequence(let parts), .choice(let parts): parts.forEach(collect)
      case .optional(let part), .repeated(let part): collect(part)
      case .rule, .words: break
      }
    }
    try Self.grammar().rules.values.forEach(collect)
    #expect(Keyword.allCases.filter { !terminals.contains($0.rawValue) } == [])
    let units = DateClause.Unit.allCases.map(\.rawValue)
    for words in [Function.allCases.map(\.rawValue), Aggregate.allCases.map(\.rawValue), units] {
      for word in words where word != Function.join.rawValue {
        #expect(word.split(separator: " ").allSatisfy { terminals.contains(String($0)) }, "\(word)")
      }
    }
  }

  @Test(arguments: [
    "a = ", "a = b", "a = \"b ;", "= b ;", "a = { b ;", "a = ) ;", "a = b ; a = c ;",
  ])
  func noGrammar(_ text: String) {
    #expect(throws: Grammar.Problem.self) { try Grammar(text) }
  }
}
