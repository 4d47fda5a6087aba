internal import NewsSession

extension Glyphs {
  /// The characters that a terminal shows: ASCII where the user's locale says that it has no others.
  ///
  /// Where no locale is set nothing is known, and today's terminals show Unicode.
  init(environment: [String: String]) {
    let locale = ["LC_ALL", "LC_CTYPE", "LANG"].lazy.compactMap { environment[$0] }
      .first { !$0.isEmpty }
    guard let name = locale?.lowercased() else {
      self = .unicode
      return
    }
    self = name.contains("utf-8") || name.contains("utf8") ? .unicode : .ascii
  }
}
