internal import NewsModel
public import NewsStore
public import QueryLanguage

/// Runs plans on snapshots.
public enum QueryEngine {
  /// Runs a plan on the snapshot that it was made for.
  ///
  /// Never fails: names and types were checked by the binder, and what does not fit a column
  /// matches nothing.
  ///
  /// - Parameter isCancelled: is asked many times a second, from the calling thread; once it says
  ///   true the result comes back without rows and marked as cancelled.
  public static func run(
    _ plan: Plan, on snapshot: Snapshot,
    isCancelled: @escaping @Sendable () -> Bool = { false }
  ) -> QueryResult {
    let cancellation = Cancellation(isCancelled: isCancelled)
    var executor = Executor(snapshot: snapshot, cancellation: cancellation)
    var profile = PlanProfile()
    let shape = plan.query.shape
    do {
      let rows = try run(plan, &executor, &profile)
      var trail: [QueryResult.TrailStep] = []
      if rows.isEmptyAnswer(to: plan.query) {
        trail = try Trail(snapshot: snapshot, cancellation: cancellation).steps(of: plan.query)
      }
      return QueryResult(
        table: ResultTable(rows, shape, snapshot), isCancelled: false,
        unkeyedCount: executor.unkeyedCount, trail: trail, profile: profile,
        judgedUnknownCount: executor.unknownCount,
        leadingUnknowns: leadingUnknowns(plan, executor))
    } catch {
      let none = Rows.derived(DerivedRows(columns: [], count: 0))
      return QueryResult(
        table: ResultTable(none, shape, snapshot), isCancelled: true, unkeyedCount: 0, trail: [],
        profile: profile, judgedUnknownCount: 0, leadingUnknowns: nil)
    }
  }

  private static func run(
    _ plan: Plan, _ executor: inout Executor, _ profile: inout PlanProfile
  ) throws -> Rows {
    let clock = ContinuousClock()
    var start = clock.now
    func measure(_ rows: Rows) -> PlanProfile.Measure {
      let end = clock.now
      defer { start = end }
      return PlanProfile.Measure(rows: rows.count, seconds: (end - start) / .seconds(1))
    }
    var rows: Rows
    var steps = plan.steps[...]
    guard case .table(let source) = plan.source else {
      preconditionFailure("graphs cannot be searched yet")
    }
    if case .top(let keys, let count, true)? = steps.first?.operation {
      rows = try executor.top(keys, count: count, of: source)
      steps.removeFirst()
      let read = PlanProfile.Measure(rows: executor.sourceRowCount, seconds: 0)
      profile.source = read
      profile.steps.append(measure(rows))
    } else {
      rows = try executor.rows(source)
      profile.source = measure(rows)
    }
    for step in steps {
      rows = try executor.rows(after: step.operation, rows)
      profile.steps.append(measure(rows))
    }
    return rows
  }

  /// What is left to count where the way into the table did not meet all rows.
  private static func leadingUnknowns(_ plan: Plan, _ executor: Executor) -> LeadingUnknowns? {
    guard case .table(let source) = plan.source else { return nil }
    let filters = source.originalFilters
    if executor.readsAllRows || filters.isEmpty { return nil }
    return LeadingUnknowns(
      table: source.table, filters: filters, snapshot: executor.snapshot,
      cancellation: executor.cancellation)
  }
}

extension Rows {
  /// Whether this says that nothing was found: no rows, or a single count of none.
  fileprivate func isEmptyAnswer(to query: BoundQuery) -> Bool {
    if count == 0 { return true }
    guard case .count(_, let keys)? = query.stages.last?.operation, keys.isEmpty,
      case .derived(let rows) = self
    else { return false }
    return rows.columns.last?.first == .some(.integer(0))
  }
}
