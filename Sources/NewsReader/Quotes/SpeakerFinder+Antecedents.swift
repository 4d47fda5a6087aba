internal import NewsModel

/// Whom pronouns and descriptions stand for that nothing linked before.
extension SpeakerFinder {
  /// How far back an antecedent is looked for, in sentences and in tokens.
  private static let memory = 4
  private static let reachBack = 600

  /// The tokens outside quotations in which an antecedent of `token` is looked for, the nearest first.
  private func candidates(before token: Int, sentences: Int = memory) -> some Sequence<Int> {
    let sentence = document.sentences[max(0, document.tokens[token].sentence - sentences)]
    let first = max(sentence.tokens.lowerBound, token - Self.reachBack)
    return (min(first, token)..<token).reversed().lazy.filter { !quoted[$0] }
  }

  /// Whom a pronoun stands for.
  func antecedent(of token: Int) -> Speaker? {
    switch document.tokens[token].form.lowercased() {
    case "he": lastPerson(before: token, not: .givenShe)
    case "she": lastPerson(before: token, not: .givenHe)
    case "it", "they": lastBody(before: token).map { Speaker(entity: $0) }
    default: nil
    }
  }

  /// Whom 'he' or 'she' stands for if the sentence before says that somebody spoke.
  func justSpoke(before token: Int) -> Speaker? {
    let other: WordClass
    switch document.tokens[token].form.lowercased() {
    case "he": other = .givenShe
    case "she": other = .givenHe
    default: return nil
    }
    let sentence = document.sentences[document.tokens[token].sentence]
    for current in candidates(before: sentence.tokens.lowerBound, sentences: 1) {
      guard let mention = mentions.mention(at: current), mention.head == current,
        document.entities[mention.entity.position].kind == .person,
        let verb = clause(withSubject: current), words.verbs.contains(document.lemmas[verb])
      else { continue }
      return gender(of: mention.entity) == other ? nil : Speaker(entity: mention.entity)
    }
    return sentence.tokens.lowerBound > 0
      ? opener(before: sentence.tokens.lowerBound, not: other) : nil
  }

  /// The person who opens the sentence that ends before `token` and says something in it, by what
  /// stands where: 'Rivera, whom Oslo trusts, denied it'.
  private func opener(before token: Int, not gender: WordClass) -> Speaker? {
    let run = document.sentences[document.tokens[token - 1].sentence].tokens
    guard let verb = run.first(where: { !quoted[$0] && isSaying($0) }),
      let subject = opener(of: verb),
      let entity = mentions.entity(at: subject), self.gender(of: entity) != gender
    else { return nil }
    return Speaker(entity: entity)
  }

  /// Who spoke last before `token`, else the last person who was a subject, named or described.
  private func lastPerson(before token: Int, not gender: WordClass) -> Speaker? {
    let sentence = document.tokens[token].sentence
    var subject: Speaker?
    for current in candidates(before: token) {
      if let stranger = stranger(at: current), sentence - document.tokens[current].sentence <= 2 {
        return subject ?? Speaker(text: stranger)
      }
      guard let mention = mentions.mention(at: current), mention.head == current,
        document.entities[mention.entity.position].kind == .person,
        self.gender(of: mention.entity) != gender, let verb = clause(withSubject: current)
      else { continue }
      if words.verbs.contains(document.lemmas[verb]) { return Speaker(entity: mention.entity) }
      if subject == nil { subject = Speaker(entity: mention.entity) }
    }
    return subject
  }

  /// 'a lecturer who ...' that opens a sentence: somebody without a name.
  private func stranger(at token: Int) -> String? {
    guard document.tags[token].universal == .noun, document.tags[token].penn == "NN",
      words.isPerson(document.tokens[token].form.lowercased()), mentions.entity(at: token) == nil,
      reader.tree.isRelation(token, among: ["nsubj", "root", "obl", "dislocated", "vocative"])
        || reader.tree.head(token) == nil,
      reader.tree.child(token, "case") == nil,
      reader.tree.children(token).contains(where: {
        $0 < token && ["a", "an", "one", "another"].contains(document.tokens[$0].form.lowercased())
      })
    else { return nil }
    return speaker(at: token, verb: nil).text
  }

