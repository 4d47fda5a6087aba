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
  /// How and where results are written.
  var output = ResultOutput()
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
    output.chosenFormat = settings.format
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
}
