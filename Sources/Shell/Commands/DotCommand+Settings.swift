internal import Diagnostics
internal import NewsSession

extension DotCommand {
  static let format = DotCommand(
    names: ["format"], usage: "[NAME]", summary: "how results are written",
    help: "One of \(ResultFormat.allCases.map(\.rawValue).joined(separator: ", ")).",
    group: .settings,
    setting: Setting(standard: "table") { $0.format.rawValue }, argument: .format, arity: 0...1
  ) { shell, words in
    guard let name = words.first else {
      let others = ResultFormat.allCases.filter { $0 != shell.format }.map(\.rawValue)
      shell.say("\(shell.format.rawValue) (others: \(others.joined(separator: ", ")))\n")
      return .done
    }
    guard let format = ResultFormat(rawValue: name.lowercased()) else {
      let names = ResultFormat.allCases.map(\.rawValue)
      let near = nearestNames(to: name, among: names).first
      shell.complain(
        "there is no format \(quoted(name))",
        hint: near.map { "did you mean '\($0)'?" }
          ?? "the formats are \(names.joined(separator: ", "))")
      return .failed
    }
    shell.format = format
    return .done
  }

  static let timer = switching(
    "timer", "whether the time of a query is shown", says: "the timer is", \.showsTime)

  static let wrap = switching(
    "wrap", "whether text that is too wide is wrapped or cut", says: "wrapping is",
    help: "Wrapped, a cell takes up to four lines of a table; cut, one.", \.output.wrapsText)

  static let links = DotCommand(
    names: ["links"], usage: "[on|off]", summary: "whether a click on an article opens it",
    help: """
      Cells lead to the address of an article or to its file, in terminals that know
      such links. The variable NO_HYPERLINKS turns them off.
      """,
    group: .settings, setting: Setting(standard: "on") { $0.showsLinks ? "on" : "off" },
    argument: .onOff, arity: 0...1
  ) { shell, words in
    set("links are", words, in: shell, isOn: shell.showsLinks) { shell.output.links = $0 }
  }

  static let quit = DotCommand(
    names: ["quit", "exit"], summary: "end; Ctrl-D does the same", group: .session, arity: 0...0
  ) { _, _ in .quit }

  /// A command that turns something on and off, and without a word says how it is.
  private static func switching(
    _ name: String, _ summary: String, says: String, help: String = "",
    _ setting: any (ReferenceWritableKeyPath<Shell, Bool> & Sendable)
  ) -> DotCommand {
    DotCommand(
      names: [name], usage: "[on|off]", summary: summary, help: help, group: .settings,
      setting: Setting(standard: "on") { $0[keyPath: setting] ? "on" : "off" }, argument: .onOff,
      arity: 0...1
    ) { shell, words in
      set(says, words, in: shell, isOn: shell[keyPath: setting]) { shell[keyPath: setting] = $0 }
    }
  }

  private static func set(
    _ says: String, _ words: [String], in shell: Shell, isOn: Bool, _ change: (Bool) -> Void
  ) -> Outcome {
    switch words.first?.lowercased() {
    case nil: shell.say("\(says) \(isOn ? "on" : "off")\n")
    case "on": change(true)
    case "off": change(false)
    case let word?:
      shell.complain("\(quoted(word)) is neither on nor off")
      return .failed
    }
    return .done
  }

  static let theme = DotCommand(
    names: ["theme"], usage: "[dark|light]", summary: "colours for a dark or a light ground",
    help: "Without a word: which it is, and how each part of a query looks.",
    group: .settings, setting: Setting(standard: "dark") { $0.style.theme.rawValue },
    argument: .theme, arity: 0...1
  ) { shell, words in
    guard let word = words.first else {
      shell.say("\(shell.style.theme.rawValue): \(shell.style.sample)\n")
      return .done
    }
    guard let theme = Theme(rawValue: word.lowercased()) else {
      shell.complain("\(quoted(word)) is no theme", hint: "the themes are dark and light")
      return .failed
    }
    shell.style.theme = theme
    return .done
  }
}
