/// The colours of what is shown on a terminal, for the ground that they stand on.
public enum Theme: String, CaseIterable, Sendable {
  /// Light letters on a dark ground.
  case dark
  /// Dark letters on a light ground.
  case light

  /// What a piece of text is, which decides its colour.
  enum Role: CaseIterable, Sendable {
    case prompt
    // What stands back, and what stands out.
    case dim
    case strong
    // The parts of a statement.
    case keyword
    case table
    case field
    case function
    case name
    case unknownName
    case text
    case number
    case date
    case parameter
    case mark
    case comment
    case command
    // What the editor adds to a line.
    case ghost
    case hint
    case selection
    case match
    // The parts of a report that a sentence tells.
    case action
    case actor
    case target
    case place
    case when
    case other
    // Messages.
    case errorLabel
    case noteLabel
    case caret
    case gutter
    case advice
  }

  /// The theme that the terminal's own colours ask for; dark where they are not known.
  ///
  /// `COLORFGBG` holds the numbers of the letters' and the ground's colours: `0;15`.
  init(environment: [String: String]) {
    let ground = environment["COLORFGBG"].flatMap { $0.split(separator: ";").last }.flatMap {
      Int($0)
    }
    self = ground == 7 || ground == 15 ? .light : .dark
  }

  /// The parameters of the escape sequence (ECMA-48, SGR) that dresses a role; empty for plain text.
  ///
  /// Only the sixteen colours that a terminal's own palette decides.
  func code(_ role: Role) -> String {
    switch role {
    case .prompt: "1;36"
    case .dim, .comment, .gutter, .hint: "2"
    case .ghost: self == .dark ? "90" : "37"
    case .strong, .action: "1"
    case .keyword: self == .dark ? "1;36" : "1;34"
    case .table: self == .dark ? "1;35" : "35"
    case .field: self == .dark ? "33" : "36"
    case .function: self == .dark ? "94" : "34"
    case .name: self == .dark ? "32" : "32"
    case .unknownName: "31"
    case .text, .date: self == .dark ? "92" : "32"
    case .number: self == .dark ? "96" : "36"
    case .parameter: "35"
    case .mark: ""
    case .command: self == .dark ? "1;33" : "1;35"
    case .selection: "7"
    case .match: self == .dark ? "1;33" : "1;31"
    case .actor: "1;34"
    case .target: "1;35"
    case .place: "1;32"
    case .when: self == .dark ? "1;33" : "1;36"
    case .other: "4"
    case .errorLabel: "1;31"
    case .noteLabel: self == .dark ? "1;33" : "1;35"
    case .caret: "1;32"
    case .advice: "36"
    }
  }
}
