import NewsModel
import Testing

@testable import NewsFormats

@Suite struct PageMarkupTests {
  @Test(arguments: [
    "javascript:alert(1)", " https://a.example", "data:text/html,x", "file:///etc/passwd", "//a",
    "JaVaScRiPt:alert(1)", "", "ftp://a.example", "java\nscript:alert(1)", "httpsx://a",
  ])
  func otherAddressesAreNoLinks(_ url: String) { #expect(PageMarkup.address(url) == nil) }

  @Test func addressesOfTheWebAreKept() {
    #expect(
      PageMarkup.address("https://a.example/x?y=1&z=%20#q") == "https://a.example/x?y=1&amp;z=%20#q"
    )
    #expect(
      PageMarkup.address("HTTP://a.example/\"><b>é\n") == "HTTP://a.example/%22%3E%3Cb%3E%C3%A9%0A")
  }

  @Test func marksNestAndNeverCross() {
    typealias Passage = PageEvidence.Passage
    func marked(_ text: String, _ marks: [(String, Int, Int)]) -> String {
      PageEvidenceMarkup.marked(
        Passage(
          text: text,
          marks: marks.map { .init(labels: [$0.0], range: TextRange($0.1, $0.2)) })
      ).replacing(/<mark class="m-([a-z]+)"[^>]*>/) { "[\($0.1) " }
        .replacing("</mark>", with: "]")
    }
    #expect(
      marked("Ada met <Carl>", [("actor", 0, 3), ("action", 4, 7), ("target", 8, 14)])
        == "[actor Ada] [action met] [target &lt;Carl&gt;]")
    #expect(
      marked("abcdef", [("quote", 0, 6), ("actor", 1, 3), ("place", 2, 5)])
        == "[action a[actor bc]def]")
    #expect(marked("abc", [("actor", -1, 2), ("actor", 2, 9), ("actor", 1, 1)]) == "abc")
  }

  @Test func longTextsEnd() {
    let text = String(repeating: "é", count: 4_000)
    #expect(text.shortened(to: 10) == String(repeating: "é", count: 10) + "…")
    #expect("éé".shortened(to: 2) == "éé")
    let passage = PageEvidence.Passage(text: text)
    #expect(PageEvidenceMarkup.marked(passage).utf8.count < 2_010)
  }

  @Test(arguments: [
    (0, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    (3, "9834876dcfb05cb167a5c24953eba58c4ac89b1adf57f28f2f9d09af107ee8f0"),
    (55, "9f4390f8d30c2dd92ec9f095b65e2b9ae9b0a925a5258e241c9f1e910f734318"),
    (56, "b35439a4ac6f0948b6d6f9e3c6af0f5f590ce20f1bde7090ef7970686ec6738a"),
    (64, "ffe054fe7ae0cb6dc65c3af9b61d5209f439851db43d0ba5997337df154668eb"),
    (1000, "41edece42d63e8d9bf515a9ba6932e1c20cbc9f5a5d134645adb5db1b9737ea3"),
  ])
  func digestsAreThoseOfTheStandard(_ count: Int, _ expected: String) {
    let digest = Digest(of: Array(repeating: UInt8(ascii: "a"), count: count))
    let text = digest.bytes.map { $0 < 16 ? "0" + String($0, radix: 16) : String($0, radix: 16) }
    #expect(text.joined() == expected)
  }
}
