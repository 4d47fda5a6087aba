import TestSupport
import Testing

@testable import NewsReader

@Suite struct TreebankTests {
  private func treebank() throws -> Treebank { try Treebank(conllu: SmallModels.conllu) }

  @Test func wordsAreReadWithoutRangesAndEmptyNodes() throws {
    let sentences = try treebank().sentences
    #expect(sentences.map(\.document) == ["one", "two"])
    #expect(sentences[0].forms == ["Rebels", "seized", "ports", "."])
    #expect(sentences[0].heads == [1, 4, 1, 1])
    #expect(sentences[0].tags[1] == PartOfSpeech(universal: .verb, penn: "VBD"))
    #expect(sentences[1].forms.count == 8)
  }

  @Test func hyphenatedWordsAreJoinedUnderTheirHead() throws {
    let joined = try treebank().joiningHyphens().sentences[1]
    #expect(joined.forms == ["The", "coast-based", "crew", "fled", "to", "Oslo"])
    #expect(joined.lemmas[1] == "coast-base")
    #expect(joined.tags[1].penn == "VBN")
    #expect(joined.heads == [2, 2, 3, 6, 5, 3])
    #expect(joined.relations[1] == "amod")
  }

  @Test func joiningKeepsTreesTrees() throws {
    var sentence = TreebankSentence()
    sentence.forms = ["a", "-", "b", "-", "c", "d"]
    sentence.lemmas = sentence.forms
    sentence.isGlued = [true, true, true, true, false, false]
    sentence.tags = ["NN", "HYPH", "NN", "HYPH", "NN", "NN"].map {
      PartOfSpeech(universal: .noun, penn: $0)
    }
    sentence.relations = [String](repeating: "dep", count: 6)
    var generator = SplitMix(seed: 4)
    var trees = 0
    for _ in 0..<2000 {
      sentence.heads = (0..<6).map { _ in Int.random(in: 0...6, using: &generator) }
      guard sentence.isTree else { continue }
      trees += 1
      let joined = sentence.joiningHyphens()
      #expect(joined.forms == ["a-b-c", "d"])
      #expect(joined.isTree)
    }
    #expect(trees > 100)
  }

  @Test func rangesOfNumbersStayApart() throws {
    var sentence = TreebankSentence()
    sentence.forms = ["1998", "-", "2000"]
    sentence.lemmas = sentence.forms
    sentence.isGlued = [true, true, false]
    sentence.tags = [PartOfSpeech](
      repeating: PartOfSpeech(universal: .punct, penn: "HYPH"), count: 3)
    sentence.relations = ["root", "punct", "nmod"]
    sentence.heads = [3, 2, 0]
    #expect(sentence.joiningHyphens().forms == sentence.forms)
  }

  @Test(arguments: [
    "1\tx\n", "1\tx\tx\tX\tX\t_\tnone\tdep\t_\t_\n\n",
    "1\tx\tx\tX\tX\t_\t7\tdep\t_\t_\n\n",
    "1\tx\tx\tX\tX\t_\t2\tdep\t_\t_\n2\tx\tx\tX\tX\t_\t1\tdep\t_\t_\n\n",
  ])
  func whatIsNoTreebankIsAnError(text: String) {
    #expect(throws: Treebank.FormatError.self) { try Treebank(conllu: text) }
  }

  @Test func headlinesAreAddedInEveryStyle() throws {
    let sentences = try SmallModels.treebank().sentences
    let all = try SmallModels.treebank().addingHeadlines().sentences
    #expect(all.count == sentences.count + sentences.count / 8)
    let styles = Set(all.dropFirst(sentences.count).map { CaseStyle(of: $0.forms) })
    #expect(styles.isSuperset(of: [.capitals, .lower]))
  }

  @Test func sentencesThatTheTokenizerCutsOtherwiseComeTwice() throws {
    let sentences = try treebank().addingJoinedHyphens().sentences
    #expect(sentences.map(\.count) == [4, 8, 6])
    #expect(sentences[2].forms[1] == "coast-based")
  }
}
