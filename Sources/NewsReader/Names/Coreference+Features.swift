internal import NewsModel

/// What speaks for and against a candidate.
extension Coreference {
  /// What a thing spoken of is, where it stands, and how its clause hangs together with the pronoun's.
  func features(of slot: Slot, at place: Place) -> PronounFeatures {
    let distance = place.sentence - slot.sentence
    var features = relations(of: slot, to: place)
    features.add(.sameSentence, if: distance == 0)
    features.add(.previousSentence, if: distance == 1)
    features.add(.secondSentence, if: distance == 2)
    features.add(.farSentence, if: distance > 2)
    let isObject = isObjectOfVerb(slot.token)
    let isPossessor =
      text.document.arcs.indices.contains(slot.token)
      && text.document.arcs[slot.token].relation == "nmod:poss"
    features.add(.nearSubject, if: slot.isSubject && distance == 0)
    features.add(.nearObject, if: isObject && distance == 0)
    features.add(.nearPossessor, if: isPossessor && distance == 0)
    features.add(.previousSubject, if: slot.isSubject && distance == 1)
    features.add(.previousObject, if: isObject && distance == 1)
    features.add(.farSubject, if: slot.isSubject && distance > 1)
    let isMain = slot.isSubject && isUnderRoot(slot.token)
    features.add(.mainSubject, if: isMain)
    features.add(.nearMainSubject, if: isMain && distance == 0)
    features.add(.joined, if: text.relation(slot.token) == "conj" && slot.members.isEmpty)
    features.add(.aside, if: slot.isAside)
    features.add(.modifier, if: text.relation(slot.token) == "compound")
    features.add(
      .placeOfAct, if: !slot.isSubject && !slot.isPerson && isPlaceOfAct(slot.token))
    features.add(.byPronoun, if: slot.form == .pronoun)
    if let entity = slot.entity {
      features.add(.organization, if: entities[entity].kind == .organization)
      if entities[entity].kind == .place {
        features.add(isCountry(entity) ? .country : .place)
      }
      features.add(.pluralName, if: slot.isPlural)
    } else if !slot.members.isEmpty {
      features.add(.group)
    } else {
      features.add(.stranger)
      features.add(.strangerSubject, if: slot.isSubject)
      features.add(.strangerBody, if: isBody(slot.token))
      features.add(.strangerPerson, if: slot.isPerson)
      features.add(.strangerIndefinite, if: isIndefinite(slot.token))
      features.add(.strangerPronoun, if: slot.form == .pronoun)
      features.add(.strangerFar, if: distance > 0)
    }
    return features
  }

  private func relations(of slot: Slot, to place: Place) -> PronounFeatures {
    var features = PronounFeatures()
    let isNamed = slot.entity != nil || !slot.members.isEmpty
    let isOwn = place.own.contains(slot.token)
    let areSubjects = slot.isSubject && place.isSubject
    features.add(.parallelSubject, if: areSubjects)
    features.add(.parallelSaying, if: areSubjects && isSaying(place.token) && isSaying(slot.token))
    features.add(.parallelObject, if: place.isObject && isObjectOfVerb(slot.token))
    features.add(.saidSo, if: slot.token == place.sayer && isNamed)
    features.add(.namedForObject, if: place.isObject && isNamed)
    features.add(.ownOther, if: isOwn && !place.pronoun.isPossessive && !place.isSubject)
    features.add(.above, if: isOwn && place.isSubject)
    return features
  }

  /// Says of each candidate how much the text is about it.
  func addTopics(_ candidates: inout [Candidate], namings: [Int]) {
    var totals: [Int] = []
    for (candidate, near) in zip(candidates, namings) {
      let total = candidate.members.count == 1 ? spokenOf[candidate.members[0]] : near
      totals.append(candidate.members.isEmpty ? 0 : total)
    }
    let most = totals.max() ?? 0
    let isSole = totals.count { $0 == most } == 1
    for position in candidates.indices where !candidates[position].members.isEmpty {
      let total = totals[position]
      candidates[position].features.add(.once, if: total == 1)
      candidates[position].features.add(.threeTimes, if: total >= 3)
      candidates[position].features.add(.sixTimes, if: total >= 6)
      candidates[position].features.add(.mostNamed, if: isSole && total == most)
      candidates[position].features.add(
        .inHeadline, if: candidates[position].members.allSatisfy { isInHeadline[$0] })
    }
  }

  /// That the pronoun stands for nothing with a name.
  func nothing(at place: Place) -> Candidate {
    var features = PronounFeatures()
    features.add(.none)
    features.add(.nonePossessive, if: place.pronoun.isPossessive)
    features.add(.noneObject, if: place.isObject)
    return Candidate(members: [], token: nil, sentence: nil, features: features)
  }

  // MARK: What slots are

  /// Whether nothing was spoken of before in the sentence.
  func isFirstInSentence(_ slot: Int) -> Bool {
    slot == 0 || slots[slot - 1].sentence != slots[slot].sentence
  }

  /// Whether a token is an object of its verb.
  func isObjectOfVerb(_ token: Int) -> Bool {
    let relation = text.relation(token)
    return relation == "obj" || relation == "iobj"
  }

  /// Whether a token hangs on the root of its sentence or on a verb that is joined to it.
  private func isUnderRoot(_ token: Int) -> Bool {
    guard var at = text.parent(token) else { return text.relation(token) == "root" }
    for _ in 0..<4 {
      switch text.relation(at) {
      case "root": return true
      case "conj", "flat", "appos", "parataxis": break
      default:
        guard text.relation(token) != "nsubj", isSubject(token) else { return false }
      }
      guard let up = text.parent(at) else { return false }
      at = up
    }
    return false
  }

  private func isIndefinite(_ token: Int) -> Bool {
    let start = text.sentence(of: token).lowerBound
    return (max(start, token - 3)..<token).contains {
      text.words[$0] == "a" || text.words[$0] == "an"
    }
  }

  /// Whether a noun is a word for a body or a place.
  func isBody(_ noun: Int) -> Bool {
    !text.classes[noun].isDisjoint(with: [
      .organizationHead, .organizationBefore, .organizationNoun, .placeNoun,
    ])
  }

  private static let placePrepositions: Set<String> = [
    "in", "at", "near", "from", "outside", "inside", "across", "around", "through", "into", "over",
  ]

  private func isPlaceOfAct(_ token: Int) -> Bool {
    guard let relation = text.relation(token), relation == "obl" || relation == "nmod",
      text.document.arcs[token].relation != "nmod:poss"
    else { return false }
    let start = text.sentence(of: token).lowerBound
    return text.document.arcs[start..<token].enumerated().contains { place, arc in
      arc.head == token && arc.kind == "case"
        && Self.placePrepositions.contains(text.words[start + place])
    }
  }

  /// Whether a token is the subject of a verb of saying.
  private func isSaying(_ token: Int) -> Bool {
    text.parent(token).map { text.classes[$0].contains(.saying) } ?? false
  }
}
