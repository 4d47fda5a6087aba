internal import NewsModel

/// Several entities that are meant together: 'the two leaders', 'both sides', 'they'.
extension Coreference {
  /// A description that stands for several entities.
  struct GroupMatch {
    var entities: [Int]
    var tokens: Range<Int>
  }

  /// What the members of a group must be.
  enum Membership {
    case person, country, body, side
  }

  /// How many sentences back the members of a group may have been named.
  private static let groupReach = 3

  // MARK: Names in a row

  /// Notes the names of one kind that are joined by 'and' and end with the name at `last`.
  mutating func addCoordination(endingAt last: Int) {
    // Each list is gone through once, from its end.
    guard last + 1 == names.count || !isJoined(names[last], names[last + 1]) else { return }
    var first = last
    while first > 0, isJoined(names[first - 1], names[first]) { first -= 1 }
    guard first < last,
      (names[last - 1].tokens.upperBound..<names[last].tokens.lowerBound).contains(where: {
        text.words[$0] == "and"
      })
    else { return }
    var members: [Int] = []
    for name in names[first...last] where !members.contains(name.entity.position) {
      members.append(name.entity.position)
    }
    guard members.count > 1 else { return }
    addGroup(members, at: names[first].head)
  }

  /// Notes several entities as one thing spoken of.
  mutating func addGroup(_ members: [Int], at token: Int, form: Mention.Form = .name) {
    slots.append(
      Slot(
        entity: nil, members: members, token: token,
        sentence: text.document.tokens[token].sentence, isSubject: isSubject(token),
        isPlural: true, isPerson: members.allSatisfy { entities[$0].kind == .person }, form: form))
  }

  /// Whether nothing but a comma or 'and' and the titles of the second stand between two names.
  private func isJoined(_ a: EntityMention, _ b: EntityMention) -> Bool {
    guard a.tokens.upperBound < b.tokens.lowerBound, b.tokens.lowerBound - a.tokens.upperBound <= 8,
      text.document.tokens[a.head].sentence == text.document.tokens[b.head].sentence,
      (entities[a.entity.position].kind == .person) == (entities[b.entity.position].kind == .person)
    else { return false }
    let first = a.tokens.upperBound
    guard text.form(first) == "," || text.words[first] == "and" else { return false }
    return (first + 1..<b.tokens.lowerBound).allSatisfy { token in
      let word = text.words[token]
      return word == "and" || word == "the"
        || !text.classes[token].isDisjoint(with: [
          .office, .officeModifier, .title, .titleHe, .titleShe, .people,
        ])
    }
  }

  /// `EU ministers`, `the ministers of the EU`, `Norway's troops`: the body or country that acts
  /// through those who are called by a noun.
  func owner(of token: Int) -> Int? {
    let isOfficial = text.classes[token].contains(.organizationNoun) || isOffice(token)
    guard isOfficial, isPlural(token) else { return nil }
    let sentence = text.sentence(of: token)
    func acts(_ name: EntityMention) -> Bool {
      entities[name.entity.position].kind == .organization || isCountry(name.entity.position)
    }
    if token + 1 < sentence.upperBound, text.words[token + 1] == "of" {
      let next = names[nextName...].first
      if let next, next.tokens.lowerBound - token <= 3, sentence.contains(next.head), acts(next) {
        return next.entity.position
      }
    }
    guard nextName > 0 else { return nil }
    let last = names[nextName - 1]
    guard sentence.contains(last.head), acts(last), token - last.tokens.upperBound <= 2,
      (last.tokens.upperBound..<token).allSatisfy({
        text.isPossessive($0) || text.tag($0) == .adj || text.tag($0) == .noun
      })
    else { return nil }
    return last.entity.position
  }

  private func isOffice(_ token: Int) -> Bool {
    lexicon.wordClass(Self.singular(text.words[token])).contains(.office)
  }

  // MARK: Descriptions

  /// The entities that a phrase with a number in front stands for, where they are clear.
  func groupDescription(headedBy token: Int) -> GroupMatch? {
    guard text.shapes[token] == .lower, let size = groupSize(at: token) else { return nil }
    let word = text.words[token]
    if let bare = Self.sizes[word] {
      // 'the two met', 'both denied it', 'the pair'.
      guard bare == size.count, isHead(token) else { return nil }
      let members =
        recent(bare, .person, before: token, within: Self.groupReach)
        ?? recent(bare, .side, before: token, within: Self.groupReach)
      return members.map { GroupMatch(entities: $0, tokens: size.start..<token + 1) }
    }
    guard text.tag(token) == .noun, isPlural(token), let membership = membership(of: word)
    else { return nil }
    let called = membership == .person ? called(Self.singular(word)) : []
    var members =
      called.count == size.count
      ? called
      : recent(size.count, membership, before: token, within: Self.groupReach)
    if members == nil, membership == .side {
      members = recent(size.count, .person, before: token, within: Self.groupReach)
    }
    return members.map { GroupMatch(entities: $0, tokens: size.start..<token + 1) }
  }

