internal import NewsModel
internal import NewsStore
internal import QueryLanguage

/// Finds which part of a query emptied its result, by doing every stage literally.
struct Trail {
  let snapshot: Snapshot
  let cancellation: Cancellation
  /// Rows after the source, each stage that leaves rows out, and each part of a filter that has
  /// several; up to the first that leaves none.
  private(set) var steps: [QueryResult.TrailStep] = []
  /// What the part that left nothing occurs with, where it is the test of a name or a word.
  private(set) var occurrences: QueryResult.Occurrences?

  /// No steps yet.
  init(snapshot: Snapshot, cancellation: Cancellation) {
    self.snapshot = snapshot
    self.cancellation = cancellation
  }

  /// Does the stages of a query until no rows are left.
  ///
  /// - Parameter original: the query as it was asked, whose conditions may hold queries where
  ///   those of the other hold what they gave.
  mutating func follow(_ query: BoundQuery, asking original: BoundQuery) throws {
    var executor = Executor(snapshot: snapshot, cancellation: cancellation)
    let source = BoundQuery(source: query.source, stages: [])
    var rows = try executor.rows(Plan(literally: source))
    if case .graph(let graph) = query.source { try add(graph, rows) }
    add(query.source.text, rows, nil)
    /// What was tested so far, as long as there was nothing but filters.
    var tested: [BoundCondition]? = []
    for (index, stage) in query.stages.enumerated() {
      if rows.count == 0 { break }
      guard case .filter(let condition) = stage.operation else {
        tested = nil
        let before = rows
        rows = try executor.rows(after: PlanOperation(stage.operation), rows)
        if rows.count == 0, case .followed(let sequence) = stage.operation {
          try add(sequence, before, index)
        }
        if stage.operation.leavesRowsOut { add(stage.text, rows, index) }
        continue
      }
      let parts = condition.conjuncts
      let texts = texts(ofPartsOf: original.stages[index], parts)
      for (part, text) in zip(parts, texts) {
        if rows.count == 0, steps.last?.stage == index { continue }
        rows = try executor.rows(after: .filter(part), rows)
        add(texts.count > 1 ? text : stage.text, rows, index)
        if rows.count == 0, let tested, let base = rows.plain {
          occurrences = try occurrences(of: part, text, in: base.table, tested)
        }
        tested?.append(part)
      }
    }
  }

  private mutating func add(_ text: String, _ rows: Rows, _ stage: Int?) {
    steps.append(QueryResult.TrailStep(text: text, count: rows.count, stage: stage))
  }

  /// The parts of a filter as they were asked for.
  private func texts(ofPartsOf stage: BoundStage, _ parts: [BoundCondition]) -> [String] {
    var asked = parts
    if case .filter(let condition) = stage.operation, condition.conjuncts.count == parts.count {
      asked = condition.conjuncts
    }
    return asked.map { $0.text { row, table in name(row, table) } }
  }

  /// How many rows could be followed, and how many could follow, where none did.
  private mutating func add(_ sequence: BoundSequence, _ rows: Rows, _ stage: Int) throws {
    if sequence.isNegated { return }
    var executor = Executor(snapshot: snapshot, cancellation: cancellation)
    add(
      "of these with a date", try executor.rows(after: .filter(.isKnown(sequence.date)), rows),
      stage)
    let others = try executor.rows(Plan(literally: sequence.query))
    add("that could follow: \(sequence.query.canonical)", others, stage)
    let dated = try executor.rows(after: .filter(.isKnown(sequence.otherDate)), others)
    if others.count > 0 { add("of those with a date", dated, stage) }
  }

  /// How many entities were met on the way to a goal that was not.
  private mutating func add(_ graph: BoundGraph, _ rows: Rows) throws {
    var executor = Executor(snapshot: snapshot, cancellation: cancellation)
    let ties = try executor.rows(Plan(literally: graph.ties))
    steps.append(QueryResult.TrailStep(text: "events that tie", count: ties.count, stage: nil))
    guard rows.count == 0, case .paths(let starts, let goals, let limit) = graph.search else {
      return
    }
    let tieGraph = try TieGraph(ties, snapshot: snapshot, cancellation: cancellation)
    var wanted = Bitmap(size: tieGraph.entityCount)
    for goal in goals where Int(goal) < tieGraph.entityCount { wanted.insert(goal) }
    let reach = try tieGraph.reach(from: starts, to: wanted, within: limit)
    if reach.counts.isEmpty {
      steps.append(
        QueryResult.TrailStep(text: "entities tied to \(names(starts))", count: 0, stage: nil))
      return
    }
    for (index, count) in reach.counts.enumerated() {
      let steps = index == 0 ? "1 step" : "\(index + 1) steps"
      self.steps.append(
        QueryResult.TrailStep(
          text: "entities in \(steps) from \(names(starts))", count: count, stage: nil))
    }
    steps.append(
      QueryResult.TrailStep(
        text: "\(names(goals)) among them: there is no path", count: 0, stage: nil))
  }

