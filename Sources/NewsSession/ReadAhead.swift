internal import Dispatch
internal import Synchronization

/// Numbered pieces of work that several threads do and one takes the results of, in order.
///
/// No more than a fixed number of results wait to be taken, so that memory does not grow with the
/// number of pieces however fast the threads are.
final class ReadAhead<Result: Sendable>: Sendable {
  private struct State {
    var next = 0
    var isStopped = false
    var results: [Int: Result] = [:]
  }

  private let count: Int
  private let work: @Sendable (Int) -> Result
  private let state = Mutex(State())
  /// One unit for each piece that may be begun.
  private let room = DispatchSemaphore(value: 0)
  /// Signalled whenever a result is there.
  private let filled = DispatchSemaphore(value: 0)

  /// Begins `work` on the numbers below `count`, with at most `window` results at once.
  init(count: Int, threads: Int, window: Int, work: @escaping @Sendable (Int) -> Result) {
    self.count = count
    self.work = work
    for _ in 0..<max(1, window) { room.signal() }
    for _ in 0..<max(1, min(threads, count)) {
      DispatchQueue.global(qos: .userInitiated).async { self.runThread() }
    }
  }

  private func runThread() {
    while true {
      room.wait()
      let number = state.withLock { state -> Int? in
        guard !state.isStopped, state.next < count else { return nil }
        state.next += 1
        return state.next - 1
      }
      guard let number else {
        // The unit wakes the next thread that has nothing left to do.
        room.signal()
        return
      }
      let result = work(number)
      state.withLock { $0.results[number] = result }
      filled.signal()
    }
  }

  /// The result of piece `number`, each of which is taken once, in order; nil when `isCancelled`
  /// says true, which it is asked ten times a second.
  func result(_ number: Int, unless isCancelled: () -> Bool) -> Result? {
    while true {
      if isCancelled() { return nil }
      if let result = state.withLock({ $0.results.removeValue(forKey: number) }) {
        room.signal()
        return result
      }
      _ = filled.wait(timeout: .now() + .milliseconds(100))
    }
  }

  /// Lets the threads end after the pieces that they are at.
  func stop() {
    state.withLock {
      $0.isStopped = true
      $0.results = [:]
    }
    room.signal()
  }
}
