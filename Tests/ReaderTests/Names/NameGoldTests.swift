import NewsModel
import Testing

@testable import NewsReader

@Suite struct NameGoldTests {
  private static let spanFloor = 0.91
  private static let kindFloor = 0.90

  @Test func namesAndTheirKinds() throws {
    var spans = GoldScore()
    var kinds = GoldScore()
    var misses: [String] = []
    for line in try goldLines("names.txt") {
      let gold = MarkedText(line)
      let document = try ShippedReader.document(gold.text)
      let found = document.names.map { name in
        (range: document.range(ofTokens: name.tokens), kind: Self.letter(of: name.kind))
      }
      let same = gold.marks.filter { mark in found.contains { $0.range == mark.range } }
      let right = same.filter { mark in
        found.contains { $0.range == mark.range && $0.kind == mark.label }
      }
      spans += GoldScore(right: same.count, found: found.count, gold: gold.marks.count)
      kinds += GoldScore(right: right.count, found: found.count, gold: gold.marks.count)
      if right.count < max(found.count, gold.marks.count) {
        let names = found.map { "[\(document.text($0.range))|\($0.kind)]" }
        misses.append("found: \(names.joined(separator: " ")) in \(line)")
      }
    }
    expect(spans, atLeast: Self.spanFloor, "spans", misses: misses)
    expect(kinds, atLeast: Self.kindFloor, "spans with kinds", misses: misses)
  }

  private static func letter(of kind: EntityKind) -> String {
    switch kind {
    case .person: "p"
    case .organization: "o"
    case .place: "l"
    }
  }
}
