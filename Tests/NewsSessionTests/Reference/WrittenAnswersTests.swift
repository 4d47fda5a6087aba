import FoundationEssentials
import NewsSession
import Testing

/// What a page says that a query answers is what it answers.
///
/// `RECORD_REFERENCE=1 swift test --filter WrittenAnswersTests` writes the answers anew.
@MainActor @Suite struct WrittenAnswersTests {
  private static let catalog =
    #filePath.split(separator: "/").dropLast(4).reduce("") { "\($0)/\($1)" }
    + "/Sources/NewsSession/NewsSession.docc/"

  @Test(arguments: ["ThirtyQuestions"])
  func answersAreThoseOfTheProgram(page: String) throws {
    let file = URL(filePath: Self.catalog + page + ".md")
    let written = String(decoding: try Data(contentsOf: file), as: UTF8.self)
    let expected = try Self.answered(written)
    if ProcessInfo.processInfo.environment["RECORD_REFERENCE"] != nil {
      try Data(expected.utf8).write(to: file)
      return
    }
    #expect(written == expected)
  }

  @Test func thePageHasThirtyQuestions() throws {
    let file = URL(filePath: Self.catalog + "ThirtyQuestions.md")
    let page = String(decoding: try Data(contentsOf: file), as: UTF8.self)
    #expect((1...30).allSatisfy { page.contains("\n### \($0). ") })
    #expect(!page.contains("```result\nerror"))
  }

  /// The page with each `result` block filled with what the `query` block before it answers.
  private static func answered(_ text: String) throws -> String {
    let answers = try ExampleAnswers()
    var page = FencedPage(text)
    var answer = ""
    for index in page.parts.indices {
      guard case .block(var block) = page.parts[index] else { continue }
      if block.kind == "query" { answer = answers.text(of: block.text) }
      if block.kind == "result" {
        block.lines = answer.split(separator: "\n", omittingEmptySubsequences: false).map {
          String($0)
        }
        while block.lines.last?.isEmpty == true { block.lines.removeLast() }
        page.parts[index] = .block(block)
      }
    }
    return page.text
  }
}
