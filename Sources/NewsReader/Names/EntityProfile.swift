internal import NewsModel

/// What the words round one place of a name say of its bearer.
struct NameDescription: Sendable {
  /// The name with the title directly in front, where there is one.
  var titled: String?
  /// Offices and titles, as written.
  var roles: [String] = []
  /// Loaded words, in lower case.
  var epithets: [String] = []
  /// Country of an adjective or a name among them.
  var country: String?
  /// Head words of roles and descriptions, folded: `minister`, `group`.
  var heads: [String] = []
  /// Gender that a title tells.
  var gender: WordClass = []
}

/// What a document says of one entity, gathered from all its names.
struct EntityProfile: Sendable {
  var roles: [String] = []
  var epithets: [String] = []
  var country: String?
  var heads: Set<String> = []
  var gender: WordClass = []
  private var knownRoles: Set<String> = []

  /// Takes in what stands round one more name.
  mutating func add(_ description: NameDescription) {
    for role in description.roles where knownRoles.insert(folded(role)).inserted {
      roles.append(role)
    }
    for epithet in description.epithets where !epithets.contains(epithet) {
      epithets.append(epithet)
    }
    if country == nil { country = description.country }
    heads.formUnion(description.heads)
    gender.formUnion(description.gender)
  }
}
