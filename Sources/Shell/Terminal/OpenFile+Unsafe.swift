internal import Glibc

/// An open file; it is closed when the last reference goes, unless it is a standard one.
final class OpenFile: Sendable {
  /// What kind of file it is and where it lies.
  struct Status {
    /// Whether it is a plain file, rather than a folder, pipe or device.
    var isRegular: Bool
    /// Who may read, write and run it.
    var permissions: mode_t
    /// Its length in bytes.
    var size: Int
    /// Device and number, the same for every path to the file.
    var identity: Identity
  }

  /// Device and number of a file.
  struct Identity: Hashable {
    /// The device.
    var device: UInt
    /// The number on the device.
    var number: UInt
  }

  private let descriptor: Int32
  private let isOwned: Bool

  /// Standard input.
  static let input = OpenFile(standard: STDIN_FILENO)

  /// An open file that is not closed.
  init(standard descriptor: Int32) {
    self.descriptor = descriptor
    isOwned = false
  }

  /// An open file that is closed when the last reference goes.
  init(owning descriptor: Int32) {
    self.descriptor = descriptor
    isOwned = true
  }

  /// Opens the file at `path`, by default for reading.
  ///
  /// A path that holds NUL is an error, since the system would cut it short. A named pipe is opened
  /// without waiting for its other end.
  init(_ path: String, flags: Int32 = O_RDONLY, mode: mode_t = 0o600) throws(SystemError) {
    guard !path.utf8.contains(0) else { throw SystemError(number: EINVAL) }
    // The call copies the path.
    descriptor = unsafe open(path, flags | O_CLOEXEC, mode)
    isOwned = true
    if descriptor < 0 { throw SystemError.last }
  }

  deinit { if isOwned && descriptor >= 0 { close(descriptor) } }

  /// Whether it is a terminal.
  var isTerminal: Bool { isatty(descriptor) == 1 }

  /// Kind, size and identity.
  func status() throws(SystemError) -> Status {
    var info = stat()
    // The call fills `info`, which outlives it.
    guard unsafe fstat(descriptor, &info) == 0 else { throw SystemError.last }
    return Status(
      isRegular: info.st_mode & S_IFMT == S_IFREG, permissions: info.st_mode & 0o777,
      size: Int(info.st_size),
      identity: Identity(device: UInt(info.st_dev), number: UInt(info.st_ino)))
  }

  /// The next bytes, at most `count`; empty at the end.
  ///
  /// A signal that comes first is the error `EINTR`.
  func read(upTo count: Int) throws(SystemError) -> [UInt8] {
    var failure: SystemError?
    // The buffer has room for `count` bytes, and only those that were read are taken over.
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      let result = unsafe Glibc.read(descriptor, buffer.baseAddress, count)
      if result < 0 { failure = SystemError.last }
      filled = max(0, result)
    }
    if let failure { throw failure }
    return bytes
  }

  /// The rest of the file; nil where it is longer than `limit` bytes.
  func readAll(limit: Int) throws(SystemError) -> [UInt8]? {
    var bytes: [UInt8] = []
    while true {
      let part = try read(upTo: 1 << 16)
      if part.isEmpty { return bytes }
      bytes += part
      if bytes.count > limit { return nil }
    }
  }

  /// Goes to byte `offset` from the start.
  func seek(to offset: Int) throws(SystemError) {
    guard lseek(descriptor, offset, SEEK_SET) >= 0 else { throw SystemError.last }
  }

  /// Writes all of `bytes`, in one go where the system can.
  func write(_ bytes: [UInt8]) throws(SystemError) {
    var start = 0
    while start < bytes.count {
      let rest = bytes.count - start
      // The buffer holds `rest` bytes from `start` on.
      let result = unsafe bytes.withUnsafeBytes { buffer in
        unsafe Glibc.write(descriptor, buffer.baseAddress.map { unsafe $0 + start }, rest)
      }
      if result >= 0 {
        start += result
      } else if errno == EAGAIN {
        waitUntilWritable()
      } else if errno != EINTR {
        throw SystemError.last
      }
    }
  }

  private func waitUntilWritable() {
    var request = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
    // One request is passed, and the count says so.
    _ = unsafe poll(&request, 1, -1)
  }

  /// Waits until no other program holds the lock of the file, and takes it until it is closed.
  func lock() throws(SystemError) {
    while flock(descriptor, LOCK_EX) != 0 {
      if errno != EINTR { throw SystemError.last }
    }
  }

  /// Makes the system write to the disk what it holds.
  func synchronize() { fsync(descriptor) }

  /// Gives the file at `old` the name `new`, in place of the file that has it.
  static func rename(_ old: String, to new: String) throws(SystemError) {
    // The call reads both paths while it runs.
    guard unsafe Glibc.rename(old, new) == 0 else { throw SystemError.last }
  }
}
