/// What speaks for or against an antecedent of a pronoun; each has a weight in ``PronounWeights``.
///
/// A candidate is judged by where it was last spoken of, unless the comment says otherwise.
enum PronounFeature: Int, CaseIterable {
  // Nothing that was spoken of.
  case none, nonePossessive, noneObject
  // How far back.
  case sameSentence, previousSentence, secondSentence, farSentence
  // What it is in its sentence.
  case nearSubject, nearObject, nearPossessor, previousSubject, previousObject, farSubject
  case mainSubject, firstInSentence, aside, modifier, placeOfAct
  /// A subject in this sentence or the one before, though spoken of again since.
  case wasSubject
  // How many other candidates were spoken of since.
  case secondNearest, thirdNearest, farther
  // How often it was spoken of.
  case once, threeTimes, sixTimes, mostNamed, inHeadline
  // How it is referred to.
  case byPronoun
  /// One of several that are joined by 'and'.
  case joined
  // What it is.
  case genderKnown, organization, country, place, pluralName, group, pair
  // Something or somebody without a name.
  case stranger, strangerSubject, strangerBody, strangerPerson, strangerIndefinite, strangerPronoun
  case strangerFar
  // How the two clauses hang together.
  case parallelSubject, parallelObject, parallelSaying, saidSo, nearMainSubject
  case namedForObject
  // It is what the pronoun's own clause is about, or the clause above.
  case ownPossessive, ownFarther, ownOther, above, nearestPossessive
}

/// A set of features.
struct PronounFeatures: Hashable, Sendable {
  private(set) var bits: UInt64 = 0

  /// Puts `feature` into the set where `condition` holds.
  mutating func add(_ feature: PronounFeature, if condition: Bool = true) {
    if condition { bits |= 1 << UInt64(feature.rawValue) }
  }

  /// Puts the features of `other` into the set.
  mutating func formUnion(_ other: PronounFeatures) { bits |= other.bits }

  /// The features in the set, in order.
  var members: [PronounFeature] {
    PronounFeature.allCases.filter { bits & (1 << UInt64($0.rawValue)) != 0 }
  }
}
