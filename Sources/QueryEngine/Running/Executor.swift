internal import NewsModel
internal import NewsStore
internal import QueryLanguage

/// Runs a plan, one part after another.
struct Executor {
  let snapshot: Snapshot
  let cancellation: Cancellation
  /// Rows that filters could not judge; those of a source that not all rows were read of left out.
  private(set) var unknownCount = 0
  /// Rows that passed the filters of the source.
  private(set) var sourceRowCount = 0
  /// Whether the filters of the source have judged every row of its table.
  private(set) var readsAllRows = false
  /// Rows that stages which group left out.
  private(set) var unkeyedCount = 0
  /// Whether a search for paths was given up before all were looked at.
  private(set) var isSearchCut = false
  /// Rows and time of each part so far.
  private(set) var profile = PlanProfile()

  init(snapshot: Snapshot, cancellation: Cancellation) {
    self.snapshot = snapshot
    self.cancellation = cancellation
  }

  // MARK: Plans

  /// The rows that a plan gives.
  mutating func rows(_ plan: Plan) throws -> Rows {
    let clock = ContinuousClock()
    var start = clock.now
    func measure(_ rows: Rows) -> PlanProfile.Measure {
      let end = clock.now
      defer { start = end }
      return PlanProfile.Measure(rows: rows.count, seconds: (end - start) / .seconds(1))
    }
    var rows: Rows
    var steps = plan.steps[...]
    switch plan.source {
    case .table(let source):
      if case .top(let keys, let count, true)? = steps.first?.operation {
        rows = try top(keys, count: count, of: source)
        steps.removeFirst()
        profile.source = PlanProfile.Measure(rows: sourceRowCount, seconds: 0)
        profile.steps.append(measure(rows))
      } else {
        rows = try self.rows(source)
        profile.source = measure(rows)
      }
    case .graph(let graph, let ties, _):
      rows = try found(graph, among: nested(ties, at: -1))
      profile.source = measure(rows)
    }
    for step in steps {
      rows = try self.rows(after: step.operation, rows)
      profile.steps.append(measure(rows))
    }
    return rows
  }

  /// The rows of a plan inside the step of this number.
  private mutating func nested(_ plan: Plan, at index: Int) throws -> Rows {
    var executor = Executor(snapshot: snapshot, cancellation: cancellation)
    let rows = try executor.rows(plan)
    profile.nested[index] = executor.profile
    return rows
  }

  // MARK: Source

  /// The rows of a source that pass its filters, in table order.
  private mutating func rows(_ source: TableAccess) throws -> Rows {
    let candidates = Candidates(source.access, of: source.table, in: snapshot)
    var filter = try filter(source, candidates.count)
    var selections = try candidates.selections.map { try filter.passing($0) }
    if selections.count != 1 { selections = [.list(selections.flatMap(\.rows)[...])] }
    if source.access.isScan {
      readsAllRows = true
      unknownCount += filter.unknownCount
    }
    sourceRowCount = selections[0].count
    return Rows(source.table, selections[0])
  }

  /// The first rows of a source by its main date, read from one end of the table.
  private mutating func top(
    _ keys: [BoundSortKey], count: Int, of source: TableAccess
  ) throws -> Rows {
    guard let key = keys.first, let date = key.path.singleField,
      case .dates(let column) = snapshot.column(date)
    else { return try top(keys, count: count, rows(source)) }
    let candidates = Candidates(source.access, of: source.table, in: snapshot)
    var filter = try filter(source, min(candidates.count, 4 * count))
    let reader = TimeOrderReader(
      candidates: candidates, firstDays: column.first, isDescending: key.isDescending)
    let rows = try reader.rows(atLeast: count) { try filter.passing($0).rows }
    sourceRowCount = rows.count
    return try top(keys, count: count, Rows(source.table, .list(rows)))
  }

  private func filter(_ source: TableAccess, _ count: Int) throws -> RowFilter {
    try RowFilter(
      source.filters.map(\.condition), rowCount: count, snapshot: snapshot,
      cancellation: cancellation)
  }

  private mutating func found(_ graph: BoundGraph, among ties: Rows) throws -> Rows {
    let ties = try TieGraph(ties, snapshot: snapshot, cancellation: cancellation)
    switch graph.search {
    case .neighbours(let entities): return try ties.neighbours(of: entities)
    case .paths(let starts, let goals, let steps):
      var finder = PathFinder(ties, from: starts, to: goals, steps: steps)
      let rows = try finder.rows()
      isSearchCut = isSearchCut || finder.isCut
      return rows
    }
  }

