internal import Diagnostics
internal import Glibc
internal import NewsSession

extension Shell {
  /// Bytes of the longest script.
  private static let scriptLimit = 1 << 24
  /// How deep scripts may read one another.
  private static let scriptDepthLimit = 32

  /// Runs a script up to its first error; `-` is standard input.
  @discardableResult
  public func run(script path: String) -> Bool {
    let outcome = path == "-" ? runInput(.input, stopsAtError: true) : runScript(at: path)
    note(outcome)
    return outcome == .done
  }

  /// Runs the statements of a query that was given as an option, up to the first error.
  @discardableResult
  public func run(query: String) -> Bool {
    let outcome = run(SourceText(name: "query", text: query), stopsAtError: true)
    note(outcome)
    return outcome == .done
  }

  /// Notes an outcome for ``status``.
  func note(_ outcome: RunOutcome) {
    switch outcome {
    case .done, .quit: break
    case .failed: markFailure()
    case .interrupted: markInterruption()
    }
  }

  /// Runs the script in a file; one that is running already is refused.
  func runScript(at path: String) -> RunOutcome {
    do throws(SystemError) {
      let file = try OpenFile(path)
      let identity = try file.status().identity
      guard !runningScripts.contains(identity) else {
        complain("\(quoted(path)) reads itself")
        return .failed
      }
      guard runningScripts.count < Self.scriptDepthLimit else {
        complain("\(quoted(path)) is read by too many scripts in one another")
        return .failed
      }
      runningScripts.append(identity)
      defer { runningScripts.removeLast() }
      return try run(file, named: path, stopsAtError: true)
    } catch {
      complain("\(quoted(path)) cannot be read: \(error.message)")
      return .failed
    }
  }

  private func run(
    _ file: OpenFile, named name: String, stopsAtError: Bool
  ) throws(SystemError) -> RunOutcome {
    guard let bytes = try file.readAll(limit: Self.scriptLimit) else {
      complain("\(quoted(name)) is longer than \(Self.scriptLimit >> 20) MiB")
      return .failed
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      let line = String(decoding: bytes, as: UTF8.self).unicodeScalars
        .prefix { $0 != "\u{fffd}" }.count { $0 == "\n" }
      complain("\(quoted(name)) is not UTF-8 (line \(line + 1))")
      return .failed
    }
    let hasMark = text.unicodeScalars.first == "\u{feff}"
    let source = SourceText(
      name: name, text: hasMark ? String(text.unicodeScalars.dropFirst()) : text)
    return run(source, stopsAtError: stopsAtError)
  }

  /// Runs statements and commands in order.
  func run(_ text: SourceText, stopsAtError: Bool) -> RunOutcome {
    let script = Script(text, split: session.statements(of:))
    var outcome = RunOutcome.done
    for (index, item) in script.items.enumerated() {
      let next: RunOutcome =
        switch item {
        case .statement(let range): run(script.source, range: range)
        case .command(let line): run(command: line)
        }
      switch next {
      case .done: break
      case .failed:
        if stopsAtError || console.results.failure != nil {
          if index + 1 < script.items.count { inform("what stands below it was not run") }
          return .failed
        }
        outcome = .failed
      case .interrupted, .quit: return next
      }
      if Interrupt.isRequested {
        complain("stopped")
        return .interrupted
      }
    }
    return outcome
  }

  /// Runs a dot command.
  func run(command line: String) -> RunOutcome {
    guard let input = DotCommandLine(line) else {
      complain("\(quoted(line)) is no command", hint: "'.help' lists the commands")
      return .failed
    }
    let outcome: DotCommand.Outcome
    switch DotCommand.named(input.name) {
    case .command(let command):
      let isQuery = command.argument == .query && !input.rest.isEmpty
      outcome = run(command, with: isQuery ? [input.rest] : input.arguments)
    case .ambiguous(let names):
      complain("\(quoted("." + input.name)) is not clear: \(names.joined(separator: ", "))")
      outcome = .failed
    case .unknown:
      let near = nearestNames(to: "." + input.name, among: DotCommand.allNames).first
      complain(
        "there is no command \(quoted("." + input.name))",
        hint: near.map { "did you mean '\($0)'?" } ?? "'.help' lists the commands")
      outcome = .failed
    }
    switch outcome {
    case .done: return .done
    case .failed: return .failed
    case .quit: return .quit
    }
  }

  private func run(_ command: DotCommand, with arguments: [String]) -> DotCommand.Outcome {
    guard command.arity.contains(arguments.count) else {
      let problem =
        arguments.count < command.arity.lowerBound
        ? "needs more: " : command.arity.upperBound == 0 ? "takes nothing: " : "takes less: "
      complain("'\(command.name)' \(problem)\(command.synopsis)")
      return .failed
    }
    return command.run(self, arguments)
  }

  // MARK: Standard input

  /// Runs what comes on standard input, each statement whether or not one before it failed.
  public func runStandardInput() { note(runInput(.input, stopsAtError: false)) }

  /// A file is read whole; from a pipe, a statement runs as soon as its end has come.
  private func runInput(_ input: OpenFile, stopsAtError: Bool) -> RunOutcome {
    do throws(SystemError) {
      let isFile = try input.status().isRegular
      if stopsAtError || isFile {
        return try run(input, named: "standard input", stopsAtError: stopsAtError)
      }
    } catch {
      if error.number == EINTR { return .interrupted }
      complain("standard input cannot be read: \(error.message)")
      return .failed
    }
    return runLines(of: PlainReader(input))
  }

  /// Runs statements as their ends come: `;` at the end of a line, a blank line, a command, the end.
  func runLines(of reader: any LineReader) -> RunOutcome {
    var outcome = RunOutcome.done
    var text = ""
    /// Whether to go on after what has come so far.
    func runText() -> Bool {
      defer { text = "" }
      let next = run(SourceText(name: "standard input", text: text), stopsAtError: false)
      if next != .done { outcome = next }
      return (next == .done || next == .failed) && console.results.failure == nil
    }
    while true {
      switch reader.read(.statement) {
      case .line(let line):
        let isCommand = DotCommandLine.isCommand(line)
        if isCommand, !text.isEmpty, !runText() { return outcome }
        text += line + "\n"
        if text.utf8.count > Self.scriptLimit {
          complain("a statement is longer than \(Self.scriptLimit >> 20) MiB")
          outcome = .failed
          text = ""
        } else if isCommand || endsStatement(line), !runText() {
          return outcome
        }
      case .tooLong:
        complain("a line is longer than \(PlainReader.lineLimit >> 20) MiB")
        outcome = .failed
        text = ""
      case .interrupted: return .interrupted
      case .end:
        _ = runText()
        return outcome
      }
    }
  }

  /// Whether no statement goes on after `line`.
  private func endsStatement(_ line: String) -> Bool {
    guard let last = line.last(where: { !$0.isWhitespace }) else { return true }
    return last == ";" && !line.drop(while: \.isWhitespace).hasPrefix("#")
  }
}
