internal import Diagnostics
internal import FoundationEssentials
internal import NewsSession

extension Shell {
  /// Talks with the user until the input ends or `.quit`.
  public func runDialogue() {
    forgetMarks()
    Interrupt.clear()
    if console.messages.isTerminal, console.columns() != nil { say(banner) }
    if settings.readsInitFile, let path = initFile { _ = runScript(at: path) }
    forgetMarks()
    runDialogue(with: makeReader())
  }

  /// The user's own script; nil where there is none.
  private var initFile: String? {
    let folder: String
    if let config = environment["XDG_CONFIG_HOME"], config.hasPrefix("/") {
      folder = config
    } else if let home = environment["HOME"], !home.isEmpty {
      folder = home + "/.config"
    } else {
      return nil
    }
    let path = folder + "/dateline/init.dql"
    return FileManager.default.fileExists(atPath: path) ? path : nil
  }

  private var banner: String {
    let what =
      session.rowCount(of: .articles) > 0 ? contents : "no articles; '.load PATH' reads some"
    return "\(style.bold(settings.title)): \(what)\n"
      + style.dim("'.help' for help, Tab completes, Ctrl-D ends") + "\n"
  }

  /// libedit on a terminal that can move its cursor, else plain lines.
  private func makeReader() -> any LineReader {
    session.prepareCompletions()
    let completer = Completer(session: session)
    if console.columns() != nil, !isDumbTerminal(environment),
      let reader = LibEditReader(
        history: history, style: style,
        language: .init(
          isComplete: isComplete, completions: completer.completions(in:at:),
          appearance: appearance(of:at:)))
    {
      return reader
    }
    return PlainReader(.input, prompts: console.messages)
  }

  /// How a text looks while it is typed.
  func appearance(of text: String, at cursor: Int) -> LineAppearance {
    LineAppearance(
      highlights: session.highlights(in: text, at: cursor),
      hint: session.hint(in: text, at: cursor) ?? "")
  }

  /// Whether a text is to be run as it stands.
  func isComplete(_ text: String) -> Bool {
    DotCommandLine.isCommand(text.drop(while: \.isWhitespace)) || session.isComplete(text)
      || text.allSatisfy(\.isWhitespace)
  }

  /// The dialogue itself.
  func runDialogue(with reader: any LineReader) {
    var text = ""
    while true {
      switch reader.read(text.isEmpty ? .statement : .continuation) {
      case .interrupted: text = ""
      case .tooLong:
        complain("a line is longer than \(PlainReader.lineLimit >> 20) MiB")
        text = ""
      case .end:
        if !text.isEmpty { _ = answer(text, to: reader) }
        say("\n")
        return
      case .line(let line):
        let endsWithBlank = !text.isEmpty && line.allSatisfy(\.isWhitespace)
        text += (text.isEmpty ? "" : "\n") + line
        guard isComplete(text) || endsWithBlank || EditedLine(text: text, cursor: 0).endsInBlankRow
        else { continue }
        let outcome = answer(text, to: reader)
        text = ""
        if outcome == .quit || console.results.failure != nil { return }
      }
    }
  }

  /// Runs what was typed.
  private func answer(_ typed: String, to reader: any LineReader) -> RunOutcome {
    guard let start = typed.firstIndex(where: { !$0.isWhitespace }) else { return .done }
    // Afterwards, so that '.history' does not find itself.
    defer { reader.remember(history.add(typed)) }
    let text = typed[start...]
    Interrupt.clear()
    defer { Interrupt.clear() }
    let outcome =
      text.contains(where: \.isNewline) || !DotCommandLine.isCommand(text)
      ? run(SourceText(name: "query", text: String(text)), stopsAtError: true)
      : run(command: String(text))
    forgetMarks()
    return outcome
  }
}
