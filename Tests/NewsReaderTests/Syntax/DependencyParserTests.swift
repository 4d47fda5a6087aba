import Testing

@testable import NewsReader

@Suite struct DependencyParserTests {
  @Test func aSentenceOfTenThousandWordsIsRead() throws {
    let words = ["rebels", "seized", "the", "port", ",", "and", "troops", "fled"]
    let long = (0..<10_000).map { words[$0 % words.count] }.joined(separator: " ")
    let document = try SyntaxPipeline().document([long])
    #expect(document.arcs.count == 10_000)
    #expect(document.arcs.count { $0.head == nil } == 1)
  }

  @Test func headsAreInTheSentenceOfTheirWord() throws {
    let document = try SyntaxPipeline().document([
      "Troops left .", "x", ") ( ) (", "The port was seized by rebels who fled .",
    ])
    for sentence in document.sentences {
      #expect(sentence.tokens.count { document.arcs[$0].head == nil } == 1)
      for token in sentence.tokens {
        let arc = document.arcs[token]
        #expect(arc.head.map { sentence.tokens.contains($0) && $0 != token } ?? true)
        #expect((arc.head == nil) == (arc.relation == "root"))
      }
    }
  }

  @Test func severalThreadsMayReadAtOnce() async throws {
    let pipeline = try SyntaxPipeline()
    let sentences = GoldSentence.all.map(\.text)
    let expected = pipeline.document(sentences).arcs
    await withTaskGroup(of: [Arc].self) { group in
      for _ in 0..<8 { group.addTask { pipeline.document(sentences).arcs } }
      for await arcs in group { #expect(arcs == expected) }
    }
  }

  @Test func theComponentsFitTogether() {
    #expect(Tagger.provides.isSubset(of: DependencyParser.requires))
    #expect(Lemmatizer.provides == [.lemmas])
    #expect(DependencyParser.provides == [.tree])
  }
}
