import Testing

@testable import NewsReader

@Suite struct TaggerTests {
  private func tags(_ sentences: [String]) throws -> [String] {
    try SyntaxPipeline().document(sentences).tags.map(\.universal.rawValue)
  }

  @Test func typographicMarksCountAsPlainOnes() throws {
    #expect(
      try tags(["The governor ’s aides did n’t comment – yet …"])
        == tags(["The governor 's aides did n't comment - yet ..."]))
  }

  @Test func headlinesInAnyCapitalsKeepTheirVerbs() throws {
    #expect(try tags(["GOVERNMENT TROOPS SEIZE NORTHERN TOWN"])[2] == "VERB")
    #expect(try tags(["Government Troops Seize Northern Town After Heavy Fighting"])[2] == "VERB")
    #expect(try tags(["government troops seize northern town"])[2] == "VERB")
  }

  @Test func everyTokenGetsATag() throws {
    let document = try SyntaxPipeline().document(["", "a", "\u{1F600} \u{0} ﷽ -", "مرحبا بالعالم"])
    #expect(document.tags.count == document.tokens.count)
    #expect(document.arcs.count == document.tokens.count)
    #expect(document.lemmas.count == document.tokens.count)
  }

  @Test func sentencesDoNotInfluenceOneAnother() throws {
    let both = try tags(["Rebels seized the port .", "THE PORT FELL ."])
    #expect(both == (try tags(["Rebels seized the port ."]) + tags(["THE PORT FELL ."])))
  }

  @Test func quotationMarksHaveTheTagThatTheyShow() throws {
    let document = try SyntaxPipeline().document(["“ Go , ” said the “ boss ” , « no »"])
    let marks = zip(document.tokens, document.tags).filter { QuotationMark($0.0.form) != nil }
    #expect(marks.map(\.1.penn) == ["``", "''", "``", "''", "``", "''"])
  }

  @Test(arguments: [
    ("The envoy told reporters .", "told", "VBD"),
    ("“ We will go , ” the spokesman told reporters .", "told", "VBD"),
    ("The troops accused of looting the town fled .", "accused", "VBN"),
    ("The town has been seized by rebels .", "seized", "VBN"),
  ])
  func clausesHaveAFiniteVerb(sentence: String, word: String, penn: String) throws {
    let document = try SyntaxPipeline().document([sentence])
    let place = try #require(document.tokens.firstIndex { $0.form == word })
    #expect(document.tags[place].penn == penn)
  }
}
