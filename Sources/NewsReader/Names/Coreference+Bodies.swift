internal import NewsModel

/// Descriptions of bodies and places: 'the carmaker', 'the judges', 'the Finnish army', 'the city'.
extension Coreference {
  /// Words for bodies, and what a body on the lists must be to be called so.
  private static let genericBodies: [String: KnownName.Body?] = {
    var bodies: [String: KnownName.Body?] = [:]
    for word in ["organisation", "organization", "body", "agency", "charity", "club", "union"] {
      bodies[word] = .some(nil)
    }
    for word in ["group", "militia", "movement", "faction", "gang"] { bodies[word] = .armedGroup }
    for word in [
      "company", "firm", "airline", "carmaker", "automaker", "planemaker", "manufacturer", "giant",
      "bank", "lender", "retailer", "insurer", "producer", "developer", "maker", "operator",
    ] {
      bodies[word] = .company
    }
    for word in ["newspaper", "daily", "broadcaster", "weekly"] { bodies[word] = .press }
    for word in ["bloc", "alliance"] { bodies[word] = .international }
    bodies["party"] = .party
    return bodies
  }()

  /// The body that a noun names or describes.
  func organization(headedBy token: Int, from start: Int) -> Int? {
    let word = text.words[token]
    let singular = word.hasSuffix("s") ? String(word.dropLast()) : word
    let isArmy = word == "army" || word == "military"
    func names(_ entity: Int) -> Bool {
      guard entities[entity].kind == .organization else { return false }
      if isArmy, nameWords[entity].isSuperset(of: ["armed", "forces"]) { return true }
      // 'the Bund-backed government' is no name of the Bund.
      let isCalled = word != "government" && profiles[entity].heads.contains(word)
      return isCalled || nameWords[entity].contains(word)
        || nameWords[entity].contains(singular)
    }
    if let named = latest(within: 8, where: names) { return named }
    guard let body = Self.genericBodies[word] else { return nil }
    if body == .international {
      // Blocs are known by name as no firm or militia is.
      return only(within: 3) { entity in
        entities[entity].kind == .organization && entities[entity].country == nil
          && lexicon.names[folded(entities[entity].name)]?.group == .body
      }
    }
    return only(within: 2) { entity in
      guard entities[entity].kind == .organization else { return false }
      if let known = lexicon.names[folded(entities[entity].name)] {
        return body != nil && known.body == body
      }
      let last = folded(entities[entity].name).split(separator: " ").last.map(String.init) ?? ""
      if lexicon.wordClass(last).isDisjoint(with: .organizationHead) { return true }
      return Self.bands.contains(last) && Self.wordsForBands.contains(word)
    }
  }

  private static let bands: Set<String> = [
    "forces", "front", "army", "brigade", "brigades", "movement", "guard", "guards", "resistance",
    "battalion", "legion",
  ]
  private static let wordsForBands: Set<String> = [
    "group", "militia", "movement", "faction", "gang", "organisation", "organization",
  ]

  // MARK: Members

  /// `the judges`, `the generals`: the only body lately spoken of that consists of them.
  func members(headedBy token: Int) -> Int? {
    guard let bodies = Self.bodiesOfMembers[text.words[token]] else { return nil }
    return only(within: 3) { entity in
      entities[entity].kind == .organization && !nameWords[entity].isDisjoint(with: bodies)
    }
  }

  private static let bodiesOfMembers: [String: Set<String>] = [
    "judges": ["court", "tribunal"], "justices": ["court", "tribunal"],
    "generals": ["army", "military", "forces", "junta"],
    "soldiers": ["army", "military", "forces"],
  ]

  /// `the Finnish army`, `Finland's armed forces`: the forces of that country, where they have a name.
  func armedForces(headedBy token: Int) -> DescriptionMatch? {
    let word = text.words[token]
    let sentence = text.sentence(of: token)
    let isArmed =
      word == "forces" && token > sentence.lowerBound && text.words[token - 1] == "armed"
    guard text.shapes[token] == .lower, isArmed || word == "army" || word == "military",
      token + 1 >= sentence.upperBound || endsPhrase(token + 1)
    else { return nil }
    let first = isArmed ? token - 1 : token
    guard first > sentence.lowerBound else { return nil }
    let isOwned = text.isPossessive(first - 1)
    let start = isOwned ? first : first - 1
    let reach = max(sentence.lowerBound, first - 4)..<first
    guard let country = EntityDescriber(text: text, lexicon: lexicon).country(in: reach) else {
      return nil
    }
    let forces = entities.indices.filter { entity in
      entities[entity].kind == .organization && entities[entity].country == country
        && (nameWords[entity].contains("army") || nameWords[entity].contains("military")
          || nameWords[entity].isSuperset(of: ["armed", "forces"]))
    }
    guard forces.count == 1, let entity = forces.first, spokenOf[entity] > 0 else { return nil }
    return DescriptionMatch(entity: entity, tokens: start..<token + 1, epithet: nil)
  }

  // MARK: Places

  func place(headedBy token: Int) -> Int? {
    let word = text.words[token]
    switch word {
    case "country", "kingdom", "republic": return only(within: 1, where: isCountry)
    case "city", "town", "village", "port", "province", "region", "island", "enclave", "district":
      return only(within: 1) { entity in
        guard entities[entity].kind == .place, !isCountry(entity) else { return false }
        if profiles[entity].heads.contains(word) { return true }
        switch lexicon.names[folded(entities[entity].name)]?.group {
        case .city?, .capital?: return word == "city"
        case .region?: return word == "region"
        case .subdivision?: return word == "province" || word == "region"
        default: return false
        }
      }
    default: return nil
    }
  }

  /// Whether an entity is a country.
  func isCountry(_ entity: Int) -> Bool {
    entities[entity].kind == .place && entities[entity].country == entities[entity].name
      || entities[entity].aliases.contains { lexicon.names[folded($0)]?.group == .country }
  }
}
