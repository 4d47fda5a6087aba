internal import NewsModel

/// Weighs what speaks for each kind where a name stands: lists, heads, titles and neighbours.
struct NameEvidence {
  let text: NameText
  let lexicon: NameLexicon

  /// Adds to `candidate` what its place in the text says.
  func weigh(_ candidate: inout NameCandidate) {
    var votes = candidate.votes
    votes += listed(candidate)
    votes += inside(candidate)
    votes += before(candidate)
    votes += after(candidate)
    candidate.votes = votes
  }

  private func listed(_ candidate: NameCandidate) -> KindVotes {
    var votes = KindVotes()
    if candidate.isTitled { votes.person += 5 }
    guard let known = candidate.known else { return votes }
    let weight: Float =
      switch known.group {
      case .country: 8
      case .body: 7
      case .capital: 6
      case .region: 5
      case .city: 4
      case .subdivision: 2
      }
    votes[known.kind] += weight
    return votes
  }

  // MARK: Inside

  private func inside(_ candidate: NameCandidate) -> KindVotes {
    var votes = KindVotes()
    let tokens = candidate.tokens
    let first = tokens.lowerBound
    if text.shapes[first] == .capitals, tokens.count == 1, text.words[first].utf8.count <= 7,
      candidate.known == nil
    {
      votes.organization += text.words[first].utf8.count <= 5 ? 3 : 1
      votes += dateline(first)
    }
    if candidate.known == nil, tokens.contains(where: isCamelCase) { votes.organization += 3 }
    if tokens.count == 1 {
      // A lone name that nothing speaks for is more often a place.
      if candidate.known == nil { votes.place += 0.4 }
      if candidate.known == nil || candidate.known?.group == .subdivision {
        if !text.classes[first].isDisjoint(with: .given) { votes.person += 2 }
      }
      return votes
    }
    if candidate.known == nil {
      votes += bodyOrPlace(of: tokens)
      votes += person(of: tokens)
    }
    return votes
  }

  /// What the words of a name of several say for a body or a place.
  private func bodyOrPlace(of tokens: Range<Int>) -> KindVotes {
    var votes = KindVotes()
    let (first, last) = (tokens.lowerBound, tokens.upperBound - 1)
    let classes = text.classes
    if lexicon.bodyStarts.contains(text.words[first]) { votes.organization += 5 }
    if classes[last].contains(.organizationHead) {
      votes.organization += classes[last].contains(.site) ? 3 : 5
    }
    if tokens.dropFirst().contains(where: { text.words[$0] == "of" || text.words[$0] == "for" }) {
      votes += ofPhrase(tokens)
    }
    if classes[last].contains(.site) { votes.place += 4 }
    if classes[first].contains(.siteBefore),
      text.shapes[last].isCapital || text.shapes[last] == .mixed
    {
      votes.place += 4
    }
    if classes[first].contains(.direction), lexicon.names[text.folds(first + 1..<last + 1)] != nil {
      votes.place += 5
    }
    if tokens.dropLast().contains(where: { text.isPossessive($0) }) { votes.organization += 3 }
    if tokens.contains(where: { text.form($0) == "&" }) { votes.organization += 5 }
    if lexicon.demonyms[text.words[first]] != nil { votes.organization += 2 }
    // 'Ruritania Dawn', 'Brighter Ruritania': a movement that has its country in its name.
    if isCountry(last) || isCountry(first) && classes[first].isDisjoint(with: .alsoGiven) {
      votes.organization += 3
    }
    return votes
  }

