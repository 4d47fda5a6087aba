import Diagnostics
import NewsModel
import Testing

@testable import QueryLanguage

@Suite struct LanguageHelpTests {
  static let entries = LanguageHelp.sections.flatMap(\.entries)
  static let examples = entries.flatMap(\.examples)

  @Test(arguments: examples)
  func everyExampleIsUnderstood(_ example: String) {
    let parsed = Parser.statement(example)
    #expect(parsed.diagnostics.isEmpty, "\(parsed.diagnostics)")
    guard case .query = parsed.tree else { return }
    let result = understand(example)
    #expect(!result.diagnostics.contains { $0.severity == .error }, "\(result.diagnostics)")
    #expect(result.bound != nil)
  }

  @Test(arguments: examples)
  func everyExampleIsReadBackFromItsCanonicalForm(_ example: String) {
    let tree = Parser.statement(example).tree
    let again = Parser.statement(tree.canonical)
    #expect(again.diagnostics.isEmpty, "\(tree.canonical)")
    #expect(again.tree == tree, "\(tree.canonical)")
    #expect(again.tree.canonical == tree.canonical)
  }

  @Test func everyEntryHasAnExampleThatUsesIt() {
    for entry in Self.entries {
      #expect(!entry.examples.isEmpty, "\(entry.name)")
      #expect(!entry.help.isEmpty && !entry.help.hasSuffix("."), "\(entry.name)")
    }
    for entry in LanguageHelp.stages {
      let word = entry.name.split(separator: " ")[0]
      #expect(
        entry.examples.allSatisfy { example in
          example.contains(word) || entry.synonyms.contains { example.contains($0) }
        }, "\(entry.name)")
    }
  }

  @Test(arguments: LanguageHelp.topics + Table.allCases.map(\.name) + entries.map(\.name))
  func everyTopicHasText(_ topic: String) {
    #expect(LanguageHelp.text(on: topic)?.isEmpty == false)
  }

  @Test(arguments: Keyword.allCases.map(\.rawValue) + LanguageHelp.wordsWithin.keys.sorted())
  func everyWordOfTheLanguageHasText(_ word: String) {
    #expect(LanguageHelp.text(on: word)?.isEmpty == false)
  }

  @Test func wordsOfClosedListsSayWhereTheyStand() {
    #expect(LanguageHelp.text(on: "consult")?.contains("type = CONSULT") == true)
    #expect(LanguageHelp.text(on: "visit")?.contains("mode = visit") == true)
  }

  @Test func helpKnowsFieldsAndCodesAndNothingElse() {
    #expect(LanguageHelp.text(on: "epithets")?.contains("entities.epithets") == true)
    #expect(LanguageHelp.text(on: "e201")?.contains("aktor") == true)
    #expect(LanguageHelp.text(on: "weather") == nil)
  }
}
