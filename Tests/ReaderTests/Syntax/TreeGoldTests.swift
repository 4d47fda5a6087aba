import Testing

@testable import NewsReader

@Suite struct TreeGoldTests {
  private static let headFloor = 0.88
  private static let relationFloor = 0.85

  @Test func trees() throws {
    let components: [any Component] = [try Tagger(), try Lemmatizer(), try DependencyParser()]
    var heads = GoldScore()
    var relations = GoldScore()
    var misses: [String] = []
    for sentence in try Treebank(conllu: GoldFolder.text("trees.conllu")).sentences {
      var document = SyntaxDocument.of(sentence.forms)
      for component in components { component.annotate(&document) }
      for (word, arc) in document.arcs.enumerated() where sentence.relations[word] != "punct" {
        let sameHead = (arc.head ?? sentence.count) == sentence.heads[word]
        let sameRelation = sameHead && arc.relation == sentence.relations[word]
        heads += GoldScore(right: sameHead ? 1 : 0, found: 1, gold: 1)
        relations += GoldScore(right: sameRelation ? 1 : 0, found: 1, gold: 1)
        if !sameRelation {
          let head = arc.head.map { sentence.forms[$0] } ?? "root"
          misses.append(
            "\(sentence.forms[word]): found \(arc.relation) of \(head) in "
              + sentence.forms.joined(separator: " "))
        }
      }
    }
    expect(heads, atLeast: Self.headFloor, "heads", misses: misses)
    expect(relations, atLeast: Self.relationFloor, "heads with relations", misses: misses)
  }
}
