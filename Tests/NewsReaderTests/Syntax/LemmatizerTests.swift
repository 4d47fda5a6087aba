import Testing

@testable import NewsReader

@Suite struct LemmatizerTests {
  private static let lemmatizer = try? Lemmatizer()

  private func lemma(_ form: String, _ penn: String, _ tag: UniversalTag = .verb) throws -> String {
    try #require(Self.lemmatizer)
      .lemmas(of: [form], tags: [PartOfSpeech(universal: tag, penn: penn)])[0]
  }

  @Test(arguments: [
    ("met", "meet"), ("held", "hold"), ("fled", "flee"), ("led", "lead"), ("said", "say"),
    ("told", "tell"), ("sought", "seek"), ("fought", "fight"), ("shot", "shoot"),
    ("struck", "strike"), ("withdrew", "withdraw"), ("withheld", "withhold"),
    ("overthrew", "overthrow"), ("rebuilt", "rebuild"), ("underwent", "undergo"),
    ("broke", "break"), ("was", "be"), ("were", "be"), ("had", "have"), ("left", "leave"),
    ("seized", "seize"), ("visited", "visit"), ("invited", "invite"), ("invaded", "invade"),
    ("killed", "kill"), ("wounded", "wound"), ("accused", "accuse"), ("denied", "deny"),
    ("committed", "commit"), ("created", "create"), ("targeted", "target"), ("agreed", "agree"),
    ("died", "die"), ("tied", "tie"), ("freed", "free"), ("needed", "need"), ("urged", "urge"),
    ("pledged", "pledge"), ("shelled", "shell"), ("bombed", "bomb"), ("raided", "raid"),
    ("executed", "execute"), ("deployed", "deploy"), ("proposed", "propose"),
    ("focused", "focus"), ("discussed", "discuss"), ("released", "release"),
    ("negotiated", "negotiate"), ("defeated", "defeat"), ("repeated", "repeat"),
    ("controlled", "control"), ("cancelled", "cancel"), ("compelled", "compel"),
    ("kidnapped", "kidnap"), ("planned", "plan"), ("banned", "ban"), ("referred", "refer"),
    ("offered", "offer"), ("delivered", "deliver"), ("declared", "declare"),
    ("declined", "decline"), ("joined", "join"), ("explained", "explain"),
    ("intervened", "intervene"), ("threatened", "threaten"), ("concluded", "conclude"),
    ("conceded", "concede"), ("succeeded", "succeed"), ("trafficked", "traffic"),
    ("challenged", "challenge"), ("belonged", "belong"), ("changed", "change"),
    ("merged", "merge"), ("managed", "manage"), ("vetoed", "veto"), ("echoed", "echo"),
    ("continued", "continue"), ("issued", "issue"), ("supplied", "supply"), ("relied", "rely"),
    ("ambushed", "ambush"), ("reached", "reach"), ("passed", "pass"), ("taxed", "tax"),
    ("hoped", "hope"), ("stopped", "stop"), ("developed", "develop"), ("voted", "vote"),
    ("quoted", "quote"), ("boycotted", "boycott"), ("combated", "combat"),
  ])
  func pastForms(form: String, lemma expected: String) throws {
    #expect(try lemma(form, "VBD") == expected)
    #expect(try lemma(form, "VBN") == expected)
  }

  @Test(arguments: [
    ("striking", "strike"), ("making", "make"), ("holding", "hold"), ("hitting", "hit"),
    ("falling", "fall"), ("dying", "die"), ("lying", "lie"), ("underlying", "underlie"),
    ("fleeing", "flee"), ("seeing", "see"), ("going", "go"), ("paying", "pay"),
    ("relying", "rely"), ("using", "use"), ("seizing", "seize"), ("putting", "put"),
    ("running", "run"), ("visiting", "visit"), ("writing", "write"), ("being", "be"),
    ("having", "have"), ("bringing", "bring"), ("arranging", "arrange"), ("plunging", "plunge"),
    ("hanging", "hang"), ("boosting", "boost"), ("wasting", "waste"), ("leaving", "leave"),
    ("arriving", "arrive"), ("travelling", "travel"), ("selling", "sell"), ("talking", "talk"),
    ("speaking", "speak"), ("taking", "take"), ("looking", "look"), ("provoking", "provoke"),
    ("following", "follow"), ("trying", "try"), ("agreeing", "agree"), ("panicking", "panic"),
  ])
  func presentParticiples(form: String, lemma expected: String) throws {
    #expect(try lemma(form, "VBG") == expected)
  }

