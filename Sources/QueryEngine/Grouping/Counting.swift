internal import NewsModel
internal import NewsStore
internal import QueryLanguage

/// The result of `count` or `distinct`.
struct Counting {
  /// The rows that were made.
  var rows: Rows
  /// Rows that were left out because a key is not known.
  var unkeyedCount: Int

  /// Counts rows, or distinct known values of a path, by keys.
  ///
  /// Groups come in order of count, greatest first, then of keys; where the first key is a
  /// calendar period, in order of time, then of count, then of keys. Periods between the first and the last
  /// that no row has get a row with 0 and no further keys.
  ///
  /// - Parameter limit: how many of the first rows are needed; nil for all. There may be more.
  init(
    _ rows: Rows, distinct path: BoundPath?, by keys: [BoundColumn], limit: Int?,
    snapshot: Snapshot, cancellation: Cancellation
  ) throws {
    var grouping = Grouping(rows, by: keys, snapshot: snapshot, cancellation: cancellation)
    var counts: [Int]
    if let path {
      counts = try Self.distinctCounts(path, of: rows, &grouping, snapshot, cancellation)
    } else {
      try grouping.countRows()
      counts = grouping.counts
    }
    unkeyedCount = grouping.unkeyedCount
    let isByPeriod = grouping.isByPeriod
    let greatest = isByPeriod ? nil : try grouping.greatest(limit, of: counts)
    if let greatest { counts = greatest.map { counts[$0] } }
    let numbers = counts.map { Int64($0) }
    var groups = GroupedRows(
      keys: try grouping.keys(greatest), counts: numbers,
      values: [(.integers(numbers), empty: 0)], snapshot: snapshot, cancellation: cancellation)
    self.rows = try groups.rows(isByPeriod: isByPeriod)
  }

  /// One row a combination of known values, in order of first appearance.
  init(
    distinct columns: [BoundColumn], of rows: Rows, snapshot: Snapshot,
    cancellation: Cancellation
  ) throws {
    var grouping = Grouping(rows, by: columns, snapshot: snapshot, cancellation: cancellation)
    try grouping.countRows()
    unkeyedCount = grouping.unkeyedCount
    self.rows = Rows(columns: try grouping.keys(), count: grouping.counts.count)
  }

  /// Number of different known values of a path in each group.
  private static func distinctCounts(
    _ path: BoundPath, of rows: Rows, _ grouping: inout Grouping, _ snapshot: Snapshot,
    _ cancellation: Cancellation
  ) throws -> [Int] {
    let column = KeyColumn(path, of: rows, snapshot: snapshot)
    var pairs = GroupTable(domain: column.domain)
    try grouping.forEachBatch { grouping, positions in
      let groups = try grouping.groups(at: positions)
      _ = try pairs.numbers(
        of: groups, column.keys(of: rows, at: positions), rowCount: positions.count,
        cancellation: cancellation)
    }
    var counts = [Int](repeating: 0, count: grouping.counts.count)
    for pair in pairs.groups { counts[Int(pair.parent)] += 1 }
    return counts
  }
}
