internal import NewsModel
public import NewsStore
public import QueryLanguage

/// Runs queries on snapshots.
public enum QueryEngine {
  /// Answers a query: the queries in its conditions first, then the query itself, planned with what
  /// they gave.
  ///
  /// Never fails: names and types were checked by the binder, and what does not fit a column
  /// matches nothing.
  ///
  /// - Parameters:
  ///   - planner: knows the statistics of the snapshot.
  ///   - isCancelled: is asked many times a second, from the calling thread; once it says true the
  ///     result comes back without rows and marked as cancelled.
  ///   - progress: is told for each batch of rows how many were looked at and how many are known to
  ///     come in all, from the calling thread.
  public static func run(
    _ query: BoundQuery, planner: Planner, on snapshot: Snapshot,
    isCancelled: @escaping @Sendable () -> Bool = { false },
    progress: @escaping @Sendable (_ done: Int, _ total: Int) -> Void = { _, _ in }
  ) -> QueryResult {
    let cancellation = Cancellation(isCancelled: isCancelled, progress: progress)
    var answers = SubqueryAnswers(
      planner: planner, snapshot: snapshot, cancellation: cancellation)
    guard let replaced = try? answers.replaced(query) else {
      return .cancelled(planner.plan(query), PlanProfile(), snapshot)
    }
    var result = run(planner.plan(replaced), asking: query, snapshot, cancellation)
    result.profile.subqueries = answers.answered
    return result
  }

  /// Runs a plan on the snapshot that it was made for; a query in a condition of it matches nothing.
  ///
  /// - Parameter isCancelled: as for ``run(_:planner:on:isCancelled:progress:)``.
  public static func run(
    _ plan: Plan, on snapshot: Snapshot,
    isCancelled: @escaping @Sendable () -> Bool = { false }
  ) -> QueryResult {
    run(plan, asking: plan.query, snapshot, Cancellation(isCancelled: isCancelled))
  }

  private static func run(
    _ plan: Plan, asking query: BoundQuery, _ snapshot: Snapshot, _ cancellation: Cancellation
  ) -> QueryResult {
    var executor = Executor(snapshot: snapshot, cancellation: cancellation)
    do {
      let rows = try executor.rows(plan)
      var trail = Trail(snapshot: snapshot, cancellation: cancellation)
      if rows.isEmptyAnswer(to: plan.query) { try trail.follow(plan.query, asking: query) }
      return QueryResult(
        table: ResultTable(rows, plan.query.shape, snapshot), isCancelled: false,
        unkeyedCount: executor.unkeyedCount, trail: trail.steps,
        occurrences: trail.occurrences, isSearchCut: executor.isSearchCut, plan: plan,
        profile: executor.profile, judgedUnknownCount: executor.unknownCount,
        leadingUnknowns: leadingUnknowns(plan, executor))
    } catch {
      return .cancelled(plan, executor.profile, snapshot)
    }
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

extension QueryResult {
  /// The result of a query that was stopped.
  fileprivate static func cancelled(
    _ plan: Plan, _ profile: PlanProfile, _ snapshot: Snapshot
  ) -> QueryResult {
    QueryResult(
      table: ResultTable(Rows(columns: [], count: 0), plan.query.shape, snapshot),
      isCancelled: true, unkeyedCount: 0, trail: [], occurrences: nil, isSearchCut: false,
      plan: plan, profile: profile, judgedUnknownCount: 0, leadingUnknowns: nil)
  }
}

extension Rows {
  /// Whether this says that nothing was found: no rows, or a single count of none.
  fileprivate func isEmptyAnswer(to query: BoundQuery) -> Bool {
    if count == 0 { return true }
    switch query.stages.last?.operation {
    case .count(_, let keys)? where keys.isEmpty: return columns.last?.bits == [0]
    case .group(let keys, let aggregates)? where keys.isEmpty:
      return zip(aggregates, columns).contains { aggregate, column in
        aggregate.function == .count && column.bits == [0]
      }
    default: return false
    }
  }
}
