internal import Diagnostics
internal import FoundationEssentials
internal import NewsSession

extension Shell {
  /// Talks with the user until the input ends or `.quit`.
  public func runDialogue() {
    forgetMarks()
    Interrupt.clear()
    if console.messages.isTerminal, console.columns() != nil { say(banner) }
    if settings.readsInitFile, let file = ConfigFile(environment: environment), file.exists {
      _ = runScript(at: file.path)
    }
    forgetMarks()
    runDialogue(with: makeReader())
  }

  private var banner: String {
    let isEmpty = session.rowCount(of: .articles) == 0
    let what = isEmpty ? "no articles; '.load PATH' reads some" : contents
    let lead = "\(style.bold(settings.title)): \(what)\n"
    guard !isEmpty, history.entries.isEmpty, let query = session.firstQueries.first else {
      return lead + style.dim("'.help' for help, Tab completes, Ctrl-D ends") + "\n"
    }
    return lead + "new here? try  .learn  or  \(visible(query))  or  .help\n"
  }

  /// libedit on a terminal that can move its cursor, else plain lines.
  private func makeReader() -> any LineReader {
    session.prepareCompletions()
    let completer = Completer(session: session) { [weak self] in
      self?.readLessonShelf()?.lessons ?? []
    }
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
    CommandAppearance(session: session).appearance(of: text, at: cursor)
      ?? LineAppearance(
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
      switch reader.read(text.isEmpty ? statementPrompt : .continuation) {
      case .interrupted:
        endDemonstration()
        text = ""
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
    guard let start = typed.firstIndex(where: { !$0.isWhitespace }) else {
      return answerEmptyLine()
    }
    // Afterwards, so that '.history' does not find itself.
    defer { reader.remember(history.add(typed)) }
    let text = typed[start...]
    Interrupt.clear()
    defer { Interrupt.clear() }
    teaching.lastAnswer = nil
    let outcome =
      text.contains(where: \.isNewline) || !DotCommandLine.isCommand(text)
      ? run(SourceText(name: "query", text: String(text)), stopsAtError: true)
      : run(command: String(text))
    if outcome != .quit { noteForLesson(typed: String(text)) }
    forgetMarks()
    return outcome
  }

  /// What stands before a statement.
  private var statementPrompt: Prompt {
    if demonstration != nil { return .demonstration }
    return teaching.run.map { .lesson($0.lesson.number ?? 0) } ?? .statement
  }

  /// Enter on an empty line leads on in what is being shown.
  private func answerEmptyLine() -> RunOutcome {
    if demonstration != nil { return goOnWithDemonstration() }
    showMoreOfLesson()
    return .done
  }
}
