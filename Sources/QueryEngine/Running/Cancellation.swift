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
