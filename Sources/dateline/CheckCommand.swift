internal import ArgumentParser
internal import NewsSession
internal import Shell

/// `dateline check`: runs what pages show and compares.
struct CheckCommand: ParsableCommand {
  /// The word that asks for it.
  static let name = "check"

  static let configuration = CommandConfiguration(
    commandName: "dateline check",
    abstract: "Runs the queries of lessons and other Markdown pages, and compares the results.",
    discussion: """
      A page shows queries in blocks that begin with ```query, and below each its result in a block \
      that begins with ```result. A query without a result must run; one in a block ```query error \
      must fail. Scripts, *.dql, must run. A comment on the page says what else counts:

        <!-- check: today 2023-12-31, width 90, rows 12 -->

      Exit codes: 0 all is as shown; 1 something is not; 2 the options make no sense; 3 a page or the \
      articles could not be read.
      """)

  @Flag(help: "Write the real results into the pages.")
  var write = false

  @Option(
    help: ArgumentHelp(
      "The day that is today. (default: what the page says, else the real day)", valueName: "date"))
  var today: TodayOption?

  @Option(
    parsing: .singleValue,
    help: ArgumentHelp(
      "What the pages ask about, may be given several times. (default: the sample articles)",
      valueName: "path"))
  var articles: [String] = []

  @Argument(help: ArgumentHelp("Pages and scripts.", valueName: "file"))
  var files: [String]

  func run() throws {
    let session = NewsSession(options: NewsSession.Options(today: today?.day ?? .ofToday))
    let shell = Shell(session: session, settings: ShellSettings(), isDialogue: false)
    if articles.isEmpty {
      guard let sample = SampleArticles.folder else {
        shell.complainOfMissingSample()
        throw ExitCode(ExitStatus.dataError.rawValue)
      }
      shell.load([sample], isSample: true)
    } else {
      shell.load(articles)
    }
    guard session.rowCount(of: .articles) > 0 else {
      throw ExitCode(ExitStatus.dataError.rawValue)
    }
    let check = PageCheck(session: session, today: today?.day, writes: write)
    throw ExitCode(check.run(files).rawValue)
  }
}
