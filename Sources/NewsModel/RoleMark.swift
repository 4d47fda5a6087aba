/// Words from which a reader took a part of a report.
///
/// Marks of one report may overlap and may stand in several sentences of its article.
public struct RoleMark: Hashable, Sendable {
  /// The part of a report that words tell.
  public enum Role: String, CaseIterable, Sendable, Hashable {
    /// The act itself.
    case action
    /// Who did it.
    case actor
    /// To whom.
    case target
    /// Where.
    case place
    /// When.
    case date
    /// Whose word it is.
    case attribution
  }

  /// How words stand for an entity.
  public enum Naming: String, CaseIterable, Sendable, Hashable {
    /// By a name of it: `Haftar`.
    case name
    /// By what it is: `the general`.
    case description
    /// By a pronoun: `he`.
    case pronoun
    /// An adjective for its country: `Russian`.
    case demonym
    /// The capital for its government: `Ankara`.
    case capital
    /// A town for the country that it lies in.
    case town
    /// An organ of the state from which the article is dated: `the police`.
    case dateline
  }

  /// What the words tell.
  public var role: Role
  /// The words, in bytes of the article's text.
  public var range: TextRange
  /// The entity that they stand for; nil for actions, dates and unnamed speakers.
  public var entity: EntityIndex?
  /// How they stand for it; nil where they stand for none.
  public var naming: Naming?

  /// A mark.
  public init(role: Role, range: TextRange, entity: EntityIndex? = nil, naming: Naming? = nil) {
    self.role = role
    self.range = range
    self.entity = entity
    self.naming = naming
  }
}
