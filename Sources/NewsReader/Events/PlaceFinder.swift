internal import NewsModel

/// Finds where an event happened.
///
/// A place is told by a phrase with a preposition that hangs from the event's word, or from what takes
/// part in it; by the clause that carries the event's; at the beginning of the sentence; or by what
/// was attacked, left or visited. What a claim or a request is about tells nothing of where it was made.
struct PlaceFinder {
  let document: Document
  let reader: PredicateReader
  let scope: ClauseScope
  let resolver: PartyResolver
  let lexicon: FrameLexicon

  /// How many clauses up a place may stand.
  private static let climbLimit = 3
  /// The longest phrase that may open a sentence in front of its clause, in tokens.
  private static let openingLimit = 8
  /// How many phrases deep a place may stand: 'at a fair in the harbour of a town'.
  private static let depthLimit = 5

  /// The place of the act that `match` tells; nil where the text names none.
  func place(
    _ match: FrameMatcher.Match, _ act: EventReading.Act, _ matches: [Int: FrameMatcher.Match]
  ) -> EntityIndex? {
    let token = match.predicate.token
    if let place = relativePlace(token) ?? pointedAt(from: token) { return place }
    let own = best(sites(below: token, act))
    if let own, !resolver.isCountry(own) { return own }
    if let taken = taken(match, act), own == nil || !resolver.isCountry(taken) { return taken }
    if let own { return own }
    if let end = endpoint(match, act) { return end }
    return circumstance(token, act) ?? carried(token, act)
      ?? opening(of: token).flatMap { best([$0]) } ?? nearby(token, act)
      ?? visited(token, matches) ?? seat(match, act) ?? inClause(token, act)
  }

  /// The place of what a verb tells that may be no act of its own: 'flew to Oslo', 'spoke in Oslo'.
  func setting(
    of verb: Int, _ act: EventReading.Act, _ matches: [Int: FrameMatcher.Match]
  ) -> EntityIndex? {
    if let visit = matches[verb], visit.frame.mode == "visit", let end = destination(visit) {
      return end
    }
    return best(sites(below: verb, act)) ?? opening(of: verb)?.entity
  }

  // MARK: Phrases

  /// A phrase that names a place.
  private struct Site {
    let entity: EntityIndex
    let marker: String
  }

  /// Prepositions after which a place is where it happened.
  private static let locative: Set<String> = [
    "in", "at", "near", "outside", "inside", "around", "off", "across", "throughout", "along",
    "within", "aboard", "through", "above", "beneath", "beside", "opposite", "into", "onto",
    "amid", "on", "over",
  ]

  /// Prepositions of phrases that take part, so that a place in them is that of the event.
  private static let companions: Set<String> = [
    "with", "between", "among", "of", "out", "during", "alongside", "upon",
  ]

  /// The most precise of several places: a building, a town, a country.
  private func best(_ sites: [Site]) -> EntityIndex? {
    sites.enumerated().min {
      (rank($0.element.entity), $0.offset) < (rank($1.element.entity), $1.offset)
    }?.element.entity
  }

  private func rank(_ entity: EntityIndex) -> Int {
    if resolver.isCountry(entity) { return 2 }
    return isBuilding(entity) ? 0 : 1
  }

  /// Whether a name is that of a building: 'the White House', 'the Ministry of Justice'.
  private func isBuilding(_ entity: EntityIndex) -> Bool {
    let words = document.entities[entity.position].name.split(separator: " ")
    return [words.first, words.last].contains {
      $0.map { lexicon.isMember(folded(String($0)), of: "building") } ?? false
    }
  }

  /// The places of the phrases that hang from a word of the act.
  private func sites(below token: Int, _ act: EventReading.Act) -> [Site] {
    var result: [Site] = []
    collect(below: token, act, Self.depthLimit, &result)
    return result
  }

  private func collect(
    below token: Int, _ act: EventReading.Act, _ depth: Int, _ result: inout [Site]
  ) {
    guard depth > 0 else { return }
    for child in reader.tree.children(token) where mayHold(child, act) {
      if let site = site(at: child, act) { result.append(site) }
      collect(below: child, act, depth - 1, &result)
    }
  }

