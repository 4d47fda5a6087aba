internal import NewsModel

extension Coreference {
  /// A description that stands for an entity: `the general`, `the group`, `his forces`.
  struct DescriptionMatch {
    var entity: Int
    var tokens: Range<Int>
    var epithet: String?
  }

  /// The entity that the noun phrase headed by `token` stands for, where it is clear.
  func description(headedBy token: Int) -> DescriptionMatch? {
    let sentence = text.sentence(of: token)
    if let forces = armedForces(headedBy: token) { return forces }
    guard text.shapes[token] == .lower || isOfficeInCapitals(token),
      let start = determiner(of: token, sentence: sentence)
    else { return nil }
    if token + 1 < sentence.upperBound, !endsPhrase(token + 1) { return nil }
    if text.words[start] != "the", text.words[start] != "this", text.words[start] != "that" {
      return counterpart(of: start, headedBy: token) ?? force(of: start, headedBy: token)
    }
    // An apposition describes its own name.
    if start > sentence.lowerBound, text.form(start - 1) == ",", nameEnd == start - 1 {
      return nil
    }
    let classes = text.classes[token]
    let epithet = epithet(in: start..<token + 1)
    let entity: Int?
    if !classes.isDisjoint(with: [.office, .title, .titleHe, .titleShe, .epithetNoun, .personNoun]),
      let person = person(headedBy: token, from: start)
    {
      entity = person
    } else if !classes.isDisjoint(with: [
      .organizationHead, .organizationBefore, .organizationNoun, .epithetNoun,
    ]) {
      entity = organization(headedBy: token, from: start) ?? members(headedBy: token)
    } else if classes.contains(.placeNoun) || text.words[token] == "kingdom" {
      entity = place(headedBy: token)
    } else {
      entity = members(headedBy: token)
    }
    return entity.map { DescriptionMatch(entity: $0, tokens: start..<token + 1, epithet: epithet) }
  }

  /// `The Minister`, as official texts write it, where no name follows.
  private func isOfficeInCapitals(_ token: Int) -> Bool {
    guard text.shapes[token] == .capital,
      !text.classes[token].isDisjoint(with: [.office, .title, .titleHe, .titleShe])
    else { return false }
    return text.styles[text.document.tokens[token].sentence] == .running
  }

  func determiner(of token: Int, sentence: Range<Int>) -> Int? {
    var at = token - 1
    while at >= sentence.lowerBound, token - at <= 4 {
      switch text.words[at] {
      case "the", "this", "that", "his", "her", "its", "their": return at
      default: break
      }
      guard
        text.tag(at) == .adj || text.tag(at) == .noun || text.tag(at) == .propn
          || text.classes[at].contains(.epithetAdjective)
      else { return nil }
      at -= 1
    }
    return nil
  }

  /// Whether a noun phrase is over before a token: no noun, name or 'of' follows.
  func endsPhrase(_ token: Int) -> Bool {
    if text.shapes[token] == .mark { return text.form(token) != "-" }
    if text.shapes[token].isCapital { return false }
    if ["of", "for", "who", "whose", "that", "which"].contains(text.words[token]) {
      return false
    }
    return text.tag(token) != .noun && text.tag(token) != .propn
  }

  /// The loaded word of a description.
  private func epithet(in run: Range<Int>) -> String? {
    let describer = EntityDescriber(text: text, lexicon: lexicon)
    var description = NameDescription()
    describer.readEpithets(run, into: &description)
    return description.epithets.last
  }

  // MARK: Persons

