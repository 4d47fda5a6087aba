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

  static let timer = DotCommand(
    names: ["timer"], usage: "[on|off]", summary: "whether the time of a query is shown",
    group: .settings,
    setting: Setting(standard: "on") { $0.showsTime ? "on" : "off" }, argument: .onOff, arity: 0...1
  ) { shell, words in
    switch words.first?.lowercased() {
    case nil: shell.say("the timer is \(shell.showsTime ? "on" : "off")\n")
    case "on": shell.showsTime = true
    case "off": shell.showsTime = false
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

  static let quit = DotCommand(
    names: ["quit", "exit"], summary: "end; Ctrl-D does the same", group: .session, arity: 0...0
  ) { _, _ in .quit }
}