  private func names(_ entities: [UInt32]) -> String {
    if entities.isEmpty { return "a name that nobody has" }
    let shown = entities.prefix(3).map { name($0, .entities) }
    let rest = entities.count > 3 ? ["\(entities.count - 3) more"] : []
    return (shown + rest).joined(separator: " or ")
  }

  private func name(_ row: UInt32, _ table: Table) -> String {
    guard Int(row) < snapshot.rowCount(of: table),
      case .text(let name) = snapshot.name(ofRow: row, in: table)
    else { return "row \(row)" }
    return name
  }

  // MARK: Occurrences

  /// What the rows that pass a test of a name or a word have in the fields of other conditions.
  private func occurrences(
    of part: BoundCondition, _ text: String, in table: Table, _ tested: [BoundCondition]
  ) throws -> QueryResult.Occurrences? {
    guard case .test(let path, let test) = part, path.singleField != nil, test.isOfWords else {
      return nil
    }
    var executor = Executor(snapshot: snapshot, cancellation: cancellation)
    let all = Rows(table, .run(0..<snapshot.rowCount(of: table)))
    let rows = try executor.rows(after: .filter(part), all)
    var fields: [QueryResult.Occurrences.Field] = []
    if rows.count == 0 {
      let values = try mostFrequent(path, &executor, all)
      fields = values.isEmpty ? [] : [.init(name: path.text, values: values)]
    } else {
      for path in tested.flatMap(\.telling).uniqued() {
        let values = try mostFrequent(path, &executor, rows)
        if !values.isEmpty {
          fields.append(QueryResult.Occurrences.Field(name: path.text, values: values))
        }
      }
    }
    // Of a test that nothing passes at all the steps have told everything.
    if rows.count == 0, tested.isEmpty { return nil }
    return QueryResult.Occurrences(text: text, count: rows.count, fields: fields)
  }

  /// The three most frequent values of a path.
  private func mostFrequent(
    _ path: BoundPath, _ executor: inout Executor, _ rows: Rows
  ) throws -> [QueryResult.Occurrences.ValueCount] {
    let key = BoundColumn(name: path.text, path: path)
    let counted = try executor.rows(after: .count(distinct: nil, by: [key], limit: nil), rows)
    let count = BoundPath(root: .column(1, then: []), type: .integer, isList: false)
    let sorted = try executor.rows(
      after: .sort([BoundSortKey(path: count, isDescending: true)]), counted)
    return (0..<min(3, sorted.count)).compactMap { position in
      guard case .integer(let count) = sorted.columns[1].value(at: position, snapshot), count > 0
      else { return nil }
      let value = sorted.columns[0].value(at: position, snapshot)
      return QueryResult.Occurrences.ValueCount(text: value.heading, count: count)
    }
  }
}

extension ValueTest {
  /// Whether the test is about names or words.
  fileprivate var isOfWords: Bool {
    switch self {
    case .references, .text: true
    case .any(let tests): tests.contains(where: \.isOfWords)
    case .number, .date: false
    }
  }
}

extension BoundCondition {
  /// The categories, names and years that the condition is about.
  fileprivate var telling: [BoundPath] {
    switch self {
    case .and(let parts), .or(let parts): return parts.flatMap(\.telling)
    case .not(let part): return part.telling
    case .isKnown, .among: return []
    case .test(var path, _), .every(var path, _):
      guard path.singleField != nil || path.part != nil else { return [] }
      switch path.type {
      case .category, .reference: return [path]
      case .date:
        path.part = .year
        return [path]
      case .text, .integer, .number: return []
      }
    }
  }
}

extension BoundOperation {
  /// Whether no row may be left after the stage where there were some before it.
  fileprivate var leavesRowsOut: Bool {
    switch self {
    case .filter, .search, .take, .skip, .follow, .distinct: true
    case .count(_, let keys): !keys.isEmpty
    case .subset, .followed, .sample, .crosstab: true
    case .group(let keys, _): !keys.isEmpty
    case .sort, .show, .add: false
    }
  }
}