  @Test(arguments: [
    ("is", "be"), ("has", "have"), ("does", "do"), ("goes", "go"), ("says", "say"),
    ("denies", "deny"), ("dies", "die"), ("reaches", "reach"), ("passes", "pass"),
    ("refuses", "refuse"), ("vetoes", "veto"), ("buys", "buy"), ("’s", "be"),
  ])
  func thirdPersons(form: String, lemma expected: String) throws {
    #expect(try lemma(form, "VBZ") == expected)
  }

  @Test(arguments: [
    ("troops", "troop"), ("forces", "force"), ("cities", "city"), ("attorneys", "attorney"),
    ("bases", "base"), ("houses", "house"), ("boxes", "box"), ("speeches", "speech"),
    ("ambushes", "ambush"), ("losses", "loss"), ("heroes", "hero"), ("men", "man"),
    ("gunmen", "gunman"), ("spokeswomen", "spokeswoman"), ("policy-makers", "policy-maker"),
    ("wives", "wife"), ("crises", "crisis"), ("children", "child"), ("viruses", "virus"),
    ("news", "news"), ("series", "series"), ("headquarters", "headquarters"),
    ("Jihadis", "jihadi"), ("1990s", "1990s"), ("movies", "movie"), ("lies", "lie"),
    ("sons-in-law", "son-in-law"), ("menus", "menu"), ("buses", "bus"),
  ])
  func plurals(form: String, lemma expected: String) throws {
    #expect(try lemma(form, "NNS", .noun) == expected)
  }

  @Test(arguments: [
    ("better", "JJR", UniversalTag.adj, "good"), ("better", "RBR", .adv, "well"),
    ("worst", "JJS", .adj, "bad"), ("larger", "JJR", .adj, "large"), ("later", "RBR", .adv, "late"),
    ("bigger", "JJR", .adj, "big"), ("heaviest", "JJS", .adj, "heavy"),
    ("deadliest", "JJS", .adj, "deadly"), ("longer", "JJR", .adj, "long"),
    ("safer", "JJR", .adj, "safe"), ("smallest", "JJS", .adj, "small"),
    ("cheaper", "JJR", .adj, "cheap"), ("nearer", "JJR", .adj, "near"),
    ("n't", "RB", .part, "not"), ("n’t", "RB", .part, "not"), ("ca", "MD", .aux, "can"),
    ("wo", "MD", .aux, "will"), ("’ll", "MD", .aux, "will"), ("'d", "MD", .aux, "would"),
    ("'d", "VBD", .aux, "have"), ("'ve", "VBP", .aux, "have"), ("'re", "VBP", .aux, "be"),
    ("An", "DT", .det, "a"), ("These", "DT", .det, "this"), ("them", "PRP", .pron, "they"),
    ("I", "PRP", .pron, "i"), ("The", "DT", .det, "the"), ("meet", "VB", .verb, "meet"),
    ("Leaves", "NNP", .propn, "Leaves"), ("Americans", "NNPS", .propn, "American"),
    ("ALLIES", "NNPS", .propn, "ALLY"), ("UN-backed", "JJ", .adj, "un-backed"),
    ("militia-led", "VBN", .verb, "militia-lead"),
  ])
  func otherWords(form: String, penn: String, tag: UniversalTag, expected: String) throws {
    #expect(try lemma(form, penn, tag) == expected)
  }

  @Test func theCliticIsHasBeforeBeen() throws {
    let lemmatizer = try #require(Self.lemmatizer)
    func clitic(_ next: String...) -> String {
      let tags = next.map { word in
        word == "already"
          ? PartOfSpeech(universal: .adv, penn: "RB")
          : PartOfSpeech(universal: .verb, penn: "VBN")
      }
      let own = PartOfSpeech(universal: .aux, penn: "VBZ")
      return lemmatizer.lemmas(of: ["'s"] + next, tags: [own] + tags)[0]
    }
    #expect(clitic("already", "been") == "have")
    #expect(clitic("become") == "have")
    #expect(clitic("seized") == "be")
    #expect(clitic() == "be")
  }

  @Test func anyTextHasALemma() throws {
    for form in ["", "s", "ed", "ing", "-", "-ed", "ies", "\u{301}s", "ΣΑΣ", "er", "est"] {
      for penn in ["VBD", "VBG", "VBZ", "NNS", "NNPS", "JJR", "RBS", "NN", "??"] {
        _ = try lemma(form, penn, penn == "NNPS" ? .propn : .other)
      }
    }
  }

  @Test func aLineThatIsNotOfTheTableIsAnError() {
    for lines in [["walk walked"], ["[verb stems]", "at"], ["[no such section]", "a b"]] {
      #expect(throws: LemmaTable.FormatError(line: lines[lines.count - 1])) {
        try LemmaTable(lines: lines)
      }
    }
  }
}
