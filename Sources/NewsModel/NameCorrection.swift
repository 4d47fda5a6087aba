/// The user's word on names: that two mean one, or that they do not.
///
/// A name is written as articles write it. `@id` is an entity by its id; a kind or a country in
/// brackets behind a name tells namesakes apart: `Orvalle (place)`, `Orvalle (Soria)`.
public struct NameCorrection: Hashable, Sendable {
  /// What is said of two names.
  public enum Relation: Sendable, Hashable {
    /// Both mean the same.
    case same
    /// They mean different ones.
    case different
  }

  /// What is said.
  public var relation: Relation
  /// The name that is said to be another's.
  public var name: String
  /// The name that it is said to be or not to be; where they are the same, its entity stays.
  public var other: String

  /// A correction.
  public init(_ name: String, _ relation: Relation, _ other: String) {
    self.relation = relation
    self.name = name
    self.other = other
  }

  /// Whether two corrections are about the same two names, in whatever order and spelling.
  public func isAboutSameNames(as correction: NameCorrection) -> Bool {
    Set([folded(name), folded(other)]) == Set([folded(correction.name), folded(correction.other)])
  }
}

/// What became of a correction.
public enum CorrectionOutcome: Sendable, Hashable {
  /// It holds, and changed what is one entity or is kept apart.
  case applied
  /// It said what was so already.
  case alreadySo
  /// No article has this name yet; it will hold once one does.
  case noSuchName(String)
  /// It does not hold, since an article uses both names for one.
  case oneInArticle(String)
  /// It does not hold, since another correction keeps two of the names apart.
  case keptApart
}
