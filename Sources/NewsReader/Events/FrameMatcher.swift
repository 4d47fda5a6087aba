internal import NewsModel

/// Finds the frame of a predicate, and the entities in its roles.
struct FrameMatcher {
  private let document: Document
  private let reader: PredicateReader
  private let resolver: PartyResolver
  private let lexicon: FrameLexicon

  init(
    _ document: Document, _ reader: PredicateReader, _ resolver: PartyResolver,
    _ lexicon: FrameLexicon
  ) {
    self.document = document
    self.reader = reader
    self.resolver = resolver
    self.lexicon = lexicon
  }

  /// A predicate with its frame and parties.
  struct Match: Sendable {
    let predicate: Predicate
    let frame: Frame
    let actors: [EntityIndex]
    let targets: [EntityIndex]
    /// Heads of the target phrases.
    let targetTokens: [Int]
    /// Words that belong to the frame and tell nothing of their own.
    let consumed: [Int]

    /// The same with more targets.
    func adding(targets more: [EntityIndex]) -> Match {
      Match(
        predicate: predicate, frame: frame, actors: actors, targets: targets + more,
        targetTokens: targetTokens, consumed: consumed)
    }
  }

  /// The first frame of the word at `token` that fits; nil where none does, or an idiom.
  func match(_ token: Int, _ kind: Frame.Kind) -> Match? {
    let lemma = document.lemmas[token].lowercased()
    let frames = lexicon.frames(kind, lemma)
    guard !frames.isEmpty else { return nil }
    let predicate = reader.predicate(token, kind)
    guard !lexicon.idioms(kind, lemma).contains(where: { isIdiom($0, predicate) }) else {
      return nil
    }
    for frame in frames {
      var consumed: [Int] = []
      guard frame.conditions.allSatisfy({ holds($0, predicate, &consumed) }) else { continue }
      var actorTokens = frame.actors.flatMap { tokens($0, predicate) }
      let targetTokens = frame.targets.flatMap { tokens($0, predicate) }
        .filter { !isClaim($0, of: frame) }
      if actorTokens.isEmpty, frame.kind == .verb, !frame.takesObject {
        // 'the envoy, resigned in May': a verb without objects has no passive.
        actorTokens = predicate.tokens("obj")
      }
      var actors = parties(actorTokens)
      let targets = parties(targetTokens).filter { !actors.contains($0) }
      if !targets.isEmpty, !frame.isMutual, actorTokens.allSatisfy(resolver.isPrivate) {
        // 'Dutch farmers besieged the ministry': not the Netherlands.
        actors = []
      }
      return Match(
        predicate: predicate, frame: frame, actors: frame.isMutual ? actors + targets : actors,
        targets: frame.isMutual ? [] : targets, targetTokens: targetTokens, consumed: consumed)
    }
    return nil
  }

  private func isIdiom(_ idiom: Idiom, _ predicate: Predicate) -> Bool {
    var consumed: [Int] = []
    return idiom.conditions.allSatisfy { holds($0, predicate, &consumed) }
  }

  /// Whether a word stands for what was said, and for nobody: 'denied it'.
  private func isClaim(_ token: Int, of frame: Frame) -> Bool {
    frame.type == .reject && ["it", "this", "that"].contains(document.tokens[token].lower)
  }

  /// Pronouns that stand for persons, whoever they are.
  private static let persons: Set<String> = [
    "i", "me", "we", "us", "he", "him", "she", "her", "they", "them", "who", "whom", "somebody",
    "someone", "everybody", "everyone", "nobody", "himself", "herself", "themselves",
  ]

  private func parties(_ tokens: [Int]) -> [EntityIndex] {
    var result: [EntityIndex] = []
    for token in tokens {
      for party in resolver.parties(token) where !result.contains(party) { result.append(party) }
    }
    return result
  }

  private static let functions: Set<String> = [
    "subj", "obj", "iobj", "clause", "xcomp", "must", "poss", "comp",
  ]

  /// The heads of the phrases that `path` leads to.
  func tokens(_ path: ArgumentPath, _ predicate: Predicate) -> [Int] {
    guard let first = path.functions.first else { return [] }
    var current: [Int]
    switch first {
    case "clause": current = clauseSubjects(predicate) { _ in true }
    case "must": current = clauseSubjects(predicate) { isNecessity($0) }
    case "xcomp": current = infinitives(predicate)
    default: current = predicate.tokens(first)
    }
    if current.isEmpty, predicate.kind == .verb, path.functions.count == 1,
      !Self.functions.contains(first)
    {
      // 'lent the ministry money for a port': the phrase may hang from the object.
      current = tokens(ArgumentPath(functions: ["obj", first]), predicate)
    }
    for function in path.functions.dropFirst() {
      current = current.flatMap { token in
        reader.tree.conjuncts(token).flatMap { part in
          arguments(of: part).compactMap { $0.function == function ? $0.token : nil }
        }
      }
    }
    return current
  }

