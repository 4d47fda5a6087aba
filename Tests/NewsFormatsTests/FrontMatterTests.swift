import NewsModel
import Testing

@testable import NewsFormats

@Suite struct FrontMatterTests {
  @Test func fillsInTheArticle() {
    let head = FrontMatter(
      """
      ---
      Title: "Ministers: two resign"
      outlet: The Fjord Post
      date: 4 March 2021
      colour: red
      no key here
      ---

      The text begins here.
      ---
      And goes on.
      """)
    var article = Article(id: "a", text: head.body)
    head.describe(&article)
    #expect(article.title == "Ministers: two resign")
    #expect(article.source == "The Fjord Post")
    #expect(article.published?.description == "2021-03-04")
    #expect(article.text == "The text begins here.\n---\nAnd goes on.")
  }

  @Test(arguments: ["", "---", "---\ntitle: x\nno end of the head", "Text\n---\ntitle: x\n---\n"])
  func leavesATextWithoutAHeadAlone(_ text: String) {
    #expect(FrontMatter(text).entries.isEmpty)
    #expect(FrontMatter(text).body == text)
  }
}
