import Testing

@testable import NewsModel
@testable import NewsReader

@Suite struct EventCoderTests {
  static let countries = CountryNames(
    byDemonym: ["norwegian": "Norway", "peruvian": "Peru"],
    byCapital: ["oslo": "Norway", "lima": "Peru"])

  private static let shared = Result { try makeCoder() }

  static func coder() throws -> EventCoder { try shared.get() }

  private static func makeCoder() throws -> EventCoder {
    let frames = String(decoding: try Resources.bytes(named: "frames.txt"), as: UTF8.self)
    let contexts = String(decoding: try Resources.bytes(named: "contexts.txt"), as: UTF8.self)
    return EventCoder(
      lexicon: try FrameParser.lexicon(frames), contexts: try ContextLexicon(contexts),
      countries: countries)
  }

  static let people: [Entity] = [
    .person("Ana Rivera", "Rivera"), .person("Lars Berg", "Berg"), .place("Norway"),
    .place("Peru"), .place("Oslo", country: "Norway"), .organization("Tide Front"),
    .place("Bergen", country: "Norway"),
  ]

  /// What a report says, in one line: `TYPE[/mode] actors > targets [@place] status`.
  static func line(_ report: Report, _ document: Document) -> String {
    func names(_ entities: [EntityIndex]) -> String {
      entities.map { document.entities[$0.position].name }.joined(separator: ", ")
    }
    let place = report.place.map { " @\(document.entities[$0.position].name)" } ?? ""
    let mode = report.mode.map { "/\($0)" } ?? ""
    return "\(report.type.rawValue)\(mode) \(names(report.actors)) > \(names(report.targets))"
      + "\(place) \(report.status.rawValue)"
  }

  private func read(_ sentences: [String], pronouns: [String: Int] = [:]) throws -> [String] {
    var document =
      try sentences.count == 2
      ? TreeText.document(
        sentences[0], sentences[1], entities: Self.people, pronouns: pronouns, place: "Lima")
      : TreeText.document(
        sentences[0], entities: Self.people, pronouns: pronouns, place: "Lima")
    try Self.coder().annotate(&document)
    return document.reports.map { Self.line($0, document) }
  }

  struct Case: CustomTestStringConvertible, Sendable {
    let name: String
    let tree: String
    let reports: [String]
    var testDescription: String { name }
  }

