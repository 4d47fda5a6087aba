internal import Diagnostics
internal import NewsSession

/// Compares what a page shows below its queries with what they answer.
struct PageChecker {
  /// Something that is not as the page says.
  struct Problem: Hashable {
    /// The line of the page, from 1.
    var line: Int
    /// What is wrong, in a sentence without a full stop.
    var message: String
    /// What was shown and what is, a line each with `-` or `+` before it; may be empty.
    var difference: [String] = []
  }

  /// What was found.
  struct Report {
    /// The page with every result block filled with the real result.
    var page: FencedPage
    /// What is wrong, in order of lines.
    var problems: [Problem] = []
    /// Number of query blocks.
    var queryCount = 0
  }

  /// Has the articles that pages ask about.
  let session: NewsSession
  /// The day that is today on every page; nil where each page says it.
  var today: Day?

  /// Runs all query and script blocks of a page.
  func check(_ text: String) -> Report {
    var report = Report(page: FencedPage(text))
    var settings = PageSettings()
    if let failure = settings.read(report.page) { report.problems.append(failure) }
    if let today { settings.today = today }
    let runner = BlockRunner(asking: session, width: settings.width)
    if let day = settings.today { runner.session.options.today = day }
    var last: Ran?
    for index in report.page.parts.indices {
      guard case .block(var block) = report.page.parts[index] else { continue }
      if !block.isClosed {
        report.problems.append(Problem(line: block.line, message: "the block has no end"))
      }
      switch block.kind {
      case "query", "query error", "script":
        finish(last, &report)
        last = Ran(block, runner, settings.form)
        report.queryCount += 1
      case "result":
        guard let ran = last else {
          report.problems.append(
            Problem(line: block.line, message: "the result stands below no query"))
          continue
        }
        report.problems += ran.problems(shown: block)
        block.lines = ran.lines
        report.page.parts[index] = .block(block)
        last = nil
      default: break
      }
    }
    finish(last, &report)
    report.problems += lessonProblems(in: text)
    report.problems.sort { $0.line < $1.line }
    return report
  }

  /// What a query without a result block did wrong.
  private func finish(_ ran: Ran?, _ report: inout Report) {
    if let problem = ran?.problem { report.problems.append(problem) }
  }

  /// What keeps a page with tasks from being a lesson.
  private func lessonProblems(in text: String) -> [Problem] {
    guard Lesson.isLesson(text) else { return [] }
    do throws(Lesson.Mistake) {
      _ = try Lesson(text, name: "lesson")
      return []
    } catch {
      return [Problem(line: error.line, message: error.message)]
    }
  }
}

/// A query block that has run.
private struct Ran {
  private let block: FencedPage.Block
  private let isFailed: Bool
  /// Its result as the page shows it.
  let lines: [String]

  init(_ block: FencedPage.Block, _ runner: BlockRunner, _ form: WrittenAnswer) {
    self.block = block
    let outcomes =
      block.kind == "script" ? runner.run(script: block.text) : runner.run(block.text)
    isFailed = outcomes.contains(where: \.isFailed)
    let text = outcomes.last?.text(in: form) ?? ""
    lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      .dropLast(text.hasSuffix("\n") || text.isEmpty ? 1 : 0).map { String($0) }
  }

  /// What is wrong where the page shows no result.
  var problem: PageChecker.Problem? {
    if isFailed == (block.kind == "query error") { return nil }
    return PageChecker.Problem(
      line: block.line,
      message: isFailed ? "the query has an error" : "the query has no error, and should have one",
      difference: isFailed ? lines.prefix(LineDifference.limit).map { "+ " + $0 } : [])
  }

  /// What is wrong where the page shows `shown`.
  func problems(shown: FencedPage.Block) -> [PageChecker.Problem] {
    let showsError = shown.lines.first?.hasPrefix("error") ?? false
    var problems: [PageChecker.Problem] = []
    // A shown error is a difference or is meant.
    if !(showsError && isFailed), let problem { problems.append(problem) }
    let difference = LineDifference(shown.lines, lines)
    if problems.isEmpty, let first = difference.first {
      problems.append(
        PageChecker.Problem(
          line: shown.line + 1 + first, message: "the result is not the one that is shown",
          difference: difference.text))
    }
    return problems
  }
}

extension BlockRunner {
  /// Runs a script, in which a line feed is a space.
  fileprivate func run(script: String) -> [Outcome] {
    let source = SourceText(name: "script", text: script)
    var outcomes: [Outcome] = []
    for range in session.statements(of: source) {
      outcomes.append(.answer(session.run(source, range: range)))
      if outcomes.last?.isFailed ?? false { break }
    }
    return outcomes
  }
}
