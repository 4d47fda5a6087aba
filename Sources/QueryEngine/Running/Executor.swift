internal import NewsModel
internal import NewsStore
internal import QueryLanguage

/// Runs the parts of a plan one after another.
struct Executor {
  let snapshot: Snapshot
  let cancellation: Cancellation
  /// Rows that filters could not judge; those of a source that not all rows were read of left out.
  private(set) var unknownCount = 0
  /// Rows that passed the filters of the source.
  private(set) var sourceRowCount = 0
  /// Whether the filters of the source have judged every row of its table.
  private(set) var readsAllRows = false
  /// Rows that `count` and `distinct` left out.
  private(set) var unkeyedCount = 0

  init(snapshot: Snapshot, cancellation: Cancellation) {
    self.snapshot = snapshot
    self.cancellation = cancellation
  }

  // MARK: Source

  /// The rows of a source that pass its filters, in table order.
  mutating func rows(_ source: TableAccess) throws -> Rows {
    let candidates = Candidates(source.access, of: source.table, in: snapshot)
    var filter = try filter(source, candidates.count)
    var selections = try candidates.selections.map { try filter.passing($0) }
    if selections.count != 1 { selections = [.list(selections.flatMap(\.rows)[...])] }
    if source.access.isScan {
      readsAllRows = true
      unknownCount += filter.unknownCount
    }
    sourceRowCount = selections[0].count
    return .table(source.table, selections[0])
  }

  /// The first rows of a source by its main date, read from one end of the table.
  mutating func top(
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
    return try top(keys, count: count, .table(source.table, .list(rows)))
  }

  private func filter(_ source: TableAccess, _ count: Int) throws -> RowFilter {
    try RowFilter(
      source.filters.map(\.condition), rowCount: count, snapshot: snapshot,
      cancellation: cancellation)
  }

  // MARK: Steps

  /// The rows after a step.
  mutating func rows(after operation: PlanOperation, _ rows: Rows) throws -> Rows {
    switch operation {
    case .filter(let condition): return try filtered(rows, condition)
    case .search(let search):
      return try TextSearcher(snapshot: snapshot, cancellation: cancellation).rows(search, rows)
    case .sort(let keys): return rows.picked(try ordering(keys, rows).sorted())
    case .top(let keys, let count, _): return try top(keys, count: count, rows)
    case .take(let count): return rows.prefix(count)
    case .skip(let count): return rows.dropFirst(count)
    case .show: return rows
    case .count(let path, let keys, let limit):
      let counting = try Counting(
        rows, distinct: path, by: keys, limit: limit, snapshot: snapshot,
        cancellation: cancellation)
      unkeyedCount += counting.unkeyedCount
      return .derived(counting.rows)
    case .distinct(let columns):
      let counting = try Counting(
        distinct: columns, of: rows, snapshot: snapshot, cancellation: cancellation)
      unkeyedCount += counting.unkeyedCount
      return .derived(counting.rows)
    case .follow(let table): return try followed(rows, table)
    case .add, .group, .crosstab, .sample, .subset, .followed:
      preconditionFailure("this stage cannot be run yet")
    }
  }

  private func ordering(_ keys: [BoundSortKey], _ rows: Rows) throws -> RowOrdering {
    try RowOrdering(keys, of: rows, snapshot: snapshot, cancellation: cancellation)
  }

  private func top(_ keys: [BoundSortKey], count: Int, _ rows: Rows) throws -> Rows {
    rows.picked(try ordering(keys, rows).first(max(0, count)))
  }

  private mutating func filtered(_ rows: Rows, _ condition: BoundCondition) throws -> Rows {
    switch rows {
    case .table(let table, let selection):
      var filter = try RowFilter(
        [condition], rowCount: selection.count, snapshot: snapshot, cancellation: cancellation)
      let passing = try filter.passing(selection)
      unknownCount += filter.unknownCount
      return .table(table, passing)
    case .derived(let derived):
      let judge = DerivedCondition(snapshot: snapshot, rows: derived, cancellation: cancellation)
      var kept: [Int] = []
      for row in 0..<derived.count {
        if row % 256 == 0 { try cancellation.check() }
        switch judge.truth(condition, row: row) {
        case Truth.yes: kept.append(row)
        case Truth.unknown: unknownCount += 1
        default: break
        }
      }
      return .derived(derived.picked(kept))
    }
  }

  /// Rows of another table; derived rows lead on from the rows that their first column of
  /// references names.
  private func followed(_ rows: Rows, _ target: Table) throws -> Rows {
    let follower = LinkFollower(snapshot: snapshot, cancellation: cancellation)
    switch rows {
    case .table(let source, let selection):
      return .table(target, try follower.rows(from: source, selection, to: target))
    case .derived(let derived):
      for column in derived.columns {
        let references = column.compactMap { datum -> (Table, UInt32)? in
          if case .reference(let table, let row)? = datum { (table, row) } else { nil }
        }
        guard let source = references.first?.0 else { continue }
        return .table(
          target, try follower.rows(from: source, .list(references.map(\.1)), to: target))
      }
      return .table(target, .list([]))
    }
  }
}
