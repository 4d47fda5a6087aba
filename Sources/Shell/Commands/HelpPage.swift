internal import Diagnostics
internal import NewsSession

/// What `.help` says without a topic: a screen of 24 rows and 80 columns.
struct HelpPage {
  /// Queries about what is loaded, to begin with.
  var examples: [String]
  /// The topics of the language.
  var topics: [String]

  /// Topics that are the shell's and not the language's.
  static let shellTopics = ["commands", "keys", "settings"]

  /// The whole page, which ends in a line feed.
  var overview: String {
    """
    A query is a table, then what is to be done with its rows, step by step:
    \(examples.map { "  " + fitted(visible($0), to: 76) }.joined(separator: "\n"))
      | count by month                       goes on from the last result

    \(alignedRows(DotCommand.Group.allCases.map { ($0.rawValue, names(in: $0)) }))
    '.help TOPIC', or '?' and a word, says more: ?events, ?actor, ?since, ?.why
    \(paragraph("topics: " + (topics + Self.shellTopics).joined(separator: " ")))
    Tab completes, Right takes what is shown faintly, Up and Ctrl-R recall.
    Enter runs a whole query and else opens a row; Ctrl-C gives up, Ctrl-D ends.

    """
  }

  private func names(in group: DotCommand.Group) -> String {
    DotCommand.all.filter { $0.group == group }.map(\.name).joined(separator: " ")
  }

  /// Words in rows of at most 78 columns, the further ones set in.
  private func paragraph(_ text: String) -> String {
    var rows: [String] = []
    var row = ""
    for word in text.split(separator: " ") {
      if row.count + word.count + 1 > 78 {
        rows.append(row)
        row = " "
      }
      row += (row.isEmpty ? "" : " ") + word
    }
    return (rows + [row]).joined(separator: "\n")
  }

  /// All commands, by what they are for.
  static var commands: String {
    "Commands may be cut short where they stay clear; '.help .why' says more of one.\n"
      + DotCommand.Group.allCases.map { group in
        "\n" + group.rawValue + "\n"
          + alignedRows(
            DotCommand.all.filter { $0.group == group }.map { ("  " + $0.synopsis, $0.summary) })
      }.joined()
  }

  /// The keys of the editor, with those of its menu and its search.
  static var keys: String {
    let modes = [
      ("in the menu that Tab opens", KeyBinding.inMenu),
      ("in the search of Ctrl-R", KeyBinding.inSearch),
    ]
    return alignedRows(keyRows)
      + modes.map { title, keys in
        "\n\(title)\n"
          + alignedRows(keys.map { ("  " + $0.keys.joined(separator: ", "), $0.summary) })
      }.joined()
      + "\n~/.editrc binds other keys ('dateline:bind ^T ed-move-to-beg'); 'bind -v': vi's.\n"
  }

  /// Each key of the editor with what it does.
  static var keyRows: [(String, String)] {
    KeyBinding.all.map { ($0.keys.joined(separator: ", "), $0.summary) }
      + KeyBinding.others.map { ($0.keys.joined(separator: ", "), $0.summary) }
  }

  /// The commands that set something, with what they are set to where nothing was said.
  static var settings: String {
    let rows = DotCommand.all.compactMap { command in
      command.setting.map { (command.synopsis, "\(command.summary) (at first: \($0.standard))") }
    }
    return alignedRows(rows)
      + "\n'.config' shows what is set; '.config init' writes a file that keeps it.\n"
  }
}

/// Rows of two columns, of which the second begins at one place, each with a line feed.
func alignedRows(_ rows: [(String, String)]) -> String {
  let widest = rows.map { displayWidth($0.0) }.max() ?? 0
  return rows.map { filled($0.0, to: widest + 2) + $0.1 + "\n" }.joined()
}
