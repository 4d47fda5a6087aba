internal import Glibc

/// A process that was started; it is killed when the last reference goes.
public final class ChildProcess {
  /// What it gets as standard input, output and error.
  public enum Streams {
    /// A terminal, by its path, which it owns.
    case terminal(String)
    /// Files, by their paths.
    case files(input: String, output: String, error: String)
  }

  /// The system could not start a process, or make what it was to talk through.
  public struct SpawnError: Error {
    /// The value of `errno`.
    public var number: Int32
  }

  /// POSIX_SPAWN_SETSID, which the headers show to GNU programs only.
  private static let newSession: Int16 = 0x80

  private let id: pid_t
  private var status: Int32?

  /// Starts a program in a folder, with nothing but the given variables in its environment.
  public init(
    _ program: String, _ arguments: [String], environment: [String: String], folder: String,
    streams: Streams
  ) throws {
    // Both are made and destroyed here, and the strings outlive the call that copies them.
    var actions = unsafe posix_spawn_file_actions_t()
    var attributes = posix_spawnattr_t()
    unsafe posix_spawn_file_actions_init(&actions)
    unsafe posix_spawnattr_init(&attributes)
    defer {
      unsafe posix_spawn_file_actions_destroy(&actions)
      unsafe posix_spawnattr_destroy(&attributes)
    }
    let write = O_WRONLY | O_CREAT | O_TRUNC
    switch streams {
    case .terminal(let path):
      // The first terminal that the leader of a session opens is its own.
      unsafe posix_spawn_file_actions_addopen(&actions, 0, path, O_RDWR, 0)
      unsafe posix_spawn_file_actions_adddup2(&actions, 0, 1)
      unsafe posix_spawn_file_actions_adddup2(&actions, 0, 2)
    case .files(let input, let output, let error):
      unsafe posix_spawn_file_actions_addopen(&actions, 0, input, O_RDONLY, 0)
      unsafe posix_spawn_file_actions_addopen(&actions, 1, output, write, 0o600)
      unsafe posix_spawn_file_actions_addopen(&actions, 2, error, write, 0o600)
    }
    var signals = sigset_t()
    unsafe sigfillset(&signals)
    unsafe posix_spawnattr_setsigdefault(&attributes, &signals)
    // A thread of the tests may hold signals back, and a process inherits that.
    unsafe sigemptyset(&signals)
    unsafe posix_spawnattr_setsigmask(&attributes, &signals)
    let flags = Self.newSession | Int16(POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK)
    unsafe posix_spawnattr_setflags(&attributes, flags)
    // The shell goes to the folder and becomes the program.
    let command = ["/bin/sh", "-c", "cd \"$0\" && exec \"$@\"", folder, program] + arguments
    var argv = unsafe command.map { unsafe strdup($0) } + [nil]
    var envp = unsafe environment.map { unsafe strdup("\($0)=\($1)") } + [nil]
    defer { unsafe (argv + envp).forEach { unsafe free($0) } }
    var child: pid_t = 0
    let number = unsafe posix_spawn(&child, command[0], &actions, &attributes, &argv, &envp)
    guard number == 0 else { throw SpawnError(number: number) }
    id = child
  }

  deinit {
    guard status == nil else { return }
    kill(id, SIGKILL)
    wait(for: 0)
  }

  /// Sends it a signal.
  public func send(_ signal: Int32) { kill(id, signal) }

  /// Its exit code once it has ended, 128 and the number for a signal; nil while it runs.
  public var exitCode: Int32? {
    if status == nil { wait(for: WNOHANG) }
    return status.map { $0 & 0x7f == 0 ? ($0 >> 8) & 0xff : 128 + ($0 & 0x7f) }
  }

  /// Waits for its end.
  public func waitForExit() -> Int32 {
    wait(for: 0)
    return exitCode ?? -1
  }

  private func wait(for flags: Int32) {
    guard status == nil else { return }
    var result: Int32 = 0
    // `result` is filled by the call.
    if unsafe waitpid(id, &result, flags) == id { status = result }
  }
}

/// Makes a pipe that has a path.
public func makeNamedPipe(at path: String) throws {
  // The call copies the path.
  guard unsafe mkfifo(path, 0o600) == 0 else { throw ChildProcess.SpawnError(number: errno) }
}
