internal import Diagnostics
internal import NewsSession

/// How a dot command looks while it is typed.
struct CommandAppearance {
  /// What knows the language, for a query behind a command.
  let session: NewsSession

  /// The colours and the hint of a line that begins with a dot or a question mark; nil for another.
  ///
  /// A name is wrong once no command begins so; what follows it is never wrong unless it is a query.
  func appearance(of text: String, at cursor: Int) -> LineAppearance? {
    let blanks = text.utf8.prefix { $0 == 0x20 }.count
    let line = String(decoding: text.utf8.dropFirst(blanks), as: UTF8.self)
    var appearance = LineAppearance()
    if line == "." {
      appearance.highlights = [Highlight(range: SourceRange(blanks, blanks + 1), kind: .command)]
      appearance.hint = "the beginning of a command; Tab lists them, .help explains them"
    } else {
      guard let input = DotCommandLine(line) else { return nil }
      look(at: input, in: line, cursor - blanks, &appearance)
      for index in appearance.highlights.indices {
        let range = appearance.highlights[index].range
        appearance.highlights[index].range = SourceRange(range.lower + blanks, range.upper + blanks)
      }
    }
    return appearance
  }

  private func look(
    at input: DotCommandLine, in line: String, _ cursor: Int, _ appearance: inout LineAppearance
  ) {
    let isQuestion = line.hasPrefix("?")
    let end = isQuestion ? 1 : 1 + input.name.utf8.count
    var name = Highlight(range: SourceRange(0, min(end, line.utf8.count)), kind: .command)
    switch DotCommand.named(input.name) {
    case .command(let command):
      appearance.hint = hint(of: command)
      if command.argument == .query, let start = input.words.first?.start {
        addQuery(in: line, from: start, cursor, &appearance)
      } else {
        appearance.highlights += parts(of: command, input, in: line)
      }
    case .ambiguous(let names): appearance.hint = names.joined(separator: ", ")
    case .unknown:
      name.isWrong = true
      appearance.hint =
        "there is no command '.\(input.name)'"
        + (nearestNames(to: "." + input.name, among: DotCommand.allNames).first
          .map { "; did you mean '\($0)'?" } ?? "; .help lists them")
    }
    appearance.highlights.insert(name, at: 0)
  }

  private func hint(of command: DotCommand) -> String {
    let form = command.name + (command.usage.isEmpty ? "" : " " + command.usage)
    return "\(form): \(command.summary)"
  }

  private func addQuery(
    in line: String, from start: Int, _ cursor: Int, _ appearance: inout LineAppearance
  ) {
    let query = String(decoding: line.utf8.dropFirst(start), as: UTF8.self)
    let place = max(0, cursor - start)
    appearance.highlights += session.highlights(in: query, at: place).map { part in
      var part = part
      part.range = SourceRange(part.range.lower + start, part.range.upper + start)
      return part
    }
    if cursor >= start, let hint = session.hint(in: query, at: place) { appearance.hint = hint }
  }

  private func parts(
    of command: DotCommand, _ input: DotCommandLine, in line: String
  ) -> [Highlight] {
    guard let kind = command.argument.kind else { return [] }
    let bytes = Array(line.utf8)
    return input.words.indices.map { index in
      let word = input.words[index]
      let isLast = index + 1 == input.words.count
      var upper = isLast ? bytes.count : input.words[index + 1].start
      while upper > word.start, bytes[upper - 1] == 0x20 || bytes[upper - 1] == 0x09 { upper -= 1 }
      let isSign = ["=", "!=", "from"].contains(word.text) && kind == .name
      return Highlight(
        range: SourceRange(word.start, max(upper, word.start)), kind: isSign ? .mark : kind)
    }
  }
}

extension DotCommand.Argument {
  /// What the words behind a command are; nil where they are nothing in particular.
  fileprivate var kind: Highlight.Kind? {
    switch self {
    case .none, .query: nil
    case .file: .text
    case .format, .onOff, .theme, .config, .lesson, .topic: .keyword
    case .entities, .entityPhrases: .name
    case .definition: .table
    }
  }
}
