internal import ArgumentParser
internal import Glibc
internal import NewsSession
internal import Shell

/// The program: options, data, then scripts, queries, standard input or a dialogue.
@main
struct Dateline: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dateline",
    abstract: "Asks a pile of news articles who did what to whom, when, where and says who.",
    discussion: """
      Without -c and -f, statements are read from standard input: on a terminal in a dialogue, else \
      one after the other. With them, first the scripts are run, then the queries, up to the first \
      error. Results go to standard output, errors and notes to standard error.

      Exit codes: 0 all went well; 1 a query or command failed; 2 the options make no sense; 3 data \
      could not be loaded; 4 a result was empty and --fail-empty was given; 130 interrupted.

      'dateline check FILE...' runs the queries of lessons and other pages and compares the results \
      that they show; 'dateline check --help' tells more.

      Files: $XDG_CONFIG_HOME/dateline/config.dql is run when a dialogue begins; what is typed is kept \
      in $XDG_STATE_HOME/dateline/history.jsonl, or where DATELINE_HISTORY says (empty: nowhere); \
      the place in the lessons is kept in lessons.json beside it.
      """,
    version: Self.version)

  static let version = "0.1.0"

  @Option(
    name: .customShort("c"), parsing: .unconditionalSingleValue,
    help: ArgumentHelp("Run a query; may be given several times.", valueName: "query"))
  var queries: [String] = []

  @Option(
    name: .customShort("f"), parsing: .unconditionalSingleValue,
    help: ArgumentHelp(
      "Run a script; '-' is standard input. May be given several times.", valueName: "script"),
    completion: .file(extensions: ["dql"]))
  var scripts: [String] = []

  @Option(
    help: ArgumentHelp(
      "How results are written. (default: table on a terminal, tsv elsewhere)", valueName: "format")
  )
  var format: ResultFormat?

  @Option(
    name: .customLong("param"), parsing: .unconditionalSingleValue,
    help: ArgumentHelp("The value of a script's parameter.", valueName: "name=value"))
  var parameters: [Parameter] = []

  @Option(help: ArgumentHelp("The day that 'today' and 'last week' count from.", valueName: "date"))
  var today: TodayOption?

  @Option(
    help: ArgumentHelp(
      "A file that says which names are one: lines 'A = B' and 'A != B'.", valueName: "file"),
    completion: .file())
  var aliases: String?

  @Flag(help: "Make a name with several meanings an error.")
  var strict = false

  @Flag(help: "Fail where a result has no rows.")
  var failEmpty = false

  @Flag(help: "Do not run the configuration file.")
  var noInit = false

  @Option(help: ArgumentHelp("When to use colours.", valueName: "when"))
  var color: ColorChoice = .auto

  @Option(
    help: ArgumentHelp(
      "Colours for a dark or a light ground. (default: as the terminal tells)", valueName: "ground")
  )
  var theme: Theme?

  @Flag(help: "Write the manual page, for man, and end.")
  var generateManual = false

  @Argument(
    help: ArgumentHelp(
      "Articles: files and folders. Without any, the sample articles that come with the program.",
      valueName: "path"), completion: .file())
  var paths: [String] = []

  /// Parses the arguments, runs, and ends the process; an error of usage is 2.
  static func main() {
    // A pipe that is closed ends the program without a word, whoever started it.
    signal(SIGPIPE, SIG_DFL)
    let arguments = Array(CommandLine.arguments.dropFirst())
    // Not a subcommand: a path may have any other name, and './check' is still one.
    if arguments.first == CheckCommand.name {
      start(CheckCommand.self, Array(arguments.dropFirst()))
    } else {
      start(Self.self, arguments)
    }
  }

  private static func start<Command: ParsableCommand>(
    _ command: Command.Type, _ arguments: [String]
  ) {
    do {
      var parsed = try command.parseAsRoot(arguments)
      try parsed.run()
    } catch {
      if command.exitCode(for: error) == .validationFailure {
        Shell.writeError(command.fullMessage(for: error) + "\n")
        Glibc.exit(ExitStatus.usage.rawValue)
      }
      command.exit(withError: error)
    }
  }

  func run() throws {
    if generateManual {
      let page = try ManualPage(of: Self.self, title: "dateline \(Self.version)")
      print(page.text, terminator: "")
      return
    }
    let session = NewsSession(
      options: NewsSession.Options(
        today: today?.day ?? .ofToday, isStrict: strict,
        parameters: Dictionary(
          parameters.map { ($0.name, $0.value) }, uniquingKeysWith: { $1 })))
    let shell = Shell(
      session: session,
      settings: ShellSettings(
        format: format, color: color, theme: theme, failsOnEmpty: failEmpty, readsInitFile: !noInit,
        lessonFolder: Lessons.folder, title: "dateline \(Self.version)"),
      isDialogue: isDialogue)
    throw ExitCode(run(shell).rawValue)
  }

  private var isDialogue: Bool {
    queries.isEmpty && scripts.isEmpty && Shell.isInputTerminal
  }

  private func run(_ shell: Shell) -> ExitStatus {
    let isLoaded = load(into: shell)
    guard isLoaded || isDialogue else { return shell.status }
    if isDialogue {
      shell.runDialogue()
    } else if queries.isEmpty && scripts.isEmpty {
      shell.runStandardInput()
    } else {
      _ =
        scripts.allSatisfy { shell.run(script: $0) } && queries.allSatisfy { shell.run(query: $0) }
    }
    return shell.status
  }

  /// Whether there is something to ask about.
  private func load(into shell: Shell) -> Bool {
    let isNamed = aliases.map { shell.loadAliases(at: $0) } ?? true
    guard isNamed || isDialogue else { return false }
    if !paths.isEmpty { return shell.load(paths) }
    guard let sample = SampleArticles.folder else {
      shell.complainOfMissingSample()
      return false
    }
    return shell.load([sample], isSample: true)
  }
}
