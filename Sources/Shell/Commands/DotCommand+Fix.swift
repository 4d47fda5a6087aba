internal import Diagnostics
internal import NewsSession

extension DotCommand {
  static let fix = DotCommand(
    names: ["fix"], usage: "[N]", summary: "mend the last query that had errors, and run it",
    help: """
      Makes the change that each error proposes, as often as errors come, and runs
      what comes out. Where an error proposes several, N chooses: '.fix 2'.
      """,
    group: .answers, arity: 0...1
  ) { shell, words in
    var choice = 1
    if let word = words.first {
      guard let number = Int(word), number > 0 else {
        shell.complain("\(quoted(word)) is no choice", hint: "choices are counted from 1: '.fix 2'")
        return .failed
      }
      choice = number
    }
    return shell.fixLastProblem(choosing: choice - 1)
  }
}

extension Shell {
  /// How often the changes that errors propose are made, one upon the other.
  private static let fixLimit = 10

  /// Mends the statement that failed last and runs it.
  fileprivate func fixLastProblem(choosing choice: Int) -> DotCommand.Outcome {
    guard let problem = lastProblem else {
      complain("there is no query to mend", hint: "the last one had no errors")
      return .failed
    }
    var text = problem.text
    var diagnostics = problem.diagnostics
    for round in 0..<Self.fixLimit {
      let errors = diagnostics.filter { $0.severity == .error }
      let fixIts = errors.compactMap { error -> FixIt? in
        let place = round == 0 ? min(choice, error.fixIts.count - 1) : 0
        return error.fixIts.indices.contains(place) ? error.fixIts[place] : nil
      }
      if fixIts.isEmpty { break }
      let mended = FixIt.applying(fixIts, to: text)
      if mended == text { break }
      text = mended
      diagnostics = session.problems(in: SourceText(name: "query", text: text))
      if !diagnostics.contains(where: { $0.severity == .error }) { break }
    }
    guard text != problem.text else {
      complain(
        "there is no sure way to mend it", hint: "the lines below an error say what may help")
      return .failed
    }
    inform(text)
    _ = history.add(text)
    let outcome = run(SourceText(name: "query", text: text), stopsAtError: true)
    return outcome == .done ? .done : .failed
  }

  /// Keeps what is wrong with a statement for `.fix`, and tells a user of it where it can mend it.
  func rememberProblem(_ answer: Answer) {
    guard answer.hasErrors else {
      if answer.canonical != nil { lastProblem = nil }
      return
    }
    let whole = answer.source.text
    let range = answer.range ?? SourceRange(0, whole.utf8.count)
    let errors = answer.diagnostics.filter { $0.severity == .error }
    lastProblem = Problem(
      text: answer.source.slice(range), diagnostics: errors.map { $0.moved(by: -range.lower) })
    guard let choices = errors.map(\.fixIts).first(where: { !$0.isEmpty }) else { return }
    let others = choices.dropFirst().enumerated().map { "'.fix \($0 + 2)': \($1.message)" }
    inform((["'.fix' mends it: \(choices[0].message)"] + others).joined(separator: "; "))
  }

  /// A statement with errors.
  struct Problem {
    /// The statement.
    var text: String
    /// Its errors, with places in ``text``.
    var diagnostics: [Diagnostic]
  }
}
