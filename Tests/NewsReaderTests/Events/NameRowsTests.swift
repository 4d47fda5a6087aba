import Testing

@testable import NewsModel
@testable import NewsReader

@Suite struct NameRowsTests {
  private func others(of word: Int, in sentence: String) throws -> [Int] {
    let document = try TreeText.document(
      sentence,
      entities: [
        .person("Ana Rivera", "Rivera"), .person("Lars Berg", "Berg"),
        .person("Odd Hauge", "Hauge"),
        .place("Norway"),
      ])
    return NameRows(document, DependencyTree(document.arcs)).others(of: word)
  }

  @Test func findsAConjunctThatTheTreeLost() throws {
    let found = try others(
      of: 5,
      in:
        "They|they|PRP|2|nsubj thanked|thank|VBD|0|root Berg|Berg|NNP|2|obl and|and|CC|6|cc Ms|Ms|NNP|6|compound Rivera|Rivera|NNP|2|obj"
    )
    #expect(found == [2])
  }

  @Test func readsARowUpToItsAnd() throws {
    let found = try others(
      of: 4,
      in:
        "Berg|Berg|NNP|6|dep ,|,|,|3|punct Rivera|Rivera|NNP|6|dep and|and|CC|5|cc Hauge|Hauge|NNP|6|nsubj met|meet|VBD|0|root"
    )
    #expect(found == [0, 2])
  }

  @Test func leavesClausesApart() throws {
    let found = try others(
      of: 4,
      in:
        "They|they|PRP|2|nsubj met|meet|VBD|0|root Berg|Berg|NNP|2|obj and|and|CC|6|cc Rivera|Rivera|NNP|6|nsubj left|leave|VBD|2|conj"
    )
    #expect(found.isEmpty)
  }

  @Test func keepsPersonsAndPlacesApart() throws {
    let found = try others(
      of: 2,
      in:
        "Norway|Norway|NNP|4|nsubj and|and|CC|3|cc Rivera|Rivera|NNP|1|conj met|meet|VBD|0|root"
    )
    #expect(found.isEmpty)
  }
}
