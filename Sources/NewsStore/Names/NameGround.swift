public import NewsModel

/// Why a name is taken for an entity's.
public enum NameGround: Sendable, Hashable {
  /// It is the entity's own name.
  case own
  /// The same name spelled otherwise: case, accents, hyphens, transliteration.
  case spelling
  /// The last name alone.
  case lastName
  /// A shorter form: words left out or cut to initials.
  case shorter
  /// A longer form.
  case longer
  /// The name, or a shorter form of it, with a title in front.
  case titled
  /// The initials of the words.
  case acronym
  /// What the acronym stands for.
  case expansion
  /// An article uses it for the same entity beside another of its names.
  case sameArticle(ArticleID)
  /// The user said so.
  case correction
}

extension NameGround {
  /// The rule of spelling by which `name` is one of `full`; nil where there is none.
  public init?(_ name: String, of full: String) {
    if let bare = Titles.withoutTitles(name), Self.isShortening(bare, of: full) {
      self = .titled
      return
    }
    let (form, other) = (NameForm(name), NameForm(full))
    switch form.relation(to: other) {
    case .same, .variant: self = .spelling
    case .acronym: self = .acronym
    case .last: self = form.words.count == 1 ? .lastName : .shorter
    case .first, .part: self = .shorter
    case nil:
      switch other.relation(to: form) {
      case .same, .variant: self = .spelling
      case .acronym: self = .expansion
      case .last, .first, .part: self = .longer
      case nil: return nil
      }
    }
  }

  /// Whether `name` is the name `full` in some spelling, or its last name.
  private static func isShortening(_ name: String, of full: String) -> Bool {
    switch NameForm(name).relation(to: NameForm(full)) {
    case .same, .variant, .last: true
    default: false
    }
  }
}
