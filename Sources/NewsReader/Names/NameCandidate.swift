internal import NewsModel

/// How much speaks for each kind of entity.
struct KindVotes: Hashable, Sendable {
  var person: Float = 0
  var organization: Float = 0
  var place: Float = 0

  /// What most speaks for; nil where nothing speaks for anything.
  var best: EntityKind? {
    let most = max(person, organization, place)
    if most <= 0 { return nil }
    return most == place ? .place : most == organization ? .organization : .person
  }

  /// How far the best lies before the second.
  var margin: Float {
    let sorted = [person, organization, place].sorted()
    return sorted[2] - sorted[1]
  }

  subscript(kind: EntityKind) -> Float {
    get {
      switch kind {
      case .person: person
      case .organization: organization
      case .place: place
      }
    }
    set {
      switch kind {
      case .person: person = newValue
      case .organization: organization = newValue
      case .place: place = newValue
      }
    }
  }

  static func += (a: inout KindVotes, b: KindVotes) {
    a.person += b.person
    a.organization += b.organization
    a.place += b.place
  }

  static func * (a: KindVotes, factor: Float) -> KindVotes {
    KindVotes(
      person: a.person * factor, organization: a.organization * factor, place: a.place * factor)
  }
}

/// A run of tokens that is taken for a name, before its kind is decided.
struct NameCandidate: Sendable {
  /// Its tokens.
  var tokens: Range<Int>
  /// What the lists know of it.
  var known: KnownName?
  /// A title stands directly before it.
  var isTitled = false
  /// What speaks for its kind where it stands.
  var votes = KindVotes()
}
