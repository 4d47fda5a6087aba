internal import NewsSession

/// A lesson that is being learned.
struct LessonRun {
  /// The lesson.
  let lesson: Lesson
  /// The number of the step that is open, from 0; the number of steps once all are done.
  var step: Int
  /// Hints that were given for it.
  var hintCount = 0
  /// Lines that are still to be shown, a screen at a time.
  var waiting: [String] = []

  /// The step that is open; nil once all are done.
  var current: Lesson.Step? {
    lesson.steps.indices.contains(step) ? lesson.steps[step] : nil
  }

  /// The lesson from a step on.
  init(_ lesson: Lesson, step: Int = 0) {
    self.lesson = lesson
    self.step = min(max(0, step), lesson.steps.count)
  }

  /// What the lesson's own query for the open step comes to, the steps before it having been run;
  /// nil where it fails.
  func expected(asking session: NewsSession) -> Expected? {
    guard current != nil else { return nil }
    let runner = BlockRunner(asking: session)
    var last: BlockRunner.Outcome?
    for step in lesson.steps[...step] {
      let outcomes = runner.run(step.solution)
      if outcomes.contains(where: \.isFailed) { return nil }
      last = outcomes.last
    }
    switch last {
    case .command(let line, _, _): return .command(line.meaning(in: runner.session))
    case .answer(let answer): return .answer(answer, query: QueryMeaning(in: runner.session))
    case nil: return nil
    }
  }

  /// What a step waits for.
  enum Expected {
    /// A command that means the same.
    case command(DotCommandLine)
    /// An answer, and what its query means.
    case answer(Answer, query: QueryMeaning)
  }

  /// What is to be said of something typed; nil where it has nothing to do with the task.
  ///
  /// - Parameters:
  ///   - command: the dot command that was typed; nil for a statement.
  ///   - answer: what was shown last; nil where nothing was.
  func verdict(
    on command: DotCommandLine?, _ answer: Answer?, asking session: NewsSession
  ) -> AnswerComparison.Verdict? {
    guard let step = current, let expected = expected(asking: session) else { return nil }
    switch expected {
    case .command(let wanted):
      guard let given = command?.meaning(in: session), given.name == wanted.name else {
        return nil
      }
      return given == wanted
        ? .right : .wrong("the right command; the task asks for something else of it")
    case .answer(let wanted, let query):
      guard let answer, answer.canonical != nil, !answer.hasErrors else { return nil }
      if step.aspects.contains(.tree), QueryMeaning(in: session) != query {
        return .wrong("that is another query than the task asks for")
      }
      return AnswerComparison(expected: wanted, aspects: step.aspects).verdict(on: answer)
    }
  }
}

/// A query as its stages with all names found, conditions that are joined by `and` in any order.
struct QueryMeaning: Hashable {
  private let stages: [[String]]

  /// The meaning of the last query of a session.
  init(in session: NewsSession) {
    self.init(types: session.view(.types).result)
  }

  /// The meaning that a view of a query's types shows; empty for nil.
  init(types: ResultTable?) {
    stages = (types?.rows ?? []).map { row in
      guard case .text(let stage)? = row.first else { return [] }
      let words = stage.hasPrefix("where ") ? String(stage.dropFirst(6)) : stage
      return words.split(separator: " and ").map { String($0) }.sorted()
    }
  }
}

extension DotCommandLine {
  /// The command under its full name, its words in a form that does not depend on how it was typed:
  /// a query as its tree, the row of `.why` as what explains it.
  fileprivate func meaning(in session: NewsSession) -> DotCommandLine {
    guard case .command(let command) = DotCommand.named(name) else { return self }
    var meaning = DotCommandLine(name: command.names[0])
    meaning.rest = words.map(\.text).joined(separator: " ")
    if command.argument == .query {
      let source = rest.isEmpty ? nil : SourceText(name: "query", text: rest)
      if command.names[0] == "explain" {
        meaning.rest = source?.text ?? ""
      } else {
        let tree = session.view(.types, of: source).result
        meaning.rest = tree.map { "\(QueryMeaning(types: $0))" } ?? rest
      }
    } else if command.names[0] == "why" {
      let row = words.first.map { Int($0.text) ?? 0 } ?? 1
      meaning.rest = (try? session.why(row: row)).map { "\($0)" } ?? ""
    }
    return meaning
  }
}

extension ResultTable {
  fileprivate var rows: [[Value]] { (0..<rowCount).map { values(ofRow: $0) } }
}