  /// Whether a dependent may hold the place of the act above it.
  private func mayHold(_ token: Int, _ act: EventReading.Act) -> Bool {
    switch reader.relationKind(token) {
    case "obl", "nmod":
      guard reader.tree.relation(token) != "nmod:poss", let marker = reader.caseMarker(token) else {
        return false
      }
      return Self.locative.contains(marker) || Self.companions.contains(marker)
        || marker == "by" && act.type.isDeed
    case "nsubj": return act.type.isDeed
    case "obj": return act.type.isDeed || isOccasion(token)
    case "conj": return [.noun, .propn].contains(document.tags[token].universal)
    case "xcomp": return [.noun, .propn].contains(document.tags[token].universal)
    default: return false
    }
  }

  /// Whether a noun is something that takes place somewhere: talks, a treaty that is signed.
  private func isOccasion(_ token: Int) -> Bool {
    let lemma = document.lemmas[token].lowercased()
    return ["deal", "talks", "visit", "attack", "exercise", "building"].contains {
      lexicon.isMember(lemma, of: $0)
    }
  }

  private func site(at token: Int, _ act: EventReading.Act) -> Site? {
    guard let marker = marker(at: token), Self.locative.contains(marker) else { return nil }
    if let mention = resolver.mention(at: token), mention.form == .name {
      guard isSite(mention.entity, marker), fits(mention.entity, marker, act) else { return nil }
      return Site(entity: mention.entity, marker: marker)
    }
    return within(token).map { Site(entity: $0, marker: marker) }
  }

  /// The preposition of a phrase, or of the name that it is part of.
  private func marker(at token: Int) -> String? {
    reader.caseMarker(token)
      ?? resolver.mention(at: token)?.tokens.lazy.compactMap { reader.caseMarker($0) }.first
  }

  private func isSite(_ entity: EntityIndex, _ marker: String) -> Bool {
    switch document.entities[entity.position].kind {
    case .place: true
    case .organization:
      ["at", "in", "outside", "inside", "near"].contains(marker) && isBuilding(entity)
    case .person: false
    }
  }

  /// Whether a preposition says where and not about what: 'talks on Chad', 'sanctions in Chad'.
  private func fits(_ entity: EntityIndex, _ marker: String, _ act: EventReading.Act) -> Bool {
    switch marker {
    case "on", "over": return act.type == .assault || act.type == .mobilize
    case "into", "onto", "through", "across", "along": return act.type.isDeed
    default: break
    }
    if act.type.isDeed || !resolver.isCountry(entity) { return true }
    return !act.targets.contains(entity) && !act.targets.contains(resolver.asParty(entity))
  }

  /// 'on the island of', 'in a market of', 'in a Lima hotel', 'off Ghana's coast': the place that a
  /// noun for an area or a building has with it.
  private func within(_ noun: Int) -> EntityIndex? {
    let isArea = lexicon.isMember(document.lemmas[noun].lowercased(), of: "area")
    for child in reader.tree.children(noun) {
      guard let mention = resolver.mention(at: child), mention.form == .name,
        document.entities[mention.entity.position].kind == .place
      else { continue }
      let relation = reader.tree.relation(child)
      if relation == "compound" && !resolver.isCountry(mention.entity)
        || isArea && (relation == "nmod:poss" || reader.caseMarker(child) == "of")
      {
        return mention.entity
      }
    }
    return nil
  }

  /// The place before 'where': 'in Oslo, where they met'.
  private func relativePlace(_ token: Int) -> EntityIndex? {
    let adverb = reader.tree.children(token, "advmod").first {
      $0 < token && document.tokens[$0].lower == "where"
    }
    guard let adverb else { return nil }
    for word in (max(0, adverb - 3)..<adverb).reversed() {
      if let mention = resolver.mention(at: word),
        document.entities[mention.entity.position].kind == .place
      {
        return mention.entity
      }
    }
    return nil
  }

  /// 'met the envoy there': the town named last, in the sentence or the one before.
  private func pointedAt(from token: Int) -> EntityIndex? {
    guard
      let adverb = reader.tree.children(token, "advmod").first(where: {
        $0 > token && document.tokens[$0].lower == "there"
      })
    else { return nil }
    let first = max(0, document.tokens[token].sentence - 1)
    for word in (document.sentences[first].tokens.lowerBound..<adverb).reversed() {
      guard let mention = resolver.mention(at: word), mention.form == .name,
        document.entities[mention.entity.position].kind == .place,
        !resolver.isCountry(mention.entity)
      else { continue }
      return mention.entity
    }
    return nil
  }

  // MARK: Other clauses

