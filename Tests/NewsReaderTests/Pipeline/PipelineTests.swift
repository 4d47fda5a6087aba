import NewsModel
import Testing

@testable import NewsReader

@Suite struct PipelineTests {
  private struct Blocks: Component {
    static let requires: Set<Layer> = []
    static let provides: Set<Layer> = [.blocks]
    func annotate(_ document: inout Document) {
      document.blocks = [TextBlock(kind: .paragraph, range: TextRange(0, document.bytes.count))]
    }
  }

  private struct Sentences: Component {
    static let requires: Set<Layer> = [.blocks, .tokens]
    static let provides: Set<Layer> = [.sentences]
    func annotate(_ document: inout Document) {}
  }

  @Test func refusesAComponentWithoutWhatItNeeds() {
    #expect(throws: Pipeline.AssemblyError.missing(.tokens, for: "Sentences")) {
      try Pipeline([Blocks(), Sentences()])
    }
  }

  @Test func refusesALayerThatIsThereAlready() {
    #expect(throws: Pipeline.AssemblyError.providedTwice(.blocks, by: "Blocks")) {
      try Pipeline([Blocks(), Blocks()])
    }
  }

  @Test func runsTheComponentsInOrder() throws {
    let document = try Pipeline([Blocks()]).annotate(Article(id: "a", text: "Words."))
    #expect(document.blocks.map(\.range) == [TextRange(0, 6)])
  }

  @Test func theReadersOwnComponentsFitTogether() throws {
    _ = try Pipeline(NewsReader.standardComponents())
  }
}
