internal import NewsSession

/// How and where results are written: what the commands of the shell set.
struct ResultOutput {
  /// The format that was asked for with `.format` or the options; nil for the usual one.
  var chosenFormat: ResultFormat?
  /// The file that results go to until `.output`.
  var file: ResultFile?
  /// The file that the next result goes to.
  var once: ResultFile?
  /// Whether text that is wider than its column is wrapped rather than cut.
  var wrapsText = true
  /// Whether links are written; nil where the terminal decides.
  var links: Bool?
  /// What shows long results.
  var pager = PagerChoice.automatic
  /// Rows of the last result that were written.
  var shownRowCount = 0
  /// The last answer that has rows, for `.last`.
  var lastAnswer: Answer?

  /// The file that results go to now.
  var currentFile: ResultFile? { once ?? file }
}

/// What shows a text that is longer than the screen.
enum PagerChoice: Hashable {
  /// What the environment says, else `less` where it is there.
  case automatic
  /// Nothing: the text is written as it is.
  case off
  /// A command line of the system's shell.
  case command(String)

  /// What stands behind `.pager` to make this choice.
  var written: String {
    switch self {
    case .automatic: "on"
    case .off: "off"
    case .command(let command): command
    }
  }
}
