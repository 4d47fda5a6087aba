internal import QueryEngine
internal import QueryLanguage

extension NewsSession {
  /// The statements of a script, in order: what ``run(_:range:isCancelled:progress:)`` takes one at a time.
  ///
  /// A statement ends at `;`, at a blank line or at the end. None is empty.
  public func statements(of script: SourceText) -> [SourceRange] {
    StatementSplitter.statements(in: script.text)
  }

  /// Runs one statement: the whole source, or the part `range` of it.
  ///
  /// A statement that begins with `|` goes on from the last query. A statement with errors does not
  /// run, and leaves the session as it was.
  ///
  /// - Parameters:
  ///   - isCancelled: is asked many times a second; once it says true the query stops.
  ///   - progress: is told many times a second how many rows were looked at.
  public func run(
    _ source: SourceText, range: SourceRange? = nil,
    isCancelled: @escaping @Sendable () -> Bool = { false },
    progress: @escaping @Sendable (WorkProgress) -> Void = { _ in }
  ) -> Answer {
    let clock = ContinuousClock()
    let start = clock.now
    let parsed = Parser.statement(source.text, range: range)
    var answer = Answer(source: source, range: range, diagnostics: parsed.diagnostics)
    if !parsed.hasErrors {
      switch parsed.tree {
      case .assignment(let assignment): assign(assignment, &answer)
      case .query(let query): run(query, &answer, progress, isCancelled: isCancelled)
      case .definition(let definition): define(definition, range: range, &answer)
      }
    }
    answer.seconds = (clock.now - start) / .seconds(1)
    return answer
  }

  /// What there is to say about a statement without running it.
  public func problems(in source: SourceText) -> [Diagnostic] {
    view(.types, of: source).diagnostics
  }

  /// Whether there is a query that a line beginning with `|` goes on from.
  public var hasLastQuery: Bool { lastQuery != nil }

  /// Whether `text` is a whole statement, so that Enter should run it rather than open a line.
  ///
  /// A text with an error that more text cannot mend is whole.
  public func isComplete(_ text: String) -> Bool { Parser.isComplete(text) }

  private func assign(_ assignment: Assignment, _ answer: inout Answer) {
    let name = assignment.name.lowercased()
    let given = options.parameters.first { $0.key.lowercased() == name }?.value
    if case .parameter(let other) = assignment.value.kind {
      guard let known = variables[other.lowercased()] else {
        answer.diagnostics.append(
          Diagnostic(
            code: DiagnosticCode.unknownParameter.rawValue, message: "there is no '$\(other)'",
            range: assignment.value.range,
            hints: ["next: param \(other) = value, before this line"]))
        return
      }
      variables[name] = known
    } else {
      variables[name] = assignment.value.parameterText
    }
    if assignment.isParameter, let given { variables[name] = given }
    answer.canonical = Statement.assignment(assignment).canonical
  }

  private func run(
    _ query: Query, _ answer: inout Answer, _ progress: @escaping @Sendable (WorkProgress) -> Void,
    isCancelled: @escaping @Sendable () -> Bool
  ) {
    let whole = lastQuery.map { query.continuing($0) } ?? query
    let bound = Binder.bind(whole, catalog: loaded.catalog, options: binderOptions)
    answer.diagnostics += bound.diagnostics.filter { !isAboutEarlierText($0, of: query) }
    guard let boundQuery = bound.query else { return }
    answer.canonical = boundQuery.canonical
    let result = QueryEngine.run(
      boundQuery, planner: loaded.planner, on: loaded.snapshot, isCancelled: isCancelled,
      progress: { progress(WorkProgress($0, of: $1, .rows)) })
    answer.isCancelled = result.isCancelled || isCancelled()
    if answer.isCancelled { return }
    lastQuery = whole
    if whole.isExplained {
      answer.result = ResultTable(
        lines: result.plan.text(profile: result.profile).lines, named: "plan")
      answer.rowNoun = "lines"
      answer.isProfile = true
      return
    }
    lastResult = result.table
    lastRows = LastRows(loaded.snapshot, boundQuery)
    answer.result = result.table
    answer.outcomes = boundQuery.presentations.map { AnswerOutcome($0, of: result.table) }
    answer.unknownCount = result.unknownCount
    answer.unkeyedCount = result.unkeyedCount
    answer.trail = result.trail.map { Answer.TrailStep(text: $0.text, count: $0.count) }
    answer.occurrences = result.occurrences.map { Answer.Occurrences($0) }
    answer.isSearchCut = result.isSearchCut
    if let table = boundQuery.shape.table { answer.rowNoun = table.name }
  }

  /// Whether a diagnostic points into the query that `query` goes on from, which was told already.
  private func isAboutEarlierText(_ diagnostic: Diagnostic, of query: Query) -> Bool {
    guard query.source.kind == .previous, let lastQuery else { return false }
    let earlier = Binder.bind(lastQuery, catalog: loaded.catalog, options: binderOptions)
    return earlier.diagnostics.contains(diagnostic)
  }
}
