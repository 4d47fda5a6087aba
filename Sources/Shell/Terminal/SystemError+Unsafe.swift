internal import Glibc

/// An error number of the system.
struct SystemError: Error, Hashable {
  /// The value of `errno`.
  let number: Int32

  /// The error of the last call that failed.
  static var last: SystemError { SystemError(number: errno) }

  /// What the system says: `No such file or directory`.
  var message: String {
    // strerror gives a terminated string that lives until the next call, and is copied at once.
    unsafe String(cString: strerror(number))
  }
}
