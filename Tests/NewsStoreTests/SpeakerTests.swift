import NewsModel
import Testing

@testable import NewsStore

@Suite struct SpeakerTests {
  @Test func aSpeakerWithoutANameIsShownByItsWords() throws {
    let text = "It rained. \"We saw the river rise,\" said a baker in Lagos."
    var annotated = AnnotatedArticle(article: Article(id: "a", text: text))
    annotated.blocks = [TextBlock(kind: .paragraph, range: TextRange(0, text.utf8.count))]
    annotated.sentences = [TextRange(0, text.utf8.count)]
    var quote = Quote(range: TextRange(12, 33), sentence: 0)
    quote.speakerText = "a baker in Lagos"
    annotated.quotes = [quote]
    let store = NewsStore()
    store.append([annotated])
    let speaker = try #require(Table.quotes.schema.field(named: "speaker"))
    #expect(store.snapshot.value(speaker, row: 0) == .text("a baker in Lagos"))
    #expect(store.snapshot.checkInvariants().isEmpty)
  }
}
