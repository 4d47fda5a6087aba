import NewsSession
import Testing

@testable import Shell

/// What `dateline check` finds on pages.
@MainActor @Suite struct PageCheckTests {
  private let checker = PageChecker(session: LessonFixture.session())

  private func problems(_ page: String) -> [PageChecker.Problem] { checker.check(page).problems }

  @Test func aRightPageHasNoProblem() {
    #expect(
      problems("```query\nevents | count\n```\n```result\ncount\n─────\n   31\n```\n").isEmpty)
    #expect(problems("```query\nevents | count\n| take 1\nquotes\n```\n").isEmpty)
    #expect(problems("no block\n").isEmpty)
  }

  @Test func aWrongResultIsShownBesideTheRealOne() {
    let found = problems("\n```query\nevents | count\n```\n```result\ncount\n─────\n   30\n```\n")
    #expect(
      found == [
        .init(
          line: 8, message: "the result is not the one that is shown",
          difference: ["-    30", "+    31"])
      ])
  }

  @Test(arguments: [
    ("```query\nevents where aktor = x\n```\n", 1, "has an error"),
    ("```query error\nevents\n```\n", 1, "has no error"),
    ("```query\nevents\n", 1, "has no end"),
    ("```result\n```\n", 1, "below no query"),
    ("```query\nevents | count\n```\n```result\n```\n", 5, "not the one"),
    ("```query\n.quit\n```\n", 1, "has an error"),
    ("```script\nevents;\nevents where\n```\n", 1, "has an error"),
    ("<!-- check: columns 9 -->\n", 1, "no setting"),
    ("<!-- check: today 2023-13-01 -->\n", 1, "no setting"),
    ("# A\n## B\n**Task:** c\n", 2, "no query block"),
  ])
  func isFound(page: String, line: Int, message: String) {
    let found = problems(page)
    #expect(found.map(\.line) == [line])
    #expect(found.first?.message.contains(message) ?? false, "\(found)")
  }

  @Test func errorsMayBeShown() {
    let page = "```query\nevents where aktor = x\n```\n```result\n```\n"
    let filled = checker.check(page).page.text
    #expect(filled.contains("```result\nerror: there is no field 'aktor'"))
    #expect(problems(filled).isEmpty)
    #expect(problems("```query error\nevents where aktor = x\n```\n").isEmpty)
  }

  @Test func thePageSaysWhichDayItIs() {
    let page =
      "<!-- check: today 2023-10-03, rows 1 -->\n```query\nevents last 7 days | count\n```\n```result\n```\n"
    #expect(checker.check(page).page.text.contains("   4"), "\(checker.check(page).page.text)")
    var other = checker
    other.today = Day(number: 0)
    #expect(!other.check(page).page.text.contains("   4\n```"))
  }

  @Test func oneLineOfABlockIsOneStatementUnlessItGoesOn() {
    let runner = BlockRunner(asking: LessonFixture.session())
    #expect(
      runner.statements(
        in: "events\n| count\narticles where\ntitle ~ x\n.why 1\ndefine a =\nevents\na\n\nlet x = 1"
      )
        == [
          "events\n| count", "articles where\ntitle ~ x", ".why 1", "define a =\nevents\na\n",
          "let x = 1",
        ])
  }

  @Test func pagesAreWrittenAnew() throws {
    let folder = try TemporaryFolder()
    let page = "Prose.\r\n```query\nevents | count\n```\n```result\n```\nEnd"
    let path = try folder.write(page, to: "page.md")
    let (results, messages) = (StringSink(), StringSink())
    let session = LessonFixture.session()
    let check = PageCheck(session: session, today: nil, writes: false)
    #expect(check.run([path], results: results, messages: messages) == .queryError)
    #expect(messages.take().contains("page.md:6: the result is not"))
    #expect(folder.text(of: "page.md") == page)
    let writing = PageCheck(session: session, today: nil, writes: true)
    #expect(writing.run([path], results: results, messages: messages) == .success)
    #expect(
      folder.text(of: "page.md")
        == "Prose.\n```query\nevents | count\n```\n```result\ncount\n─────\n   31\n```\nEnd")
    #expect(check.run([path], results: results, messages: messages) == .success)
    #expect(results.text.hasSuffix("page.md: 1 query block, all as shown\n"))
    #expect(check.run([path + "x"], results: results, messages: messages) == .dataError)
  }

  @Test func longDifferencesAreCut() {
    let difference = LineDifference((0..<20).map { "a\($0)" }, ["a0", "b"])
    #expect(difference.first == 1)
    #expect(difference.text.count == LineDifference.limit + 2)
    #expect(difference.text.last == "+ b")
    #expect(LineDifference(["a"], ["a"]).first == nil)
    #expect(LineDifference(["a", "a"], ["a"]).text == ["- a"])
  }

  @Test func theProgramChecks() throws {
    let program = try Program()
    try program.folder.write("```query\nevents | count\n```\n```result\nx\n```\n", to: "page.md")
    try program.folder.write("not a page", to: "check/visit.txt")
    let seeds = Program.packageFolder + "/seeds"
    let run = try program.run(["check", "--articles", seeds, "page.md"])
    #expect(run.exitCode == 1)
    #expect(run.error.contains("page.md:5: "))
    #expect(try program.run(["check", "--articles", seeds]).exitCode == 2)
    // A folder of that name is still one.
    #expect(try program.run(["./check", "-c", "articles | count"]).output == "count\n1\n")
  }
}
