internal import NewsSession

/// A page or a script that is shown to an audience: words, and queries that are typed for the speaker.
struct Demonstration {
  /// A part of it.
  enum Item: Hashable {
    /// Words to read.
    case prose(Prose)
    /// A statement or a command.
    case statement(String)
  }

  /// How its file is called.
  let name: String
  /// Whether it is shown at once, without waiting and without typing.
  let isFast: Bool
  /// What is still to be shown, in order.
  var items: [Item]
  /// Lines of the words that are shown, which still wait for Enter.
  var waiting: [String] = []

  /// A Markdown page: a part of words ends at a heading or at a query block; comments, results, hints
  /// and what a lesson says of checking are left out.
  ///
  /// - Parameter split: finds the statements and commands of a query block.
  init(page text: String, name: String, isFast: Bool, split: (String) -> [String]) {
    self.name = name
    self.isFast = isFast
    items = []
    var lines: [String] = []
    for part in FencedPage(text).parts {
      switch part {
      case .line(let line, _):
        if line.hasPrefix("#") {
          take(&lines)
          lines.append("**" + line.drop { $0 == "#" }.trimmed + "**")
          lines.append("")
        } else if !line.hasPrefix("<!--"), !line.hasPrefix(">"), !line.hasPrefix("**Check:**") {
          lines.append(line)
        }
      case .block(let block):
        switch block.kind {
        case "result": break
        case "query", "query error":
          take(&lines)
          items += split(block.text).map { .statement($0) }
        case "script":
          take(&lines)
          items.append(.statement(block.text))
        default: lines += block.lines.map { "    " + $0 }
        }
      }
    }
    take(&lines)
  }

  /// A script: its comments are words, and a statement ends at a blank line, at a line that ends in
  /// `;`, or before a command.
  init(script text: String, name: String, isFast: Bool) {
    self.name = name
    self.isFast = isFast
    items = []
    var prose: [String] = []
    var statement: [String] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false).map({ String($0) }) {
      let isComment = line.hasPrefix("#")
      let isCommand = DotCommandLine.isCommand(line)
      if isComment || isCommand || line.trimmed.isEmpty { take(statement: &statement) }
      if isComment {
        if !line.hasPrefix("#!") { prose.append(line.drop { $0 == "#" }.trimmed) }
      } else if !line.trimmed.isEmpty {
        take(&prose)
        statement.append(line)
        if isCommand || line.trimmed.hasSuffix(";") { take(statement: &statement) }
      }
    }
    take(statement: &statement)
    take(&prose)
  }

  private mutating func take(_ lines: inout [String]) {
    let prose = Prose(lines)
    if !prose.isEmpty { items.append(.prose(prose)) }
    lines = []
  }

  private mutating func take(statement lines: inout [String]) {
    if !lines.isEmpty { items.append(.statement(lines.joined(separator: "\n"))) }
    lines = []
  }
}
