internal import NewsModel
internal import NewsStore
internal import QueryLanguage

/// Finds what came after what.
struct Sequencer {
  private let sequence: BoundSequence
  private let snapshot: Snapshot
  private let cancellation: Cancellation
  /// The rows that may follow, by first day and then in their order.
  private let candidates: [UInt32]
  /// First day of each candidate.
  private let days: [Int32]
  private let shared: SharedValues

  /// Finds rows among `others` that follow.
  ///
  /// - Complexity: O(*m* log *m*) in rows and the combinations of values that they share.
  init(
    _ sequence: BoundSequence, of others: Rows, snapshot: Snapshot, cancellation: Cancellation
  ) throws {
    self.sequence = sequence
    self.snapshot = snapshot
    self.cancellation = cancellation
    let dates = try Self.column(sequence.otherDate, of: others, snapshot, cancellation).days
    guard let rows = others.base?.selection else {
      (candidates, days) = ([], [])
      shared = SharedValues(cancellation: cancellation)
      return
    }
    let positions = (0..<others.count).filter {
      dates.first[$0] <= dates.last[$0] && dates.first[$0] != DateColumn.openFirst
    }
    let order = try positions.sorted(checking: cancellation) {
      (dates.first[$0], $0) < (dates.first[$1], $1)
    }
    candidates = order.map { rows[$0] }
    days = order.map { dates.first[$0] }
    let columns = try sequence.shared.map {
      try Self.column($0.other, of: others, snapshot, cancellation)
    }
    let batch = RowBatch.list(order.map { UInt32($0) }[...])
    shared = try SharedValues(
      columns.map { $0.picked(batch) }, count: order.count, cancellation: cancellation)
  }

  private static func column(
    _ path: BoundPath, of rows: Rows, _ snapshot: Snapshot, _ cancellation: Cancellation
  ) throws -> ComputedColumn {
    try ExpressionKernel.path(PathKernel(path, of: rows, snapshot: snapshot))
      .column(of: rows, cancellation: cancellation)
  }

  /// The rows that another follows, with `next` and `gap`, or where negated those that none
  /// follows; and the number of rows left out because their last day is not known.
  func rows(following rows: Rows) throws -> (rows: Rows, unknownCount: Int) {
    let dates = try Self.column(sequence.date, of: rows, snapshot, cancellation).days
    let values = try shared.values(
      of: sequence.shared.map { try Self.column($0.path, of: rows, snapshot, cancellation) },
      count: rows.count)
    var unknownCount = 0
    var kept: [UInt32] = []
    var next: [UInt32] = []
    var gaps: [Int64] = []
    for position in 0..<rows.count {
      if position % 64 == 0 { try cancellation.check() }
      let last = dates.last[position]
      guard dates.first[position] <= last, last != DateColumn.openLast else {
        unknownCount += 1
        continue
      }
      let limit = limit(after: last)
      let found = try shared.earliest(sharedWith: position, of: values, days, after: last)
      guard let found, days[found] <= limit else {
        if sequence.isNegated { kept.append(UInt32(position)) }
        continue
      }
      if sequence.isNegated { continue }
      kept.append(UInt32(position))
      next.append(candidates[found])
      gaps.append(Int64(days[found]) - Int64(last))
    }
    let picked = try rows.picked(.list(kept), checking: cancellation)
    if sequence.isNegated { return (picked, unknownCount) }
    let columns: [ComputedColumn] = [
      .references(next, sequence.query.shape.table ?? .events), .integers(gaps),
    ]
    return (picked.adding(columns), unknownCount)
  }

  /// The last day on which something that follows may begin.
  private func limit(after day: Int32) -> Int32 {
    guard let span = sequence.span else { return Int32.max }
    return Day(number: day).advanced(by: span.count, span.unit)?.number ?? Int32.max
  }
}

extension ComputedColumn {
  /// The first and last days of dates and periods, unknown as a `DateColumn` has it.
  var days: (first: [Int32], last: [Int32]) {
    switch self {
    case .dates(let first, let last): return (first, last)
    case .periods(let ordinals, let part):
      var memo: [Int32: (first: Int32, last: Int32)] = [
        Self.unknownPeriod: (DateColumn.openLast, DateColumn.openFirst)
      ]
      let ends = ordinals.map { ordinal in
        if let known = memo[ordinal] { return known }
        let days = CalendarPeriod(part: part, ordinal: ordinal).interval?.ends
        let ends = days ?? (DateColumn.openLast, DateColumn.openFirst)
        memo[ordinal] = ends
        return ends
      }
      return (ends.map(\.first), ends.map(\.last))
    default:
      return (
        [Int32](repeating: DateColumn.openLast, count: count),
        [Int32](repeating: DateColumn.openFirst, count: count)
      )
    }
  }

  /// The first days of dates and periods; `DateColumn.openFirst` where unknown or open.
  var firstDays: [Int32] {
    let (first, last) = days
    return RowBatch.run(0..<count).map(first, last, DateColumn.openFirst) {
      $0 > $1 ? DateColumn.openFirst : $0
    }
  }
}
