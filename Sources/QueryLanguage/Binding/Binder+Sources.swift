internal import Diagnostics
internal import NewsModel

extension Binder {
  /// A query and what its rows are; its stages are bound on rows of its own.
  ///
  /// Whatever it draws or explains is an error: only the query that was asked can.
  mutating func nested(_ query: Query) -> (query: BoundQuery, shape: RowShape)? {
    let outer = (shape, failedNames, presentations)
    presentations = []
    failedNames = []
    queryDepth += 1
    defer {
      (shape, failedNames, presentations) = outer
      queryDepth -= 1
    }
    guard let (source, stages) = flattened(query), let shape else { return nil }
    if !presentations.isEmpty {
      report(
        .notLast, "a query in brackets is not drawn or saved", at: query.range,
        hints: ["next: put '\(presentations[0].text)' at the end of the whole query"])
    }
    if shape.isOpen {
      report(
        .openColumns, "a crosstab cannot be used by another query", at: query.range,
        hints: ["next: count by both fields: count by type, status"])
      return nil
    }
    return (BoundQuery(source: source, stages: stages), shape)
  }

  /// The source and the stages of a query, those of a query in brackets or of a definition in
  /// front; ``shape`` is afterwards that of the rows that leave them.
  mutating func flattened(_ query: Query) -> (source: BoundSource, stages: [BoundStage])? {
    guard let (source, first) = bindSource(query.source) else { return nil }
    var stages = first
    for stage in query.stages {
      guard shape != nil else { return nil }
      stages += bind(stage)
    }
    return (source, stages)
  }

  /// The source with the stages that it holds itself; ``shape`` is afterwards that of its rows.
  mutating func bindSource(_ source: Source) -> (source: BoundSource, stages: [BoundStage])? {
    switch source.kind {
    case .table(let table): return begin(.table(table))
    case .query(let query):
      queryDepth += 1
      defer { queryDepth -= 1 }
      return flattened(query)
    case .call(let call): return bindCall(call, at: source.range)
    case .graph(let graph): return bindGraph(graph).flatMap { begin(.graph($0)) }
    case .missing: return nil
    case .previous:
      report(
        .noPreviousQuery, "there is no query to go on from", at: source.range,
        hints: ["next: begin with a table: events | take 5"])
      return nil
    }
  }

  private mutating func begin(_ source: BoundSource) -> (BoundSource, [BoundStage])? {
    shape = source.shape
    return (source, [])
  }

  // MARK: Graphs

  private mutating func bindGraph(_ graph: GraphSyntax) -> BoundGraph? {
    let start = graph.ties.first?.range ?? SourceRange(at: 0)
    let ties = nested(
      Query(source: Source(kind: .table(.events), range: start), stages: graph.ties, range: start))
    let clauses = ties.map { String($0.query.canonical.dropFirst(Table.events.name.count)) } ?? ""
    switch graph.kind {
    case .paths(let from, let to, let count):
      let starts = entities(meantBy: from)
      let goals = entities(meantBy: to)
      let steps = steps(count)
      guard let ties, let starts, let goals, let steps else { return nil }
      return BoundGraph(
        search: .paths(from: starts, to: goals, steps: steps), ties: ties.query,
        text: "paths from \(from.canonical) to \(to.canonical) within \(counted(steps, "step"))"
          + clauses)
    case .neighbours(let name):
      guard let rows = entities(meantBy: name), let ties else { return nil }
      return BoundGraph(
        search: .neighbours(of: rows), ties: ties.query,
        text: "neighbours of \(name.canonical)\(clauses)")
    }
  }

  /// The entities that a name means, ascending; nil, and an error, where it is none.
  private mutating func entities(meantBy value: ValueSyntax) -> [UInt32]? {
    switch value.kind {
    case .missing: return nil
    case .parameter:
      noteUse(of: value, as: ParameterType(.reference(.entities)))
      return []
    case .pattern: break
    case .words(let text) where text.contains("*"): break
    case .words, .quoted:
      return Set(candidates(for: value, in: .entities, field: nil).map(\.row)).sorted()
    }
    report(
      .wrongArgument, "\(value.canonical) is no name, and a search begins and ends at names",
      at: value.range, hints: ["next: neighbours of Ada Lovelace"])
    return nil
  }

  /// The number of steps; 3 where none is given.
  private mutating func steps(_ count: ValueSyntax) -> Int? {
    if case .missing = count.kind { return 3 }
    return whole(count, atLeast: 1, example: "within 3 steps")
  }
}
