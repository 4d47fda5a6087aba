internal import Diagnostics

extension DotCommand {
  static let history = DotCommand(
    names: ["history"], usage: "[WORDS]", summary: "the latest entries, or all that hold the words",
    help: "Upper and lower case, and accents, are alike. Ctrl-R searches while you type.",
    group: .session, arity: 0...Int.max
  ) { shell, words in
    let entries = shell.history.entries
    let pattern = words.joined(separator: " ")
    let found =
      pattern.isEmpty
      ? Array(entries.suffix(20)) : HistorySearch(entries, pattern: pattern).matches.reversed()
    if found.isEmpty {
      shell.say(pattern.isEmpty ? "nothing was typed yet\n" : "no entry holds \(quoted(pattern))\n")
    }
    for entry in found {
      let rows = entry.split(separator: "\n", omittingEmptySubsequences: false)
      shell.say(
        rows.enumerated().map { ($0 == 0 ? "  " : "     ") + visible(String($1)) }
          .joined(separator: "\n") + "\n")
    }
    return .done
  }
}
