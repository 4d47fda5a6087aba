internal import NewsModel

/// Whom a pronoun stands for.
///
/// A candidate weighs by its last naming, subjects more than others and near sentences more than far
/// ones, and a little by how often it was named (after Lappin and Leass, 1994).
extension Coreference {
  /// What a naming as a subject weighs, and any other, by how many sentences ago it was.
  private static let weights: [(subject: Float, other: Float)] = [
    (6, 3), (4, 1.5), (1.5, 0.5),
  ]
  /// What every naming adds, and how many are counted.
  private static let topic: (weight: Float, limit: Int) = (0.2, 6)
  /// By how much an antecedent must outweigh the next.
  private static let margin: Float = 0.75

  mutating func antecedent(of pronoun: Pronoun, at token: Int) -> Int? {
    switch pronoun.gender {
    case .he, .she: return person(pronoun, at: token)
    case .it:
      if pronoun.isPossessive { return owner(at: token) }
      return isExpletive(token) ? nil : thing(at: token)
    case .they: return nil
    }
  }

  // MARK: Persons

  private mutating func person(_ pronoun: Pronoun, at token: Int) -> Int? {
    let sentence = text.document.tokens[token].sentence
    let gender: WordClass = pronoun.gender == .he ? .titleHe : .titleShe
    if pronoun.isPossessive, let next = ahead(of: token, gender: gender) { return next }
    let barred = pronoun.isObject ? barredSlots(at: token) : []
    let barredEntities = Set(barred.compactMap(\.entity) + barred.flatMap(\.members))
    var scores: [Int: Float] = [:]
    var namings: [Int: Int] = [:]
    var stranger: Float = 0
    for slot in slots.suffix(Self.memory).reversed() {
      guard slot.isPerson, !slot.isPlural else { continue }
      if let entity = slot.entity { namings[entity, default: 0] += 1 }
      let distance = sentence - slot.sentence
      guard distance < Self.weights.count else { continue }
      let weights = Self.weights[distance]
      let isSubject = slot.isSubject && !(slot.isAside && distance > 0)
      let score = isSubject ? weights.subject : weights.other
      guard let entity = slot.entity else {
        if !isApposition(slot.token, to: token), !barred.contains(where: { $0.token == slot.token })
        {
          stranger = max(stranger, score)
        }
        continue
      }
      guard genders[entity].isEmpty || genders[entity] == gender, !barredEntities.contains(entity)
      else { continue }
      scores[entity] = max(scores[entity] ?? 0, score)
    }
    for (entity, score) in scores {
      scores[entity] =
        score + (genders[entity] == gender ? 0.5 : 0)
        + Self.topic.weight * Float(min(namings[entity] ?? 0, Self.topic.limit))
    }
    let ranked = scores.sorted { ($0.value, $1.key) > ($1.value, $0.key) }
    guard let best = ranked.first else { return ahead(of: token, gender: gender) }
    if stranger > best.value - Self.margin { return nil }
    if ranked.count > 1, ranked[1].value > best.value - Self.margin { return nil }
    if genders[best.key].isEmpty { genders[best.key] = gender }
    return best.key
  }

  /// 'A former officer, he denied it': the noun before the comma is the pronoun's own.
  private func isApposition(_ noun: Int, to pronoun: Int) -> Bool {
    noun + 2 == pronoun && text.form(noun + 1) == ","
  }

  /// What stands in the same clause as an object and so is somebody else: its subject, and whom the
  /// clause above asks to do it.
  private func barredSlots(at token: Int) -> [Slot] {
    let start = text.sentence(of: token).lowerBound
    var result: [Slot] = []
    var at = token
    for _ in 0..<8 {
      guard let up = text.parent(at), up >= start else { return result }
      let relation = text.relation(at)
      if relation == "xcomp" || relation == "ccomp" && !hasSubject(at) {
        result += spoken(since: start) {
          $0 != token && text.parent($0) == up
            && (text.relation($0) == "obj" || text.relation($0) == "iobj")
        }
      }
      if at != token, relation == "acl" { return result + spoken(since: start) { $0 == up } }
      at = up
      guard text.tag(at) == .verb || text.tag(at) == .adj || text.tag(at) == .noun else { continue }
      let subjects = spoken(since: start) {
        text.parent($0) == at && (text.relation($0) == "nsubj" || text.relation($0) == "csubj")
      }
      if !subjects.isEmpty { return result + subjects }
    }
    return result
  }

