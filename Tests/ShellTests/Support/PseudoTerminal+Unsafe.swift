import Glibc
import Testing

/// A program on a terminal of its own: a test types keys and looks at the screen.
final class PseudoTerminal {
  private(set) var screen: Screen
  private let master: Int32
  private let process: ChildProcess

  struct TerminalError: Error { var number: Int32 }

  /// TIOCSPTLCK and TIOCGPTN: the lock and the number of a pseudo-terminal.
  private static let setLock: UInt = 0x4004_5431
  private static let getNumber: UInt = 0x8004_5430

  /// Longest wait, in seconds, for something that is to appear; only a failing test waits so long.
  private static let patience = 10

  init(
    _ program: String, _ arguments: [String] = [], environment: [String: String], folder: String,
    columns: Int = 80, rows: Int = 24
  ) throws {
    screen = Screen(columns: columns, rows: rows)
    master = unsafe open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
    var isLocked: Int32 = 0
    var number: UInt32 = 0
    // The calls read the first and fill the second.
    guard master >= 0, unsafe ioctl(master, Self.setLock, &isLocked) == 0,
      unsafe ioctl(master, Self.getNumber, &number) == 0
    else { throw TerminalError(number: errno) }
    var size = winsize(
      ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
    // The call reads `size`.
    _ = unsafe ioctl(master, UInt(TIOCSWINSZ), &size)
    process = try ChildProcess(
      program, arguments, environment: environment, folder: folder,
      streams: .terminal("/dev/pts/\(number)"))
  }

  deinit { close(master) }

  private var written: [UInt8] = []

  /// All that the program has written, escapes included.
  var output: String { String(decoding: written, as: UTF8.self) }

  /// Types text or keys.
  func type(_ keys: String) {
    var bytes = Array(keys.utf8)
    while !bytes.isEmpty {
      // The call reads at most the bytes that are there.
      let written = unsafe write(master, bytes, bytes.count)
      guard written > 0 else { return }
      bytes.removeFirst(written)
    }
  }

  /// Pastes text, in brackets where the program has asked for them.
  func paste(_ text: String) {
    type(screen.bracketsPastes ? "\u{1b}[200~\(text)\u{1b}[201~" : text)
  }

  /// Gives the terminal another size; its program is told by a signal.
  func resize(columns: Int, rows: Int) {
    screen.resize(columns: columns, rows: rows)
    var size = winsize(
      ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
    // The call reads `size`.
    _ = unsafe ioctl(master, UInt(TIOCSWINSZ), &size)
  }

  /// Sends a signal to the program.
  func send(_ signal: Int32) { process.send(signal) }

  /// Something that a test waited for and that did not come.
  struct TimeOut: Error, CustomStringConvertible {
    var what: String
    var screen: String
    var description: String { "waited for \(what); the screen is:\n\(screen)" }
  }

  /// Reads until the screen is as asked for; throws when it never is.
  func wait(for what: String, until isReached: (Screen) -> Bool) throws {
    let deadline = ContinuousClock.now + .seconds(Self.patience)
    while !isReached(screen) {
      guard ContinuousClock.now < deadline, readMore() else {
        throw TimeOut(what: what, screen: screen.text)
      }
    }
  }

  /// Waits for text anywhere on the screen.
  func wait(forText text: String) throws {
    try wait(for: "'\(text)'") { $0.text.contains(text) }
  }

  /// Waits for the cursor's row to be `row`.
  func wait(forRow row: String) throws {
    try wait(for: "row '\(row)'") { $0.cursorRow == row }
  }

  /// Waits for the program to end, and gives its exit code.
  func waitForExit() throws -> Int32 {
    let deadline = ContinuousClock.now + .seconds(Self.patience)
    while ContinuousClock.now < deadline {
      if let code = process.exitCode {
        while readMore() {}
        return code
      }
      _ = readMore()
    }
    throw TimeOut(what: "the end", screen: screen.text)
  }

  /// The settings of the terminal: whether typed characters are shown, and lines edited by it.
  var isCooked: Bool {
    var settings = termios()
    // The call fills `settings`.
    guard unsafe tcgetattr(master, &settings) == 0 else { return false }
    let flags = tcflag_t(ECHO | ICANON)
    return settings.c_lflag & flags == flags
  }

  /// Takes up what the program writes within a second; false once it has closed
  /// the terminal.
  private func readMore() -> Bool {
    var request = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
    // One request is passed, and the count says so.
    guard unsafe poll(&request, 1, 1000) > 0 else { return true }
    // The buffer has room for as many bytes as are asked for.
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    let count = unsafe read(master, &buffer, buffer.count)
    guard count > 0 else { return false }
    screen.feed(Array(buffer.prefix(count)))
    written += buffer.prefix(count)
    return true
  }
}
