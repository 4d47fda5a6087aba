import Testing

@testable import NewsModel
@testable import NewsReader

@Suite struct QuotationReaderTests {
  static let people: [Entity] = [
    .person("Ana Rivera", "Rivera"), .person("Lars Berg", "Berg"), .place("Norway"),
  ]

  private static let shared = Result {
    let words = try SpeakerWords(names: NameLexicon.load())
    let lexicon = try FrameParser.lexicon(
      String(decoding: try Resources.bytes(named: "frames.txt"), as: UTF8.self))
    return QuotationReader(words: words, lexicon: lexicon)
  }

  private func read(_ sentences: [String]) throws -> Document {
    var document =
      try sentences.count == 2
      ? TreeText.document(sentences[0], sentences[1], entities: Self.people, pronouns: ["she": 0])
      : TreeText.document(sentences[0], entities: Self.people, pronouns: ["she": 0])
    try Self.shared.get().annotate(&document)
    return document
  }

  /// `speaker (verb): words` of each quotation.
  private func lines(_ document: Document) -> [String] {
    document.quotes.map { quote in
      let name = quote.speaker.map { document.entities[$0.position].name }
      return "\(name ?? quote.speakerText.map { "'\($0)'" } ?? "?") (\(quote.verb ?? "-")): "
        + document.text(quote.range)
    }
  }

  static let weWill =
    "We|we|PRP|4|nsubj will|will|MD|4|aux not|not|RB|4|advmod leave|leave|VB|8|ccomp this|this|DT|6|det town|town|NN|4|obj"

  @Test func theVerbBehindNamesTheSpeaker() throws {
    let tree =
      "“ We|we|PRP|5|nsubj will|will|MD|5|aux not|not|RB|5|advmod leave|leave|VB|10|ccomp this|this|DT|7|det town|town|NN|5|obj ,|,|,|10|punct ”|”|''|10|punct said|say|VBD|0|root Rivera|Rivera|NNP|10|nsubj ."
    #expect(try lines(read([tree])) == ["Ana Rivera (say): We will not leave this town"])
  }

  @Test func theVerbInFrontNamesTheSpeaker() throws {
    let tree =
      "Berg|Berg|NNP|2|nsubj warned|warn|VBD|0|root that|that|IN|8|mark \" the|the|DT|6|det ice|ice|NN|8|nsubj is|be|VBZ+AUX|8|cop thin|thin|JJ|2|ccomp \" ."
    #expect(try lines(read([tree])) == ["Lars Berg (warn): the ice is thin"])
  }

  @Test func anUnnamedSpeakerIsDescribed() throws {
    let tree =
      "“ Nobody|nobody|NN|3|nsubj ever|ever|RB|3|advmod asked|ask|VBD|8|ccomp us|us|PRP|4|obj ,|,|,|8|punct ” said|say|VBD|0|root a|a|DT|10|det miller|miller|NN|8|nsubj in|in|IN|12|case Norway|Norway|NNP|10|nmod ."
    #expect(try lines(read([tree])) == ["'a miller in Norway' (say): Nobody ever asked us"])
  }

  @Test func aPronounStandsForItsEntity() throws {
    let tree =
      "“ The|the|DT|3|det dam|dam|NN|5|nsubj will|will|MD|5|aux hold|hold|VB|9|ccomp ,|,|,|9|punct ” she|she|PRP|9|nsubj said|say|VBD|0|root ."
    #expect(try lines(read([tree])) == ["Ana Rivera (say): The dam will hold"])
  }

  @Test func anInterruptedQuotationIsTwo() throws {
    let first =
      "“ The|the|DT|3|det dam|dam|NN|5|nsubj will|will|MD|5|aux hold|hold|VB|8|ccomp ,|,|,|8|punct ” said|say|VBD|0|root Berg|Berg|NNP|8|nsubj ."
    let second = "“ It|it|PRP|4|nsubj always|always|RB|4|advmod has|have|VBZ|0|root .|.|.|4|punct ”"
    #expect(
      try lines(read([first, second])) == [
        "Lars Berg (say): The dam will hold", "Lars Berg (say): It always has",
      ])
  }

  @Test func shortPhrasesInQuotationMarksAreNone() throws {
    let tree =
      "Berg|Berg|NNP|2|nsubj praised|praise|VBD|0|root the|the|DT|7|det “ clean|clean|JJ|7|amod hands|hand|NNS|2|obj ” of|of|IN|9|case Rivera|Rivera|NNP|7|nmod ."
    #expect(try read([tree]).quotes.isEmpty)
  }

  @Test func aMarkWithoutPartnerIsPassedOver() throws {
    let tree =
      "“ We|we|PRP|3|nsubj stay|stay|VBP|5|ccomp Berg|Berg|NNP|5|nsubj said|say|VBD|0|root and|and|CC|7|cc left|leave|VBD|5|conj ."
    #expect(try read([tree]).quotes.isEmpty)
  }

  @Test func whoIsNamedInsideIsWhatItIsAbout() throws {
    let tree =
      "“ Norway|Norway|NNP|4|nsubj must|must|MD|4|aux pay|pay|VB|9|ccomp its|its|PRP$|6|nmod:poss debts|debt|NNS|4|obj ,|,|,|9|punct ” said|say|VBD|0|root Rivera|Rivera|NNP|9|nsubj ."
    let document = try read([tree])
    #expect(document.quotes.map(\.about) == [[EntityIndex(2)]])
  }

  @Test func manyMarksDoNotSlowTheScannerDown() throws {
    let marks = Array(repeating: "\"", count: 20_000).joined(separator: " ")
    let document = try TreeText.document(marks, entities: [])
    #expect(QuotationScanner(document).spans().isEmpty)
  }
}
