internal import NewsModel
internal import NewsStore
internal import QueryLanguage

/// The result of `count` or `distinct`.
struct Counting {
  /// The rows that were made.
  var rows: DerivedRows
  /// Rows that were left out because a key is not known.
  var unkeyedCount: Int

  /// Greatest number of periods that are filled.
  static let periodLimit = 5_000

  /// Counts rows, or distinct known values of a path, by keys.
  ///
  /// Groups come in order of count, greatest first, then of keys; where the first key is a part of
  /// a date, in order of time, then of count, then of keys. Periods between the first and the last
  /// that no row has get a row with 0 and no further keys.
  ///
  /// - Parameter limit: how many of the first rows are needed; nil for all. There may be more.
  init(
    _ rows: Rows, distinct path: BoundPath?, by keys: [BoundColumn], limit: Int?,
    snapshot: Snapshot, cancellation: Cancellation
  ) throws {
    let grouping = try Grouping(
      rows, by: keys, distinct: path, snapshot: snapshot, cancellation: cancellation)
    unkeyedCount = grouping.unkeyedCount
    let greatest = keys.first?.path.part == nil ? grouping.greatest(limit) : nil
    let groups = grouping.groups(greatest)
    let counts = greatest.map { $0.map { grouping.counts[$0] } } ?? grouping.counts
    self.rows = DerivedRows(
      columns: groups.columns + [counts.map { .integer($0) }], count: counts.count)
    guard let first = keys.first else { return }
    if let part = first.path.part, part != .weekday { fillGaps() }
    let count = Self.key(keys.count, isDescending: true)
    var order = keys.indices.map { Self.key($0, isDescending: false) }
    order.insert(count, at: first.path.part == nil ? 0 : 1)
    let ordering = try RowOrdering(
      order, of: .derived(self.rows), snapshot: snapshot, cancellation: cancellation)
    self.rows = self.rows.picked(try ordering.sorted())
  }

  /// One row a combination of known values, in order of first appearance.
  init(
    distinct columns: [BoundColumn], of rows: Rows, snapshot: Snapshot,
    cancellation: Cancellation
  ) throws {
    let grouping = try Grouping(
      rows, by: columns, distinct: nil, snapshot: snapshot, cancellation: cancellation)
    unkeyedCount = grouping.unkeyedCount
    self.rows = grouping.groups()
  }

  private static func key(_ column: Int, isDescending: Bool) -> BoundSortKey {
    let path = BoundPath(root: .column(column, then: []), type: .text, isList: false)
    return BoundSortKey(path: path, isDescending: isDescending)
  }

  private mutating func fillGaps() {
    let present = rows.columns[0].compactMap { datum -> CalendarPeriod? in
      if case .period(let period)? = datum { period } else { nil }
    }
    let ordinals = Set(present.map(\.ordinal))
    guard let part = present.first?.part, let low = ordinals.min(), let high = ordinals.max(),
      Int(high) - Int(low) < Self.periodLimit
    else { return }
    for ordinal in low...high where !ordinals.contains(ordinal) {
      rows.columns[0].append(.period(CalendarPeriod(part: part, ordinal: ordinal)))
      for column in 1..<(rows.columns.count - 1) { rows.columns[column].append(nil) }
      rows.columns[rows.columns.count - 1].append(.integer(0))
      rows.count += 1
    }
  }
}
