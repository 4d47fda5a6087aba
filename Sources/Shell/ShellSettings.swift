public import NewsSession

/// How a shell behaves.
public struct ShellSettings: Sendable {
  /// The format of results; nil for a table on a terminal and TSV elsewhere.
  public var format: ResultFormat?
  /// When output is coloured.
  public var color: ColorChoice
  /// The colours; nil for those that suit the terminal as far as it tells.
  public var theme: Theme?
  /// Whether a result without rows is a failure.
  public var failsOnEmpty: Bool
  /// Whether a dialogue begins with the user's own script.
  public var readsInitFile: Bool
  /// The folder of the lessons; nil where there is none.
  public var lessonFolder: String?
  /// The name and version of the program, for the first line of a dialogue.
  public var title: String

  /// Settings; without arguments those of a plain start.
  public init(
    format: ResultFormat? = nil, color: ColorChoice = .auto, theme: Theme? = nil,
    failsOnEmpty: Bool = false,
    readsInitFile: Bool = true, lessonFolder: String? = nil, title: String = "dateline"
  ) {
    self.format = format
    self.color = color
    self.theme = theme
    self.failsOnEmpty = failsOnEmpty
    self.readsInitFile = readsInitFile
    self.lessonFolder = lessonFolder
    self.title = title
  }
}

/// How the program ends, as the exit code of its process.
public enum ExitStatus: Int32, CaseIterable, Sendable {
  /// Everything was answered.
  case success = 0
  /// A query or command failed, or results could not be written.
  case queryError = 1
  /// The options make no sense.
  case usage = 2
  /// Data could not be loaded.
  case dataError = 3
  /// A result was empty, and that is a failure.
  case empty = 4
  /// Ctrl-C.
  case interrupted = 130

  /// What it says, in a few words.
  var meaning: String {
    switch self {
    case .success: "all went well"
    case .queryError: "a query or command failed"
    case .usage: "the options make no sense"
    case .dataError: "data could not be loaded"
    case .empty: "a result was empty, and --fail-empty was given"
    case .interrupted: "interrupted"
    }
  }
}
