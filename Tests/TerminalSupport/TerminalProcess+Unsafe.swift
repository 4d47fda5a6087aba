internal import Glibc

/// A program on a terminal of its own, whose other end is held here.
public final class TerminalProcess {
  /// Columns and rows of a terminal.
  public struct Size: Sendable, Hashable {
    /// Columns.
    public var columns: Int
    /// Rows.
    public var rows: Int

    /// A size.
    public init(columns: Int = 80, rows: Int = 24) {
      self.columns = columns
      self.rows = rows
    }

    fileprivate var system: winsize {
      winsize(
        ws_row: UInt16(clamping: rows), ws_col: UInt16(clamping: columns), ws_xpixel: 0,
        ws_ypixel: 0)
    }
  }

  private let master: Int32
  /// The program.
  public let process: ChildProcess

  /// TIOCSPTLCK and TIOCGPTN: the lock and the number of a pseudo-terminal.
  private static let setLock: UInt = 0x4004_5431
  private static let getNumber: UInt = 0x8004_5430

  /// Starts a program on a new terminal.
  ///
  /// - Throws: ``ChildProcess/SpawnError`` where there is no terminal or no program.
  public init(
    _ program: String, _ arguments: [String] = [], environment: [String: String], folder: String,
    size: Size = Size()
  ) throws {
    master = unsafe open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
    var isLocked: Int32 = 0
    var number: UInt32 = 0
    // The calls read the first and fill the second.
    guard master >= 0, unsafe ioctl(master, Self.setLock, &isLocked) == 0,
      unsafe ioctl(master, Self.getNumber, &number) == 0
    else { throw ChildProcess.SpawnError(number: errno) }
    var size = size.system
    // The call reads `size`.
    _ = unsafe ioctl(master, UInt(TIOCSWINSZ), &size)
    process = try ChildProcess(
      program, arguments, environment: environment, folder: folder,
      streams: .terminal("/dev/pts/\(number)"))
  }

  deinit { close(master) }

  /// Types text or keys.
  public func type(_ keys: String) {
    var bytes = Array(keys.utf8)
    while !bytes.isEmpty {
      // The call reads at most the bytes that are there.
      let written = unsafe write(master, bytes, bytes.count)
      guard written > 0 else { return }
      bytes.removeFirst(written)
    }
  }

  /// Gives the terminal another size; its program is told by a signal.
  public func resize(_ size: Size) {
    var size = size.system
    // The call reads `size`.
    _ = unsafe ioctl(master, UInt(TIOCSWINSZ), &size)
  }

  /// Whether typed characters are shown, and lines edited, by the terminal.
  public var isCooked: Bool {
    var settings = termios()
    // The call fills `settings`.
    guard unsafe tcgetattr(master, &settings) == 0 else { return false }
    let flags = tcflag_t(ECHO | ICANON)
    return settings.c_lflag & flags == flags
  }

  /// What the program writes within some milliseconds: empty where it writes nothing, nil once it has
  /// closed the terminal.
  public func read(within milliseconds: Int32 = 1000) -> [UInt8]? {
    var request = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
    // One request is passed, and the count says so.
    guard unsafe poll(&request, 1, milliseconds) > 0 else { return [] }
    // The buffer has room for as many bytes as are asked for.
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    let count = unsafe Glibc.read(master, &buffer, buffer.count)
    return count > 0 ? Array(buffer.prefix(count)) : nil
  }
}
