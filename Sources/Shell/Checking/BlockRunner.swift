internal import Diagnostics
internal import NewsSession

/// Runs the query blocks of a page, one after the other, in a session of their own.
///
/// A line of a block that begins with the name of a table or of a definition, with `define`, `let`,
/// `param` or a dot begins a new statement or command, unless the statement before it asks for more.
final class BlockRunner {
  /// What a statement or a command came to.
  enum Outcome {
    /// A statement's answer.
    case answer(Answer)
    /// A command, what it said, and whether it failed.
    case command(DotCommandLine, said: String, isFailed: Bool)
  }

  /// What the blocks ask.
  let session: NewsSession
  private let sink = StringSink()
  private let shell: Shell

  /// The commands that a page may use: those that only show something.
  private static let commands: Set<String> = [
    "why", "tokens", "ast", "types", "plan", "defs", "help",
  ]
  private static let openings: Set<String> = ["define", "let", "param", "paths"]

  /// A runner on the articles that `session` has loaded, which is left as it is.
  ///
  /// - Parameter width: columns of what commands show.
  init(asking session: NewsSession, width: Int = 100) {
    self.session = NewsSession(asking: session)
    shell = Shell(
      session: self.session, settings: ShellSettings(format: .table, color: .never),
      console: Console(
        results: sink, messages: sink, isDialogue: false, columns: { width }))
  }

  /// Runs what stands in a block, up to the first error.
  func run(_ block: String) -> [Outcome] {
    var outcomes: [Outcome] = []
    for text in statements(in: block) {
      outcomes.append(contentsOf: DotCommandLine.isCommand(text) ? [run(command: text)] : ask(text))
      if outcomes.last?.isFailed ?? false { break }
    }
    return outcomes
  }

  private func ask(_ text: String) -> [Outcome] {
    let source = SourceText(name: "query", text: text)
    var outcomes: [Outcome] = []
    for range in session.statements(of: source) {
      outcomes.append(.answer(session.run(source, range: range)))
      if outcomes.last?.isFailed ?? false { break }
    }
    return outcomes
  }

  private func run(command text: String) -> Outcome {
    let line = DotCommandLine(text) ?? DotCommandLine(name: text)
    guard case .command(let command) = DotCommand.named(line.name),
      Self.commands.contains(command.names[0])
    else {
      return .command(
        line, said: "error: a page cannot run \(quoted("." + line.name))\n", isFailed: true)
    }
    let outcome = shell.run(command: text)
    return .command(line, said: sink.take(), isFailed: outcome != .done)
  }

  /// The statements and commands of a block, in order.
  func statements(in block: String) -> [String] {
    var found: [String] = []
    var current = ""
    func finish() {
      if !current.allSatisfy(\.isWhitespace) { found.append(current) }
      current = ""
    }
    for line in block.split(separator: "\n", omittingEmptySubsequences: false) {
      let isCommand = DotCommandLine.isCommand(line)
      if isCommand || beginsStatement(line) && session.isComplete(current) { finish() }
      current += (current.isEmpty ? "" : "\n") + line
      if isCommand || line.allSatisfy(\.isWhitespace) { finish() }
    }
    finish()
    return found
  }

  private func beginsStatement(_ line: Substring) -> Bool {
    let word = line.prefix { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "-" }.lowercased()
    guard !word.isEmpty else { return false }
    return Self.openings.contains(word) || Table(named: word) != nil
      || session.definitions.contains { $0.name == word }
  }
}

extension BlockRunner.Outcome {
  /// Whether there was an error.
  var isFailed: Bool {
    switch self {
    case .answer(let answer): answer.hasErrors
    case .command(_, _, let isFailed): isFailed
    }
  }

  /// What a page shows of it.
  func text(in form: WrittenAnswer) -> String {
    switch self {
    case .answer(let answer): form.text(of: answer)
    case .command(_, let said, _): said
    }
  }
}
