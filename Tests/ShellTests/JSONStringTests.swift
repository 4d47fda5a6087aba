import Testing

@testable import Shell

@Suite struct JSONStringTests {
  @Test(arguments: [
    "", "events", "actor = \"Ayşe\"", "two\nrows\tand \\ back", "\u{1b}[31m\u{0}\u{7f}\u{85}",
    "\u{2028}", "😀 東京", "e\u{301}",
  ])
  func comesBack(text: String) {
    let json = jsonString(text)
    #expect(json.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0 != "\u{2028}" })
    #expect(decodedJSONString(Array(json.utf8)) == text)
  }

  @Test(arguments: [
    (#""\u00e9\/\b\f""#, "é/\u{8}\u{c}"), (#""\ud83d\ude00""#, "😀"),
  ])
  func readsEscapes(json: String, text: String) {
    #expect(decodedJSONString(Array(json.utf8)) == text)
  }

  @Test(arguments: [
    "", "\"", "events", "\"open", "\"a\"b\"", #""\x""#, #""\u12""#, #""\ud83d""#,
    #""\ud83d\u0041""#,
    #""\ude00""#, "\"a\u{1}\"", #""\""#, #""\u+123""#,
  ])
  func refuses(json: String) {
    #expect(decodedJSONString(Array(json.utf8)) == nil)
  }

  @Test func refusesBrokenUTF8() {
    #expect(decodedJSONString([0x22, 0xff, 0x22]) == nil)
  }
}
