internal import CLibEdit
internal import Glibc

/// The time between two letters that are typed for an audience; any key does away with it.
///
/// While it lives the terminal shows no keys and hands each over at once; its settings come back with
/// ``end()``.
struct TypingPace {
  private var original: termios?
  private let milliseconds: Int32
  /// Whether a key has come.
  private(set) var isHastened = false

  /// A pace on standard input; where that is no terminal there is no waiting.
  init(milliseconds: Int32) {
    self.milliseconds = milliseconds
    var settings = termios()
    // The calls fill and read `settings`, which outlives them.
    guard unsafe tcgetattr(STDIN_FILENO, &settings) == 0 else {
      isHastened = true
      return
    }
    original = settings
    settings.c_lflag &= ~tcflag_t(ICANON | ECHO)
    _ = unsafe tcsetattr(STDIN_FILENO, TCSANOW, &settings)
  }

  /// Waits for the next letter's turn; not any more once a key has come, which is swallowed.
  mutating func wait() {
    guard !isHastened, cle_has_input(milliseconds) != 0 else { return }
    _ = try? OpenFile.input.read(upTo: 256)
    isHastened = true
  }

  /// Gives the terminal its settings back.
  mutating func end() {
    guard var original else { return }
    // The call reads `original`, which outlives it.
    _ = unsafe tcsetattr(STDIN_FILENO, TCSANOW, &original)
    self.original = nil
  }
}
