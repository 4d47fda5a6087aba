import Diagnostics
import Testing

@Suite struct VisibleTextTests {
  @Test(arguments: [
    ("Zürich 李明 👨‍👩‍👧", "Zürich 李明 👨‍👩‍👧"),
    ("a\u{1b}[31mb", "a␛[31mb"),
    ("a\tb\nc\0", "a b␊c␀"),
    ("\u{9b}31m", "‹U+9B›31m"),
    ("user\u{202e}txt.exe", "user‹U+202E›txt.exe"),
    ("\u{2066}x\u{2069}", "‹U+2066›x‹U+2069›"),
  ])
  func marks(_ text: String, _ expected: String) {
    #expect(visible(text) == expected)
  }

  @Test(arguments: [("abc", 3), ("李明", 4), ("e\u{301}", 1), ("👍", 2), ("dateline›", 9), ("", 0)])
  func measuresColumns(_ text: String, _ width: Int) {
    #expect(displayWidth(text) == width)
  }
}
