internal import FoundationEssentials

/// Memory that this process has in the machine, as Linux tells it.
enum ProcessMemory {
  /// The most since the last ``resetPeak()``, in bytes; nil where the system does not tell.
  static var peak: Int? { status("VmHWM:") }

  /// What it has now, in bytes; nil where the system does not tell.
  static var now: Int? { status("VmRSS:") }

  /// Lets ``peak`` begin anew from what there is now.
  ///
  /// Returns whether the system can do that.
  static func resetPeak() -> Bool {
    // proc(5): 5 resets the peak resident set size.
    (try? "5".write(toFile: "/proc/self/clear_refs", atomically: false, encoding: .utf8)) != nil
  }

  private static func status(_ key: String) -> Int? {
    guard let text = try? String(contentsOfFile: "/proc/self/status", encoding: .utf8),
      let line = text.split(separator: "\n").first(where: { $0.hasPrefix(key) }),
      let number = line.dropFirst(key.count).split(whereSeparator: \.isWhitespace).first,
      let kilobytes = Int(number)
    else { return nil }
    return kilobytes * 1024
  }
}
