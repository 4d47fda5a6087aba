internal import Synchronization

/// Says whether the user wants a query stopped, and takes down how much of it is done.
struct Cancellation: Sendable {
  /// What is thrown where the user does.
  struct Stop: Error {}

  let isCancelled: @Sendable () -> Bool
  private let rows: RowProgress

  /// Asks `isCancelled`, and tells `progress` of the rows that were looked at and that are known to
  /// be looked at in all.
  init(
    isCancelled: @escaping @Sendable () -> Bool,
    progress: @escaping @Sendable (_ done: Int, _ total: Int) -> Void = { _, _ in }
  ) {
    self.isCancelled = isCancelled
    rows = RowProgress(report: progress)
  }

  /// Throws where the query is to be stopped; to be asked at least every millisecond or so.
  func check() throws {
    if isCancelled() { throw Stop() }
  }

  /// Takes down that so many more rows will be looked at.
  func expect(_ count: Int) { rows.expect(count) }

  /// Takes down that so many rows are about to be looked at; throws where the query is to be
  /// stopped.
  func checkBefore(lookingAt count: Int) throws {
    rows.add(count)
    try check()
  }
}

/// Counts rows for a query, whose parts all share it.
private final class RowProgress: Sendable {
  private let done = Atomic(0)
  private let total = Atomic(0)
  private let report: @Sendable (Int, Int) -> Void

  init(report: @escaping @Sendable (Int, Int) -> Void) { self.report = report }

  func expect(_ count: Int) { total.wrappingAdd(count, ordering: .relaxed) }

  func add(_ count: Int) {
    let sum = done.wrappingAdd(count, ordering: .relaxed).newValue
    report(sum, total.load(ordering: .relaxed))
  }
}

/// Asks whether to stop after every so much work, however it is spread.
struct WorkCount {
  private let cancellation: Cancellation
  private var work = 0

  /// No work yet.
  init(_ cancellation: Cancellation) { self.cancellation = cancellation }

  /// Adds to the work, in units of some nanoseconds, and throws where the query is to be stopped.
  @inline(__always)
  mutating func spend(_ units: Int) throws {
    work += units + 1
    if work > 1 << 14 {
      work = 0
      try cancellation.check()
    }
  }
}
