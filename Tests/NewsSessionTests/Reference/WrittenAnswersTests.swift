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
  private static func answered(_ page: String) throws -> String {
    let answers = try ExampleAnswers()
    var lines: [Substring] = []
    var query: [Substring] = []
    var block: Substring?
    var answer = ""
    for line in page.split(separator: "\n", omittingEmptySubsequences: false) {
      switch (block, line) {
      case (nil, "```query"), (nil, "```result"):
        block = line
        lines.append(line)
        if line == "```result" { lines += answer.split(separator: "\n") }
      case ("```query", "```"):
        answer = answers.text(of: query.joined(separator: "\n"))
        query = []
        block = nil
        lines.append(line)
      case ("```query", _):
        query.append(line)
        lines.append(line)
      case ("```result", "```"):
        block = nil
        lines.append(line)
      case ("```result", _): break
      default: lines.append(line)
      }
    }
    return lines.joined(separator: "\n")
  }
}
