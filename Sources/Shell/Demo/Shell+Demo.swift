internal import Diagnostics
internal import NewsSession

extension Shell {
  private static let demoSizeLimit = 1 << 22
  /// Milliseconds between two typed letters.
  private static let letterPause: Int32 = 35

  /// Begins to show a page or a script.
  func demonstrate(_ path: String, isFast: Bool) -> DotCommand.Outcome {
    guard demonstration == nil else {
      complain("a page is being shown already", hint: "'.demo off' ends it")
      return .failed
    }
    do throws(SystemError) {
      guard let bytes = try OpenFile(path).readAll(limit: Self.demoSizeLimit),
        let text = String(validating: bytes, as: UTF8.self)
      else {
        complain("\(quoted(path)) is no text in UTF-8 of at most \(Self.demoSizeLimit >> 20) MiB")
        return .failed
      }
      let shown =
        path.hasSuffix(".dql")
        ? Demonstration(script: text, name: path, isFast: isFast)
        : Demonstration(page: text, name: path, isFast: isFast) {
          BlockRunner(asking: session).statements(in: $0)
        }
      guard !shown.items.isEmpty else {
        complain("there is nothing to show in \(quoted(path))")
        return .failed
      }
      demonstration = shown
    } catch {
      complain("\(quoted(path)) cannot be read: \(error.message)")
      return .failed
    }
    if isFast { return showAllAtOnce() }
    inform("Enter on an empty line goes on; ask what you like in between; '.demo off' ends")
    showProse()
    return .done
  }

  private func showAllAtOnce() -> DotCommand.Outcome {
    var isRight = true
    showProse()
    while demonstration != nil {
      if goOnWithDemonstration() != .done { isRight = false }
    }
    return isRight ? .done : .failed
  }

  /// Ends what is being shown; false where nothing is.
  @discardableResult
  func endDemonstration() -> Bool {
    defer { demonstration = nil }
    return demonstration != nil
  }

  /// Types and runs the next statement, and shows the words behind it.
  func goOnWithDemonstration() -> RunOutcome {
    guard let shown = demonstration else { return .done }
    guard shown.waiting.isEmpty else {
      demonstration?.waiting = showPiece(of: shown.waiting)
      endDemonstrationWhereAllIsShown()
      return .done
    }
    var outcome = RunOutcome.done
    if case .statement(let text)? = shown.items.first {
      demonstration?.items.removeFirst()
      type(text, isFast: shown.isFast)
      if Interrupt.isRequested {
        endDemonstration()
        return .interrupted
      }
      outcome = runDemonstrated(text)
      if outcome == .interrupted { endDemonstration() }
      if outcome == .quit { outcome = .done }
    }
    if demonstration != nil { showProse() }
    return outcome
  }

  private func runDemonstrated(_ text: String) -> RunOutcome {
    guard DotCommandLine.isCommand(text), !text.contains("\n") else {
      return run(SourceText(name: "query", text: text), stopsAtError: true)
    }
    return run(command: text)
  }

  /// Shows words up to the next statement; of several parts, and of what does not fit the
  /// screen, one at a time, unless all is shown at once.
  private func showProse() {
    while case .prose(let prose)? = demonstration?.items.first {
      demonstration?.items.removeFirst()
      let width = max(20, min(76, (console.columns() ?? 80) - 2))
      let lines = prose.lines(width: width, style: style)
      guard !(demonstration?.isFast ?? true) else {
        say("\n" + lines.joined(separator: "\n") + "\n\n")
        continue
      }
      demonstration?.waiting = showPiece(of: [""] + lines + [""])
      break
    }
    endDemonstrationWhereAllIsShown()
  }

  private func endDemonstrationWhereAllIsShown() {
    guard let shown = demonstration, shown.items.isEmpty, shown.waiting.isEmpty else { return }
    inform("this was the end of \(quoted(shown.name))")
    endDemonstration()
  }

  /// Writes a statement as if it were typed.
  private func type(_ text: String, isFast: Bool) {
    let isPaced = !isFast && console.columns() != nil && console.messages.isTerminal
    var pace = isPaced ? TypingPace(milliseconds: Self.letterPause) : nil
    defer { pace?.end() }
    say(style.dressed("dateline>", as: .prompt) + " ")
    for character in text {
      guard !Interrupt.isRequested else { break }
      if character.isNewline {
        say("\n" + Prompt.continuation.text)
      } else {
        say(visible(String(character)))
      }
      pace?.wait()
    }
    say("\n")
  }
}

extension DotCommand {
  static let demo = DotCommand(
    names: ["demo"], usage: "FILE [fast]|off",
    summary: "show a page or a script to an audience, typing its queries",
    help: """
      Any Markdown page with query blocks, a lesson by its number, or a script. Its
      words are shown, and Enter on an empty line types the next query and runs it;
      a key hastens the typing. In between you can ask what you like. '.demo off' or
      Ctrl-C ends it; 'fast' shows all at once.
      """,
    group: .learning, argument: .file, arity: 1...2
  ) { shell, words in
    if words == ["off"] {
      if !shell.endDemonstration() {
        shell.complain("nothing is being shown", hint: "'.demo FILE' shows a page")
        return .failed
      }
      return .done
    }
    guard words.count == 1 || words[1].lowercased() == "fast" else {
      shell.complain(
        "\(quoted(words[1])) is not 'fast'", hint: "'.demo FILE fast' shows all at once")
      return .failed
    }
    var path = expandingHome(words[0])
    if Int(words[0]) != nil, let folder = shell.settings.lessonFolder,
      let lesson = shell.lessonShelf()?.lesson(called: words[0])
    {
      path = folder + "/" + lesson.name + ".md"
    }
    return shell.demonstrate(path, isFast: words.count == 2)
  }
}
