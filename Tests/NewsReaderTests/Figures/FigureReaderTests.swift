import Testing

@testable import NewsModel
@testable import NewsReader

@Suite struct FigureReaderTests {
  private func read(_ sentence: String) throws -> Document {
    var document = try TreeText.document(
      sentence, entities: [.person("Ana Rivera", "Rivera"), .organization("Group of Nine")])
    let words = try QuantityWords(SectionedWordList(resource: "quantities.txt"))
    FigureReader(words: words).annotate(&document)
    return document
  }

  /// `text [low, high] unit` of each figure.
  private func lines(_ document: Document) -> [String] {
    document.figures.map { figure in
      func value(_ number: Double?) -> String { number.map { String(Int($0)) } ?? "-" }
      return "\(document.text(figure.range)) [\(value(figure.low)), \(value(figure.high))] "
        + (figure.unit ?? "-")
    }
  }

  @Test(arguments: [
    (
      "up|up|IN|3|advmod to|to|IN|1|fixed 1,200|1200|CD|4|nummod fighters|fighter|NNS|5|nsubj came|come|VBD|0|root",
      ["up to 1,200 fighters [-, 1200] fighters"]
    ),
    (
      "more|more|JJR|3|advmod than|than|IN|1|fixed 2,000|2000|CD|4|nummod boats|boat|NNS|5|nsubj came|come|VBD|0|root",
      ["more than 2,000 boats [2000, -] boats"]
    ),
    (
      "at|at|IN|2|case least|least|JJS|3|nmod 16|16|CD|4|nummod people|people|NNS|6|nsubj:pass were|be|VBD+AUX|6|aux:pass killed|kill|VBN|0|root",
      ["at least 16 people [16, -] people killed"]
    ),
    (
      "Hundreds|hundred|NNS|5|nsubj of|of|IN|4|case angry|angry|JJ|4|amod farmers|farmer|NNS|1|nmod came|come|VBD|0|root",
      ["Hundreds of angry farmers [200, 999] angry farmers"]
    ),
    (
      "about|about|RB|2|advmod 1,000|1000|CD|3|nummod sheep|sheep|NNS|4|nsubj died|die|VBD|0|root",
      ["about 1,000 sheep [1000, 1000] sheep dead"]
    ),
    (
      "It|it|PRP|2|nsubj cost|cost|VBD|0|root $|$|$|4|dep 500|500|CD|5|nummod million|million|CD|2|obj",
      ["$ 500 million [500000000, 500000000] USD"]
    ),
    (
      "It|it|PRP|2|nsubj cost|cost|VBD|0|root 2.5|2.5|CD|4|nummod million|million|CD|5|nummod pesos|peso|NNS|2|obj",
      ["2.5 million pesos [2500000, 2500000] pesos"]
    ),
    (
      "between|between|IN|5|case 200|200|CD|5|nummod and|and|CC|4|cc 300|300|CD|2|conj mules|mule|NNS|6|nsubj came|come|VBD|0|root",
      ["between 200 and 300 mules [200, 300] mules"]
    ),
    (
      "Seventeen|seventeen|CD|3|nummod opposition|opposition|NN|3|compound parties|party|NNS|4|nsubj met|meet|VBD|0|root",
      ["Seventeen opposition parties [17, 17] opposition parties"]
    ),
    (
      "tens|ten|NNS|5|nsubj of|of|IN|3|case thousands|thousand|NNS|1|nmod more|more|JJR|3|amod fled|flee|VBD|0|root",
      ["tens of thousands [20000, 99999] -"]
    ),
    (
      "They|they|PRP|2|nsubj counted|count|VBD|0|root 84|84|CD|4|nummod wounded|wound|VBN|2|obj",
      ["84 wounded [84, 84] wounded"]
    ),
    (
      "They|they|PRP|2|nsubj fired|fire|VBD|0|root some|some|RB|4|advmod 30|30|CD|5|nummod rounds|round|NNS|2|obj of|of|IN|8|case bird|bird|NN|8|compound shot|shot|NN|5|nmod",
      ["some 30 rounds of bird shot [30, 30] rounds of bird shot"]
    ),
    (
      "forty-four|forty-four|CD|2|nummod goats|goat|NNS|6|nsubj and|and|CC|5|cc two|two|CD|5|nummod dozen|dozen|NN|2|conj died|die|VBD|0|root",
      ["forty-four goats [44, 44] goats dead", "two dozen [24, 24] -"]
    ),
  ])
  func reads(_ tree: String, _ figures: [String]) throws {
    #expect(try lines(read(tree)) == figures)
  }

