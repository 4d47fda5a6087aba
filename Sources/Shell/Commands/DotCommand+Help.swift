internal import Diagnostics
internal import NewsSession

extension DotCommand {
  static let help = DotCommand(
    names: ["help"], usage: "[TOPIC]", summary: "what can be asked and typed; '?' does the same",
    help: """
      Without a topic: how to begin. A topic is one of those that it names, a table,
      a field, a stage, an operator, a function, the code of an error or a command.
      """,
    group: .learning, argument: .topic, arity: 0...Int.max
  ) { shell, words in
    guard !words.isEmpty else {
      let page = HelpPage(examples: shell.session.firstQueries, topics: shell.session.helpTopics)
      shell.sayPaged(page.overview)
      return .done
    }
    return shell.help(on: words.joined(separator: " "))
  }
}

extension DotCommand {
  /// Its names and what may follow: `.quit, .exit`.
  var synopsis: String {
    let names = names.map { "." + $0 }.joined(separator: ", ")
    return usage.isEmpty ? names : names + " " + usage
  }

  /// All help on it, which ends in a line feed.
  var fullHelp: String {
    "\(synopsis)\n  \(summary)\n" + (help.isEmpty ? "" : help + "\n")
  }
}

extension NewsSession {
  /// Topics of help by name: what completion offers and what a slip of the pen is compared with.
  var namedHelpTopics: [String] {
    let fields = Set(Schema.tables.flatMap { $0.fields.map(\.name) })
    let tables = Table.allCases.map(\.name)
    return helpTopics + HelpPage.shellTopics + tables + fields.subtracting(tables).sorted()
      + DotCommand.allNames
  }
}

extension Shell {
  /// Says what there is to say on a topic: a command, or something of the language.
  func help(on topic: String) -> DotCommand.Outcome {
    let name = topic.hasPrefix(".") ? String(topic.dropFirst()) : topic
    if let command = DotCommand.all.first(where: { $0.names.contains(name.lowercased()) }) {
      sayPaged(command.fullHelp)
      return .done
    }
    switch name.lowercased() {
    case "commands":
      sayPaged(HelpPage.commands)
      return .done
    case "keys":
      sayPaged(HelpPage.keys)
      return .done
    case "settings":
      sayPaged(HelpPage.settings)
      return .done
    default: break
    }
    if let help = session.help(on: topic) {
      sayPaged(help.hasSuffix("\n") ? help : help + "\n")
      return .done
    }
    let near = nearestNames(to: topic, among: session.namedHelpTopics)
    complain(
      "there is no help on \(quoted(topic))",
      hint: near.isEmpty
        ? "'.help' lists the topics"
        : "did you mean \(near.map { "'\($0)'" }.joined(separator: " or "))?")
    return .failed
  }
}
