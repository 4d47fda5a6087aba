internal import NewsModel

/// What a pronoun may stand for, and what speaks for it.
extension Coreference {
  /// Something that a pronoun may stand for.
  struct Candidate {
    /// The entities; none for what has no name, and for nothing at all.
    var members: [Int]
    /// The token at which it was last spoken of; nil for nothing at all.
    var token: Int?
    /// The sentence of that token.
    var sentence: Int?
    var features = PronounFeatures()
  }

  /// How many sentences back a candidate may have been spoken of, and one without a name.
  private static let reach = (named: 4, stranger: 2)

  /// What of a pronoun's place matters to all its candidates.
  struct Place {
    var pronoun: Pronoun
    var token: Int
    var sentence: Int
    var isSubject: Bool
    var isObject: Bool
    /// What the pronoun's clause, or the clause above it, is about.
    var own: Set<Int>
    /// The subject that is said to say what the pronoun stands in.
    var sayer: Int?
    /// Whom the pronoun cannot mean.
    var barred: Set<Int>
  }

  /// The candidates for the pronoun at `token`, the last spoken of first, then 'nothing'.
  func candidates(for pronoun: Pronoun, at token: Int) -> [Candidate] {
    let place = place(of: pronoun, at: token)
    var found: [Candidate] = []
    var positions: [[Int]: Int] = [:]
    var namings: [Int] = []
    var hasOwn = false
    for (index, slot) in slots.enumerated().suffix(Self.memory).reversed() {
      let distance = place.sentence - slot.sentence
      if distance > Self.reach.named { break }
      let members = slot.entity.map { [$0] } ?? slot.members
      guard fits(slot, pronoun, at: token), !isBarred(slot, members, at: place) else { continue }
      if members.isEmpty, distance > Self.reach.stranger { continue }
      var features = features(of: slot, at: place)
      features.add(.firstInSentence, if: isFirstInSentence(index))
      if place.own.contains(slot.token), pronoun.isPossessive {
        features.add(hasOwn ? .ownFarther : .ownPossessive)
        hasOwn = true
      }
      if !members.isEmpty, let known = positions[members] {
        // The highest place in a sentence is what counts.
        if slot.sentence == found[known].sentence, slot.isSubject {
          found[known].features.formUnion(features)
        }
        found[known].features.add(.wasSubject, if: slot.isSubject && distance <= 1)
        namings[known] += 1
        continue
      }
      if !members.isEmpty { positions[members] = found.count }
      features.add(.secondNearest, if: found.count == 1)
      features.add(.thirdNearest, if: found.count == 2)
      features.add(.farther, if: found.count > 2)
      features.add(
        .nearestPossessive, if: pronoun.isPossessive && found.isEmpty && distance == 0)
      if members.count == 1 {
        features.add(.genderKnown, if: !genders[members[0]].isEmpty)
      }
      found.append(
        Candidate(
          members: members, token: slot.token, sentence: slot.sentence, features: features))
      namings.append(1)
    }
    if pronoun.isPlural { addPair(&found, &namings, at: place) }
    addTopics(&found, namings: namings)
    found.append(nothing(at: place))
    return found
  }

  private func place(of pronoun: Pronoun, at token: Int) -> Place {
    let clause = barredSlots(at: token)
    let isSubject = isSubject(token)
    let isObject =
      !isSubject && isObjectOfVerb(token) || pronoun.isObject && isBehindVerb(token)
    var barred: Set<Int> = []
    if isObject { barred.formUnion(clause.flatMap { $0.entity.map { [$0] } ?? $0.members }) }
    if isSubject { barred.formUnion(namedLater(inClauseOf: token)) }
    return Place(
      pronoun: pronoun, token: token, sentence: text.document.tokens[token].sentence,
      isSubject: isSubject, isObject: isObject, own: Set(clause.map(\.token)),
      sayer: isSubject ? sayer(of: token) : nil, barred: barred)
  }

  private func isBarred(_ slot: Slot, _ members: [Int], at place: Place) -> Bool {
    if members.isEmpty { return place.isObject && place.own.contains(slot.token) }
    return !place.barred.isDisjoint(with: members)
  }

  /// The two persons whom the last sentences spoke of, however far apart they are named.
  private func addPair(_ found: inout [Candidate], _ namings: inout [Int], at place: Place) {
    guard let pair = recent(2, .person, before: place.token, within: 1),
      !found.contains(where: { Set($0.members) == Set(pair) })
    else { return }
    var features = PronounFeatures()
    features.add(.pair)
    found.append(Candidate(members: pair, token: nil, sentence: nil, features: features))
    namings.append(1)
  }

  /// Whether what was spoken of is of the sort that a pronoun stands for.
  private func fits(_ slot: Slot, _ pronoun: Pronoun, at token: Int) -> Bool {
    switch pronoun.gender {
    case .he, .she:
      guard slot.isPerson, !slot.isPlural else { return false }
      let gender: WordClass = pronoun.gender == .he ? .titleHe : .titleShe
      if let entity = slot.entity { return genders[entity].isEmpty || genders[entity] == gender }
      return !isApposition(slot.token, to: token)
        && (slot.gender.isEmpty || slot.gender == gender)
    case .it:
      guard !slot.isPerson, slot.members.isEmpty, slot.gender.isEmpty else { return false }
      return slot.entity != nil || !slot.isPlural
    case .they:
      if slot.entity != nil { return !slot.isPerson }
      return slot.isPlural || isBody(slot.token)
    }
  }

  // MARK: Who is meant or not

  private func isBehindVerb(_ token: Int) -> Bool {
    token > text.sentence(of: token).lowerBound && text.tag(token - 1) == .verb
  }

  /// `He saw Lima`: he is somebody else.
  private func namedLater(inClauseOf token: Int) -> [Int] {
    guard let verb = text.parent(token) else { return [] }
    let sentence = text.sentence(of: token)
    return names[nextName...].prefix { sentence.contains($0.head) }.filter { name in
      text.parent(name.head) == verb
        && ["obj", "iobj", "obl"].contains(text.relation(name.head))
    }.map(\.entity.position)
  }

  /// `Norway said that it would`: the subject of the verb whose clause a token stands in.
  private func sayer(of token: Int) -> Int? {
    var at = token
    for _ in 0..<8 {
      guard let up = text.parent(at) else { return nil }
      if text.relation(at) == "ccomp" {
        guard text.classes[up].contains(.saying) else { return nil }
        return slots.suffix(Self.memory).last { slot in
          slot.isSubject && text.parent(slot.token) == up && slot.token < token
        }?.token
      }
      at = up
    }
    return nil
  }
}
