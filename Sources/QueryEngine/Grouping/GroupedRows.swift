internal import NewsModel
internal import NewsStore
internal import QueryLanguage

/// Puts groups in order, one row a group.
struct GroupedRows {
  /// Greatest number of periods that are filled.
  static let periodLimit = 5_000

  /// The keys of each group, column by column.
  var keys: [ComputedColumn]
  /// Number of rows of each group, or whatever else they are ordered by.
  var counts: [Int64]
  /// Further columns, and the bits of what stands in them in a period without rows.
  var values: [(column: ComputedColumn, empty: Int64)]
  let snapshot: Snapshot
  let cancellation: Cancellation

  /// The rows: keys, then values.
  ///
  /// Greatest counts come first, then the keys in order. Where the groups are those of calendar
  /// periods they come in order of time, then of count, then of keys; periods between the first and
  /// the last that no row has get a row without further keys.
  ///
  /// - Parameter isByPeriod: whether the first key is a calendar period.
  mutating func rows(isByPeriod: Bool) throws -> Rows {
    if isByPeriod { fillGaps() }
    let columns = keys + values.map(\.column)
    guard !keys.isEmpty else { return Rows(columns: columns, count: counts.count) }
    let all = Rows(columns: columns + [.integers(counts)], count: counts.count)
    let count = Self.key(columns.count, isDescending: true)
    var order = keys.indices.map { Self.key($0, isDescending: false) }
    order.insert(count, at: isByPeriod ? 1 : 0)
    let ordering = try RowOrdering(
      order, of: all, snapshot: snapshot, cancellation: cancellation)
    return try Rows(columns: columns, count: counts.count).picked(
      .list(ordering.sorted()), checking: cancellation)
  }

  private static func key(_ column: Int, isDescending: Bool) -> BoundSortKey {
    let path = BoundPath(root: .column(column, then: []), type: .text, isList: false)
    return BoundSortKey(path: path, isDescending: isDescending)
  }

  private mutating func fillGaps() {
    guard case .periods(let ordinals, let part)? = keys.first, part != .weekday else { return }
    let missing = Self.gaps(ordinals)
    if missing.isEmpty { return }
    keys = keys.enumerated().map { place, column in
      column.appending(
        missing.map { place == 0 ? Int64($0) : ComputedColumn.unknownBits })
    }
    values = values.map { column, empty in
      (column.appending(missing.map { _ in empty }), empty)
    }
    counts += missing.map { _ in 0 }
  }

  /// The places between the first and the last of some periods that are not among them, unless
  /// they are too many.
  static func gaps(_ ordinals: [Int32]) -> [Int32] {
    let present = Set(ordinals)
    guard let low = present.min(), let high = present.max(), low != ComputedColumn.unknownPeriod,
      Int(high) - Int(low) < periodLimit
    else { return [] }
    return (low...high).filter { !present.contains($0) }
  }
}

extension ComputedColumn {
  /// The column with further rows, given by their bits; of lists with empty ones.
  fileprivate func appending(_ more: [Int64]) -> ComputedColumn {
    if case .lists(let offsets, let elements) = self {
      return .lists(offsets: offsets + more.map { _ in offsets.last ?? 0 }, elements)
    }
    return ComputedColumn(kind, bits: bits + more, texts: texts)
  }
}
