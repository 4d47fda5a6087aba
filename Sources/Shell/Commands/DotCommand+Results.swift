internal import Diagnostics
internal import Glibc
internal import NewsSession

extension DotCommand {
  static let last = DotCommand(
    names: ["last"], usage: "[FORMAT|N]", summary: "show the last result again, or row N of it",
    help: """
      In the format that is set, or in the one named: '.last line'. A row is shown
      as a card, with the words that it comes from. Nothing is asked again.
      """,
    group: .answers, argument: .format, arity: 0...1
  ) { shell, words in
    guard let answer = shell.output.lastAnswer, let result = answer.result else {
      shell.complain("there is no result yet", hint: "next: type a query, such as 'events'")
      return .failed
    }
    guard let word = words.first else { return shell.showAgain(answer, as: nil) }
    if let number = Int(word) { return shell.showCard(number, of: result) }
    guard let format = ResultFormat(rawValue: word.lowercased()) else {
      shell.complain(
        "\(quoted(word)) is neither a format nor the number of a row",
        hint: "the formats are \(ResultFormat.allCases.map(\.rawValue).joined(separator: ", "))")
      return .failed
    }
    return shell.showAgain(answer, as: format)
  }

  static let once = DotCommand(
    names: ["once"], usage: "FILE", summary: "write the next result to a file, and only that",
    help: """
      Its ending chooses the format (csv, tsv, json, jsonl, md, html). A file that
      is there already is emptied first. '.last' after it writes the last result.
      """,
    group: .files, argument: .file, arity: 1...1
  ) { shell, words in
    let path = expandingHome(words[0])
    guard let sink = shell.sink(forFileAt: path) else { return .failed }
    shell.output.once = ResultFile(sink: sink, path: path)
    shell.inform("the next result goes to \(quoted(path)) as \(shell.format.rawValue)")
    return .done
  }

  static let output = DotCommand(
    names: ["output", "o"], usage: "[FILE]",
    summary: "write results to a file; without one, here again",
    help: """
      The file is emptied first. Its ending chooses the format (csv, tsv, json,
      jsonl, md, html) until '.format' is used. Nothing is cut.
      """,
    group: .files, argument: .file, arity: 0...1
  ) { shell, words in
    guard let path = words.first.map(expandingHome) else {
      shell.output.file = nil
      shell.output.once = nil
      return .done
    }
    guard let sink = shell.sink(forFileAt: path) else { return .failed }
    shell.output.once = nil
    shell.output.file = ResultFile(sink: sink, path: path)
    shell.inform("results go to \(quoted(path)) as \(shell.format.rawValue) until '.output'")
    return .done
  }

  static let pager = DotCommand(
    names: ["pager"], usage: "[on|off|COMMAND]",
    summary: "what shows results longer than the screen",
    help: """
      On, it is what the variables DATELINE_PAGER or PAGER say, else 'less -FRSX'.
      Off, the first \(Shell.shownRowLimit) rows are shown.
      """,
    group: .settings,
    setting: Setting(standard: "on") { $0.output.pager.written }, argument: .onOff,
    arity: 0...Int.max
  ) { shell, words in
    switch words.first?.lowercased() {
    case nil:
      shell.say(shell.pagerCommand.map { "the pager is \(quoted($0))\n" } ?? "there is no pager\n")
    case "on" where words.count == 1: shell.output.pager = .automatic
    case "off" where words.count == 1: shell.output.pager = .off
    default:
      let command = words.map { $0.contains(where: \.isWhitespace) ? quotedForShell($0) : $0 }
      shell.output.pager = .command(command.joined(separator: " "))
    }
    return .done
  }

  /// A word as the system's shell takes it whole.
  private static func quotedForShell(_ word: String) -> String {
    "'" + word.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''")
      + "'"
  }
}

extension Shell {
  /// An empty file for results; nil, with a word, where it cannot be written.
  fileprivate func sink(forFileAt path: String) -> FileSink? {
    do throws(SystemError) {
      return FileSink(try OpenFile(path, flags: O_WRONLY | O_CREAT | O_TRUNC, mode: 0o666))
    } catch {
      complain("\(quoted(path)) cannot be written: \(error.message)")
      return nil
    }
  }

  /// Shows an answer's rows anew.
  fileprivate func showAgain(_ answer: Answer, as format: ResultFormat?) -> DotCommand.Outcome {
    let earlier = output
    if let format { self.format = format }
    var again = Answer(source: answer.source)
    again.result = answer.result
    again.rowNoun = answer.rowNoun
    again.unknownCount = answer.unknownCount
    again.unkeyedCount = answer.unkeyedCount
    again.seconds = answer.seconds
    let outcome = show(again)
    if format != nil {
      output.chosenFormat = earlier.chosenFormat
      output.file?.format = earlier.file?.format
    }
    return outcome == .done ? .done : .failed
  }

  /// Shows one row, counted from 1, as a card.
  fileprivate func showCard(_ number: Int, of result: ResultTable) -> DotCommand.Outcome {
    guard (1...max(1, result.rowCount)).contains(number), result.rowCount > 0 else {
      let rows = result.rowCount == 1 ? "1 row" : "rows 1 to \(grouped(result.rowCount))"
      complain(
        result.rowCount == 0
          ? "the last result has no rows"
          : "there is no row \(number): the last result has \(rows)")
      return .failed
    }
    var layout = layout(for: result)
    layout.numbersRows = false
    let sources = layout.sources
    layout.sources = ResultSources(
      evidence: { _ in sources.evidence(number - 1) },
      link: { _, column in sources.link(number - 1, column) })
    let row = ResultTable(columns: result.columns, rows: [result.values(ofRow: number - 1)])
    let card = ResultWriter(format: .line, layout: layout).text(of: row)
    return writePaged(card) ? .done : .failed
  }
}
