public import NewsModel

/// What the binder and completion may ask about the rows that are loaded.
///
/// The language knows no store; whoever runs queries gives it one of these.
public protocol Catalog: Sendable {
  /// The rows of `table` that `name` can mean, best first; empty where there are none.
  ///
  /// Folds case, accents, hyphens, particles and transliteration. A name that begins with `@` is
  /// an entity's slug and means that entity alone.
  func candidates(for name: String, in table: Table) -> [Candidate]
  /// As ``candidates(for:in:)`` for a name that is being typed: at once, though some that are spelled
  /// otherwise may be missing.
  func quickCandidates(for name: String, in table: Table) -> [Candidate]
  /// Names near to `name`, for a did-you-mean; never `name` itself.
  func nearestNames(to name: String, in table: Table, count: Int) -> [String]
  /// The values that occur in a field of type text or category, or the names of the rows that a
  /// reference occurs with, beginning (after folding) with `prefix`, most frequent first.
  func values(of field: FieldID, beginningWith prefix: String, count: Int) -> [ValueCount]
  /// The values that may be meant by what was typed behind a field, best first.
  func suggestions(for request: ValueRequest) -> [ValueSuggestion]
  /// Whether a value, in whatever case and accents, occurs in a field of type text or category;
  /// nil where that cannot be told at once.
  func occurs(_ text: String, in field: FieldID) -> Bool?
  /// How many different values a field has; nil where that cannot be told at once.
  func valueCount(of field: FieldID) -> Int?
  /// How many rows a table has; nil where that cannot be told.
  func rowCount(of table: Table) -> Int?
  /// A row in a few words beside its name: `person, 45 mentions`.
  func summary(of candidate: Candidate, in table: Table) -> String
}

extension Catalog {
  /// All candidates.
  public func quickCandidates(for name: String, in table: Table) -> [Candidate] {
    candidates(for: name, in: table)
  }
  /// Cannot be told.
  public func occurs(_ text: String, in field: FieldID) -> Bool? { nil }
  /// Cannot be told.
  public func valueCount(of field: FieldID) -> Int? { nil }
  /// Cannot be told.
  public func rowCount(of table: Table) -> Int? { nil }
  /// The word for a row, and how often it occurs.
  public func summary(of candidate: Candidate, in table: Table) -> String {
    let unit = table == .entities ? "mention" : "row"
    return "\(table.singular), \(counted(candidate.count, unit))"
  }
}

/// A row that a name can mean.
public struct Candidate: Sendable, Hashable {
  /// How well the name fits; the best rank wins.
  public enum Rank: Int, Comparable, Sendable {
    case exactName
    case alias
    case lastName
    case part

    /// Better ranks are less.
    public static func < (a: Rank, b: Rank) -> Bool { a.rawValue < b.rawValue }
  }

  /// The row.
  public var row: UInt32
  /// How well the name fits.
  public var rank: Rank
  /// The row's own name, to show.
  public var name: String
  /// What names it for sure: `@khalifa-haftar`.
  public var slug: String
  /// How often it occurs.
  public var count: Int

  /// A candidate.
  public init(row: UInt32, rank: Rank, name: String, slug: String, count: Int) {
    self.row = row
    self.rank = rank
    self.name = name
    self.slug = slug
    self.count = count
  }
}

/// A value and how many rows have it.
public struct ValueCount: Sendable, Hashable {
  /// The value as it is shown.
  public var value: String
  /// Number of rows.
  public var count: Int

  /// A value and its count.
  public init(value: String, count: Int) {
    self.value = value
    self.count = count
  }
}
