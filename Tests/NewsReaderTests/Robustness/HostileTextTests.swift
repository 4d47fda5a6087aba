import NewsModel
import TestSupport
import Testing

@testable import NewsReader

/// The whole reader on texts that no newspaper printed.
@Suite struct HostileTextTests {
  private static let reader = Result { try NewsReader() }

  private func read(_ text: String) throws {
    let annotated = try Self.reader.get().read(Article(id: "hostile", text: text))
    #expect(annotated.article.text == text)
    #expect(annotated.problems.isEmpty, "\(annotated.problems.prefix(3))")
  }

  /// Pieces of which a kind of hostile text is made, and what stands between them.
  struct Kind: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var pieces: [String]
    var separators: [String]
    var count = 1_500
  }

  static let kinds = [
    Kind(
      testDescription: "a sentence without an end",
      pieces: [
        "Ana", "Ruiz", "said", "that", "met", "Oslo", "and", "who", "the", "troops", "500", "of",
      ], separators: [" "], count: 10_000),
    Kind(
      testDescription: "clauses without an end",
      pieces: [
        "Ana Ruiz", "the Rural Union (RU)", ", who", ", which left", "met", "in 2019", "; he said",
        ", the envoy to Peru,", "said", "Oslo", "and",
      ], separators: [" "], count: 10_000),
    Kind(
      testDescription: "letters without spaces", pieces: ["a", "Z", "é", "ß"], separators: [""]),
    Kind(
      testDescription: "only capitals",
      pieces: ["ANA RUIZ", "MET", "NATO", "IN", "OSLO", "SAYS", "U.N.", "."],
      separators: [" ", "\n"]),
    Kind(
      testDescription: "other scripts",
      pieces: ["李明", "Мост", "القاهرة", "שלום", "東京", "ไทย", "한국", "हिन्दी", "met", "Oslo", "。"],
      separators: [" ", "", "\n"]),
    Kind(
      testDescription: "markup",
      pieces: [
        "<p>", "</p>", "<a href=\"x\">", "&amp;", "&#39;", "<script>", "var a = \"b\";",
        "</script>",
        "Ana Ruiz met Kari Berg.", "<!--", "-->",
      ], separators: ["", " "], count: 400),
    Kind(
      testDescription: "control characters",
      pieces: ["\0", "\u{1}", "\u{7f}", "\u{85}", "\u{9b}", "\u{1b}[2J", "Oslo", "said", "\r"],
      separators: ["", " "]),
    Kind(
      testDescription: "damaged characters",
      pieces: [
        String(decoding: [0xff, 0xfe], as: UTF8.self),
        String(decoding: [0xed, 0xa0, 0x80], as: UTF8.self),
        String(decoding: [0xd83d, 0x20] as [UInt16], as: UTF16.self), "Ruiz", "said", ".",
      ], separators: ["", " "]),
    Kind(
      testDescription: "nested quotes and brackets",
      pieces: ["“", "”", "‘", "’", "(", ")", "[", "]", "«", "»", "he said", "Ana Ruiz"],
      separators: ["", " "]),
    Kind(
      testDescription: "quotation marks", pieces: ["\"", "\" ", " \"", "\"\n"], separators: [""],
      count: 5_000),
    Kind(testDescription: "one word", pieces: ["attacked"], separators: [" "], count: 5_000),
    Kind(testDescription: "one name", pieces: ["Ana Ruiz"], separators: [" ", ", "], count: 3_000),
    Kind(
      testDescription: "short lines",
      pieces: ["a", "-", "Oslo", "1.", "By Ana", "Share", "“", "3"],
      separators: ["\n", "\n\n"], count: 3_000),
    Kind(
      testDescription: "huge numbers",
      pieces: [
        "99999999999999999999999999", "1e999", "-0", "1,000,000,000,000,000,000", "10.0.0.0.1",
        "9999999999 million", "trillion trillion dollars", "people", "killed", "31 February 99999",
        "in 0000", "2,2,2,2", "999999 years ago", "more than",
      ], separators: [" "]),
    Kind(
      testDescription: "marks of direction and joiners",
      pieces: [
        "\u{202e}", "\u{200d}", "\u{200b}", "\u{2066}", "\u{feff}", "\u{301}", "👨‍👩‍👧", "Ana", "met",
        "Ruiz", "🇳🇴", " ",
      ], separators: [""]),
    Kind(
      testDescription: "commas and conjunctions",
      pieces: ["Ana Ruiz", "and", ",", "Oslo", "of", "the", "'s", "-", "who", "said"],
      separators: [" ", ""]),
    Kind(
      testDescription: "stops", pieces: [".", "...", "!", "?", ";", ":", "Mr.", "U.S."],
      separators: [" ", "", "\n"]),
  ]

  @Test(arguments: kinds) func survives(_ kind: Kind) throws {
    var random = SplitMix(seed: UInt64(kind.pieces.count * 31 + kind.count))
    for count in [kind.count, 40, 7] {
      var text = ""
      for _ in 0..<count {
        text += kind.pieces.randomElement(using: &random) ?? ""
        text += kind.separators.randomElement(using: &random) ?? ""
      }
      try read(text)
    }
  }

  @Test func survivesRandomBytes() throws {
    var random = SplitMix(seed: 11)
    for _ in 0..<100 {
      let bytes = (0..<Int.random(in: 0...400, using: &random)).map { _ in
        UInt8.random(in: 0...255, using: &random)
      }
      try read(String(decoding: bytes, as: UTF8.self))
    }
  }

  @Test func survivesRandomScalars() throws {
    var random = SplitMix(seed: 12)
    for _ in 0..<100 {
      var scalars = String.UnicodeScalarView()
      for _ in 0..<Int.random(in: 0...200, using: &random) {
        let limit: UInt32 = [0x80, 0x250, 0x3000, 0x11_0000].randomElement(using: &random) ?? 0x80
        if let scalar = Unicode.Scalar(UInt32.random(in: 0..<limit, using: &random)) {
          scalars.append(scalar)
        }
      }
      try read(String(scalars))
    }
  }
}
