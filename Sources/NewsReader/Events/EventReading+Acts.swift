internal import NewsModel

/// What becomes of type and parties by the words that govern an act.
extension EventReading {
  /// Type and parties while they are being worked out.
  struct Act {
    var type: EventType
    var mode: String?
    var actors: [EntityIndex]
    var targets: [EntityIndex]
    var isAlleged = false

    init(_ match: FrameMatcher.Match) {
      type = match.frame.type
      mode = match.frame.mode
      actors = match.actors
      targets = match.targets
    }
  }

  /// Whether the act is what a request, threat, refusal or promise is about.
  func isSilenced(
    _ reading: StatusReader.Reading, _ matches: [Int: FrameMatcher.Match]
  ) -> Bool {
    reading.governors.contains { governor in
      if isCausative(governor) { return false }
      guard let frame = matches[governor]?.frame,
        lexicon.effect(of: frame.lemma) != .denied
      else { return false }
      switch frame.type {
      case .request, .threaten, .reject, .concede: return true
      case .agree: return true
      default: return false
      }
    }
  }

  /// 'ordered the suspects held': the order is the deed.
  func isCausative(_ token: Int) -> Bool {
    guard lexicon.isMember(document.lemmas[token].lowercased(), of: "causative") else {
      return false
    }
    return reader.tree.children(token).contains { child in
      document.tags[child].penn == "VBN" && ["xcomp", "ccomp"].contains(reader.relationKind(child))
    }
  }

  /// What is promised decides whether a promise is an agreement, a concession or a threat.
  func commit(
    _ act: inout Act, _ match: FrameMatcher.Match, _ matches: [Int: FrameMatcher.Match]
  ) {
    let token = match.predicate.token
    for child in reader.tree.children(token) {
      let relation = reader.relationKind(child)
      guard ["xcomp", "ccomp", "acl", "obj", "obl", "nmod", "advcl"].contains(relation) else {
        continue
      }
      let isNegated = reader.tree.children(child, "advmod").contains {
        lexicon.isMember(document.lemmas[$0].lowercased(), of: "negation")
      }
      guard let inner = matches[child] else {
        let yields =
          relation == "xcomp"
          && lexicon.isMember(document.lemmas[child].lowercased(), of: "yielding")
        if isNegated || yields { act.type = .concede }
        continue
      }
      switch inner.frame.type {
      case .retreat, .concede: act.type = .concede
      case .sanction, .coerce, .assault, .mobilize, .protest, .threaten:
        act.type = isNegated ? .concede : .threaten
      case .reject: act.type = .reject
      default: act.type = act.type == .threaten ? .agree : act.type
      }
      act.mode = nil
      if act.targets.isEmpty {
        act.targets = (inner.targets + inner.actors).filter { !act.actors.contains($0) }
      }
      return
    }
  }

  /// 'accused X of shelling the port': X shelled it, allegedly.
  func addAccused(
    _ act: inout Act, _ reading: StatusReader.Reading, _ matches: [Int: FrameMatcher.Match]
  ) {
    for governor in reading.governors {
      guard let accusation = matches[governor], accusation.frame.type == .accuse else { continue }
      act.isAlleged = true
      if act.actors.isEmpty {
        act.actors = accusation.targets.filter { !act.targets.contains($0) }
      }
    }
  }

  /// Whether an act is told though one side of it is missing.
  ///
  /// What takes two is no act of one; and without anybody who does it, only what is done to
  /// somebody by force or by law is news.
  func isWorthTelling(_ act: Act, _ match: FrameMatcher.Match) -> Bool {
    if act.actors.isEmpty {
      switch act.type {
      case .assault, .coerce, .accuse, .protest, .agree, .aid: return !act.targets.isEmpty
      case .sanction: return !act.targets.isEmpty && match.frame.kind == .verb
      default: return false
      }
    }
    if act.targets.isEmpty {
      if isOnItself(act, match) { return false }
      // 'their sanctions' are in force, and who only 'blamed' blamed in another clause.
      if act.type == .sanction, match.frame.kind == .noun { return false }
      if match.frame.kind == .verb, isBare(match.predicate),
        [.accuse, .support, .request, .aid, .coerce, .threaten].contains(act.type)
      {
        return false
      }
    }
    if act.targets.isEmpty, act.actors.count == 1, match.frame.isMutual {
      return ![.consult, .cooperate, .agree].contains(act.type) || isOfSeveral(match)
    }
    return true
  }

  /// 'shored up its standing': what somebody does for himself is no aid and no support.
  private func isOnItself(_ act: Act, _ match: FrameMatcher.Match) -> Bool {
    guard [.aid, .support, .cooperate].contains(act.type), !match.frame.isMutual else {
      return false
    }
    let meant = match.targetTokens.flatMap { resolver.parties($0) }
    return !meant.isEmpty && meant.allSatisfy(act.actors.contains)
  }

  /// Whether a verb has nothing but its subject.
  private func isBare(_ predicate: Predicate) -> Bool {
    predicate.arguments.allSatisfy { $0.function == "subj" } && reader.mark(predicate.token) != "as"
      && !reader.tree.children(predicate.token).contains {
        ["ccomp", "xcomp", "advcl", "parataxis", "obl", "obj"].contains(reader.relationKind($0))
      }
  }

