internal import Diagnostics

extension Completer {
  /// The rows that a query keeps before the test at byte `start`, which an expectation is about: those
  /// of the stages before it, and of what stands before it in its own stage.
  ///
  /// Nil where that is every row of a table, or where it has errors.
  func rows(before expectation: Expectation, at start: Int) -> BoundQuery? {
    guard !isExact, queries.indices.contains(expectation.query) else { return nil }
    var query = queries[expectation.query]
    let stage = expectation.stage + (expectation.query == 0 ? stageOffset : 0)
    let current = query.stages.indices.contains(stage) ? query.stages[stage] : nil
    query.stages = Array(query.stages.prefix(stage))
    if case .filter(let condition)? = current?.kind, case .and(let tests) = condition.kind {
      for test in tests.prefix(while: { $0.range.upper < start }) {
        query.stages.append(Stage(kind: .filter(test), range: test.range))
      }
    }
    if query.stages.isEmpty, case .table = query.source.kind { return nil }
    var binder = Binder(catalog: catalog, options: options)
    binder.isLive = true
    let whole = binder.substituted(query)
    let bound = binder.bindWhole(whole)
    return binder.hasErrors ? nil : bound
  }
}