  // MARK: Steps

  /// The rows after a step.
  mutating func rows(after operation: PlanOperation, _ rows: Rows) throws -> Rows {
    switch operation {
    case .filter(let condition): return try filtered(rows, condition)
    case .search(let search):
      return try TextSearcher(snapshot: snapshot, cancellation: cancellation).rows(search, rows)
    case .sort(let keys): return try picked(ordering(keys, rows).sorted(), rows)
    case .top(let keys, let count, _): return try top(keys, count: count, rows)
    case .take(let count): return rows.prefix(count)
    case .skip(let count): return rows.dropFirst(count)
    case .show: return rows
    case .count(let path, let keys, let limit):
      let counting = try Counting(
        rows, distinct: path, by: keys, limit: limit, snapshot: snapshot,
        cancellation: cancellation)
      unkeyedCount += counting.unkeyedCount
      return counting.rows
    case .distinct(let columns):
      let counting = try Counting(
        distinct: columns, of: rows, snapshot: snapshot, cancellation: cancellation)
      unkeyedCount += counting.unkeyedCount
      return counting.rows
    case .follow(let table): return try followed(rows, table)
    case .add(let additions):
      return try additions.reduce(rows) { rows, addition in
        let compiler = ExpressionCompiler(
          rows: rows, snapshot: snapshot, cancellation: cancellation)
        return rows.adding([try compiler.column(addition.value)])
      }
    case .group(let keys, let aggregates):
      let aggregation = try Aggregation(
        rows, by: keys, aggregates, snapshot: snapshot, cancellation: cancellation)
      unkeyedCount += aggregation.unkeyedCount
      return aggregation.rows
    case .crosstab(let row, let column):
      let crosstab = try Crosstab(
        rows, row, by: column, snapshot: snapshot, cancellation: cancellation)
      unkeyedCount += crosstab.unkeyedCount
      return crosstab.rows
    case .sample(let count, let seed): return try rows.sampled(count, seed: seed, cancellation)
    case .subset(let plan, let isNegated):
      let others = try nested(plan, at: profile.steps.count)
      let subset = RowSubset(snapshot: snapshot, cancellation: cancellation)
      return try subset.rows(rows, among: others, isNegated: isNegated)
    case .followed(let sequence, let plan):
      let others = try nested(plan, at: profile.steps.count)
      let sequencer = try Sequencer(
        sequence, of: others, snapshot: snapshot, cancellation: cancellation)
      let result = try sequencer.rows(following: rows)
      unknownCount += result.unknownCount
      return result.rows
    }
  }

  private func ordering(_ keys: [BoundSortKey], _ rows: Rows) throws -> RowOrdering {
    try RowOrdering(keys, of: rows, snapshot: snapshot, cancellation: cancellation)
  }

  private func picked(_ positions: [UInt32], _ rows: Rows) throws -> Rows {
    try rows.picked(.list(positions), checking: cancellation)
  }

  private func top(_ keys: [BoundSortKey], count: Int, _ rows: Rows) throws -> Rows {
    try picked(ordering(keys, rows).first(max(0, count)), rows)
  }

  private mutating func filtered(_ rows: Rows, _ condition: BoundCondition) throws -> Rows {
    if let plain = rows.plain {
      var filter = try RowFilter(
        [condition], rowCount: rows.count, snapshot: snapshot, cancellation: cancellation)
      let passing = try filter.passing(plain.selection)
      unknownCount += filter.unknownCount
      return Rows(plain.table, passing)
    }
    var filter = try RowFilter(
      condition, over: rows, snapshot: snapshot, cancellation: cancellation)
    let passing = try filter.passing(rows.positions)
    unknownCount += filter.unknownCount
    return try rows.picked(passing, checking: cancellation)
  }

  /// Rows of another table; rows of no table lead on from the rows that their first column of
  /// references names.
  private func followed(_ rows: Rows, _ target: Table) throws -> Rows {
    let follower = LinkFollower(snapshot: snapshot, cancellation: cancellation)
    if let base = rows.base {
      return Rows(target, try follower.rows(from: base.table, base.selection, to: target))
    }
    for column in rows.columns {
      guard case (_, .references(let targets, let source)) = column.asLists else { continue }
      return Rows(target, try follower.rows(from: source, .list(targets), to: target))
    }
    return Rows(target, .list([]))
  }
}
