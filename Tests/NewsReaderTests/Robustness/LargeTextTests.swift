import NewsModel
import Testing

@testable import NewsReader

/// What bounds the reading of texts that are much too long.
@Suite struct LargeTextTests {
  @Test func ofAVeryLongTextOnlySoMuchIsRead() throws {
    let text = String(repeating: "Žena šla. ", count: SentenceSplitter.longestText / 10)
    var document = Document(article: Article(id: "long", text: text))
    document.blocks = [TextBlock(kind: .paragraph, range: TextRange(0, document.bytes.count))]
    try TextLayerFixture.layer.get().splitter.annotate(&document)
    let last = try #require(document.tokens.last)
    #expect(document.bytes.count > SentenceSplitter.longestText)
    #expect(last.range.upper <= SentenceSplitter.longestText)
    #expect(last.range.upper > SentenceSplitter.longestText - 20)
    #expect(["Žena", "šla", "."].contains(last.form))
  }

  @Test func aWordThatNeverEndsIsCutBetweenCharacters() throws {
    let text = "a" + String(repeating: "é", count: SentenceSplitter.longestText / 2 + 100)
    var document = Document(article: Article(id: "long", text: text))
    document.blocks = [TextBlock(kind: .paragraph, range: TextRange(0, document.bytes.count))]
    try TextLayerFixture.layer.get().splitter.annotate(&document)
    #expect(document.tokens.last?.range.upper == SentenceSplitter.longestText - 1)
    #expect(document.tokens.allSatisfy { !$0.form.unicodeScalars.contains("\u{fffd}") })
  }

  @Test func whatComesAfterVeryManyLinesIsOneLine() {
    let count = LineSplitter.mostLines
    let lines = LineSplitter.lines(of: Array(String(repeating: "a\n", count: count + 500).utf8))
    #expect(lines.count == count + 1)
    #expect(lines.last?.range == count * 2..<(count + 500) * 2 - 1)
  }
}
