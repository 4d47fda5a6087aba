internal import CLibEdit

/// The wish of the user to stop, told with Ctrl-C.
enum Interrupt {
  /// Whether Ctrl-C came since it was last cleared.
  static var isRequested: Bool { cle_interrupted() != 0 }

  /// Forgets an earlier Ctrl-C.
  static func clear() { cle_clear_interrupt() }

  /// Makes Ctrl-C a request rather than the end of the program.
  ///
  /// - Parameter once: whether a second one ends the program.
  static func `catch`(once: Bool) { cle_catch_interrupt(once ? 1 : 0) }
}
