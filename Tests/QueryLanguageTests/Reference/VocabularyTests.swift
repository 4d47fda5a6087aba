import FoundationEssentials
import NewsModel
import TestSupport
import Testing

@testable import QueryLanguage

/// Grammar, keywords, help and completion name the same things: what the tables have.
@Suite struct VocabularyTests {
  private static let catalog =
    #filePath.split(separator: "/").dropLast(4).reduce("") { "\($0)/\($1)" }
    + "/Sources/NewsSession/NewsSession.docc/"

  private static func page(_ name: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(filePath: catalog + name)), as: UTF8.self)
  }

  /// The words in quotes of the grammar.
  private static func grammarWords() throws -> Set<String> {
    var words: Set<String> = []
    for (place, piece) in try page("Grammar.ebnf").split(separator: "\"").enumerated()
    where place % 2 == 1 && piece.allSatisfy({ $0.isLetter || $0 == " " }) {
      words.formUnion(piece.split(separator: " ").map { String($0) })
    }
    return words
  }

  private static func offered(_ text: String) -> Set<String> {
    let completion = Completer.completions(
      in: text, at: text.utf8.count, catalog: TownCatalog(), options: testOptions())
    return Set(completion.candidates.map(\.label))
  }

  private static let stages = LanguageHelp.stages.map(\.name)

  @Test func everyStageIsAKeywordAndInTheGrammar() throws {
    let grammar = try Self.grammarWords()
    for entry in LanguageHelp.stages {
      for name in [entry.name] + entry.synonyms {
        for word in name.split(separator: " ").map({ String($0) }) where word != "by" {
          #expect(Keyword(rawValue: word) != nil, "\(word) is no keyword")
          #expect(grammar.contains(word), "\(word) is not in the grammar")
        }
      }
    }
  }

  @Test func everyKeywordThatBeginsAStageIsInTheTables() {
    let words = Set(
      LanguageHelp.stages.flatMap { [$0.name] + $0.synonyms }.flatMap { $0.split(separator: " ") }
        .map { String($0) })
    for keyword in Keyword.allCases
    where keyword.role == .stage || keyword.role == .clause || keyword.beginsDateClause {
      #expect(words.contains(keyword.rawValue), "\(keyword)")
    }
  }

  @Test func completionOffersEveryStageAfterABar() {
    let offered = Self.offered("events | ")
    for name in Self.stages { #expect(offered.contains(name), "\(name)") }
    for table in Table.allCases { #expect(offered.contains(table.name)) }
  }

  @Test func completionOffersEverySourceAndStatementAtTheBeginning() {
    let offered = Self.offered("")
    for table in Table.allCases { #expect(offered.contains(table.name)) }
    for entry in LanguageHelp.statements { #expect(offered.contains(entry.name), "\(entry.name)") }
    for name in ["paths", "neighbours"] { #expect(offered.contains { $0.hasPrefix(name) }) }
  }

  @Test func completionOffersEveryFunctionAndAggregate() {
    let functions = Self.offered("figures | add x = ")
    for entry in FunctionEntry.all {
      #expect(functions.contains { $0.hasPrefix(entry.name) }, "\(entry.name)")
    }
    let aggregates = Self.offered("articles | group by source: ")
    for entry in AggregateEntry.all { #expect(aggregates.contains(entry.name), "\(entry.name)") }
  }

  @Test func completionOffersEveryOperatorThatFits() {
    let offered = Self.offered("articles where words ")
    for name in ["=", "!=", "<", "<=", ">", ">=", "in", "between", "is known"] {
      #expect(offered.contains(name), "\(name)")
    }
  }

  @Test func everyAggregateAndFunctionIsInTheGrammarOrFreeInIt() throws {
    let grammar = try Self.grammarWords()
    for entry in AggregateEntry.all { #expect(grammar.contains(entry.name), "\(entry.name)") }
  }

  @Test(arguments: ["Functions", "Aggregates", "Operators", "Dates", "Sources", "Statements"])
  func everyEntryHasItsPlaceInTheReference(_ page: String) throws {
    let text = try Self.page(page + ".md")
    let section = LanguageHelp.sections.first { $0.name == page.lowercased() }
    #expect(section != nil)
    for entry in section?.entries ?? [] { #expect(text.contains("\n## \(entry.name)\n")) }
  }

  @Test func fieldsAreInTheReferenceAndInCompletion() throws {
    let page = try Self.page("Fields.md")
    for table in Table.allCases {
      let offered = Self.offered("\(table.name) | show ")
      for field in table.schema.fields {
        #expect(offered.contains(field.name), "\(table.name).\(field.name)")
        #expect(page.contains("| `\(field.name)` |"))
      }
    }
  }
}
