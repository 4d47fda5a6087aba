internal import Glibc

/// What this process has used of the machine.
enum ProcessResources {
  /// Processor time of all threads, in seconds.
  static var processorTime: Double { seconds(CLOCK_PROCESS_CPUTIME_ID) }

  /// Processor time of the calling thread, in seconds.
  static var threadTime: Double { seconds(CLOCK_THREAD_CPUTIME_ID) }

  private static func seconds(_ clock: clockid_t) -> Double {
    var time = timespec()
    // The structure is ours and outlives the call.
    guard unsafe clock_gettime(clock, &time) == 0 else { return 0 }
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  /// Gives free parts of the heap back to the system, so that they do not count as memory in use.
  static func returnFreeMemory() {
    typealias Trim = @convention(c) (Int) -> Int32
    // Its header is not in Swift's module of the library; malloc_trim(3) has this type.
    guard let symbol = unsafe dlsym(nil, "malloc_trim") else { return }
    let trim = unsafe unsafeBitCast(symbol, to: Trim.self)
    _ = trim(0)
  }
}
