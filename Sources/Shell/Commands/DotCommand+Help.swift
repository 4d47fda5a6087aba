internal import Diagnostics
internal import NewsSession

extension DotCommand {
  static let help = DotCommand(
    names: ["help"], usage: "[TOPIC]", summary: "what can be asked and typed; '?' does the same",
    help: """
      Without a topic: how to begin, the commands and the topics. A topic is a
      table, a field, a stage, an operator, the code of an error or a command.
      """,
    argument: .topic, arity: 0...Int.max
  ) { shell, words in
    guard !words.isEmpty else {
      shell.sayPaged(HelpPage(topics: shell.session.helpTopics).overview)
      return .done
    }
    return shell.help(on: words.joined(separator: " "))
  }
}

/// What `.help` says without a topic.
struct HelpPage {
  /// The topics of the language.
  var topics: [String]

  /// The whole page, which ends in a line feed.
  var overview: String {
    let commands = DotCommand.all.map { ($0.synopsis, $0.summary) }
    return """
      A query is a table, then stages:
        events where actor = Smith since 2023 | sort by date | show date, type, place
        entities where kind = person | top 10 by mentions
        | count by country              goes on from the last result

      Keys: Tab completes, Up and Ctrl-R recall, Enter runs a whole query and else
        opens a row, Alt-Enter opens a row, Ctrl-C gives up, Ctrl-D ends.

      Commands, which may be cut short where they stay clear:
      \(table(commands))\(topicList)
      """ + "\n"
  }

  private var topicList: String {
    topics.isEmpty ? "" : "\n\n'.help TOPIC' explains one of:\n" + paragraph(topics)
  }

  private func table(_ rows: [(String, String)]) -> String {
    let widest = rows.map { displayWidth($0.0) }.max() ?? 0
    return rows.map { "  " + filled($0.0, to: widest + 2) + $0.1 }.joined(separator: "\n")
  }

  /// Words in rows of at most 78 columns.
  private func paragraph(_ words: [String]) -> String {
    var rows: [String] = []
    var row = " "
    for word in words {
      if row.count + word.count + 1 > 78 {
        rows.append(row)
        row = " "
      }
      row += " " + word
    }
    return (rows + [row]).joined(separator: "\n")
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
    return helpTopics + tables + fields.subtracting(tables).sorted() + DotCommand.allNames
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
