/// Says whether the user wants a query stopped.
struct Cancellation: Sendable {
  /// What is thrown where the user does.
  struct Stop: Error {}

  let isCancelled: @Sendable () -> Bool

  /// Throws where the query is to be stopped; to be asked at least every millisecond or so.
  func check() throws {
    if isCancelled() { throw Stop() }
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
