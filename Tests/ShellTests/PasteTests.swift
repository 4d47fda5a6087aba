import Testing

@testable import Shell

@Suite struct PasteTests {
  @Test(arguments: [
    ("events", "events"), ("a\rb\r", "a\nb"), ("a\r\nb\r\n", "a\nb"), ("a\nb\n\n", "a\nb"),
    ("a\tb", "a b"), ("\u{1b}[31mş\u{7}\u{0}", "[31mş"), ("\r\n", ""), ("a\n\nb", "a\n\nb"),
  ])
  func isCleaned(keys: String, text: String) {
    #expect(pasted(Array(keys.unicodeScalars)) == text)
  }
}
