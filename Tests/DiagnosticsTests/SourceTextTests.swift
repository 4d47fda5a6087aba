import Diagnostics
import Testing

@Suite struct SourceTextTests {
  private let source = SourceText(name: "query", text: "ab\nÄö x\n\nlast")

  @Test(arguments: [(0, 1, 1), (2, 1, 3), (3, 2, 1), (5, 2, 2), (7, 2, 3), (10, 3, 1), (99, 4, 5)])
  func findsLineAndColumn(_ offset: Int, _ line: Int, _ column: Int) {
    let position = source.position(of: offset)
    #expect(position.line == line)
    #expect(position.column == column)
  }

  @Test func sameNameAndTextAreTheSame() {
    let copies: Set = [source, SourceText(name: "query", text: source.text)]
    #expect(copies.count == 1)
    #expect(!copies.contains(SourceText(name: "saved", text: source.text)))
  }

  @Test func slicesLinesAndRanges() {
    #expect(source.slice(source.range(ofLine: 2)) == "Äö x")
    #expect(source.slice(source.range(ofLine: 3)).isEmpty)
    #expect(source.slice(source.range(ofLine: 9)).isEmpty)
    #expect(source.slice(SourceRange(-5, 2)) == "ab")
    #expect(source.slice(SourceRange(11, 400)) == "last".dropFirst(0))
  }
}