  @Test(arguments: [
    "It|it|PRP|2|nsubj rose|rise|VBD|0|root 40|40|CD|4|nummod percent|percent|NN|2|obl",
    "He|he|PRP|2|nsubj waited|wait|VBD|0|root 13|13|CD|4|nummod years|year|NNS|2|obl",
    "Rivera|Rivera|NNP|5|nsubj ,|,|,|1|punct 64|64|CD|1|appos ,|,|,|1|punct slept|sleep|VBD|0|root",
    "The|the|DT|4|det Group|Group|NNP|4|nsubj of|of|IN|4|case Nine|Nine|NNP|0|root",
    "the|the|DT|3|det two|two|CD|3|nummod leaders|leader|NNS|4|nsubj met|meet|VBD|0|root",
    "Flight|Flight|NNP|3|nsubj 370|370|CD|1|nummod vanished|vanish|VBD|0|root",
    "one|one|CD|4|nummod in|in|IN|3|case five|five|CD|1|nmod slept|sleep|VBD|0|root",
    "ten|ten|CD|2|nummod kilometres|kilometre|NNS|3|obl away|away|RB|0|root",
  ])
  func isNoQuantity(_ tree: String) throws {
    #expect(try lines(read(tree)).isEmpty)
  }

  @Test func aTimeIsNoQuantity() throws {
    var document = try TreeText.document(
      "It|it|PRP|2|nsubj ended|end|VBD|0|root in|in|IN|4|case 1998|1998|CD|2|obl", entities: [])
    document.times = [TimeExpression(tokens: 3..<4, date: nil, basis: "1998")]
    let words = try QuantityWords(SectionedWordList(resource: "quantities.txt"))
    FigureReader(words: words).annotate(&document)
    #expect(document.figures.isEmpty)
  }

  @Test func theFigureIsAboutWhoStandsInItsClause() throws {
    let document = try read(
      "Rivera|Rivera|NNP|2|nsubj sent|send|VBD|0|root 50|50|CD|4|nummod boats|boat|NNS|2|obj")
    #expect(document.figures.map(\.about) == [[EntityIndex(0)]])
  }
}

@Suite struct NumberScannerTests {
  @Test(
    arguments: [
      ("1,200", 1200), ("3.5", 3.5), ("17.5bn", 17_500_000_000), ("40k", 40_000), ("007", 7),
      ("12,34,567", 1_234_567),
    ] as [(String, Double)])
  func readsDigits(_ text: String, _ value: Double) {
    #expect(NumberScanner.digits(text[...]) == value)
  }

  @Test(arguments: [
    "1,20", "12.", "1,2345", "Mi-24", "", ",", "1.2.3", "99999999999999999999999", "x5",
  ])
  func refuses(_ text: String) {
    #expect(NumberScanner.digits(text[...]) == nil)
  }

  @Test(
    arguments: [
      ("two hundred and fifty", 250), ("a million", 1_000_000), ("half a million", 500_000),
      ("three dozen", 36), ("twenty-one", 21), ("2.75 million", 2_750_000),
      ("two thousand three hundred", 2300),
    ] as [(String, Double)])
  func readsWords(_ text: String, _ value: Double) throws {
    let words = try QuantityWords(SectionedWordList(resource: "quantities.txt"))
    let forms = text.split(separator: " ").map(String.init)
    let number = try #require(NumberScanner(forms, words).number(at: 0))
    #expect(number.low == value)
    #expect(number.high == value)
    #expect(number.tokens == 0..<forms.count)
  }

  @Test func aBadResourceIsNamed() {
    #expect(throws: QuantityWords.EntryError(section: "vague", entry: "dozens 24")) {
      try QuantityWords(SectionedWordList(parsing: "[vague]\ndozens 24"))
    }
    #expect(throws: QuantityWords.EntryError.self) {
      try QuantityWords(SectionedWordList(parsing: "[numbers]\nseven siebzig"))
    }
  }
}