  private func person(headedBy token: Int, from start: Int) -> Int? {
    let word = text.words[token]
    let modifiers = (start + 1..<max(start + 1, token)).filter {
      !text.classes[$0].isDisjoint(with: [.officeModifier, .office])
    }.map { text.words[$0] }
    let nation = EntityDescriber(text: text, lexicon: lexicon).country(in: start..<token)
    func fits(_ entity: Int) -> Bool {
      guard entities[entity].kind == .person else { return false }
      if let nation, let country = entities[entity].country, nation != country { return false }
      let isCalled =
        profiles[entity].heads.contains(word)
        || epithetWords[entity].contains(word)
      guard isCalled else { return false }
      if modifiers.isEmpty { return true }
      let roles = entities[entity].roles.map { folded($0) }
      return modifiers.allSatisfy { modifier in roles.contains { $0.contains(modifier) } }
    }
    // 'The president' is rather the own one than one who was called the president of elsewhere.
    if nation == nil, let own = latest(within: 12, where: { fits($0) && !isForeign($0) }) {
      return own
    }
    if let known = latest(within: 12, where: fits) { return known }
    guard text.classes[token].contains(.epithetNoun) else { return nil }
    // A loaded word that nobody was called before: whom alone others were said of, or where one
    // person alone was spoken of.
    let loaded = entities.indices.lazy.filter {
      entities[$0].kind == .person && !epithetWords[$0].isEmpty
    }.prefix(2)
    if let first = loaded.first, loaded.count == 1,
      slots.contains(where: { $0.entity == first })
    {
      return first
    }
    return only(within: 2) { entities[$0].kind == .person }
  }

  /// `his counterpart`: the one other person whom the text lately spoke of.
  private func counterpart(of possessive: Int, headedBy token: Int) -> DescriptionMatch? {
    guard ["counterpart", "host", "guest"].contains(text.words[token]),
      ["his", "her"].contains(text.words[possessive]),
      let owner = slots.suffix(Self.memory).last(where: { $0.token == possessive })?.entity,
      let other = only(within: 2, where: { $0 != owner && entities[$0].kind == .person })
    else { return nil }
    return DescriptionMatch(entity: other, tokens: possessive..<token + 1, epithet: nil)
  }

  /// Whether a person was said to be of another country than the one that the text is written in.
  private func isForeign(_ person: Int) -> Bool {
    guard let country = entities[person].country else { return false }
    return home == nil || country != home
  }

  /// `his forces` after `commander of the Northern Army`: that army.
  private func force(of possessive: Int, headedBy token: Int) -> DescriptionMatch? {
    guard
      ["forces", "troops", "army", "militia", "fighters", "men", "party", "company", "group"]
        .contains(text.words[token]),
      text.words[possessive] == "his" || text.words[possessive] == "her",
      let owner = slots.suffix(Self.memory).last(where: { $0.token == possessive })?.entity
    else { return nil }
    let roles = entities[owner].roles.map { " " + folded($0) + " " }
    if roles.isEmpty { return nil }
    let roleWords = Set(roles.flatMap { $0.split(separator: " ").map(String.init) })
    let owned = entities.indices.filter { index in
      entities[index].kind == .organization && !nameWords[index].isDisjoint(with: roleWords)
        && entities[index].aliases.contains { alias in
          roles.contains { $0.contains(" " + folded(alias) + " ") }
        }
    }
    guard owned.count == 1, let entity = owned.first else { return nil }
    return DescriptionMatch(entity: entity, tokens: possessive..<token + 1, epithet: nil)
  }

  // MARK: Lately spoken of

  /// The entity spoken of last, within so many sentences, that fits.
  func latest(within sentences: Int, where fits: (Int) -> Bool) -> Int? {
    guard let now = slots.last?.sentence else { return nil }
    for slot in slots.suffix(Self.memory).reversed() {
      if now - slot.sentence > sentences { return nil }
      if let entity = slot.entity, fits(entity) { return entity }
    }
    return nil
  }

  /// The only entity spoken of within so many sentences that fits.
  func only(within sentences: Int, where fits: (Int) -> Bool) -> Int? {
    guard let now = slots.last?.sentence else { return nil }
    var found: Int?
    for slot in slots.suffix(Self.memory).reversed() {
      if now - slot.sentence > sentences { break }
      guard let entity = slot.entity, fits(entity) else { continue }
      if let found, found != entity { return nil }
      found = entity
    }
    return found
  }
}
