import NewsModel
import Testing

@testable import NewsReader

@Suite struct EventReadingMarksTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let name: String
    let tree: String
    var pronouns: [String: Int] = [:]
    /// `role words`, and ` = entity (naming)` where the words stand for one.
    let marks: [String]
    var testDescription: String { name }
  }

  static let cases: [Case] = [
    Case(
      name: "names, place and verb",
      tree:
        "Rivera|Rivera|NNP|2|nsubj met|meet|VBD|0|root Berg|Berg|NNP|2|obj in|in|IN|5|case Oslo|Oslo|NNP|2|obl .",
      marks: [
        "action met", "actor Rivera = Ana Rivera (name)", "actor Berg = Lars Berg (name)",
        "place Oslo = Oslo (name)",
      ]),
    Case(
      name: "demonym",
      tree:
        "Berg|Berg|NNP|3|nsubj:pass was|be|VBD+AUX|3|aux:pass arrested|arrest|VBN|0|root by|by|IN|6|case Norwegian|norwegian|JJ|6|amod police|police|NNS|3|obl:agent",
      marks: [
        "action arrested", "actor Norwegian = Norway (demonym)", "target Berg = Lars Berg (name)",
      ]),
    Case(
      name: "capital for its government, support verb",
      tree:
        "Oslo|Oslo|NNP|2|nsubj held|hold|VBD|0|root talks|talk|NNS|2|obj with|with|IN|5|case Peru|Peru|NNP|3|nmod .",
      marks: [
        "action held", "action talks", "actor Oslo = Norway (capital)", "actor Peru = Peru (name)",
      ]),
    Case(
      name: "pronoun",
      tree: "He|he|PRP|2|nsubj condemned|condemn|VBD|0|root Peru|Peru|NNP|2|obj .",
      pronouns: ["He": 1],
      marks: [
        "action condemned", "actor He = Lars Berg (pronoun)", "target Peru = Peru (name)",
      ]),
    Case(
      name: "organ of the dateline's state",
      tree:
        "The|the|DT|2|det police|police|NNS|3|nsubj arrested|arrest|VBD|0|root Berg|Berg|NNP|3|obj .",
      marks: [
        "action arrested", "actor police = Peru (dateline)", "target Berg = Lars Berg (name)",
      ]),
  ]

  @Test(arguments: cases) func marksTheWords(of testCase: Case) throws {
    var document = try TreeText.document(
      testCase.tree, entities: EventCoderTests.people, pronouns: testCase.pronouns, place: "Lima")
    try EventCoderTests.coder().annotate(&document)
    let report = try #require(document.reports.first)
    let marks = report.marks.map { mark in
      var line = "\(mark.role.rawValue) \(document.text(mark.range))"
      if let entity = mark.entity {
        line += " = \(document.entities[entity.position].name)"
      }
      return line + (mark.naming.map { " (\($0.rawValue))" } ?? "")
    }
    #expect(marks == testCase.marks)
  }

  @Test func aPartyIsMarkedInItsOwnPhraseThoughItIsNamedElsewhere() throws {
    var document = try TreeText.document(
      "Rivera|Rivera|NNP|2|nsubj slept|sleep|VBD|0|root after|after|IN|5|mark Rivera|Rivera|NNP|5|nsubj met|meet|VBD|2|advcl Berg|Berg|NNP|5|obj .",
      entities: EventCoderTests.people)
    try EventCoderTests.coder().annotate(&document)
    let mark = try #require(document.reports.first?.marks.first { $0.role == .actor })
    #expect(mark.range == document.tokens[3].range)
  }

  @Test func marksOfSeveralTellingsAreKept() throws {
    var document = try TreeText.document(
      "Rivera|Rivera|NNP|2|nsubj met|meet|VBD|0|root Berg|Berg|NNP|2|obj .",
      "Rivera|Rivera|NNP|2|nsubj met|meet|VBD|0|root Berg|Berg|NNP|2|obj in|in|IN|5|case Oslo|Oslo|NNP|2|obl .",
      entities: EventCoderTests.people)
    try EventCoderTests.coder().annotate(&document)
    #expect(document.reports.count == 1)
    let report = try #require(document.reports.first)
    let second = document.tokens[document.sentences[1].tokens.lowerBound].range.lower
    #expect(report.marks.contains { $0.role == .place && $0.range.lower > second })
    #expect(report.marks.contains { $0.role == .action && $0.range.lower < second })
  }
}