  /// What the words of a name of several say for a person.
  private func person(of tokens: Range<Int>) -> KindVotes {
    var votes = KindVotes()
    let (first, last) = (tokens.lowerBound, tokens.upperBound - 1)
    let classes = text.classes
    if !classes[first].isDisjoint(with: .given), !classes[last].contains(.organizationHead) {
      votes.person += 5
    } else if let hyphen = text.words[first].firstIndex(of: " "),
      !lexicon.wordClass(String(text.words[first][..<hyphen])).isDisjoint(with: .given)
    {
      votes.person += 3
    }
    if classes[first].contains(.alsoGiven),
      classes[last].isDisjoint(with: [.organizationHead, .site])
    {
      votes.person += 3
    }
    if tokens.dropFirst().contains(where: { text.shapes[$0] == .initial }) { votes.person += 3 }
    if text.shapes[first] == .initial { votes.person += 3 }
    if classes[last].contains(.generation) { votes.person += 4 }
    if tokens.contains(where: { text.shapes[$0] == .lower && classes[$0].contains(.particle) }) {
      votes.person += 1
    }
    if tokens.allSatisfy({ text.shapes[$0].isCapital || classes[$0].contains(.particle) }),
      classes[last].isDisjoint(with: [.organizationHead, .site])
    {
      votes.person += 1.5
    }
    return votes
  }

  private func isCountry(_ token: Int) -> Bool {
    lexicon.names[text.words[token]]?.group == .country
  }

  /// `PetroLine`, `eBay`: a firm writes itself so; `McLean` and `O'Neill` are persons.
  private func isCamelCase(_ token: Int) -> Bool {
    // Most names have one capital, in front.
    if text.form(token).utf8.dropFirst().allSatisfy({ $0 < 0x80 && !(0x41...0x5a).contains($0) }) {
      return false
    }
    var small = 0
    var head: [Unicode.Scalar] = []
    for scalar in text.form(token).unicodeScalars {
      if scalar.properties.isUppercase, small >= 2 {
        let prefix = String(String.UnicodeScalarView(head)).lowercased()
        return prefix != "mac" && prefix != "mc" && prefix != "fitz"
      }
      guard scalar.properties.isAlphabetic else { return false }
      if scalar.properties.isLowercase { small += 1 } else { small = 0 }
      head.append(scalar)
    }
    return false
  }

  private func ofPhrase(_ tokens: Range<Int>) -> KindVotes {
    guard
      let at = tokens.dropFirst().first(where: { text.words[$0] == "of" || text.words[$0] == "for" }
      )
    else { return KindVotes() }
    let head = text.classes[at - 1]
    if !head.isDisjoint(with: [.organizationOf, .organizationHead]) {
      return KindVotes(organization: 6)
    }
    return KindVotes(place: 5)
  }

  /// A city in capitals at the beginning of a block, before a dash, a date or an agency.
  private func dateline(_ token: Int) -> KindVotes {
    let sentence = text.sentence(of: token)
    guard token - sentence.lowerBound <= 2 else { return KindVotes() }
    var at = token + 1
    while at < min(sentence.upperBound, token + 10) {
      switch text.form(at) {
      case "-", "–", "—", "--": return KindVotes(place: 6)
      case "(", ",", ")", "/": break
      default: if text.shapes[at] == .lower { return KindVotes() }
      }
      at += 1
    }
    return KindVotes()
  }

  // MARK: Before

