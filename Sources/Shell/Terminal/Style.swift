internal import Diagnostics
internal import FoundationEssentials

/// When output is coloured.
public enum ColorChoice: String, CaseIterable, Sendable {
  /// On a terminal that is not dumb, unless `NO_COLOR` is set.
  case auto
  /// Always.
  case always
  /// Never.
  case never

  /// Whether text for a sink is coloured.
  func isColored(terminal: Bool, environment: [String: String]) -> Bool {
    switch self {
    case .always: true
    case .never: false
    case .auto:
      terminal && environment["NO_COLOR", default: ""].isEmpty && !isDumbTerminal(environment)
    }
  }
}

/// Whether the terminal can do no more than show text.
func isDumbTerminal(_ environment: [String: String]) -> Bool {
  ["", "dumb"].contains(environment["TERM", default: ""])
}

/// The dress of what the shell says.
struct Style: Sendable {
  /// Whether there is any.
  var isColored: Bool

  /// Text that stands back: echoes, footers.
  func dim(_ text: String) -> String { dressed(text, "2") }
  /// Text that stands out.
  func bold(_ text: String) -> String { dressed(text, "1") }
  /// Words that tell a part of a report.
  func marked(_ text: String, _ role: Role) -> String { dressed(text, role.code) }
  /// The prompt.
  func prompt(_ text: String) -> String { dressed(text, "1;36") }

  /// What marked words tell, each in a colour of its own.
  enum Role: Sendable {
    case action
    case actor
    case target
    case place
    case date
    case other

    fileprivate var code: String {
      switch self {
      case .action: "1"
      case .actor: "1;34"
      case .target: "1;35"
      case .place: "1;32"
      case .date: "1;33"
      case .other: "4"
      }
    }
  }

  private func dressed(_ text: String, _ code: String) -> String {
    isColored && !text.isEmpty ? "\u{1b}[\(code)m\(text)\u{1b}[0m" : text
  }

  /// A renderer of diagnostics in this dress.
  var diagnosticRenderer: DiagnosticRenderer {
    DiagnosticRenderer(
      style: { [self] part, text in
        switch part {
        case .errorLabel: dressed(text, "1;31")
        case .noteLabel: dressed(text, "1;33")
        case .caret: dressed(text, "1;32")
        case .gutter: dressed(text, "2")
        case .hint: dressed(text, "36")
        }
      },
      width: { displayWidth($0) })
  }
}
