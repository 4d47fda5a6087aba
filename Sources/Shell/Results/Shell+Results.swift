internal import Diagnostics
internal import FoundationEssentials
internal import NewsSession

extension Shell {
  /// Rows of a result that are shown in a dialogue without a pager.
  static let shownRowLimit = 40
  /// Rows that a pager is given at most.
  static let pagedRowLimit = 10_000

  /// The format of results.
  var format: ResultFormat {
    get {
      let usual: ResultFormat = console.columns() == nil ? .tsv : .table
      return output.currentFile?.format ?? output.chosenFormat ?? usual
    }
    set {
      if output.once != nil {
        output.once?.format = newValue
      } else if output.file != nil {
        output.file?.format = newValue
      } else {
        output.chosenFormat = newValue
      }
    }
  }

  /// Whether results are read on a terminal: they are cut to fit, and followed by a footer.
  var showsResultsOnTerminal: Bool { output.currentFile == nil && console.columns() != nil }

  /// Whether the format is one for readers, rather than for programs.
  var isFormatForReaders: Bool { format == .table || format == .line }

  /// Rows of a result that are written at most without a pager; nil for all.
  private var plainRowLimit: Int? {
    isFormatForReaders && showsResultsOnTerminal && console.isDialogue ? Self.shownRowLimit : nil
  }

  /// How a result is laid out where it goes now.
  func layout(for result: ResultTable) -> ResultLayout {
    guard showsResultsOnTerminal else { return ResultLayout() }
    var layout = ResultLayout(width: console.columns(), marksControls: true)
    layout.clipsCells = !output.wrapsText
    layout.numbersRows =
      console.isDialogue && result.rowCount > 1 && result.reference(ofRow: 0) != nil
    layout.drawsBars = true
    layout.glyphs = Glyphs(environment: environment)
    layout.sources = session.sources(of: result)
    layout.dress = { [style, showsLinks] text, part in
      if case .link = part, !showsLinks { return text }
      return style.dressed(text, as: part)
    }
    return layout
  }

  /// Whether cells lead to articles at a click.
  var showsLinks: Bool {
    output.links
      ?? (style.isColored && !isDumbTerminal(environment) && environment["TERM"] != "linux"
        && environment["NO_HYPERLINKS", default: ""].isEmpty)
  }

  // MARK: Writing

  /// Writes a result; false where it could not be written.
  func write(_ result: ResultTable) -> Bool {
    let (format, layout) = (format, layout(for: result))
    return writePaged(rowCount: result.rowCount) { rowLimit, emit in
      var layout = layout
      layout.rowLimit = rowLimit
      ResultWriter(format: format, layout: layout).write(result, to: emit)
    }
  }

  /// Writes text that a user asked for, through the pager where it is longer than the screen; false
  /// where it could not be written.
  func writePaged(_ text: String) -> Bool { writePaged(rowCount: 0) { _, emit in _ = emit(text) } }

  /// Says something that may be longer than the screen.
  func sayPaged(_ text: String) {
    if pagerCommand == nil || output.currentFile != nil {
      say(text)
    } else {
      _ = writePaged(text)
    }
  }

  /// Writes what `produce` hands over in pieces; false where it could not be written.
  ///
  /// What is longer than the screen is shown by the pager. One that fails is not used again.
  ///
  /// - Parameter produce: is given the number of rows to write at most.
  func writePaged(
    rowCount: Int, _ produce: (_ rowLimit: Int?, _ emit: (String) -> Bool) -> Void
  ) -> Bool {
    if let command = pagerCommand, let rows = console.rows() {
      var paging = Paging(command: command, rows: rows)
      let limit = isFormatForReaders ? Self.pagedRowLimit : nil
      output.shownRowCount = min(rowCount, limit ?? .max)
      produce(limit) { paging.take($0) }
      if let limit, rowCount > limit {
        _ = paging.take(
          "the first \(grouped(limit)) of \(grouped(rowCount)) rows; '.once FILE' before a query "
            + "writes all\n")
      }
      switch paging.end() {
      case .fits(let text): return write(text)
      case .shown:
        Interrupt.clear()
        return true
      case .failed:
        output.pager = .off
        remark("the pager \(quoted(command)) failed; '.pager COMMAND' sets another one")
      }
    }
    let limit = plainRowLimit
    output.shownRowCount = min(rowCount, limit ?? .max)
    var isWritten = true
    produce(limit) { piece in
      isWritten = write(piece)
      return isWritten
    }
    return isWritten
  }

  /// Writes what was asked for where results go; false where it could not be written.
  func write(_ text: String) -> Bool {
    let file = output.currentFile
    let sink = file?.sink ?? console.results
    sink.write(text)
    guard let failure = sink.failure else { return true }
    let place = file.map { quoted($0.path) } ?? "standard output"
    complain("\(place) cannot be written: \(failure.message)")
    if output.once != nil { output.once = nil } else { output.file = nil }
    return false
  }

  // MARK: The pager

  /// The command that shows long texts; nil where they are written as they are.
  ///
  /// There is one only in a dialogue on a terminal that can move its cursor.
  var pagerCommand: String? {
    guard console.isDialogue, showsResultsOnTerminal, console.rows() != nil,
      !isDumbTerminal(environment)
    else { return nil }
    switch output.pager {
    case .off: return nil
    case .command(let command): return command
    case .automatic: break
    }
    if let chosen = environment["DATELINE_PAGER"] ?? environment["PAGER"] {
      let command = chosen.trimmingPrefix { $0.isWhitespace }
      return command.isEmpty || command == "cat" ? nil : String(command)
    }
    let folders = environment["PATH", default: ""].split(separator: ":")
    let hasLess = folders.contains {
      FileManager.default.isExecutableFile(atPath: $0 + "/less")
    }
    return hasLess ? "less -FRSX" : nil
  }
}
