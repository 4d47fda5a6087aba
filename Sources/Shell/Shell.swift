internal import Diagnostics
internal import Glibc
public import NewsSession

/// Talks to a user or a script, and answers from a session.
///
/// A shell is used from one thread. After each of its calls ``status`` tells how things went.
public final class Shell {
  /// What answers.
  let session: NewsSession
  let settings: ShellSettings
  let console: Console
  let environment: [String: String]
  let history: History
  /// The dress of what is said.
  var style: Style

  /// Whether footers give the time that a query took.
  var showsTime = true
  /// The format that was asked for with `.format`, the options or the file that results go to.
  private var chosenFormat: ResultFormat?
  private var formatBeforeFile: ResultFormat?
  /// The file that results go to, in place of the console.
  private var file: (sink: any TextSink, path: String)?
  /// Where the user's word on names is kept.
  var aliasKeeping = AliasKeeping.nowhereYet
  /// The scripts that are running, outermost first.
  var runningScripts: [OpenFile.Identity] = []
  /// The statement that failed last, where none has run since.
  var lastProblem: Problem?
  /// The lessons, and how far the learner is.
  var teaching = Teaching()
  /// The page that is shown to an audience.
  var demonstration: Demonstration?
  /// Whether nothing but the sample articles is loaded.
  var holdsSampleAlone = false
  /// Whether a query failed, a result was empty, Ctrl-C came, or data was missing.
  private var marks: Set<Mark> = []

  /// Rows of a result that are shown in a dialogue.
  static let shownRowLimit = 40

  private enum Mark {
    case failed
    case empty
    case interrupted
    case noData
  }

  /// A shell on the standard streams.
  ///
  /// - Parameter isDialogue: whether a user types what is to be answered.
  public convenience init(session: NewsSession, settings: ShellSettings, isDialogue: Bool) {
    let environment = Environment.current
    self.init(
      session: session, settings: settings, console: .standard(isDialogue: isDialogue),
      environment: environment,
      history: isDialogue ? History(file: HistoryFile(environment: environment)) : History())
    Interrupt.catch(once: !isDialogue)
  }

  /// Whether standard input is a terminal, at which someone may sit.
  public static var isInputTerminal: Bool { OpenFile.input.isTerminal }

  init(
    session: NewsSession, settings: ShellSettings, console: Console,
    environment: [String: String] = [:], history: History = History()
  ) {
    self.session = session
    self.settings = settings
    self.console = console
    self.environment = environment
    self.history = history
    chosenFormat = settings.format
    style = Style(
      isColored: settings.color.isColored(
        terminal: console.messages.isTerminal, environment: environment),
      theme: settings.theme ?? Theme(environment: environment))
  }

  /// How things went so far: the gravest of what happened.
  public var status: ExitStatus {
    if marks.contains(.interrupted) { return .interrupted }
    if marks.contains(.noData) { return .dataError }
    if marks.contains(.failed) { return .queryError }
    return marks.contains(.empty) && settings.failsOnEmpty ? .empty : .success
  }

  /// Notes that a query or a command failed.
  func markFailure() { marks.insert(.failed) }
  /// Notes that a result was empty.
  func markEmpty() { marks.insert(.empty) }
  /// Notes that Ctrl-C stopped something.
  func markInterruption() { marks.insert(.interrupted) }
  /// Notes that data could not be loaded.
  func markMissingData() { marks.insert(.noData) }
  /// Forgets what went wrong: in a dialogue the user has seen it.
  func forgetMarks() { marks = [] }

  // MARK: Saying

  /// Writes to standard error, past any shell.
  public static func writeError(_ text: String) {
    FileSink(OpenFile(standard: STDERR_FILENO)).write(text)
  }

  /// Says something of our own to the user, past results.
  func say(_ text: String) { console.messages.write(text) }

  /// Says what was done, to a user but not to a script.
  func inform(_ message: String) {
    if console.isDialogue { say(style.dim(visible(message)) + "\n") }
  }

  /// Says that something is wrong, in one line and perhaps a second that helps.
  func complain(_ message: String, hint: String? = nil) {
    let label = style.diagnosticRenderer.style(.errorLabel, "error")
    var lines = "\(label): \(visible(message))\n"
    if let hint { lines += "  " + style.diagnosticRenderer.style(.hint, visible(hint)) + "\n" }
    say(lines)
  }

  /// Says in one line what the user should know, though nothing is wrong.
  func remark(_ message: String) {
    say("\(style.diagnosticRenderer.style(.noteLabel, "note")): \(visible(message))\n")
  }

  // MARK: Results

  /// The format of results.
  var format: ResultFormat {
    get { chosenFormat ?? (console.columns() == nil ? .tsv : .table) }
    set { chosenFormat = newValue }
  }

  /// Whether results are read on a terminal: they are cut to fit, and followed by a footer.
  var showsResultsOnTerminal: Bool { file == nil && console.columns() != nil }

  /// Rows of a result that are written at most; nil for all.
  var rowLimit: Int? {
    let isForReader = format == .table || format == .line
    return isForReader && showsResultsOnTerminal && console.isDialogue ? Self.shownRowLimit : nil
  }

  /// Writes a result; false where it could not be written.
  func write(_ result: ResultTable) -> Bool {
    var layout = ResultLayout()
    if showsResultsOnTerminal {
      layout = ResultLayout(
        width: console.columns(), rowLimit: rowLimit, marksControls: true)
    }
    return write(ResultWriter(format: format, layout: layout).text(of: result))
  }

  /// Writes what was asked for where results go; false where it could not be written.
  func write(_ text: String) -> Bool {
    let sink = file?.sink ?? console.results
    sink.write(text)
    guard let failure = sink.failure else { return true }
    let place = file.map { quoted($0.path) } ?? "standard output"
    complain("\(place) cannot be written: \(failure.message)")
    if file != nil { writeResultsToConsole() }
    return false
  }

  /// Writes results to a file from now on.
  func writeResults(to sink: any TextSink, path: String) {
    writeResultsToConsole()
    formatBeforeFile = chosenFormat
    file = (sink, path)
    if let format = ResultFormat(fileName: path) { chosenFormat = format }
    inform("results go to \(quoted(path)) as \(format.rawValue) until '.output'")
  }

  /// Writes results where messages go again.
  func writeResultsToConsole() {
    guard file != nil else { return }
    file = nil
    chosenFormat = formatBeforeFile
  }
}

extension ResultFormat {
  /// The format that the ending of a file's name stands for; nil for any other ending.
  init?(fileName: String) {
    guard let dot = fileName.lastIndex(of: ".") else { return nil }
    switch fileName[fileName.index(after: dot)...].lowercased() {
    case "csv": self = .csv
    case "tsv", "tab": self = .tsv
    case "json": self = .json
    case "jsonl", "ndjson": self = .jsonl
    case "md", "markdown": self = .markdown
    case "html", "htm": self = .html
    default: return nil
    }
  }
}
