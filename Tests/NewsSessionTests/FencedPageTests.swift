import NewsSession
import Testing

@Suite struct FencedPageTests {
  @Test func findsBlocksAndTheirLines() {
    let page = FencedPage("# Zürich\n\n```query\nevents\n| take 1\n```\n```result\n```\nend\n")
    #expect(page.blocks.map(\.kind) == ["query", "result"])
    #expect(page.blocks.map(\.line) == [3, 7])
    #expect(page.blocks[0].text == "events\n| take 1")
    #expect(page.blocks[1].lines == [])
    #expect(page.parts.last == .line("", number: 10))
  }

  @Test(arguments: [
    "", "\n", "# a\n```query\nx\n```", "```\n```\n", "```query\nnever closed\n",
    "````\n```x\n````\n```\n",
  ])
  func isWrittenAsItWasRead(text: String) { #expect(FencedPage(text).text == text) }

  @Test func aBlockWithoutItsEndReachesToTheEndOfThePage() {
    let page = FencedPage("```query\na\n```result\nb")
    #expect(page.blocks.count == 1)
    #expect(page.blocks.first?.isClosed == false)
    #expect(page.blocks.first?.lines == ["a", "```result", "b"])
  }

  @Test func carriageReturnsAreDropped() {
    #expect(FencedPage("```query\r\nevents\r\n```\r\n").blocks.first?.text == "events")
  }
}
