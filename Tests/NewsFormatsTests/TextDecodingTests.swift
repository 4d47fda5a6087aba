import TestSupport
import Testing

@testable import NewsFormats

@Suite struct TextDecodingTests {
  @Test(
    arguments: [
      ([0xef, 0xbb, 0xbf] + Array("Zürich".utf8), "Zürich"),
      (Array("Zürich\r\nBern\rGenf".utf8), "Zürich\nBern\nGenf"),
      ([0xff, 0xfe, 0x5a, 0, 0xfc, 0], "Zü"),
      ([0xfe, 0xff, 0, 0x5a, 0, 0xfc], "Zü"),
      ([0x5a, 0, 0x65, 0, 0x62, 0, 0x72, 0, 0x61, 0], "Zebra"),
      ([0x5a, 0xfc, 0x72, 0x69, 0x63, 0x68], "Zürich"),
      ([0x93, 0x48, 0x69, 0x94], "“Hi”"),
    ] as [([UInt8], String)])
  func recognisesTheEncoding(_ bytes: [UInt8], _ expected: String) throws {
    let text = try decodedText(bytes)
    #expect(text == expected)
  }

  @Test func repairsASingleBrokenByteInUTF8() throws {
    let bytes = Array("Łódź, Kraków, Gdańsk ".utf8) + [0xff] + Array(" Toruń".utf8)
    let text = try decodedText(bytes)
    #expect(text == "Łódź, Kraków, Gdańsk \u{fffd} Toruń")
  }

  @Test func keepsATextWithAFewControlCharacters() throws {
    let bytes = Array("\u{1b}[31mRed\u{7} text".utf8)
    let text = try decodedText(bytes)
    #expect(text == "\u{1b}[31mRed\u{7} text")
  }

  @Test func refusesWhatIsNoText() {
    #expect(throws: TextDecodingError.binary) {
      try decodedText([0x7f, 0x45, 0x4c, 0x46, 0, 0, 1])
    }
    #expect(throws: TextDecodingError.binary) { try decodedText(Array(repeating: 0x01, count: 50)) }
    #expect(throws: TextDecodingError.empty) { try decodedText([]) }
    #expect(throws: TextDecodingError.empty) { try decodedText(Array(" \n\t".utf8)) }
  }

  @Test func survivesRandomBytes() {
    var random = SplitMix(seed: 7)
    for _ in 0..<2_000 {
      let bytes = (0..<Int.random(in: 0..<64, using: &random)).map { _ in
        UInt8.random(in: .min ... .max, using: &random)
      }
      if let text = try? decodedText(bytes) { #expect(!text.utf8.contains(0)) }
    }
  }
}
