internal import Diagnostics
internal import NewsSession

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
  /// The colours.
  var theme = Theme.dark

  /// Text in the colours of a role; as it is where there are none.
  func dressed(_ text: String, as role: Theme.Role) -> String {
    let code = theme.code(role)
    return isColored && !text.isEmpty && !code.isEmpty ? "\u{1b}[\(code)m\(text)\u{1b}[0m" : text
  }

  /// A piece of a table, card or drawing in its dress; links work on terminals that know OSC 8.
  func dressed(_ text: String, as part: ResultPart) -> String {
    switch part {
    case .head: dressed(text, as: .strong)
    case .field: dressed(text, as: Theme.Role.field)
    case .rule, .rowNumber, .unknown, .note, .bar: dressed(text, as: .dim)
    case .series(let number): dressed(text, as: Self.series[number % Self.series.count])
    case .mark(let label): Theme.Role(explaining: label).map { dressed(text, as: $0) } ?? text
    case .link(let address): "\u{1b}]8;;\(address)\u{1b}\\\(text)\u{1b}]8;;\u{1b}\\"
    }
  }

  /// The colours of lines and lanes that stand beside each other.
  private static let series: [Theme.Role] = [
    .actor, .place, .target, .when, .number, .unknownName, .strong, .dim,
  ]

  /// Text that stands back: echoes, footers.
  func dim(_ text: String) -> String { dressed(text, as: .dim) }
  /// Text that stands out.
  func bold(_ text: String) -> String { dressed(text, as: .strong) }

  /// Words in the dress of the parts of a query that they name.
  var sample: String {
    let parts: [(String, Theme.Role)] = [
      ("keyword", .keyword), ("table", .table), ("field", .field), ("function", .function),
      ("name", .name), ("unknown name", .unknownName), ("\"text\"", .text), ("42", .number),
      ("2023-09", .date), ("$parameter", .parameter), ("# comment", .comment),
      (".command", .command),
    ]
    return parts.map { dressed($0.0, as: $0.1) }.joined(separator: "  ")
  }

  /// A renderer of diagnostics in this dress.
  var diagnosticRenderer: DiagnosticRenderer {
    DiagnosticRenderer(
      style: { [self] part, text in
        switch part {
        case .errorLabel: dressed(text, as: .errorLabel)
        case .noteLabel: dressed(text, as: .noteLabel)
        case .caret: dressed(text, as: .caret)
        case .gutter: dressed(text, as: .gutter)
        case .hint: dressed(text, as: .advice)
        }
      },
      width: { displayWidth($0) })
  }
}
