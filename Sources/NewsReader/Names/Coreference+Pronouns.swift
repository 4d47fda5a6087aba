internal import NewsModel

/// Whom a pronoun stands for.
extension Coreference {
  /// A pronoun with what it may have stood for, kept for training.
  struct Decision {
    var token: Int
    var pronoun: Pronoun
    var candidates: [Candidate]
    /// The candidate that was taken; nil where none was sure enough.
    var choice: Int?
  }

  /// The entities that the pronoun at `token` stands for; none where that is not clear.
  mutating func antecedent(of pronoun: Pronoun, at token: Int) -> [Int] {
    let gender: WordClass? =
      switch pronoun.gender {
      case .he: .titleHe
      case .she: .titleShe
      case .it, .they: nil
      }
    if pronoun.gender == .it, isExpletive(token) { return [] }
    if let gender, pronoun.isPossessive, let next = ahead(of: token, gender: gender) {
      return [next]
    }
    let candidates = candidates(for: pronoun, at: token)
    let column = PronounWeights.Column(pronoun.gender)
    let shares = weights.probabilities(candidates.map(\.features), column)
    let best = shares.indices.max { (shares[$0], $1) < (shares[$1], $0) }
    var choice: Int?
    if let best, !candidates[best].members.isEmpty,
      shares[best] >= weights.thresholds[column.rawValue],
      !isOneOfEquals(candidates[best], among: candidates)
    {
      choice = best
    }
    if keepsDecisions {
      decisions.append(
        Decision(token: token, pronoun: pronoun, candidates: candidates, choice: choice))
    }
    if choice == nil, let best, pronoun.isPlural, let token = candidates[best].token,
      let owner = slots.last(where: { $0.token == token })?.owner
    {
      return [owner]
    }
    guard let choice else {
      let isAlone = candidates.allSatisfy(\.members.isEmpty)
      return isAlone ? gender.flatMap { ahead(of: token, gender: $0) }.map { [$0] } ?? [] : []
    }
    let members = candidates[choice].members
    if let gender, members.count == 1, genders[members[0]].isEmpty { genders[members[0]] = gender }
    return members
  }

  /// Whether somebody was last named in one row with others who fit as well, so that none is meant
  /// more than another.
  private func isOneOfEquals(_ best: Candidate, among candidates: [Candidate]) -> Bool {
    guard best.members.count == 1, let entity = best.members.first, let sentence = best.sentence
    else { return false }
    return slots.suffix(Self.memory).contains { slot in
      slot.sentence == sentence && slot.isSubject && slot.members.contains(entity)
        && candidates.contains { other in
          other.sentence == sentence && other.members.count == 1 && other.members != [entity]
            && slot.members.contains(other.members[0])
            && spokenOf[other.members[0]] == spokenOf[entity]
        }
    }
  }

  /// 'A former officer, he denied it': the noun before the comma is the pronoun's own.
  func isApposition(_ noun: Int, to pronoun: Int) -> Bool {
    noun + 2 == pronoun && text.form(noun + 1) == ","
  }

  /// What stands in the same clause as an object and so is somebody else: its subject, and whom the
  /// clause above asks to do it.
  func barredSlots(at token: Int) -> [Slot] {
    let start = text.sentence(of: token).lowerBound
    var result: [Slot] = []
    var at = token
    for _ in 0..<8 {
      guard let up = text.parent(at), up >= start else { return result }
      let relation = text.relation(at)
      if relation == "xcomp" || relation == "ccomp" && !hasSubject(at) {
        result += spoken(since: start) {
          $0 != token && text.parent($0) == up
            && (["obj", "iobj"].contains(text.relation($0)) || isAskedUpon($0))
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

  /// `called on Norway to leave`.
  private func isAskedUpon(_ token: Int) -> Bool {
    text.relation(token) == "obl" && token > 0
      && ["on", "upon"].contains(text.words[text.words[token - 1] == "the" ? token - 2 : token - 1])
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

  /// `it is clear that`, `it seems`, `denied it`: an 'it' that stands for nothing with a name.
  func isExpletive(_ token: Int) -> Bool {
    if text.relation(token) == "expl" { return true }
    guard text.words[token] == "it" else { return false }
    let sentence = text.sentence(of: token)
    if token > sentence.lowerBound, Self.factVerbs.contains(text.document.lemmas[token - 1]) {
      return !(token + 1 < sentence.upperBound && text.tag(token + 1) == .verb)
    }
    var next = token + 1
    while next < sentence.upperBound,
      text.tag(next) == .aux || text.tag(next) == .adv
        || text.words[next] == "not" || text.isPossessive(next)
    {
      next += 1
    }
    guard next < sentence.upperBound else { return false }
    if Self.impersonalVerbs.contains(text.document.lemmas[next]) { return true }
    guard next > token + 1 else { return false }
    let rest = next..<min(next + 7, sentence.upperBound)
    guard
      rest.contains(where: { ["that", "to", "whether", "who", "when"].contains(text.words[$0]) })
    else { return false }
    if text.tag(next) == .verb { return text.classes[next].contains(.saying) }
    return text.tag(next) == .adj || text.tag(next) == .det || text.tag(next) == .noun
      || text.tag(next) == .adp
  }

  /// What follows is a fact rather than a thing.
  private static let factVerbs: Set<String> = [
    "deny", "confirm", "know", "say", "believe", "do", "regret", "admit", "doubt", "prove", "think",
  ]
  private static let impersonalVerbs: Set<String> = [
    "seem", "appear", "rain", "snow", "happen", "turn", "emerge", "take",
  ]
}
