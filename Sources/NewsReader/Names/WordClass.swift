/// What a single folded word may be round names.
struct WordClass: OptionSet, Sendable, Hashable {
  let rawValue: UInt32

  static let titleHe = WordClass(rawValue: 1 << 0)
  static let titleShe = WordClass(rawValue: 1 << 1)
  /// A rank or an honour.
  static let title = WordClass(rawValue: 1 << 2)
  /// An office of one word.
  static let office = WordClass(rawValue: 1 << 3)
  /// A word that stands before an office: `former`, `foreign`.
  static let officeModifier = WordClass(rawValue: 1 << 4)
  /// The last word of an organization's name.
  static let organizationHead = WordClass(rawValue: 1 << 5)
  /// A head that stands before `of` or `for`.
  static let organizationOf = WordClass(rawValue: 1 << 6)
  /// The last word of a site's name.
  static let site = WordClass(rawValue: 1 << 7)
  /// The first word of a site's name.
  static let siteBefore = WordClass(rawValue: 1 << 8)
  /// A site's noun in small letters that belongs to the name before it.
  static let smallSite = WordClass(rawValue: 1 << 9)
  static let direction = WordClass(rawValue: 1 << 10)
  /// A preposition of place.
  static let locative = WordClass(rawValue: 1 << 11)
  /// `town`, `village`: before `of` or before a name.
  static let placeNoun = WordClass(rawValue: 1 << 12)
  static let saying = WordClass(rawValue: 1 << 13)
  /// Written with a capital, but no name.
  static let noName = WordClass(rawValue: 1 << 14)
  /// An adjective of a people, faith or land.
  static let people = WordClass(rawValue: 1 << 15)
  static let sentenceStart = WordClass(rawValue: 1 << 16)
  static let possessor = WordClass(rawValue: 1 << 17)
  static let organizationNoun = WordClass(rawValue: 1 << 18)
  static let organizationBefore = WordClass(rawValue: 1 << 19)
  static let personNoun = WordClass(rawValue: 1 << 20)
  static let particle = WordClass(rawValue: 1 << 21)
  static let generation = WordClass(rawValue: 1 << 22)
  static let givenHe = WordClass(rawValue: 1 << 23)
  static let givenShe = WordClass(rawValue: 1 << 24)
  /// A loaded noun for a person or a body.
  static let epithetNoun = WordClass(rawValue: 1 << 25)
  /// A loaded adjective.
  static let epithetAdjective = WordClass(rawValue: 1 << 26)

  /// A field that a ministry or an office deals with.
  static let policy = WordClass(rawValue: 1 << 27)

  /// The last word of what is a treaty, a meeting, a prize: no entity.
  static let noEntity = WordClass(rawValue: 1 << 28)
  /// Stands before the name of a ship, a storm, a thing.
  static let thingBefore = WordClass(rawValue: 1 << 29)
  static let platform = WordClass(rawValue: 1 << 30)
  /// A given name that is also a word, a place or a last name.
  static let alsoGiven = WordClass(rawValue: 1 << 31)

  static let given: WordClass = [.givenHe, .givenShe]
  static let anyTitle: WordClass = [.titleHe, .titleShe, .title]

  /// The headings of the word lists and what stands under them.
  static let headings: [(heading: String, wordClass: WordClass)] = [
    ("title he", .titleHe), ("title she", .titleShe), ("title", .title), ("office", .office),
    ("office modifier", .officeModifier), ("organization head", .organizationHead),
    ("organization of", .organizationOf), ("site", .site), ("site before", .siteBefore),
    ("site in small letters", .smallSite), ("direction", .direction), ("locative", .locative),
    ("place noun", .placeNoun), ("verb of saying", .saying), ("no name", .noName),
    ("people", .people), ("sentence start", .sentenceStart), ("possessor", .possessor),
    ("organization noun", .organizationNoun), ("organization before", .organizationBefore),
    ("person noun", .personNoun), ("inside a person", .particle), ("generation", .generation),
    ("male", .givenHe), ("female", .givenShe), ("either", .given),
    ("policy", .policy), ("no entity", .noEntity), ("thing before", .thingBefore),
    ("platform", .platform), ("also a given name", .alsoGiven),
    ("also a given name he", .alsoGiven), ("also a given name she", .alsoGiven),
    ("noun", .epithetNoun),
    ("adjective", .epithetAdjective),
  ]
}