  private func before(_ candidate: NameCandidate) -> KindVotes {
    var votes = KindVotes()
    let sentence = text.sentence(of: candidate.tokens.lowerBound)
    var at = candidate.tokens.lowerBound - 1
    guard at >= sentence.lowerBound else { return votes }
    var isDefinite = false
    if text.words[at] == "the" {
      isDefinite = true
      votes.organization += candidate.tokens.count == 1 ? 2 : 1
      votes.person -= 3
      at -= 1
      guard at >= sentence.lowerBound else { return votes }
      if ["in", "near", "across", "around", "outside", "inside", "at"].contains(text.words[at]) {
        votes.place += 2.5
        votes.organization -= 1
      }
    }
    let classes = text.classes[at]
    let word = text.words[at]
    if !isDefinite, text.form(at) == ",", at > sentence.lowerBound,
      !text.classes[at - 1].isDisjoint(with: [.office, .personNoun, .titleHe, .titleShe])
    {
      votes.person += 2
    }
    votes += belonging(joinedBy: at)
    if !isDefinite {
      switch word {
      case "in", "near", "across", "throughout", "outside", "inside": votes.place += 3
      case "into", "around": votes.place += 2
      case "to" where at > sentence.lowerBound && Self.attached.contains(text.words[at - 1]): break
      case "from", "to", "toward", "towards", "via", "off": votes.place += 1.5
      case "at": votes.place += 1.5
      case "of": votes += ofBefore(at)
      case "mr", "mrs", "ms", "dr", "gen", "col": votes.person += 6
      case "by": votes.person += 0.5
      default: break
      }
      if text.shapes[at] == .lower {
        if !classes.isDisjoint(with: [.office, .title, .titleHe, .titleShe, .personNoun]) {
          votes.person += classes.contains(.organizationBefore) ? 1.5 : 4
        }
        if classes.contains(.organizationBefore) || classes.contains(.organizationHead) {
          votes.organization += 4
        } else if classes.contains(.placeNoun), word != "north", word != "south", word != "east",
          word != "west"
        {
          votes.place += 3
        }
      }
    } else if word == "of" {
      votes += ofBefore(at)
    }
    return votes
  }

  /// Words whose 'to' leads to a party rather than a place: `loyal to X`.
  private static let attached: Set<String> = [
    "according", "belong", "belonged", "belonging", "belongs", "close", "due", "hostile", "linked",
    "loyal", "owed", "owing", "related", "sold", "sympathetic", "thanks", "tied",
  ]

  /// `the town of X` is a place, `the leader of X` is no person.
  private func ofBefore(_ at: Int) -> KindVotes {
    guard at > text.sentence(of: at).lowerBound else { return KindVotes() }
    let head = text.classes[at - 1]
    if head.contains(.placeNoun) || head.contains(.site) || isPlural(text.words[at - 1], .placeNoun)
    {
      return KindVotes(place: 4)
    }
    if head.contains(.organizationHead) { return KindVotes(place: 1) }
    if head.contains(.office) { return KindVotes(organization: 1, place: 1) }
    return KindVotes(place: 0.3)
  }

  private func isPlural(_ word: String, _ wordClass: WordClass) -> Bool {
    guard word.hasSuffix("s") else { return false }
    return !lexicon.wordClass(String(word.dropLast())).isDisjoint(with: wordClass)
      || word.hasSuffix("ies")
        && !lexicon.wordClass(word.dropLast(3) + "y").isDisjoint(with: wordClass)
  }

  // MARK: After

  private func after(_ candidate: NameCandidate) -> KindVotes {
    var votes = KindVotes()
    let sentence = text.sentence(of: candidate.tokens.lowerBound)
    let at = candidate.tokens.upperBound
    guard at < sentence.upperBound else { return votes }
    let classes = text.classes[at]
    switch text.form(at) {
    case ",": votes += afterComma(at + 1, sentence: sentence)
    case "(":
      if at + 2 < sentence.upperBound, text.shapes[at + 1] == .capitals, text.form(at + 2) == ")" {
        votes.organization += 2
      }
      if at + 2 < sentence.upperBound, text.shapes[at + 1] == .number, text.form(at + 2) == ")" {
        votes.person += 3
      }
    default: break
    }
    if text.shapes[at] == .lower {
      if classes.contains(.saying) {
        votes.person += 1.5
        votes.organization += 0.5
      }
      if classes.contains(.organizationNoun) { votes.organization += 2.5 }
      if classes.contains(.organizationBefore), text.tag(at).map({ $0 == .noun }) ?? true {
        votes.organization += 3
      }
      if Self.personVerbs.contains(text.words[at]) { votes.person += 2 }
      if text.words[at] == "who" { votes.person += 4 }
    }
    if text.isPossessive(at), at + 1 < sentence.upperBound {
      let next = text.classes[at + 1]
      if Self.belongings.contains(text.words[at + 1]) { votes.person += 2.5 }
      votes += owner(of: at + 1)
      if text.shapes[at + 1] == .lower, next.contains(.office) {
        votes.organization += 0.5
        votes.place += 1
      }
      if ["capital", "border", "economy", "coast", "population", "airport"].contains(
        text.words[at + 1])
      {
        votes.place += 3
      }
    }
    return votes
  }

