internal import Diagnostics
internal import FoundationEssentials
internal import Glibc
public import NewsSession

/// The work of `dateline check`: runs the queries of pages and says where they lie.
public struct PageCheck {
  /// Has the articles that pages ask about.
  let session: NewsSession
  /// The day that is today on every page; nil where each page says it.
  let today: Day?
  /// Whether result blocks are filled with the real results.
  let writes: Bool

  private static let sizeLimit = 1 << 24

  /// A check of pages that ask about what `session` has loaded.
  public init(session: NewsSession, today: Day?, writes: Bool) {
    self.session = session
    self.today = today
    self.writes = writes
  }

  /// Checks pages and scripts, and writes what it found: problems to standard error, a line a page to
  /// standard output.
  ///
  /// - Returns: ``ExitStatus/queryError`` where something is not as shown and was not written anew,
  ///   ``ExitStatus/dataError`` where a page cannot be read or written.
  public func run(_ paths: [String]) -> ExitStatus {
    run(
      paths, results: FileSink(OpenFile(standard: STDOUT_FILENO)),
      messages: FileSink(OpenFile(standard: STDERR_FILENO)))
  }

  /// Checks pages and scripts, and writes what it found to sinks.
  func run(_ paths: [String], results: any TextSink, messages: any TextSink) -> ExitStatus {
    var isRight = true
    var isRead = true
    for path in paths {
      do throws(SystemError) {
        let checked = try check(path)
        for problem in checked.problems {
          messages.write("\(visible(path)):\(problem.line): \(visible(problem.message))\n")
          for line in problem.difference { messages.write("  \(visible(line))\n") }
        }
        if !checked.problems.isEmpty { isRight = false }
        results.write("\(visible(path)): \(checked.summary)\n")
      } catch {
        messages.write("\(visible(path)): cannot be checked: \(error.message)\n")
        isRead = false
      }
    }
    return isRead ? isRight ? .success : .queryError : .dataError
  }

  private struct Checked {
    var problems: [PageChecker.Problem]
    var summary: String
  }

  private func check(_ path: String) throws(SystemError) -> Checked {
    guard let bytes = try OpenFile(path).readAll(limit: Self.sizeLimit) else {
      throw SystemError(number: EFBIG)
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw SystemError(number: EILSEQ)
    }
    let isScript = path.hasSuffix(".dql")
    let checker = PageChecker(session: session, today: today)
    let report = checker.check(isScript ? "```script\n" + text + "\n```\n" : text)
    let blocks = counted(report.queryCount, isScript ? "scripts" : "query blocks")
    if writes, !isScript, report.page.text != text.replacing("\r\n", with: "\n") {
      try write(report.page.text, to: path)
      // What is wrong is what the new page still shows.
      let rest = checker.check(report.page.text).problems
      return Checked(problems: rest, summary: "\(blocks), written anew")
    }
    let count = report.problems.count
    return Checked(
      problems: report.problems,
      summary: "\(blocks), " + (count == 0 ? "all as shown" : counted(count, "problems")))
  }

  /// Puts a text in place of a file, whole or not at all.
  private func write(_ text: String, to path: String) throws(SystemError) {
    let place = URL(filePath: path).resolvingSymlinksInPath().path
    let temporary = place + ".new"
    let sink = FileSink(
      try OpenFile(temporary, flags: O_WRONLY | O_CREAT | O_TRUNC, mode: 0o666))
    sink.write(text)
    if let failure = sink.failure { throw failure }
    try OpenFile.rename(temporary, to: place)
  }
}
