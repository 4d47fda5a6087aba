import Testing

@testable import NewsReader

@Suite struct TrainingTests {
  @Test func trainingRepeatsExactly() throws {
    let first = try #require(SmallModels.models)
    #expect(try SmallModels.train().files().map(\.bytes) == first.files().map(\.bytes))
  }

  @Test func whatWasTrainedOnIsReadRightly() throws {
    let treebank = try SmallModels.treebank().joiningHyphens()
    let line = try #require(SmallModels.models).score(on: treebank).line
    #expect(
      line.hasSuffix(
        "UPOS 100.00, XPOS 100.00, UAS 100.00, LAS 100.00, "
          + "with subtypes 100.00"))
  }

  @Test func aScoreCountsSubtypesApart() throws {
    let gold = try Treebank(conllu: SmallModels.conllu).sentences[0]
    var found = gold
    found.relations[0] = "nsubj:pass"
    found.heads[2] = 0
    found.tags[3] = PartOfSpeech(universal: .punct, penn: ",")
    var score = SyntaxScore()
    score.add(found, gold: gold)
    #expect(
      score.line
        == "4 words, UPOS 100.00, XPOS 75.00, UAS 75.00, LAS 75.00, with subtypes 50.00")
  }

  @Test func treesComeAsConllu() throws {
    let text = try #require(SmallModels.models).conllu(["Rebels", "seized", "ports", "."])
    #expect(
      text.split(separator: "\n").map { $0.split(separator: "\t").count } == [1, 10, 10, 10, 10])
    #expect(text.contains("2\tseized\tseize\tVERB\tVBD\t_\t0\troot\t_\t_\n"))
    #expect(text.hasSuffix("\n\n"))
  }

  @Test func theCommonestComeFirst() {
    let letters = "c a b a b b d".split(separator: " ")
    #expect(letters.commonest(atLeast: 1) == ["b", "a", "c", "d"])
    #expect(letters.commonest(atLeast: 2) == ["b", "a"])
  }
}