  /// 'the union's leaders dined': several without names who act together.
  private func isOfSeveral(_ match: FrameMatcher.Match) -> Bool {
    let actors = match.frame.actors.flatMap { matcher.tokens($0, match.predicate) }
    let isPlural = actors.contains {
      document.tags[$0].penn == "NNS" && resolver.entity(at: $0) == nil
        && !resolver.parties($0).isEmpty
    }
    // 'Norway and six other states agreed': somebody without a name.
    let others = actors.flatMap { reader.tree.conjuncts($0).dropFirst() }
    return isPlural
      || others.contains {
        document.tags[$0].universal == .noun && resolver.parties($0).isEmpty
          && (lexicon.isMember(document.lemmas[$0].lowercased(), of: "person")
            || lexicon.isMember(document.lemmas[$0].lowercased(), of: "state")
            || lexicon.isMember(document.lemmas[$0].lowercased(), of: "body"))
      }
  }

  /// Whether an act without a target is one on the country that the article is from: what another
  /// country gives in a report from there, and whose border it closes.
  func concernsHome(_ act: Act, _ match: FrameMatcher.Match) -> Bool {
    guard !act.actors.isEmpty, match.targetTokens.isEmpty,
      act.actors.allSatisfy({ actor in
        resolver.isCountry(actor)
          || act.type == .aid && document.entities[actor.position].kind == .organization
      })
    else { return false }
    switch act.type {
    case .aid: return true
    case .coerce, .sanction, .retreat:
      return match.predicate.tokens("obj").contains {
        lexicon.isMember(document.lemmas[$0].lowercased(), of: "border")
      }
    default: return false
    }
  }

  /// The country whose police it was where people without names 'were arrested' and nobody says by
  /// whom: that of the place of the arrest, else the one that the article is from.
  func stateBehind(
    _ act: Act, _ match: FrameMatcher.Match, _ matches: [Int: FrameMatcher.Match]
  ) -> EntityIndex? {
    guard act.actors.isEmpty, act.targets.isEmpty, act.type == .coerce,
      match.frame.mode == "arrest", !match.predicate.has("subj"),
      let object = match.predicate.tokens("obj").first,
      document.tags[object].universal == .noun
    else { return nil }
    let place = places.place(match, act, matches)
    return place.flatMap { resolver.isCountry($0) ? $0 : resolver.country(of: $0) }
      ?? resolver.home
  }

  /// Whom a refusal, a threat or a promise concerns: 'refused to recognise the junta'.
  func complementParties(_ token: Int) -> [EntityIndex] {
    for child in reader.tree.children(token)
    where ["xcomp", "ccomp"].contains(reader.relationKind(child))
      && document.tags[child].universal == .verb
    {
      let predicate = reader.predicate(child, .verb)
      let paths =
        [["obj"], ["to"], ["with"], ["against"], ["from"], ["on"]]
        + ["to", "with", "against", "from", "on"].map { ["obj", $0] }
      for path in paths {
        let found = matcher.tokens(ArgumentPath(functions: path), predicate)
          .flatMap { resolver.parties($0) }
        if !found.isEmpty { return found }
      }
      // 'asked to take part in its work': not the town that something is in.
      let within = predicate.tokens("in").filter { resolver.entity(ofPhrase: $0) == nil }
      let found = within.flatMap { resolver.parties($0) }
      if !found.isEmpty { return found }
    }
    return []
  }

  /// Who is threatened where a threat says what would bring it about: 'unless Oslo pays'.
  func partiesOfCondition(_ token: Int) -> [EntityIndex] {
    let verbs =
      [token] + reader.tree.children(token, "xcomp") + reader.tree.children(token, "ccomp")
    for clause in verbs.flatMap({ reader.tree.children($0, "advcl") })
    where ["if", "unless"].contains(reader.mark(clause) ?? "") {
      if let subject = reader.surfaceSubject(clause) { return resolver.parties(subject) }
    }
    return []
  }

  /// The targets with the country in place of a town: a visit goes to a government.
  func countries(of act: Act) -> [EntityIndex] {
    var result: [EntityIndex] = []
    for target in act.targets {
      let isTown =
        document.entities[target.position].kind == .place && !resolver.isCountry(target)
      let party = isTown ? resolver.country(of: target) ?? target : target
      if !result.contains(party), !act.actors.contains(party) { result.append(party) }
    }
    return result
  }

  /// 'would not negotiate' is a refusal, 'said that it would provide' an offer, 'said that it would
  /// bomb' a threat, and so is 'will withdraw unless ...'.
  func reinterpret(
    _ act: inout Act, _ reading: inout StatusReader.Reading, _ speaker: Speaker?,
    _ predicate: Predicate
  ) {
    guard reading.isWilled, !act.actors.isEmpty else { return }
    let isFriendly = [.verbalCooperation, .materialCooperation].contains(act.type.quadClass)
    if isFriendly, reading.isNegated {
      act.type = .reject
    } else if reading.speech != nil, let speaker, !reading.isDenied,
      !Set(speaker.parties).isDisjoint(with: act.actors)
    {
      switch act.type {
      case .retreat, .aid, .cooperate, .support:
        act.type =
          hasReservation(predicate.token) ? .threaten : act.type == .retreat ? .concede : .agree
      case .sanction, .coerce, .assault, .protest: act.type = .threaten
      default: return
      }
    } else {
      return
    }
    act.mode = nil
    reading.isDenied = false
    reading.isPlanned = false
  }

  /// 'unless the president resigns'.
  private func hasReservation(_ token: Int) -> Bool {
    reader.tree.children(token, "advcl").contains { reader.mark($0) == "unless" }
  }
}
