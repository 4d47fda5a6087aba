internal import NewsModel

/// What the lists know of a name.
struct KnownName: Hashable, Sendable {
  /// What the name stands for.
  enum Group: Int, Hashable, Sendable, Comparable {
    /// A first-level part of a country; often a person's name or a word as well.
    case subdivision
    case city
    case region
    case capital
    case body
    case country

    /// Orders by how surely a name on the list is meant.
    static func < (a: Group, b: Group) -> Bool { a.rawValue < b.rawValue }
  }

  /// What sort of body the lists say that a name is.
  enum Body: String, Hashable, Sendable {
    case international
    case seatOfPower = "seat of power"
    case armedGroup = "armed group"
    case party, press, company
  }

  /// What it stands for.
  var group: Group
  /// English short name of the country that it is, lies in or acts for.
  var country: String?
  /// The body's full name, or the country's English short name.
  var canonical: String
  /// Written in capitals only, so that it is found only so: `WHO`.
  var isAcronym: Bool
  /// Of a body, its sort.
  var body: Body?

  /// The kind of entity.
  var kind: EntityKind { group == .body ? .organization : .place }
}
