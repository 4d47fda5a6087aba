import Foundation
import Synchronization
import Testing

@testable import NewsSession

@Suite struct ReadAheadTests {
  @Test(arguments: [(1, 1), (1, 5), (4, 1), (4, 9), (50, 3)])
  func resultsComeInOrder(_ threads: Int, _ window: Int) {
    let reading = ReadAhead(count: 200, threads: threads, window: window) { number in
      if number % 7 == 0 { Thread.sleep(forTimeInterval: 0.0005) }
      return number * number
    }
    let results = (0..<200).map { reading.result($0, unless: { false }) }
    reading.stop()
    #expect(results == (0..<200).map { $0 * $0 })
  }

  @Test func noMoreIsBegunThanTheWindowHolds() {
    let begun = Mutex(0)
    let reading = ReadAhead(count: 100, threads: 4, window: 6) { number in
      begun.withLock { $0 += 1 }
      return number
    }
    for taken in 0..<100 {
      #expect(reading.result(taken, unless: { false }) == taken)
      // One more than the window may be begun as soon as one result is taken.
      #expect(begun.withLock { $0 } <= taken + 1 + 6)
    }
    reading.stop()
    #expect(begun.withLock { $0 } == 100)
  }

  @Test func cancellingEndsTheWait() {
    let gate = DispatchSemaphore(value: 0)
    let reading = ReadAhead(count: 3, threads: 2, window: 2) { number in
      if number == 1 { gate.wait() }
      return number
    }
    #expect(reading.result(0, unless: { false }) == 0)
    var asked = 0
    let result = reading.result(1) {
      asked += 1
      return asked > 2
    }
    #expect(result == nil)
    reading.stop()
    gate.signal()
  }

  @Test func nothingToDoIsNothingToWaitFor() {
    let reading = ReadAhead(count: 0, threads: 4, window: 4) { $0 }
    #expect(reading.result(0, unless: { true }) == nil)
    reading.stop()
  }
}
