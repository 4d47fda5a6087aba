internal import NewsModel
internal import NewsStore
internal import QueryLanguage

/// Answers the queries that stand in conditions, and puts tests of their values in their place.
struct SubqueryAnswers {
  let planner: Planner
  let snapshot: Snapshot
  let cancellation: Cancellation
  /// The queries that were answered, in order.
  private(set) var answered: [PlanProfile.Subquery] = []

  init(planner: Planner, snapshot: Snapshot, cancellation: Cancellation) {
    self.planner = planner
    self.snapshot = snapshot
    self.cancellation = cancellation
  }

  /// The query without queries in conditions, those inside other queries included.
  mutating func replaced(_ query: BoundQuery) throws -> BoundQuery {
    var query = query
    if case .graph(var graph) = query.source {
      graph.ties = try replaced(graph.ties)
      query.source = .graph(graph)
    }
    for index in query.stages.indices {
      query.stages[index].operation = try replaced(query.stages[index].operation)
    }
    return query
  }

  private mutating func replaced(_ operation: BoundOperation) throws -> BoundOperation {
    switch operation {
    case .filter(let condition): return .filter(try replaced(condition))
    case .add(let additions):
      return .add(
        try additions.map { BoundAddition(column: $0.column, value: try replaced($0.value)) })
    case .group(let keys, let aggregates):
      return .group(
        by: keys,
        try aggregates.map { aggregate in
          var aggregate = aggregate
          aggregate.argument = try aggregate.argument.map { try replaced($0) }
          return aggregate
        })
    case .subset(let query, let isNegated):
      return .subset(try replaced(query), isNegated: isNegated)
    case .followed(var sequence):
      sequence.query = try replaced(sequence.query)
      return .followed(sequence)
    case .search, .sort, .take, .skip, .show, .count, .distinct, .follow, .crosstab, .sample:
      return operation
    }
  }

  private mutating func replaced(_ expression: BoundExpression) throws -> BoundExpression {
    switch expression {
    case .path, .value: return expression
    case .call(let function, let arguments):
      return .call(function, try arguments.map { try replaced($0) })
    case .arithmetic(let operation, let a, let b):
      return .arithmetic(operation, try replaced(a), try replaced(b))
    case .conditional(let condition, let then, let otherwise):
      return .conditional(
        try replaced(condition), then: try replaced(then), otherwise: try replaced(otherwise))
    }
  }

  private mutating func replaced(_ condition: BoundCondition) throws -> BoundCondition {
    switch condition {
    case .and(let parts): return .and(try parts.map { try replaced($0) })
    case .or(let parts): return .or(try parts.map { try replaced($0) })
    case .not(let part): return .not(try replaced(part))
    case .test, .isKnown, .every: return condition
    case .among(let path, let values):
      let test = try test(of: path, values)
      return values.isEvery ? .every(path, test) : .test(path, test)
    }
  }

  /// The test of the values that a query gives.
  private mutating func test(of path: BoundPath, _ values: BoundValues) throws -> ValueTest {
    let query = try replaced(values.query)
    let plan = planner.plan(query)
    var executor = Executor(snapshot: snapshot, cancellation: cancellation)
    let rows = try executor.rows(plan)
    answered.append(
      PlanProfile.Subquery(
        text: values.query.canonical, plan: plan, profile: executor.profile))
    guard let wanted = values.path else {
      guard let base = rows.base else { return .references([]) }
      let follower = LinkFollower(snapshot: snapshot, cancellation: cancellation)
      return .references(try follower.marked(base.selection, base.table).members)
    }
    let kernel = ExpressionKernel.path(PathKernel(wanted, of: rows, snapshot: snapshot))
    let column = try kernel.column(of: rows, cancellation: cancellation)
    return try column.asLists.elements.test(of: path.type, snapshot, cancellation)
  }
}

extension ComputedColumn {
  /// The test that a value of a type is one of these.
  fileprivate func test(
    of type: ValueType, _ snapshot: Snapshot, _ cancellation: Cancellation
  ) throws -> ValueTest {
    let different = picked(.list(try firstPositions(cancellation)[...]))
    switch (type, different) {
    case (.reference(let table), .references(let rows, let own)) where table == own:
      return .references(try rows.sorted(checking: cancellation, by: <))
    case (.reference, _), (.text, _), (.category, _):
      let (codes, texts) = TextReading(snapshot).codes(different)
      var folded: Set<String> = []
      for (place, code) in codes.enumerated() where code != Texts.unknown {
        if place & 0xff == 0 { try cancellation.check() }
        folded.insert(texts.folded(code))
      }
      return .text(.equals(try Array(folded).sorted(checking: cancellation, by: <)))
    case (.integer, _), (.number, _):
      let numbers = different.doubles.filter { !$0.isNaN }
      return .number(.equals(try numbers.sorted(checking: cancellation, by: <)))
    case (.date, _):
      let (first, last) = different.days
      let column = DateColumn(first: first, last: last)
      return .date(.overlaps(first.indices.compactMap { column.date(ofRow: $0) }))
    }
  }

  /// The positions at which each different known value stands first.
  private func firstPositions(_ cancellation: Cancellation) throws -> [UInt32] {
    var seen: Set<Int64> = [Self.unknownBits]
    var positions: [UInt32] = []
    for (position, bits) in bits.enumerated() {
      if position & 0xfff == 0 { try cancellation.check() }
      if seen.insert(bits).inserted { positions.append(UInt32(position)) }
    }
    return positions
  }
}
