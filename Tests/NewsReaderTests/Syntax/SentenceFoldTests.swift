import NewsModel
import Testing

@testable import NewsReader

@Suite struct SentenceFoldTests {
  /// A sentence of words `form|tag`, words of names `form|tag|kind`, as a document of one sentence.
  private func document(_ sentence: String) -> Document {
    let rows = sentence.split(separator: " ").map { $0.split(separator: "|").map(String.init) }
    var document = Document(article: Article(id: "test", text: ""))
    for (token, row) in rows.enumerated() {
      document.tokens.append(Token(range: TextRange(0, 0), form: row[0], sentence: 0))
      document.tags.append(PartOfSpeech(universal: universal(row[1]), penn: row[1]))
      guard row.count > 2, let kind = kinds[row[2]] else { continue }
      if let last = document.names.last, last.tokens.upperBound == token, last.kind == kind {
        document.names[document.names.count - 1].tokens = last.tokens.lowerBound..<token + 1
      } else {
        document.names.append(NameSpan(tokens: token..<token + 1, kind: kind))
      }
    }
    document.sentences = [Sentence(tokens: 0..<rows.count, block: 0)]
    return document
  }

  private let kinds: [String: EntityKind] = ["p": .person, "o": .organization, "l": .place]

  private func universal(_ penn: String) -> UniversalTag {
    switch penn {
    case "NN", "NNS": .noun
    case "NNP": .propn
    case "VBD", "VBZ", "VBP", "VBN", "VBG", "VB": .verb
    case "MD": .aux
    case "WP", "WP$", "WDT", "PRP", "PRP$": .pron
    case "RB": .adv
    case "IN": .adp
    case "DT": .det
    case "CC": .cconj
    case "JJ": .adj
    case "CD": .num
    default: .punct
    }
  }

  private func fold(_ sentence: String) -> (clauses: [String], asides: [String]) {
    let document = document(sentence)
    let fold = SentenceFold(
      0..<document.tokens.count, names: document.names[...], in: document)
    func text(_ tokens: some Sequence<Int>) -> String {
      tokens.map { document.tokens[$0].form }.joined(separator: " ")
    }
    return (
      fold.clauses.map(text), fold.asides.map { "\($0.relation): " + text($0.inner) }
    )
  }

  @Test func showsANameAsOneWord() {
    let fold = fold("Ana|NNP|p Berg|NNP|p left|VBD the|DT Rural|NNP|o Union|NNP|o .|.")
    #expect(fold.clauses == ["Ana left the Union ."])
  }

  @Test func takesTheWordBeforeAPrepositionForTheHeadOfABody() {
    let fold = fold("the|DT Bank|NNP|o of|IN|o Sark|NNP|o closed|VBD")
    #expect(fold.clauses == ["the Bank closed"])
  }

  @Test func partsFiniteClausesAtSemicolons() {
    let fold = fold("she|PRP left|VBD ;|: he|PRP stayed|VBD .|.")
    #expect(fold.clauses == ["she left ;", "he stayed ."])
    #expect(self.fold("she|PRP met|VBD Ana|NNP|p ;|: a|DT clerk|NN").clauses.count == 1)
  }

  @Test func partsTheDescriptionOfAName() {
    let fold = fold(
      "Ana|NNP|p Berg|NNP|p ,|, the|DT envoy|NN to|IN Peru|NNP|l ,|, left|VBD .|.")
    #expect(fold.clauses == ["Ana left ."])
    #expect(fold.asides == ["appos: the envoy to Peru"])
  }

  @Test func partsTheNameBehindItsDescription() {
    let fold = fold("the|DT envoy|NN to|IN Peru|NNP|l ,|, Ana|NNP|p Berg|NNP|p ,|, left|VBD")
    #expect(fold.clauses == ["the envoy to Peru left"])
    #expect(fold.asides == ["appos: Ana Berg"])
  }

  @Test func leavesListsTogether() {
    #expect(fold("Ana|NNP|p ,|, the|DT mayor|NN ,|, and|CC aides|NNS left|VBD").asides == [])
    #expect(fold("clerks|NNS ,|, aides|NNS ,|, Ana|NNP|p ,|, left|VBD").asides == [])
  }

  @Test func partsRelativeClausesBeforeTheVerbThatGoesOn() {
    let fold = fold(
      "Ana|NNP|p ,|, who|WP heads|VBZ the|DT union|NN ,|, never|RB met|VBD him|PRP .|.")
    #expect(fold.clauses == ["Ana never met him ."])
    #expect(fold.asides == ["acl:relcl: who heads the union"])
  }

  @Test func partsParticipleClausesAndBrackets() {
    let fold = fold(
      "the|DT Union|NNP|o (|( RU|NNP|o )|) ,|, founded|VBN in|IN 1990|CD ,|, closed|VBD")
    #expect(fold.clauses == ["the Union closed"])
    #expect(fold.asides == ["appos: RU", "acl: founded in 1990"])
  }

  @Test func partsPlacesThatOpenASentence() {
    #expect(fold("In|IN Lima|NNP|l Ana|NNP|p left|VBD").clauses == ["Ana left"])
    #expect(fold("In|IN Lima|NNP|l stood|VBD a|DT tower|NN").clauses == ["In Lima stood a tower"])
  }

  @Test func hangsEverythingInOneTree() throws {
    var document = document(
      "In|IN Lima|NNP|l Ana|NNP|p Berg|NNP|p ,|, who|WP heads|VBZ the|DT union|NN ,|, left|VBD ;|: the|DT Bank|NNP|o of|IN|o Sark|NNP|o closed|VBD .|."
    )
    try DependencyParser().annotate(&document)
    #expect(document.arcs.count(where: { $0.head == nil }) == 1)
    for token in document.arcs.indices {
      var (at, steps) = (token, 0)
      while let head = document.arcs[at].head, steps <= document.arcs.count {
        at = head
        steps += 1
      }
      #expect(steps < document.arcs.count)
    }
    #expect(document.arcs[6] == Arc(head: 2, relation: "acl:relcl"))
    #expect(document.arcs[3] == Arc(head: 2, relation: "flat"))
    #expect(document.arcs[15] == Arc(head: 13, relation: "nmod"))
  }
}
