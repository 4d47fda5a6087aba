internal import Glibc
internal import NewsModel

extension Day {
  /// The day on which it is now where the program runs; by the clock of Greenwich where the zone is
  /// not known.
  static var ofToday: Day {
    var now = time(nil)
    // Both are values of this frame, and the call fills the second.
    var parts = unsafe tm()
    guard unsafe localtime_r(&now, &parts) != nil,
      let day = Day(
        year: unsafe Int(parts.tm_year) + 1900, month: unsafe Int(parts.tm_mon) + 1,
        day: unsafe Int(parts.tm_mday))
    else { return Day(number: Int32(clamping: now / 86_400)) }
    return day
  }
}