  private static let sizes: [String: Int] = [
    "two": 2, "both": 2, "pair": 2, "duo": 2, "three": 3, "trio": 3, "four": 4, "five": 5, "six": 6,
  ]

  /// The number of a group and where its phrase begins: 'the two rival leaders', 'both men'.
  private func groupSize(at token: Int) -> (count: Int, start: Int)? {
    let sentence = text.sentence(of: token)
    var at = token
    while at >= sentence.lowerBound, token - at <= 3 {
      if let count = Self.sizes[text.words[at]] {
        if text.words[at] == "both" { return (2, at) }
        let start = at - 1
        guard start >= sentence.lowerBound,
          ["the", "these", "those", "all"].contains(text.words[start])
        else { return nil }
        return (count, start)
      }
      if at < token, text.tag(at) != .adj, text.tag(at) != .noun { return nil }
      at -= 1
    }
    // 'the sides' are two.
    guard text.words[token] == "sides", token > sentence.lowerBound,
      text.words[token - 1] == "the" || text.words[token - 1] == "warring"
    else { return nil }
    return (2, token - 1)
  }

  /// Whether a number stands alone: no noun or 'of' follows.
  private func isHead(_ token: Int) -> Bool {
    let next = token + 1
    guard next < text.sentence(of: token).upperBound else { return true }
    if text.shapes[next] == .mark { return text.form(next) != "-" && text.form(next) != "“" }
    return text.tag(next) == .verb || text.tag(next) == .aux
  }

  private func membership(of word: String) -> Membership? {
    switch word {
    case "sides", "parties", "neighbours", "neighbors", "rivals", "foes", "enemies", "allies": .side
    case "countries", "nations", "states", "governments", "republics", "capitals", "powers":
      .country
    case "companies", "firms", "groups", "organisations", "organizations", "carmakers", "banks",
      "clubs", "airlines", "bodies", "agencies", "militias", "armies", "forces", "factions",
      "ministries", "unions", "teams":
      .body
    case "men", "women", "people", "leaders", "heads", "generals", "politicians": .person
    default:
      lexicon.wordClass(Self.singular(word)).isDisjoint(with: [
        .office, .title, .titleHe, .titleShe, .personNoun,
      ]) ? nil : .person
    }
  }

  private static func singular(_ word: String) -> String {
    switch word {
    case "men": "man"
    case "women": "woman"
    case _ where word.hasSuffix("ies"): word.dropLast(3) + "y"
    case _ where word.hasSuffix("s"): String(word.dropLast())
    default: word
    }
  }

  /// The persons lately spoken of who are called by a noun.
  private func called(_ noun: String) -> [Int] {
    var result: [Int] = []
    for slot in slots.suffix(Self.memory) {
      guard let entity = slot.entity, entities[entity].kind == .person, !result.contains(entity),
        profiles[entity].heads.contains(noun)
      else { continue }
      result.append(entity)
    }
    return result
  }

  /// The last so many entities that were spoken of together, or alone in as few sentences as hold
  /// them; nil where there are more or less.
  func recent(
    _ count: Int, _ membership: Membership, before token: Int, within reach: Int
  ) -> [Int]? {
    let now = text.document.tokens[token].sentence
    // Who only tells of them is none of them: 'the spokesman confirmed that the two men had met'.
    let near = slots.suffix(Self.memory).filter {
      now - $0.sentence <= reach && !isSpokesperson($0)
    }
    let row = near.last { slot in
      slot.members.count == count && slot.members.allSatisfy { fits($0, membership) }
    }
    if let row { return row.members }
    for newest in [now, now - 1] {
      var found: [Int] = []
      var oldest = newest
      while oldest >= now - reach {
        for slot in near where slot.sentence == oldest {
          for entity in slot.entity.map({ [$0] }) ?? slot.members
          where fits(entity, membership) && !found.contains(entity) {
            found.append(entity)
          }
        }
        if found.count >= count { break }
        if newest == now { break }
        oldest -= 1
      }
      if found.count == count { return found }
    }
    return nil
  }

  /// Whether somebody's office is to speak for others.
  private func isSpokesperson(_ slot: Slot) -> Bool {
    guard let entity = slot.entity else { return false }
    return profiles[entity].heads.contains { $0.hasPrefix("spokes") }
  }

  private func fits(_ entity: Int, _ membership: Membership) -> Bool {
    switch membership {
    case .person: entities[entity].kind == .person
    case .body: entities[entity].kind == .organization
    case .country: isCountry(entity)
    case .side: entities[entity].kind == .organization || isCountry(entity)
    }
  }
}
