import NewsModel
import Testing

@testable import NewsReader

@Suite struct PageCleanerGoldTests {
  private static let floor = 0.80

  @Test func kindsOfLines() throws {
    var score = GoldScore()
    var misses: [String] = []
    for page in try pages() {
      let text = page.lines.map(\.text).joined(separator: "\n")
      var document = Document(article: Article(id: page.name, text: text))
      try ShippedReader.text().cleaner.annotate(&document)
      var offset = 0
      for line in page.lines {
        let range = TextRange(offset, offset + line.text.utf8.count)
        offset = range.upper + 1
        if line.text.isEmpty { continue }
        let found = document.blocks.first { $0.range.overlaps(range) }?.kind.rawValue
        let isRight = found == line.kind
        score += GoldScore(right: isRight ? 1 : 0, found: 1, gold: 1)
        if !isRight {
          misses.append("\(page.name): \(found ?? "-"), not \(line.kind): \(line.text)")
        }
      }
    }
    expect(score, atLeast: Self.floor, misses: misses)
  }

  private struct GoldPage {
    var name: String
    var lines: [(kind: String, text: String)] = []
  }

  private func pages() throws -> [GoldPage] {
    var pages: [GoldPage] = []
    for line in try goldLines("page-cleaner.txt") {
      if line.hasPrefix("== ") {
        pages.append(GoldPage(name: String(line.dropFirst(3))))
      } else {
        let bar = try #require(line.firstIndex(of: "|"), "\(line)")
        let kind = trimmed(line[..<bar])
        #expect(kind.isEmpty || TextBlock.Kind(rawValue: kind) != nil, "\(line)")
        pages[pages.count - 1].lines.append((kind, trimmed(line[line.index(after: bar)...])))
      }
    }
    return pages
  }
}
