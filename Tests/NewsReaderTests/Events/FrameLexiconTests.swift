import Testing

@testable import NewsModel
@testable import NewsReader

@Suite struct FrameLexiconTests {
  private func resource() throws -> String {
    String(decoding: try Resources.bytes(named: "frames.txt"), as: UTF8.self)
  }

  @Test func everyLineOfTheLexiconIsRead() throws {
    let lexicon = try FrameParser.lexicon(try resource())
    #expect(lexicon.count(.verb) >= 1700)
    #expect(lexicon.count(.noun) >= 650)
    #expect(
      lexicon.count == lexicon.count(.verb) + lexicon.count(.noun) + lexicon.count(.adjective))
  }

  @Test func everyTypeCanBeTold() throws {
    let text = try resource()
    for type in EventType.allCases {
      #expect(text.contains("= \(type.rawValue)"), "\(type.rawValue)")
    }
  }

  @Test func noEntryStandsTwice() throws {
    var seen: Set<String> = []
    for line in try resource().split(separator: "\n") where line.contains("=") {
      guard let head = line.split(separator: "=").first, !line.hasPrefix("class"),
        !line.hasPrefix("operator"), !line.hasPrefix("#")
      else { continue }
      #expect(seen.insert(String(head)).inserted, "\(head)")
    }
  }

  /// An entry behind another of the same word that holds wherever it does is never taken.
  @Test func everyEntryCanBeReached() throws {
    let lexicon = try FrameParser.lexicon(try resource())
    for line in try resource().split(separator: "\n") {
      let words = line.split(separator: " ").map(String.init)
      guard let kind = words.first.flatMap(Frame.Kind.init(rawValue:)) else { continue }
      let frames = lexicon.frames(kind, words[1])
      for (position, frame) in frames.enumerated() {
        let hides = frames[..<position].first { other in
          other.conditions.allSatisfy { wide in
            frame.conditions.contains { lexicon.covers(wide, $0) }
          }
        }
        #expect(hides == nil, "'\(frame.name)' stands behind '\(hides?.name ?? "")'")
      }
    }
  }

  @Test func everyIdiomIsOneOfAWordThatHasFrames() throws {
    let lexicon = try FrameParser.lexicon(try resource())
    var seen: Set<Substring> = []
    for line in try resource().split(separator: "\n") where line.hasPrefix("idiom ") {
      let words = line.split(separator: " ").map(String.init)
      let kind = try #require(Frame.Kind(rawValue: words[1]))
      #expect(!lexicon.frames(kind, words[2]).isEmpty, "\(line)")
      #expect(seen.insert(line).inserted, "\(line)")
    }
    #expect(seen.count >= 80)
  }

  @Test func idiomsAreKeptApart() throws {
    let lexicon = try FrameParser.lexicon(
      """
      verb strike = ASSAULT subj > obj
      idiom verb strike (obj balance|pose)
      """)
    #expect(lexicon.frames(.verb, "strike").count == 1)
    #expect(lexicon.idioms(.verb, "strike").map(\.conditions.count) == [1])
    #expect(lexicon.idioms(.noun, "strike").isEmpty)
  }

  @Test func anEntryIsReadInFull() throws {
    let lexicon = try FrameParser.lexicon(
      """
      class boats = boat ship   # a comment
      verb fire at (obj @boats|raft) (in none) = ASSAULT/firearms subj > at obj.of ; planned
      verb meet = CONSULT subj & with
      """)
    let frame = try #require(lexicon.frames(.verb, "fire").first)
    #expect(frame.name == "verb fire at (obj @boats|raft) (in none)")
    #expect(frame.type == .assault)
    #expect(frame.mode == "firearms")
    #expect(frame.targets.map(\.functions) == [["at"], ["obj", "of"]])
    #expect(frame.options == [.planned])
    #expect(frame.conditions.count == 3)
    #expect(!frame.isMutual)
    #expect(try #require(lexicon.frames(.verb, "meet").first).isMutual)
    #expect(lexicon.isMember("ship", of: "boats"))
    #expect(lexicon.frames(.noun, "fire").isEmpty)
  }

  @Test func theMoreSpecificEntryComesFirst() throws {
    let lexicon = try FrameParser.lexicon(
      """
      verb fire = SANCTION subj > obj
      verb fire (obj person) = SANCTION/expel subj > obj
      verb fire at = ASSAULT subj > at
      """)
    #expect(
      lexicon.frames(.verb, "fire").map(\.name)
        == ["verb fire at", "verb fire (obj person)", "verb fire"])
  }

  @Test(arguments: [
    ("verb = CONSULT subj > obj", "the lemma is missing"),
    ("verb meet CONSULT subj > obj", "an entry has one '='"),
    ("verb meet = TALK subj > obj", "no event type 'TALK'"),
    ("verb meet = CONSULT/dinner subj > obj", "CONSULT has no mode 'dinner'"),
    ("verb meet = CONSULT subj obj", "roles are written 'ACTORS > TARGETS' or 'PARTIES & PARTIES'"),
    ("verb meet = CONSULT >", "nobody takes part"),
    ("verb meet (obj = CONSULT subj > obj", "')' is missing"),
    ("verb meet (obj) = CONSULT subj > obj", "a test is written '(FUNCTION FILLER)'"),
    ("verb meet @guests = CONSULT subj > obj", "no class 'guests'"),
    ("verb meet = CONSULT subj > obj ; often", "no option 'often'"),
    ("verb meet = CONSULT subj > obj..of", "no path 'obj..of'"),
    ("verb meet =", "the type is missing"),
    (
      "adverb soon = CONSULT subj > obj",
      "an entry begins with class, operator, alias, idiom, verb, noun or adjective"
    ),
    ("idiom verb strike", "an idiom needs a condition"),
    (
      "idiom strike balance",
      "an entry begins with class, operator, alias, idiom, verb, noun or adjective"
    ),
    ("class guests", "a class is written 'class NAME = LEMMA ...'"),
    ("operator", "an operator is written 'operator KIND = LEMMA ...'"),
    ("operator often = say", "no operator 'often'"),
    ("operator said = say say", "'say' is an operator twice"),
  ])
  func aBadLineIsNamed(_ line: String, _ reason: String) {
    #expect(throws: LexiconError(resource: "frames.txt", line: 3, reason: reason)) {
      try FrameParser.lexicon("# first\n\n\(line)\n")
    }
  }

  @Test func everyContextLineIsRead() throws {
    let text = String(decoding: try Resources.bytes(named: "contexts.txt"), as: UTF8.self)
    let lexicon = try ContextLexicon(text)
    #expect(lexicon.contexts(of: ["the", "vaccine", "Hospital"]) == ["health"])
    #expect(ContextLexicon.names.count == 37)
    #expect(throws: LexiconError(resource: "contexts.txt", line: 1, reason: "no context 'sport'")) {
      try ContextLexicon("sport = ball")
    }
  }
}

extension FrameLexicon {
  /// Whether `wide` holds wherever `narrow` does.
  fileprivate func covers(_ wide: Frame.Condition, _ narrow: Frame.Condition) -> Bool {
    switch (wide, narrow) {
    case (.word(let a), .word(let b)): return covers(a, b)
    case (.argument(let a, .words(let all)), .argument(let b, .words(let some))):
      return a == b && some.allSatisfy { test in all.contains { covers($0, test) } }
    case (.argument(let a, .any), .argument(let b, _)): return a == b
    default: return wide == narrow
    }
  }

  private func covers(_ wide: Frame.WordTest, _ narrow: Frame.WordTest) -> Bool {
    if case .lemma(let word) = narrow { return passes(word, wide) }
    return wide == narrow
  }
}
