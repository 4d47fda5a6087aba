import TestSupport
import Testing

@testable import NewsReader

@Suite struct RelativeClauseRepairTests {
  /// Mends a sentence of words `form|penn|head|relation`, heads counted from 1, 0 for the root.
  private func mended(_ sentence: String) throws -> [String] {
    let rows = sentence.split(separator: " ").map { $0.split(separator: "|").map(String.init) }
    let arcs = rows.map { row in
      Arc(head: Int(row[2]).flatMap { $0 == 0 ? nil : $0 - 1 }, relation: row[3])
    }
    let tags = rows.map { row in
      let universal: UniversalTag =
        switch row[1] {
        case "NN", "NNS": .noun
        case "NNP": .propn
        case "VBD", "VBZ", "VBP", "VBN", "VB": .verb
        case "MD": .aux
        case "WP", "WP$", "WDT", "PRP": .pron
        case "RB": .adv
        case ",", ".": .punct
        default: .other
        }
      return PartOfSpeech(universal: universal, penn: row[1])
    }
    var repair = RelativeClauseRepair(arcs: arcs, tags: tags) { rows[$0][0] == "," }
    repair.mend(0..<rows.count)
    return repair.arcs.enumerated().map { "\($0 + 1)<\(($1.head ?? -1) + 1)" + " \($1.relation)" }
  }

  @Test func givesTheVerbBackItsSubject() throws {
    let arcs = try mended(
      "Okoro|NNP|0|root ,|,|1|punct whose|WP$|4|nmod:poss men|NNS|5|nsubj hold|VBP|1|parataxis Lagos|NNP|5|obj ,|,|5|punct recently|RB|9|advmod met|VBN|5|advcl Silva|NNP|9|obj"
    )
    #expect(arcs[0] == "1<9 nsubj")
    #expect(arcs[4] == "5<1 acl:relcl")
    #expect(arcs[8] == "9<0 root")
  }

  @Test func givesTheVerbToTheNameBeforeAnApposition() throws {
    let arcs = try mended(
      "Okoro|NNP|7|nsubj ,|,|3|punct mayor|NN|7|obl ,|,|3|punct whose|WP$|6|nmod:poss men|NNS|7|nsubj hold|VBP|0|root Lagos|NNP|7|obj ,|,|10|punct denied|VBD|7|conj it|PRP|10|obj"
    )
    #expect(arcs[0] == "1<10 nsubj")
    #expect(arcs[2] == "3<1 appos")
    #expect(arcs[6] == "7<3 acl:relcl")
    #expect(arcs[9] == "10<0 root")
  }

  @Test func takesAParticipleForTheVerbThatItIs() throws {
    let arcs = try mended(
      "Okoro|NNP|0|root ,|,|4|punct who|WP|4|nsubj won|VBD|1|acl:relcl Lagos|NNP|4|obj ,|,|7|punct held|VBN|8|amod talks|NNS|5|obj"
    )
    #expect(arcs[0] == "1<7 nsubj")
    #expect(arcs[6] == "7<0 root")
    #expect(arcs[7] == "8<7 obj")
  }

  @Test func leavesAGoodTreeAlone() throws {
    let sentence =
      "Okoro|NNP|8|nsubj ,|,|4|punct who|WP|4|nsubj holds|VBZ|1|acl:relcl Lagos|NNP|4|obj ,|,|4|punct has|MD|8|aux met|VBN|0|root Silva|NNP|8|obj"
    #expect(try mended(sentence)[0] == "1<8 nsubj")
    #expect(try mended(sentence)[7] == "8<0 root")
  }

  @Test func leavesAnObjectAlone() throws {
    let arcs = try mended(
      "She|PRP|2|nsubj saw|VBD|0|root Okoro|NNP|2|obj ,|,|6|punct who|WP|6|nsubj left|VBD|3|acl:relcl ,|,|8|punct went|VBD|2|conj home|RB|8|advmod"
    )
    #expect(arcs[2] == "3<2 obj")
    #expect(arcs[7] == "8<2 conj")
  }

  @Test func neverBreaksATree() {
    var random = SplitMix(seed: 11)
    let pennTags = ["NN", "NNP", "VBD", "VBN", "WP", ",", "RB", "MD"]
    for _ in 0..<3_000 {
      let count = Int.random(in: 4...14, using: &random)
      var arcs = [Arc(head: nil, relation: "root")]
      for token in 1..<count {
        arcs.append(Arc(head: Int.random(in: 0..<token, using: &random), relation: "dep"))
      }
      let tags = (0..<count).map { _ in
        let penn = pennTags.randomElement(using: &random) ?? "NN"
        let universal: UniversalTag =
          penn.hasPrefix("V")
          ? .verb
          : penn == "MD"
            ? .aux
            : penn == "RB"
              ? .adv
              : penn == "," ? .punct : penn == "WP" ? .pron : .noun
        return PartOfSpeech(universal: universal, penn: penn)
      }
      var repair = RelativeClauseRepair(arcs: arcs, tags: tags) { tags[$0].penn == "," }
      repair.mend(0..<count)
      #expect(repair.arcs.count { $0.head == nil } == 1)
      for start in 0..<count {
        var token: Int? = start
        var steps = 0
        while let current = token, steps <= count {
          token = repair.arcs[current].head
          steps += 1
        }
        #expect(token == nil)
      }
    }
  }
}