  private static let personVerbs: Set<String> = [
    "smiled", "laughed", "resigned", "died", "spoke", "nodded", "wept", "stepped", "flew",
    "walked", "sat", "stood", "shook", "himself", "herself", "grew", "married", "studied", "posed",
  ]

  private static let belongings: Set<String> = [
    "wife", "husband", "son", "daughter", "father", "mother", "brother", "sister", "family",
    "lawyer", "lawyers", "death", "speech", "visit", "trip", "aide", "aides", "face", "hand",
    "hands", "life", "office", "arrest", "trial", "resignation", "remarks", "comments", "desk",
    "widow", "successor", "predecessor", "supporters", "rival", "rivals", "convoy", "plane",
  ]

  /// The apposition or clause behind a comma: `X, a former minister`, `X, 54,`, `X, the capital`.
  private func afterComma(_ start: Int, sentence: Range<Int>) -> KindVotes {
    guard start < sentence.upperBound else { return KindVotes() }
    switch text.words[start] {
    case "who", "whom": return KindVotes(person: 4)
    case "whose": return KindVotes(person: 1.5)
    case "which":
      var votes = KindVotes(organization: 1, place: 1)
      if start + 1 < sentence.upperBound { votes += doer(of: start + 1) }
      return votes
    default: break
    }
    if text.shapes[start] == .number, start + 1 < sentence.upperBound,
      text.form(start + 1) == ",", text.words[start].utf8.count == 2
    {
      return KindVotes(person: 5)
    }
    guard
      ["the", "a", "an", "its", "his", "her", "their", "former", "then"].contains(text.words[start])
        || lexicon.demonyms[text.words[start]] != nil || text.classes[start].contains(.office)
    else { return KindVotes() }
    for at in start..<min(start + 8, sentence.upperBound) {
      let classes = text.classes[at]
      if text.shapes[at] == .mark || text.words[at] == "of" || text.words[at] == "in" {
        return at > start ? apposition(headedBy: at - 1) : KindVotes()
      }
      if Self.appositionEnds.contains(text.words[at]) {
        if text.words[at] == "who" { return KindVotes(person: 4) }
        if text.words[at] == "where" { return KindVotes(place: 4) }
        return at > start ? apposition(headedBy: at - 1) : KindVotes()
      }
      if classes.contains(.office), at > start, text.shapes[at] == .lower,
        at + 1 < sentence.upperBound, text.words[at + 1] == "of"
      {
        return KindVotes(person: 4)
      }
    }
    return KindVotes()
  }

  /// Words before which the noun of an apposition stands: `X, the group whose fighters ...`.
  private static let appositionEnds: Set<String> = [
    "who", "whom", "whose", "that", "which", "where", "said", "was", "is", "with", "for", "from",
    "on", "at", "to", "led", "based", "run", "backed", "founded", "owned",
  ]

  private func apposition(headedBy token: Int) -> KindVotes {
    let head = text.classes[token]
    if !head.isDisjoint(with: [.organizationBefore, .organizationHead]),
      head.isDisjoint(with: [.personNoun, .titleHe, .titleShe])
    {
      return KindVotes(organization: 3)
    }
    if !head.isDisjoint(with: [.office, .personNoun, .epithetNoun])
      || !head.isDisjoint(with: .anyTitle)
    {
      return KindVotes(person: 4)
    }
    return head.isDisjoint(with: [.placeNoun, .site]) ? KindVotes() : KindVotes(place: 4)
  }
}