  static let cases: [Case] = [
    Case(
      name: "active clause with place",
      tree:
        "Rivera|Rivera|NNP|2|nsubj met|meet|VBD|0|root Berg|Berg|NNP|2|obj in|in|IN|5|case Oslo|Oslo|NNP|2|obl .",
      reports: ["CONSULT Ana Rivera, Lars Berg >  @Oslo happened"]),
    Case(
      name: "passive with agent",
      tree:
        "Berg|Berg|NNP|3|nsubj:pass was|be|VBD+AUX|3|aux:pass arrested|arrest|VBN|0|root by|by|IN|6|case Norwegian|norwegian|JJ|6|amod police|police|NNS|3|obl:agent",
      reports: ["COERCE/arrest Norway > Lars Berg happened"]),
    Case(
      name: "no passive has only 'have' before the participle",
      tree:
        "Rivera|Rivera|NNP|3|nsubj:pass had|have|VBD+AUX|3|aux held|hold|VBN|0|root talks|talk|NNS|3|obj with|with|IN|6|case Berg|Berg|NNP|4|nmod",
      reports: ["CONSULT Ana Rivera, Lars Berg >  happened"]),
    Case(
      name: "nobody holds talks alone",
      tree:
        "Rivera|Rivera|NNP|2|nsubj held|hold|VBD|0|root talks|talk|NNS|2|obj",
      reports: []),
    Case(
      name: "leaders without names hold talks together",
      tree:
        "Norwegian|norwegian|JJ|2|amod leaders|leader|NNS|3|nsubj held|hold|VBD|0|root talks|talk|NNS|3|obj",
      reports: ["CONSULT Norway >  happened"]),
    Case(
      name: "praise by nobody is none",
      tree:
        "Norway|Norway|NNP|3|nsubj:pass was|be|VBD+AUX|3|aux:pass praised|praise|VBN|0|root",
      reports: []),
    Case(
      name: "subject of a noun with a copula",
      tree:
        "Peru|Peru|NNP|4|nsubj is|be|VBZ+AUX|4|cop in|in|IN|4|case talks|talk|NNS|0|root with|with|IN|6|case Norway|Norway|NNP|4|nmod",
      reports: ["CONSULT Norway, Peru >  happened"]),
    Case(
      name: "police of a town act for its country",
      tree:
        "Bergen|Bergen|NNP|2|compound police|police|NNS|3|nsubj arrested|arrest|VBD|0|root Rivera|Rivera|NNP|3|obj",
      reports: ["COERCE/arrest Norway > Ana Rivera happened"]),
    Case(
      name: "riot police without a country are those of the dateline",
      tree:
        "Riot|riot|NN|2|compound police|police|NNS|3|nsubj arrested|arrest|VBD|0|root Rivera|Rivera|NNP|3|obj",
      reports: ["COERCE/arrest Peru > Ana Rivera happened"]),
    Case(
      name: "relative clause takes the noun as subject",
      tree:
        "Rivera|Rivera|NNP|7|nsubj ,|,|,|4|punct who|who|WP|4|nsubj condemned|condemn|VBD|1|acl:relcl Peru|Peru|NNP|4|obj ,|,|,|4|punct slept|sleep|VBD|0|root",
      reports: ["ACCUSE/disapprove Ana Rivera > Peru happened"]),
    Case(
      name: "relative clause takes the noun as object",
      tree:
        "The|the|DT|2|det editor|editor|NN|6|nsubj whom|whom|WP|6|obj the|the|DT|5|det Peru|Peru|NNP|6|nsubj arrested|arrest|VBD|0|root",
      reports: ["COERCE/arrest Peru >  happened"]),
    Case(
      name: "participle clause shares its subject",
      tree:
        "Rivera|Rivera|NNP|2|nsubj spoke|speak|VBD|0|root ,|,|,|2|punct blaming|blame|VBG|2|advcl Norway|Norway|NNP|4|obj",
      reports: ["ACCUSE/disapprove Ana Rivera > Norway happened"]),
    Case(
      name: "reduced relative is passive",
      tree:
        "Berg|Berg|NNP|6|nsubj ,|,|,|3|punct jailed|jail|VBN|1|acl by|by|IN|5|case Peru|Peru|NNP|3|obl:agent slept|sleep|VBD|0|root",
      reports: ["SANCTION/convict Peru > Lars Berg happened"]),
    Case(
      name: "conjoined verbs share subject",
      tree:
        "Peru|Peru|NNP|2|nsubj expelled|expel|VBD|0|root Berg|Berg|NNP|2|obj and|and|CC|5|cc praised|praise|VBD|2|conj Norway|Norway|NNP|5|obj",
      reports: [
        "SANCTION/expel Peru > Lars Berg happened", "SUPPORT Peru > Norway happened",
      ]),
    Case(
      name: "conjoined parties",
      tree:
        "Norway|Norway|NNP|4|nsubj and|and|CC|3|cc Peru|Peru|NNP|1|conj attacked|attack|VBD|0|root the|the|DT|7|det Tide|Tide|NNP|7|compound Front|Front|NNP|4|obj",
      reports: ["ASSAULT Norway, Peru > Tide Front happened"]),
    Case(
      name: "capital stands for its government",
      tree:
        "Oslo|Oslo|NNP|2|nsubj condemned|condemn|VBD|0|root Peru|Peru|NNP|2|obj",
      reports: ["ACCUSE/disapprove Norway > Peru happened"]),
    Case(
      name: "arrival is a visit to the country",
      tree:
        "Rivera|Rivera|NNP|2|nsubj arrived|arrive|VBD|0|root in|in|IN|4|case Oslo|Oslo|NNP|2|obl",
      reports: ["CONSULT/visit Ana Rivera > Norway @Oslo happened"]),
    Case(
      name: "visit with the meeting that it is for",
      tree:
        "Rivera|Rivera|NNP|2|nsubj flew|fly|VBD|0|root to|to|IN|4|case Oslo|Oslo|NNP|2|obl to|to|TO|6|mark meet|meet|VB|2|advcl Berg|Berg|NNP|6|obj",
      reports: ["CONSULT/visit Ana Rivera > Lars Berg, Norway @Oslo happened"]),
    Case(
      name: "host receives guest",
      tree:
        "Berg|Berg|NNP|2|nsubj received|receive|VBD|0|root Rivera|Rivera|NNP|2|obj in|in|IN|5|case Bergen|Bergen|NNP|2|obl",
      reports: ["CONSULT/visit Ana Rivera > Lars Berg @Bergen happened"]),
    Case(
      name: "noun with possessor and object",
      tree:
        "Peru|Peru|NNP|3|nmod:poss 's|'s|POS|1|case invasion|invasion|NN|6|nsubj of|of|IN|5|case Norway|Norway|NNP|3|nmod failed|fail|VBD|0|root",
      reports: ["ASSAULT Peru > Norway @Norway happened"]),
    Case(
      name: "talks between two",
      tree:
        "Talks|talk|NNS|6|nsubj between|between|IN|3|case Peru|Peru|NNP|1|nmod and|and|CC|5|cc Norway|Norway|NNP|3|conj began|begin|VBD|0|root in|in|IN|8|case Bergen|Bergen|NNP|6|obl",
      reports: ["CONSULT Norway, Peru >  @Bergen happened"]),
    Case(
      name: "light verb carries its noun",
      tree:
        "Peru|Peru|NNP|2|nsubj launched|launch|VBD|0|root an|a|DT|4|det attack|attack|NN|2|obj on|on|IN|7|case Tide|Tide|NNP|7|compound Front|Front|NNP|4|nmod",
      reports: ["ASSAULT Peru > Tide Front happened"]),
    Case(
      name: "will is planned",
      tree:
        "Peru|Peru|NNP|3|nsubj will|will|MD|3|aux release|release|VB|0|root Berg|Berg|NNP|3|obj",
      reports: ["RETREAT/release Peru > Lars Berg planned"]),
    Case(
      name: "plan to is planned",
      tree:
        "Rivera|Rivera|NNP|2|nsubj plans|plan|VBZ|0|root to|to|TO|4|mark visit|visit|VB|2|xcomp Norway|Norway|NNP|4|obj",
      reports: ["CONSULT/visit Ana Rivera > Norway @Norway planned"]),
    Case(
      name: "negation is denied",
      tree:
        "Peru|Peru|NNP|4|nsubj did|do|VBD+AUX|4|aux not|not|RB|4|advmod attack|attack|VB|0|root Norway|Norway|NNP|4|obj",
      reports: ["ASSAULT Peru > Norway @Norway denied"]),
    Case(
      name: "accusation and the alleged act",
      tree:
        "Rivera|Rivera|NNP|2|nsubj accused|accuse|VBD|0|root Peru|Peru|NNP|2|obj of|of|IN|5|mark bombing|bomb|VBG|2|advcl Bergen|Bergen|NNP|5|obj",
      reports: [
        "ACCUSE/allege Ana Rivera > Peru happened",
        "ASSAULT/aerial Peru > Bergen @Bergen alleged",
      ]),
    Case(
      name: "what is asked for is no event",
      tree:
        "Rivera|Rivera|NNP|2|nsubj urged|urge|VBD|0|root Peru|Peru|NNP|2|obj to|to|TO|5|mark release|release|VB|2|xcomp Berg|Berg|NNP|5|obj",
      reports: ["REQUEST/change Ana Rivera > Peru happened"]),
    Case(
      name: "agreeing to withdraw concedes",
      tree:
        "Peru|Peru|NNP|2|nsubj agreed|agree|VBD|0|root to|to|TO|4|mark withdraw|withdraw|VB|2|xcomp from|from|IN|6|case Norway|Norway|NNP|4|obl",
      reports: ["CONCEDE Peru > Norway happened"]),
    Case(
      name: "promising aid agrees",
      tree:
        "Peru|Peru|NNP|2|nsubj promised|promise|VBD|0|root Norway|Norway|NNP|2|iobj aid|aid|NN|2|obj",
      reports: ["AGREE Peru > Norway happened"]),
    Case(
      name: "would not is a refusal",
      tree:
        "Rivera|Rivera|NNP|4|nsubj would|would|MD|4|aux not|not|RB|4|advmod negotiate|negotiate|VB|0|root with|with|IN|6|case Berg|Berg|NNP|4|obl",
      reports: ["REJECT Ana Rivera, Lars Berg >  happened"]),
    Case(
      name: "weapons are fired at, officials are dismissed",
      tree:
        "Peru|Peru|NNP|2|nsubj fired|fire|VBD|0|root rockets|rocket|NNS|2|obj at|at|IN|5|case Norway|Norway|NNP|2|obl and|and|CC|7|cc fired|fire|VBD|2|conj Berg|Berg|NNP|7|obj",
      reports: [
        "ASSAULT/heavy-weapons Peru > Norway @Norway happened",
        "SANCTION/expel Peru > Lars Berg happened",
      ]),
    Case(
      name: "police without a name are the country's of the dateline",
      tree:
        "Police|police|NNS|2|nsubj arrested|arrest|VBD|0|root Berg|Berg|NNP|2|obj",
      reports: ["COERCE/arrest Peru > Lars Berg happened"]),
    Case(
      name: "description in apposition to a name",
      tree:
        "The|the|DT|2|det minister|minister|NN|6|nsubj ,|,|,|4|punct Lars|Lars|NNP|2|appos Berg|Berg|NNP|4|flat resigned|resign|VBD|0|root",
      reports: ["RETREAT/resign Lars Berg >  happened"]),
    Case(
      name: "where points back at the place",
      tree:
        "In|in|IN|2|case Bergen|Bergen|NNP|8|obl ,|,|,|8|punct where|where|WRB|5|advmod met|meet|VBD|2|acl:relcl Berg|Berg|NNP|5|nsubj Rivera|Rivera|NNP|5|obj rained|rain|VBD|0|root",
      reports: ["CONSULT Ana Rivera, Lars Berg >  @Bergen happened"]),
    Case(
      name: "an order carried out is the deed",
      tree:
        "Peru|Peru|NNP|2|nsubj ordered|order|VBD|0|root Berg|Berg|NNP|4|nsubj:pass arrested|arrest|VBN|2|xcomp",
      reports: ["COERCE/arrest Peru > Lars Berg happened"]),
    Case(
      name: "a refusal concerns whom its complement names",
      tree:
        "Peru|Peru|NNP|2|nsubj refused|refuse|VBD|0|root to|to|TO|4|mark recognise|recognise|VB|2|xcomp Berg|Berg|NNP|4|obj",
      reports: ["REJECT Peru > Lars Berg happened"]),
    Case(
      name: "an idiom tells nothing",
      tree:
        "Peru|Peru|NNP|2|nsubj struck|strike|VBD|0|root a|a|DT|4|det balance|balance|NN|2|obj with|with|IN|6|case Norway|Norway|NNP|2|obl",
      reports: []),
    Case(
      name: "saying what another must do asks for it",
      tree:
        "Rivera|Rivera|NNP|2|nsubj said|say|VBD|0|root Peru|Peru|NNP|5|nsubj must|must|MD|5|aux release|release|VB|2|ccomp Berg|Berg|NNP|5|obj",
      reports: ["REQUEST/change Ana Rivera > Peru happened"]),
    Case(
      name: "force that one says one will use is a threat",
      tree:
        "Peru|Peru|NNP|2|nsubj said|say|VBD|0|root Peru|Peru|NNP|5|nsubj would|would|MD|5|aux bomb|bomb|VB|2|ccomp Bergen|Bergen|NNP|5|obj",
      reports: ["THREATEN Peru > Bergen happened"]),
    Case(
      name: "a reservation makes a threat of a concession",
      tree:
        "Peru|Peru|NNP|2|nsubj said|say|VBD|0|root Peru|Peru|NNP|5|nsubj would|would|MD|5|aux withdraw|withdraw|VB|2|ccomp unless|unless|IN|8|mark Norway|Norway|NNP|8|nsubj paid|pay|VBD|5|advcl",
      reports: ["THREATEN Peru > Norway happened"]),
    Case(
      name: "troops sent to help are aid to whom they help",
      tree:
        "Peru|Peru|NNP|2|nsubj sent|send|VBD|0|root troops|troop|NNS|2|obj to|to|TO|5|mark support|support|VB|2|xcomp Norway|Norway|NNP|5|obj",
      reports: ["AID Peru > Norway happened"]),
    Case(
      name: "what one rather does not do is not told",
      tree:
        "Berg|Berg|NNP|2|nsubj resigned|resign|VBD|0|root rather|rather|RB|4|advmod than|than|IN|5|mark visit|visit|VB|2|advcl Peru|Peru|NNP|5|obj",
      reports: ["RETREAT/resign Lars Berg >  happened"]),
    Case(
      name: "an amount is what it is an amount of",
      tree:
        "Peru|Peru|NNP|2|nsubj imposed|impose|VBD|0|root a|a|DT|4|det series|series|NN|2|obj of|of|IN|6|case sanctions|sanction|NNS|4|nmod on|on|IN|8|case Norway|Norway|NNP|2|obl",
      reports: ["SANCTION Peru > Norway happened"]),
    Case(
      name: "a result goes to the clause behind which it stands",
      tree:
        "Berg|Berg|NNP|2|nsubj left|leave|VBD|0|root after|after|IN|5|mark floods|flood|NNS|5|nsubj swept|sweep|VBD|2|advcl Norway|Norway|NNP|5|obj ,|,|,|8|punct killing|kill|VBG|2|advcl hundreds|hundred|NNS|8|obj",
      reports: []),
    Case(
      name: "nobody named, no report",
      tree:
        "Rebels|rebel|NNS|2|nsubj attacked|attack|VBD|0|root a|a|DT|4|det village|village|NN|2|obj",
      reports: []),
  ]