  /// The place of the clauses that carry the one of `token`; of a conjunct no country, which is often
  /// only what the other act was done to.
  private func carried(_ token: Int, _ act: EventReading.Act) -> EntityIndex? {
    var level = token
    var isConjunct = false
    for _ in 0..<Self.climbLimit {
      guard let next = scope.carrier(of: level), sharesSubject(level) else { return nil }
      isConjunct = isConjunct || reader.relationKind(level) == "conj"
      level = next
      if let place = best(sites(below: level, act)) ?? circumstance(level, act),
        !isConjunct || !resolver.isCountry(place)
      {
        return place
      }
    }
    return nil
  }

  /// 'when they met in Oslo'.
  private func circumstance(_ token: Int, _ act: EventReading.Act) -> EntityIndex? {
    scope.circumstances(of: token).lazy.compactMap { best(sites(below: $0, act)) }.first
  }

  /// Whether a clause is not a conjunct with a subject of its own.
  private func sharesSubject(_ token: Int) -> Bool {
    reader.relationKind(token) != "conj" || reader.tree.child(token, "nsubj") == nil
  }

  /// The place that opens the sentence: 'In Oslo, where it rained, she said ...'.
  ///
  /// It does not hold for what a relative clause tells, nor for what had happened before.
  private func opening(of token: Int) -> Site? {
    let sentence = document.sentences[document.tokens[token].sentence].tokens
    guard !isBackground(token) else { return nil }
    var at = sentence.lowerBound
    while at < sentence.upperBound, at - sentence.lowerBound < 3,
      [.cconj, .punct, .adv].contains(document.tags[at].universal)
    {
      at += 1
    }
    guard at < token, Self.locative.contains(document.tokens[at].lower) else { return nil }
    for word in at + 1..<min(token, at + Self.openingLimit, sentence.upperBound) {
      if [.verb, .aux].contains(document.tags[word].universal) || scope.isTime(word) { return nil }
      guard let mention = resolver.mention(at: word), mention.form == .name else {
        if document.tags[word].universal == .punct { return nil }
        continue
      }
      let marker = document.tokens[at].lower
      return isSite(mention.entity, marker) ? Site(entity: mention.entity, marker: marker) : nil
    }
    return nil
  }

  /// Whether a clause tells what was before, or about whom: 'who had ...', 'after ...'.
  private func isBackground(_ token: Int) -> Bool {
    for clause in [token] + reader.tree.ancestors(of: token) {
      if reader.tree.relation(clause) == "acl:relcl" { return true }
      if reader.relationKind(clause) == "advcl", let mark = reader.mark(clause),
        ["after", "since", "before"].contains(mark)
      {
        return true
      }
    }
    return reader.tree.children(token, "aux").contains { document.tokens[$0].lower == "had" }
  }

  /// The phrase of place that is nearest to the word of a deed, wherever the tree hangs it; a country
  /// only where no town is named.
  ///
  /// Meetings, fights and crowds are somewhere, so that the whole sentence counts for them; for other
  /// deeds it is the words behind up to the next clause.
  private func nearby(_ token: Int, _ act: EventReading.Act) -> EntityIndex? {
    guard act.type.isDeed else { return nil }
    var best: (rank: Int, distance: Int, entity: EntityIndex)?
    let isSomewhere = [.consult, .assault, .protest, .mobilize].contains(act.type)
    let words =
      isSomewhere
      ? document.sentences[document.tokens[token].sentence].tokens : scope.surroundings(token)
    for word in words where isSomewhere || word > token {
      guard let mention = resolver.mention(at: word), mention.form == .name,
        mention.tokens.lowerBound == word, word > 0, !scope.isAside(word, from: token)
      else { continue }
      let before = document.tags[word - 1].universal == .det ? word - 2 : word - 1
      guard before >= 0 else { continue }
      let marker = document.tokens[before].lower
      let isCountry = resolver.isCountry(mention.entity)
      guard Self.locative.contains(marker) || !isCountry && ["to", "from"].contains(marker),
        isSite(mention.entity, marker), fits(mention.entity, marker, act)
      else { continue }
      let (rank, distance) = (isCountry ? 1 : 0, abs(word - token))
      if let best, (best.rank, best.distance) <= (rank, distance) { continue }
      best = (rank, distance, mention.entity)
    }
    return best?.entity
  }

