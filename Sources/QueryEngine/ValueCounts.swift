public import NewsModel
public import NewsStore
public import QueryLanguage

/// How often the values of a field occur among the rows that a query gives.
public struct ValueCounts: Sendable {
  /// Rows of the query.
  public let rowCount: Int
  /// How many of them hold each value, by its code or row number.
  public let counts: [UInt32]
  /// How many rows a count stands for: 1, or more where the rows were so many that only a part of
  /// them was looked at.
  public let scale: Int

  /// How many rows hold the value with this code or row number; about, where ``scale`` is not 1.
  public subscript(key: UInt32) -> Int {
    Int(key) < counts.count ? Int(counts[Int(key)]) * scale : 0
  }

  /// Most rows that are looked at.
  private static let rowLimit = 60_000

  /// Counts the values of `field` among the rows of `query`; nil where the rows are not of the
  /// field's table, where the field holds neither codes nor references, or where it was cancelled.
  ///
  /// - Parameter isCancelled: is asked many times a second.
  /// - Complexity: That of the query, and O(*rows* + *values*).
  public init?(
    of field: FieldID, in query: BoundQuery, planner: Planner, on snapshot: Snapshot,
    isCancelled: @escaping @Sendable () -> Bool
  ) {
    let cancellation = Cancellation(isCancelled: isCancelled)
    var answers = SubqueryAnswers(planner: planner, snapshot: snapshot, cancellation: cancellation)
    var executor = Executor(snapshot: snapshot, cancellation: cancellation)
    guard let replaced = try? answers.replaced(query),
      let rows = try? executor.rows(planner.plan(replaced)), let base = rows.base,
      base.table == field.table
    else { return nil }
    if isCancelled() { return nil }
    rowCount = base.selection.count
    let step = max(1, base.selection.count / Self.rowLimit)
    scale = step
    var counts: [UInt32] = []
    func add(_ key: UInt32) {
      if Int(key) >= counts.count {
        counts += repeatElement(0, count: max(1024, Int(key) + 1 - counts.count, counts.count))
      }
      counts[Int(key)] += 1
    }
    func forEachRow(_ body: (Int) -> Void) {
      for position in stride(from: 0, to: base.selection.count, by: step) {
        body(Int(base.selection[position]))
      }
    }
    switch snapshot.column(field) {
    case .codes(let column):
      forEachRow { if column.codes[$0] != StringPool.unknown { add(column.codes[$0]) } }
    case .references(let column):
      forEachRow { if column.rows[$0] != ReferenceColumn.unknown { add(column.rows[$0]) } }
    case .codeLists(let column), .referenceLists(let column):
      forEachRow { for value in column.values(ofRow: $0) { add(value) } }
    case .dates, .integers, .numbers, .slices: return nil
    }
    self.counts = counts
  }
}
