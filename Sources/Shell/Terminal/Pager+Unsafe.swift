internal import Glibc

/// A program that shows text in pieces as long as the screen, while it runs.
///
/// It reads from a pipe and has the terminal. The settings of the terminal are put back when it has
/// ended, however it ends.
final class Pager {
  private let process: pid_t
  private var input: OpenFile?
  private let settings: termios?
  private let oldPipeHandler: sighandler_t?

  /// Starts a command line of the system's shell.
  ///
  /// A pager `less` without options of its own stops at the end of a short text, passes colours on
  /// and cuts long lines.
  init(command: String) throws(SystemError) {
    var ends: [Int32] = [-1, -1]
    // The call fills the two places that there are.
    guard unsafe pipe(&ends) == 0 else { throw SystemError.last }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    let reading = OpenFile(owning: ends[0])
    input = OpenFile(owning: ends[1])
    var current = termios()
    // The call fills `current`.
    settings = unsafe tcgetattr(STDIN_FILENO, &current) == 0 ? current : nil
    // A pager that ends early closes the pipe, which must not end this program; the old handler is
    // only kept to be set again.
    oldPipeHandler = signal(SIGPIPE, SIG_IGN)
    do throws(SystemError) {
      process = try Self.spawn(
        "LESS=\"${LESS-FRSX}\"; export LESS; \(command)", reading: ends[0])
    } catch {
      signal(SIGPIPE, oldPipeHandler)
      throw error
    }
    // Closed on this side once the child has its copy.
    withExtendedLifetime(reading) {}
  }

  private static func spawn(_ line: String, reading input: Int32) throws(SystemError) -> pid_t {
    var actions = unsafe posix_spawn_file_actions_t()
    var attributes = posix_spawnattr_t()
    var defaults = sigset_t()
    var process: pid_t = 0
    // Each of the calls reads or fills values of this frame, which outlives it; what the first two
    // make is freed at the end.
    unsafe posix_spawn_file_actions_init(&actions)
    unsafe posix_spawnattr_init(&attributes)
    defer {
      unsafe posix_spawn_file_actions_destroy(&actions)
      unsafe posix_spawnattr_destroy(&attributes)
    }
    unsafe posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO)
    unsafe sigemptyset(&defaults)
    unsafe sigaddset(&defaults, SIGPIPE)
    unsafe posix_spawnattr_setsigdefault(&attributes, &defaults)
    unsafe posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF))
    // The arguments are copies that end in NUL, freed below, and the list ends in nil.
    let command = ["sh", "-c", line]
    var arguments = unsafe command.map { unsafe strdup($0) } + [nil]
    defer { unsafe arguments.forEach { unsafe free($0) } }
    let failure = unsafe posix_spawn(
      &process, "/bin/sh", &actions, &attributes, &arguments, environ)
    guard failure == 0 else { throw SystemError(number: failure) }
    return process
  }

  /// Hands text over; false once no one reads it any more.
  func write(_ text: String) -> Bool {
    guard let input else { return false }
    do throws(SystemError) {
      try input.write(Array(text.utf8))
      return true
    } catch {
      self.input = nil
      return false
    }
  }

  /// Waits until the user is done with it, and says whether it ended as it should.
  ///
  /// One that the user stopped did.
  func end() -> Bool {
    input = nil
    var status: Int32 = 0
    // The call fills `status`.
    while unsafe waitpid(process, &status, 0) < 0 {
      if errno != EINTR { break }
    }
    // The handler is the one that was set before.
    signal(SIGPIPE, oldPipeHandler)
    if var settings {
      // The call reads `settings`.
      _ = unsafe tcsetattr(STDIN_FILENO, TCSADRAIN, &settings)
    }
    let isExit = status & 0x7f == 0
    return !isExit || status >> 8 & 0xff == 0 || Interrupt.isRequested
  }
}
