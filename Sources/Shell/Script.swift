internal import Diagnostics

/// A text as the shell runs it: statements of the language and dot commands, in order.
struct Script {
  /// A thing to run.
  enum Item: Hashable {
    /// A statement, by its place in ``source``.
    case statement(SourceRange)
    /// A line with a dot command.
    case command(String)
  }

  /// The text, in which lines with dot commands are blank.
  let source: SourceText
  /// What is to be run.
  let items: [Item]

  /// The script in a text; a dot command is a line that begins with a dot and a letter, or with a
  /// question mark.
  ///
  /// - Parameter split: finds the statements of a text.
  init(_ text: SourceText, split: (SourceText) -> [SourceRange]) {
    var bytes = Array(text.text.utf8)
    var commands: [(start: Int, line: String)] = []
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: 0x0a) ?? bytes.count
      if bytes[start] == UInt8(ascii: ".") || bytes[start] == UInt8(ascii: "?") {
        let line = String(decoding: bytes[start..<end], as: UTF8.self)
        if DotCommandLine.isCommand(line) {
          commands.append((start, line))
          for index in start..<end { bytes[index] = 0x20 }
        }
      }
      start = end + 1
    }
    source =
      commands.isEmpty
      ? text : SourceText(name: text.name, text: String(decoding: bytes, as: UTF8.self))
    let statements = split(source).map { (start: $0.upper, item: Item.statement($0)) }
    // A statement may begin with comments that stand before a command; its end is what counts.
    items = (statements + commands.map { ($0.start, .command($0.line)) })
      .sorted { $0.start < $1.start }.map(\.item)
  }
}