  /// The body or state that spoke last before `token`, else the last that was a subject.
  private func lastBody(before token: Int) -> EntityIndex? {
    var subject: EntityIndex?
    for current in candidates(before: token) {
      guard let mention = mentions.mention(at: current), mention.head == current,
        document.entities[mention.entity.position].kind != .person,
        let verb = clause(withSubject: current)
      else { continue }
      if words.verbs.contains(document.lemmas[verb]) { return mention.entity }
      if subject == nil { subject = mention.entity }
    }
    return subject
  }

  /// The verb whose subject `token` heads, alone or as an apposition.
  private func clause(withSubject token: Int) -> Int? {
    var head = token
    for _ in 0..<3 {
      guard reader.tree.isRelation(head, among: ["appos", "flat"]), let up = reader.tree.head(head)
      else { break }
      head = up
    }
    guard reader.tree.isRelation(head, "nsubj") else { return nil }
    return reader.tree.head(head)
  }

  /// Whether 'he' or 'she' may mean a person, as far as the given name tells.
  func mayMean(_ pronoun: String, _ entity: EntityIndex) -> Bool {
    document.entities[entity.position].kind == .person
      && gender(of: entity) != (pronoun == "he" ? .givenShe : .givenHe)
  }

  private func gender(of entity: EntityIndex) -> WordClass {
    let given = folded(document.entities[entity.position].name).split(separator: " ").first
    return given.flatMap { words.names.givenGenders[String($0)] } ?? []
  }

  // MARK: Descriptions

  /// Whom a definite description stands for: 'the Secretary-General' by the office, 'the ousted leader'
  /// and 'the tall Dane' where only one person is spoken of.
  func described(at token: Int) -> EntityIndex? {
    var lower = token
    let start = document.sentences[document.tokens[token].sentence].tokens.lowerBound
    while lower > start, token - lower < 6, document.tags[lower].universal != .det { lower -= 1 }
    guard ["the", "this", "that"].contains(document.tokens[lower].form.lowercased()) else {
      return nil
    }
    let form = document.tokens[token].form
    let word = folded(form)
    if form.first?.isUppercase ?? false, words.isPerson(form.lowercased()) {
      return holder(of: word, token)
    }
    let modifiers = document.tokens[lower + 1..<max(lower + 1, token)].map { folded($0.form) }
    let wordClass = words.names.wordClass(word)
    let nation = words.names.demonyms[word]
    let isGeneral =
      wordClass.contains(.epithetNoun) || nation != nil
      || words.general.contains(word) && !modifiers.isEmpty
    guard isGeneral, let entity = onlyActor(before: lower) else { return nil }
    let country = document.entities[entity.position].country
    return nation == nil || country == nil || country == nation ? entity : nil
  }

  /// The person whose office `word` is, the one named last before `token`.
  private func holder(of word: String, _ token: Int) -> EntityIndex? {
    let before = candidates(before: token, sentences: 40)
    let holder = before.compactMap { mentions.entity(at: $0) }.first { index in
      let entity = document.entities[index.position]
      return entity.kind == .person
        && entity.roles.contains { " \(folded($0)) ".contains(" \(word) ") }
    }
    return holder
      ?? before.lazy.filter { folded(document.tokens[$0].form) == word }
      .compactMap { neighbour(of: $0) }.first
  }

  /// How far from an office its holder's name may stand, in tokens.
  private static let officeReach = 8

  /// The person whose name stands beside an office: 'the Secretary-General of the Council, Ana Rivera'.
  private func neighbour(of office: Int) -> EntityIndex? {
    let sentence = document.sentences[document.tokens[office].sentence].tokens
    for token in office + 1..<max(office + 1, min(sentence.upperBound, office + Self.officeReach)) {
      if let mention = mentions.mention(at: token), mention.form == .name,
        document.entities[mention.entity.position].kind == .person
      {
        return mention.entity
      }
      guard
        mentions.mention(at: token) != nil
          || ![.verb, .aux, .cconj].contains(document.tags[token].universal)
      else { return nil }
    }
    return nil
  }

  /// The only person who did something lately before `token`.
  private func onlyActor(before token: Int) -> EntityIndex? {
    var found: EntityIndex?
    for current in candidates(before: token) {
      guard let mention = mentions.mention(at: current), mention.head == current,
        document.entities[mention.entity.position].kind == .person,
        let verb = clause(withSubject: current), !reader.isPassive(verb)
      else { continue }
      if let found, found != mention.entity { return nil }
      found = mention.entity
    }
    return found
  }
}