  private func hasSubject(_ verb: Int) -> Bool {
    let sentence = text.sentence(of: verb)
    return sentence.contains { text.parent($0) == verb && text.relation($0) == "nsubj" }
  }

  /// What was spoken of since a token and whose phrase has a head that passes `test`.
  private func spoken(since start: Int, where test: (Int) -> Bool) -> [Slot] {
    slots.suffix(Self.memory).filter { slot in
      slot.token >= start && (test(slot.token) || test(phraseHead(slot.token)))
    }
  }

  /// The head of the phrase that a name or noun belongs to as a part, a conjunct or an apposition.
  private func phraseHead(_ token: Int) -> Int {
    var head = token
    for _ in 0..<8 {
      guard let parent = text.parent(head), parent < head,
        ["flat", "conj", "appos"].contains(text.relation(head))
      else { break }
      head = parent
    }
    return head
  }

  /// `In his first speech Lima ...`: the subject that follows in the same sentence.
  private func ahead(of token: Int, gender: WordClass) -> Int? {
    let sentence = text.sentence(of: token)
    let isFronted =
      token - sentence.lowerBound <= 4 && text.tag(sentence.lowerBound) == .adp
      || token - sentence.lowerBound > 2 && text.tag(token - 1) == .adp
        && text.words[token - 2] == "that"
    guard isFronted else { return nil }
    let following = names[nextName...].prefix { sentence.contains($0.head) }
    let name = following.first { $0.head > token }
    guard let name, entities[name.entity.position].kind == .person, isSubject(name.head) else {
      return nil
    }
    let theirs = genders[name.entity.position]
    return theirs.isEmpty || theirs == gender ? name.entity.position : nil
  }

  // MARK: Things

  /// The nearest subject, if it is an organization or a place with a name.
  private func thing(at token: Int) -> Int? {
    let sentence = text.document.tokens[token].sentence
    for slot in slots.suffix(Self.memory).reversed() where slot.isSubject {
      guard sentence - slot.sentence <= 1 else { return nil }
      if slot.isPerson { continue }
      guard let entity = slot.entity, !slot.isPlural else { return nil }
      return entity
    }
    return nil
  }

  /// Whose something is: that of the nearest body or place that is a subject, else of what was named
  /// last in the sentence.
  private func owner(at token: Int) -> Int? {
    let sentence = text.document.tokens[token].sentence
    let near = slots.suffix(Self.memory).filter { slot in
      guard sentence - slot.sentence <= 1, !slot.isPerson, !slot.isPlural else { return false }
      return slot.entity != nil || isBody(slot.token)
    }
    if let subject = near.last(where: \.isSubject) { return subject.entity }
    let here = near.filter { $0.sentence == sentence }
    // Where something is says least of what is spoken of.
    return (here.last { !isPlaceOfAct($0.token) } ?? here.last)?.entity
  }

  private func isBody(_ noun: Int) -> Bool {
    !text.classes[noun].isDisjoint(with: [
      .organizationHead, .organizationBefore, .organizationNoun, .placeNoun,
    ])
  }

  private func isPlaceOfAct(_ token: Int) -> Bool {
    guard let relation = text.relation(token) else { return false }
    return (relation == "obl" || relation == "nmod")
      && text.document.arcs[token].relation != "nmod:poss"
  }

  /// `it is clear that`, `it rained`: an 'it' that stands for nothing.
  private func isExpletive(_ token: Int) -> Bool {
    if let relation = text.relation(token), relation == "expl" { return true }
    guard text.words[token] == "it" else { return false }
    let next = token + 1
    guard next < text.sentence(of: token).upperBound else { return true }
    switch text.words[next] {
    case "is", "was", "s", "would", "will", "may", "might", "seems", "seemed", "appears",
      "appeared", "remains", "remained", "took", "takes":
      break
    default: return false
    }
    return (next..<min(next + 8, text.sentence(of: token).upperBound)).contains {
      text.words[$0] == "that" || text.words[$0] == "to" || text.tag($0) == .adj
    }
  }
}