  private func arguments(of token: Int) -> [Predicate.Argument] {
    document.tags[token].universal == .verb
      ? reader.predicate(token, .verb).arguments : reader.modifiers(of: token)
  }

  /// The infinitives that say what is to be done.
  private func infinitives(_ predicate: Predicate) -> [Int] {
    // '"We must go," he told the crowd' asks for nothing: the infinitive follows.
    reader.tree.children(predicate.token).filter { child in
      guard child > predicate.token else { return false }
      let relation = reader.relationKind(child)
      return relation == "xcomp" || (relation == "advcl" && reader.mark(child) == "to")
        || (relation == "ccomp" && document.tags[child].penn == "VB")
    }
  }

  /// The subjects of the clauses that the predicate takes as complement.
  private func clauseSubjects(_ predicate: Predicate, where isTaken: (Int) -> Bool) -> [Int] {
    reader.tree.children(predicate.token).compactMap { child in
      guard ["ccomp", "xcomp", "acl", "advcl"].contains(reader.relationKind(child)),
        isTaken(child)
      else { return nil }
      return reader.tree.child(child, "nsubj").map { reader.antecedent($0) }
    }
  }

  /// 'said that the ministry must pay'.
  private func isNecessity(_ clause: Int) -> Bool {
    reader.tree.children(clause, "aux").contains {
      lexicon.isMember(document.lemmas[$0].lowercased(), of: "necessity")
    }
  }

  private func holds(
    _ condition: Frame.Condition, _ predicate: Predicate, _ consumed: inout [Int]
  ) -> Bool {
    switch condition {
    case .word(let test):
      if predicate.particles.contains(where: { lexicon.passes($0.lowercased(), test) }) {
        return true
      }
      for argument in predicate.arguments {
        if lexicon.passes(argument.function, test) { return true }
        guard argument.function != "subj", isObject(argument) || !test.isClass else { continue }
        // A closure, since a method as an argument copies all that `self` holds.
        let hits = reader.tree.conjuncts(argument.token).flatMap { measured($0) }.filter {
          lexicon.passes(document.lemmas[$0].lowercased(), test)
        }
        if !hits.isEmpty {
          consumed += hits
          return true
        }
      }
      return hasComplement(predicate, test) || objectHas(predicate, test)
    case .absent(let path): return tokens(path, predicate).isEmpty
    case .argument(let path, let filler):
      let hits = tokens(path, predicate).filter { passes($0, filler) }
      // 'sent troops to help': what the infinitive says is part of the act.
      if case .words = filler, path.functions == ["xcomp"] { consumed += hits }
      return !hits.isEmpty
    }
  }

  private func isObject(_ argument: Predicate.Argument) -> Bool {
    ["obj", "iobj", "comp"].contains(argument.function)
  }

  /// A word, and what it is an amount of: 'a series of raids'.
  private func measured(_ token: Int) -> [Int] {
    guard lexicon.isMember(document.lemmas[token].lowercased(), of: "partitive") else {
      return [token]
    }
    return [token]
      + reader.tree.children(token, "nmod").filter { reader.caseMarker($0) == "of" }
  }

  /// A preposition that hangs from the object: 'saw the mayor in Bergen'.
  private func objectHas(_ predicate: Predicate, _ test: Frame.WordTest) -> Bool {
    guard predicate.kind == .verb else { return false }
    return predicate.tokens("obj").contains { object in
      reader.modifiers(of: object).contains { modifier in
        if case .lemma(let word) = test, modifier.function == word { return true }
        // 'called the plan wrong'
        return modifier.function == "comp" && modifier.token > object
          && lexicon.passes(document.lemmas[modifier.token].lowercased(), test)
      }
    }
  }

  /// 'take part', where the parser made the second word an open complement.
  private func hasComplement(_ predicate: Predicate, _ test: Frame.WordTest) -> Bool {
    reader.tree.children(predicate.token).contains {
      ["xcomp", "obl", "case"].contains(reader.relationKind($0))
        && lexicon.passes(document.lemmas[$0].lowercased(), test)
    }
  }

  private func passes(_ token: Int, _ filler: Frame.Filler) -> Bool {
    let lemma = document.lemmas[token].lowercased()
    switch filler {
    case .any: return true
    case .words(let tests):
      return measured(token).contains { word in
        tests.contains { lexicon.passes(document.lemmas[word].lowercased(), $0) }
      }
    case .entity(let kind):
      if let entity = resolver.entity(ofPhrase: token) {
        return document.entities[entity.position].kind == kind
      }
      if kind == .person, Self.persons.contains(document.tokens[token].lower) { return true }
      return lexicon.isMember(lemma, of: kind.rawValue)
    case .named: return !resolver.parties(token).isEmpty
    case .country: return resolver.parties(token).contains { resolver.isCountry($0) }
    }
  }
}