  /// The place that a phrase of the clause names, or of one that carries it, wherever the phrase hangs.
  private func inClause(_ token: Int, _ act: EventReading.Act) -> EntityIndex? {
    var level = token
    for _ in 0..<Self.climbLimit {
      let sites = scope.clause(level).sorted().compactMap { word -> Site? in
        guard word != token, let site = site(at: word, act) else { return nil }
        return site
      }
      if let place = best(sites) { return place }
      guard let next = scope.carrier(of: level), reader.relationKind(level) != "conj" else {
        return nil
      }
      level = next
    }
    return nil
  }

  /// The place of the visit during which something is done: 'while she was visiting Oslo', 'on a trip
  /// to Oslo'.
  private func visited(_ token: Int, _ matches: [Int: FrameMatcher.Match]) -> EntityIndex? {
    let occasions = reader.tree.children(token, "obl").filter {
      ["during", "on"].contains(reader.caseMarker($0) ?? "")
    }
    for occasion in occasions + scope.circumstances(of: token) {
      if let visit = matches[occasion], visit.frame.mode == "visit",
        let place = destination(visit)
      {
        return place
      }
    }
    return nil
  }

  private func destination(_ visit: FrameMatcher.Match) -> EntityIndex? {
    visit.targetTokens.lazy.compactMap { resolver.entity(at: $0) }
      .first { document.entities[$0.position].kind == .place }
  }

  // MARK: Parties

  /// What was visited, attacked, taken or left, where it is a place.
  private func taken(_ match: FrameMatcher.Match, _ act: EventReading.Act) -> EntityIndex? {
    let tokens = match.targetTokens + (act.type == .retreat ? match.predicate.tokens("obj") : [])
    guard [.consult, .assault, .coerce, .aid, .mobilize, .retreat].contains(act.type) else {
      return nil
    }
    return tokens.lazy.compactMap { resolver.entity(at: $0) }.first {
      document.entities[$0.position].kind == .place
        && (act.mode == "visit" || act.type == .assault || !resolver.isCountry($0))
    }
  }

  /// Where a movement ends, or begins if that is what counts: 'deployed to', 'pulled out of'.
  private func endpoint(_ match: FrameMatcher.Match, _ act: EventReading.Act) -> EntityIndex? {
    let functions: [String]
    switch act.type {
    case .retreat: functions = ["from", "out", "of", "to"]
    case .coerce: functions = ["from", "to"]
    case .mobilize, .cooperate: functions = ["to"]
    case .aid: functions = lexicon.isMember(match.frame.lemma, of: "conveying") ? ["to"] : []
    default: functions = []
    }
    for function in functions {
      let heads = phrases(function, match.predicate)
      // 'from bases such as Gao'
      let examples = heads.flatMap { head in
        reader.tree.children(head, "nmod").filter {
          ["as", "such", "like", "in", "at"].contains(reader.caseMarker($0) ?? "")
        }
      }
      for token in heads + examples {
        guard let mention = resolver.mention(at: token), mention.form == .name,
          document.entities[mention.entity.position].kind == .place,
          !act.actors.contains(mention.entity),
          act.type != .aid || !act.targets.contains(mention.entity)
        else { continue }
        return mention.entity
      }
    }
    return nil
  }

  /// The heads in a function of a predicate or of its object.
  private func phrases(_ function: String, _ predicate: Predicate) -> [Int] {
    let own = predicate.tokens(function)
    guard own.isEmpty else { return own }
    return predicate.tokens("obj").flatMap { object in
      reader.tree.children(object, "nmod").flatMap { [$0] + reader.tree.children($0, "nmod") }
        .filter { function != "of" && reader.caseMarker($0) == function }
    }
  }

  /// Where a court or a police force that is named after its town acts.
  private func seat(_ match: FrameMatcher.Match, _ act: EventReading.Act) -> EntityIndex? {
    guard [.coerce, .sanction, .assault].contains(act.type) else { return nil }
    for actor in act.actors where document.entities[actor.position].kind == .organization {
      let name = folded(document.entities[actor.position].name)
      guard let last = name.split(separator: " ").last,
        lexicon.isMember(String(last), of: "state") || name.contains(" police")
      else { continue }
      for (position, entity) in document.entities.enumerated() where entity.kind == .place {
        let place = EntityIndex(position)
        if name.hasPrefix(folded(entity.name) + " ") { return place }
      }
    }
    return nil
  }
}

extension EventType {
  /// Whether an event is done somewhere, and not only said.
  var isDeed: Bool {
    switch self {
    case .consult, .assault, .coerce, .aid, .mobilize, .protest, .retreat, .cooperate, .sanction:
      true
    default: false
    }
  }
}
