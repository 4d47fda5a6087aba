/// One surface form of a name, prepared for comparison with others.
///
/// Two spellings of one name have equal ``key``s, so an index groups forms by `key` (and by
/// ``lastKey`` for last names) and lets ``relation(to:)`` decide inside a group. Folding, particles,
/// hyphens, initials and the common transliterations of Arabic, Persian, Russian and Ukrainian are
/// seen through: Gaddafi is Qadhafi, Yunus-Bek is Yunusbek, `al-Masri` is `El Masry`.
public struct NameForm: Hashable, Sendable {
  /// How a form stands to another; a greater value is a closer relation.
  public enum Relation: Int, Comparable, Sendable {
    /// A part of the other, neither its last name nor its first: `Nelson` of `Ana Nelson Lima`.
    case part
    /// The first word of a longer name, as where the family name comes first.
    case first
    /// The last name, perhaps with initials or a first name: `Lima`, `A. Lima`.
    case last
    /// The other's initials: `WFP`.
    case acronym
    /// The same name in another spelling.
    case variant
    /// The same words.
    case same

    /// Orders by closeness.
    public static func < (a: Relation, b: Relation) -> Bool { a.rawValue < b.rawValue }
  }

  /// The form as it was written.
  public let text: String
  /// Its folded words, particles and generation included.
  public let tokens: [String]
  /// Its folded words without particles and generation; never empty where `tokens` is not.
  public let words: [String]
  /// `jr`, `sr`, `ii` ..., where the name ends in one.
  public let generation: String?
  /// Transliteration key of the whole name: equal for all its spellings.
  public let key: String
  /// Transliteration key of the last word; empty for an empty name.
  public let lastKey: String
  /// Transliteration keys of `words`, one each: an index by them finds last names and parts.
  public var wordKeys: [String] { sounds.map(\.skeleton) }
  /// First letters of the words that an acronym takes up, in lower case: `wfp`.
  public let initials: String
  /// The letters of an acronym in lower case, where the form is written as one: `U.N.` gives `un`.
  public let acronym: String?

  let sounds: [NameSound]

  /// The form `text` of a name; titles are taken for parts of the name.
  ///
  /// - Complexity: O(*n*).
  public init(_ text: String) {
    self.text = text
    tokens = foldedWords(text).map(String.init)
    var words: [String] = []
    var generation: String?
    for (position, token) in tokens.enumerated() {
      let isLast = position == tokens.count - 1
      if isLast, position > 0, Self.generations.contains(token) {
        generation = token
      } else if isLast || !Self.particles.contains(token) {
        words.append(Self.servant(token))
      }
    }
    if words.isEmpty, let first = tokens.first { words = [first] }
    self.words = words
    self.generation = generation
    sounds = words.map(NameSound.init)
    key = NameSound.joined(sounds).skeleton
    lastKey = sounds.last?.skeleton ?? ""
    initials = Self.initials(of: text)
    acronym = Self.acronymLetters(of: text)
  }

  /// The last word, in which a Western, Arabic or Slavic name carries the family.
  public var last: String { words.last ?? "" }

  /// Whether the two are spellings of one name, word for word or with words joined.
  ///
  /// Case, accents, hyphens, particles and transliteration are seen through; a word that is left
  /// out or a generation (`Jr.`) that only one of them has is not.
  public func isVariant(of other: NameForm) -> Bool {
    guard key == other.key, !words.isEmpty, generation == other.generation else { return false }
    if words == other.words { return true }
    if sounds.count == other.sounds.count {
      return zip(sounds, other.sounds).allSatisfy { $0.isVariant(of: $1) }
    }
    return NameSound.joined(sounds).isVariant(of: NameSound.joined(other.sounds))
  }

  /// Whether this form is written as the initials of `other`: `WFP`, `U.A.E.`.
  ///
  /// `of`, `the`, `and` and their like may count or not; a word of `other` that is itself in
  /// capitals counts with all its letters.
  public func isAcronym(of other: NameForm) -> Bool {
    guard let acronym, other.tokens.count > 1, other.acronym == nil else { return false }
    return acronym == other.initials || acronym == Self.initials(of: other.text, takingAll: true)
  }

  /// How this form stands to `other`, which is taken for the fuller name; nil for no relation.
  public func relation(to other: NameForm) -> Relation? {
    if words.isEmpty || other.words.isEmpty { return nil }
    if words == other.words, generation == other.generation { return .same }
    if isVariant(of: other) { return .variant }
    if isAcronym(of: other) { return .acronym }
    if let generation, generation != other.generation { return nil }
    guard
      words.count < other.words.count || generation != other.generation
        || sounds.dropLast().contains(where: \.isInitial)
    else { return nil }
    return partialRelation(to: other)
  }

  private func partialRelation(to other: NameForm) -> Relation? {
    guard let last = sounds.last, let otherLast = other.sounds.last else { return nil }
    if last.isVariant(of: otherLast) {
      return leads(other.sounds.dropLast()) ? .last : nil
    }
    if sounds.count == 1, let first = other.sounds.first, last.isVariant(of: first) {
      return .first
    }
    guard sounds.count < other.sounds.count else { return nil }
    for start in 0...(other.sounds.count - sounds.count)
    where zip(sounds, other.sounds[start...]).allSatisfy({ $0.isVariant(of: $1) }) {
      return start == 0 ? .first : .part
    }
    return nil
  }

  /// Whether the words before the last name stand in `front` in order, initials allowed.
  private func leads(_ front: ArraySlice<NameSound>) -> Bool {
    var rest = front
    for sound in sounds.dropLast() {
      guard let at = rest.firstIndex(where: { sound.agrees(with: $0) }) else { return false }
      rest = rest[(at + 1)...]
    }
    return true
  }
}

extension NameForm {
  /// Words inside names that carry no meaning of their own, folded.
  public static let particles: Set<String> = [
    "al", "el", "ul", "ad", "ar", "as", "ash", "at", "az", "an", "bin", "ibn", "bint", "ben",
    "ould", "de", "da", "do", "dos", "das", "del", "della", "di", "du", "la", "le", "van", "von",
    "der", "den", "ter", "ten", "zu", "zur", "the", "y", "e", "af", "av",
  ]

  private static let generations: Set<String> = [
    "jr", "sr", "jnr", "snr", "junior", "senior", "ii", "iii", "iv", "v", "vi", "vii", "viii",
  ]

  /// `abdul`, `abdel` and `abd` are one word, joined to the next or not.
  private static func servant(_ token: String) -> String {
    guard token.hasPrefix("abd") else { return token }
    for prefix in ["abdul", "abdel", "abdal", "abdol"] where token.hasPrefix(prefix) {
      return token.utf8.count == prefix.utf8.count ? "abd" : "abd" + token.dropFirst(5)
    }
    return token
  }
}