  @Test(arguments: cases) func reads(_ item: Case) throws {
    let reports = try read([item.tree])
    #expect(reports == item.reports)
  }

  @Test func aReplyGoesToWhoeverMadeTheClaim() throws {
    let reports = try read([
      "Rivera|Rivera|NNP|2|nsubj accused|accuse|VBD|0|root Peru|Peru|NNP|2|obj",
      "Peru|Peru|NNP|2|nsubj denied|deny|VBD|0|root it|it|PRP|2|obj",
    ])
    #expect(reports.last == "REJECT Peru > Ana Rivera happened")
  }

  @Test func aHeadlinesParticipleWithoutAnObjectIsAPassive() throws {
    var document = try TreeText.document(
      "Rivera|Rivera|NNP|2|nsubj jailed|jail|VBD|0|root for|for|IN|4|case months|month|NNS|2|obl",
      entities: Self.people)
    document.blocks[0].kind = .headline
    try Self.coder().annotate(&document)
    #expect(
      document.reports.map { Self.line($0, document) } == [
        "SANCTION/convict  > Ana Rivera happened"
      ])
  }

  @Test func whatNamesAnActGoesToWhoeverDidIt() throws {
    let reports = try read([
      "Peru|Peru|NNP|2|nsubj expelled|expel|VBD|0|root Berg|Berg|NNP|2|obj",
      "Norway|Norway|NNP|2|nsubj condemned|condemn|VBD|0|root the|the|DT|4|det expulsion|expulsion|NN|2|obj",
    ])
    #expect(reports.last == "ACCUSE/disapprove Norway > Peru happened")
  }

  @Test func aBorderClosedInAReportFromElsewhereIsTheOneThere() throws {
    let reports = try read([
      "Rivera|Rivera|NNP|2|nsubj left|leave|VBD|0|root Peru|Peru|NNP|2|obj",
      "Norway|Norway|NNP|3|nsubj has|have|VBZ+AUX|3|aux closed|close|VBN|0|root its|its|PRP$|5|nmod:poss border|border|NN|3|obj",
    ])
    #expect(reports.last == "COERCE/restrict Norway > Peru happened")
  }

  @Test func oneActToldTwiceIsOneReport() throws {
    let once =
      "Rivera|Rivera|NNP|2|nsubj met|meet|VBD|0|root Berg|Berg|NNP|2|obj"
    let again =
      "Rivera|Rivera|NNP|2|nsubj met|meet|VBD|0|root Berg|Berg|NNP|2|obj in|in|IN|5|case Bergen|Bergen|NNP|2|obl"
    #expect(try read([once, again]) == ["CONSULT Ana Rivera, Lars Berg >  @Bergen happened"])
  }

  @Test func aClaimOfForceByAnotherIsAllegedAndAttributed() throws {
    var document = try TreeText.document(
      "Rivera|Rivera|NNP|2|nsubj said|say|VBD|0|root that|that|IN|5|mark Peru|Peru|NNP|5|nsubj attacked|attack|VBD|2|ccomp Norway|Norway|NNP|5|obj",
      entities: Self.people)
    try Self.coder().annotate(&document)
    let report = try #require(document.reports.first)
    #expect(report.status == .alleged)
    #expect(report.attribution == "Ana Rivera")
    #expect(report.frame == "verb attack")
  }

  @Test func theTimeOfTheClauseDatesTheEvent() throws {
    var document = try TreeText.document(
      "Rivera|Rivera|NNP|2|nsubj met|meet|VBD|0|root Berg|Berg|NNP|2|obj on|on|IN|5|case Tuesday|Tuesday|NNP|2|obl",
      entities: Self.people)
    let day = try #require(NewsDate(iso: "2021-03-02"))
    document.times = [TimeExpression(tokens: 4..<5, date: day, basis: "Tuesday before 2021-03-04")]
    try Self.coder().annotate(&document)
    let report = try #require(document.reports.first)
    #expect(report.date == day)
    #expect(report.dateBasis == "Tuesday before 2021-03-04")
    #expect(document.text(report.evidence) == "Rivera met Berg on Tuesday")
  }

  @Test func whatFollowsThenHasTheDateOfWhatWasToldBefore() throws {
    let met =
      "Rivera|Rivera|NNP|2|nsubj met|meet|VBD|0|root Berg|Berg|NNP|2|obj on|on|IN|5|case Tuesday|Tuesday|NNP|2|obl"
    let day = try #require(NewsDate(iso: "2021-03-02"))
    for (adverb, date) in [("then", day), ("seldom", nil)] {
      var document = try TreeText.document(
        met,
        "Peru|Peru|NNP|3|nsubj \(adverb)|\(adverb)|RB|3|advmod praised|praise|VBD|0|root Berg|Berg|NNP|3|obj",
        entities: Self.people)
      document.times = [TimeExpression(tokens: 4..<5, date: day, basis: "Tuesday")]
      try Self.coder().annotate(&document)
      #expect(document.reports.last?.type == .support)
      #expect(document.reports.last?.date == date)
    }
  }

  @Test func badTreesAreReadWithoutHarm() throws {
    var document = try TreeText.document(
      "Rivera|Rivera|NNP|2|nsubj met|meet|VBD|1|conj Berg|Berg|NNP|3|obj",
      entities: Self.people)
    document.arcs[2].head = 99
    try Self.coder().annotate(&document)
    #expect(document.reports.count <= 1)
    document.arcs = []
    document.reports = []
    try Self.coder().annotate(&document)
    #expect(document.reports.isEmpty)
  }

  @Test func sentencesBeyondTheLimitAreLeftOut() throws {
    let words = Array(repeating: "and|and|CC|2|cc", count: EventCoder.sentenceLimit)
    var document = try TreeText.document(
      "Rivera|Rivera|NNP|2|nsubj met|meet|VBD|0|root Berg|Berg|NNP|2|obj "
        + words.joined(separator: " "),
      entities: Self.people)
    try Self.coder().annotate(&document)
    #expect(document.reports.isEmpty)
  }
}
