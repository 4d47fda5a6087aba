/// Where the shell gets lines from.
protocol LineReader: AnyObject {
  /// Shows a prompt, where there is someone to show it to, and reads a line.
  func read(_ prompt: Prompt) -> LineRead

  /// Lets an entry of the history be recalled, where the reader can.
  func remember(_ change: History.Change)
}

extension LineReader {
  func remember(_ change: History.Change) {}
}

/// What stands before a line.
enum Prompt: Hashable, Sendable {
  /// Before a statement.
  case statement
  /// Before its further lines.
  case continuation
  /// Before a statement in a lesson of this number; 0 for one without.
  case lesson(Int)
  /// Before a statement while a page is shown to an audience.
  case demonstration

  /// Whether the line is the beginning of a statement, which can be told about without another.
  var beginsStatement: Bool { self != .continuation }

  /// Its text.
  var text: String {
    switch self {
    case .statement: "dateline> "
    case .continuation: "      -> "
    case .lesson(let number): number > 0 ? "lesson \(number)> " : "lesson> "
    case .demonstration: "demo> "
    }
  }
}

/// What reading a line gave.
enum LineRead: Hashable, Sendable {
  /// A line, or several that were edited together, without the last line feed.
  case line(String)
  /// Ctrl-C: what was typed is given up.
  case interrupted
  /// More than ``PlainReader/lineLimit`` bytes without a line feed; they are passed over.
  case tooLong
  /// The end of the input.
  case end
}
