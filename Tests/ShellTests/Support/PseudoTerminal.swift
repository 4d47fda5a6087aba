import TerminalSupport

/// A program on a terminal of its own: a test types keys and looks at the screen.
final class PseudoTerminal {
  private(set) var screen: Screen
  private let terminal: TerminalProcess

  /// Longest wait, in seconds, for something that is to appear; only a failing test waits so long.
  private static let patience = 10

  init(
    _ program: String, _ arguments: [String] = [], environment: [String: String], folder: String,
    columns: Int = 80, rows: Int = 24
  ) throws {
    screen = Screen(columns: columns, rows: rows)
    terminal = try TerminalProcess(
      program, arguments, environment: environment, folder: folder,
      size: .init(columns: columns, rows: rows))
  }

  private var written: [UInt8] = []

  /// All that the program has written, escapes included.
  var output: String { String(decoding: written, as: UTF8.self) }

  /// Types text or keys.
  func type(_ keys: String) { terminal.type(keys) }

  /// Pastes text, in brackets where the program has asked for them.
  func paste(_ text: String) {
    type(screen.bracketsPastes ? "\u{1b}[200~\(text)\u{1b}[201~" : text)
  }

  /// Gives the terminal another size; its program is told by a signal.
  ///
  /// A terminal that says 0 does not know its size; the usual one is shown here.
  func resize(columns: Int, rows: Int) {
    screen.resize(columns: columns > 0 ? columns : 80, rows: rows > 0 ? rows : 24)
    terminal.resize(.init(columns: columns, rows: rows))
  }

  /// Sends a signal to the program.
  func send(_ signal: Int32) { terminal.process.send(signal) }

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
      if let code = terminal.process.exitCode {
        while readMore() {}
        return code
      }
      _ = readMore()
    }
    throw TimeOut(what: "the end", screen: screen.text)
  }

  /// The settings of the terminal: whether typed characters are shown, and lines edited by it.
  var isCooked: Bool { terminal.isCooked }

  /// Whether the program has ended.
  var hasEnded: Bool { terminal.process.exitCode != nil }

  /// Takes up what the program has written, and writes until it rests for a moment.
  func readAll() {
    while let bytes = terminal.read(within: 1), !bytes.isEmpty { take(bytes) }
  }

  /// Takes up what the program writes within a second; false once it has closed
  /// the terminal.
  private func readMore() -> Bool {
    guard let bytes = terminal.read() else { return false }
    take(bytes)
    return true
  }

  private func take(_ bytes: [UInt8]) {
    screen.feed(bytes)
    written += bytes
  }
}
