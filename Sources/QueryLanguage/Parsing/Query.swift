public import Diagnostics
public import NewsModel

/// A query as it is written: where rows come from, then stages.
///
/// Nodes are equal when they say the same; their ranges do not count.
public struct Query: Sendable, Hashable {
  /// Where the rows come from.
  public var source: Source
  /// What is done to them, in order.
  public var stages: [Stage]
  /// Where the query stands.
  @Ignored public var range: SourceRange

  /// A query.
  public init(source: Source, stages: [Stage], range: SourceRange) {
    self.source = source
    self.stages = stages
    self.range = range
  }

  /// Whether the query asks how it would be run: its last stage is `explain`.
  public var isExplained: Bool { stages.last?.kind == .explain }

  /// The query that goes on from `previous` with this query's stages.
  ///
  /// This query is returned as it is unless it begins with `|`. An `explain` that ends `previous`
  /// is left out.
  public func continuing(_ previous: Query) -> Query {
    guard source.kind == .previous else { return self }
    let before = previous.stages.filter { $0.kind != .explain }
    return Query(source: previous.source, stages: before + stages, range: range)
  }
}

/// Where a query's rows come from.
public struct Source: Sendable, Hashable {
  /// What it is.
  public enum Kind: Sendable, Hashable {
    /// The rows of a table.
    case table(Table)
    /// The rows of the query before: the text begins with `|`.
    case previous
    /// There is none, or none that could be understood.
    case missing
  }

  /// What it is.
  public var kind: Kind
  /// Where it stands.
  @Ignored public var range: SourceRange

  /// A source.
  public init(kind: Kind, range: SourceRange) {
    self.kind = kind
    self.range = range
  }
}

/// A stage: one step of a query.
public struct Stage: Sendable, Hashable {
  /// What a stage does.
  public enum Kind: Sendable, Hashable {
    /// `where ...`
    case filter(Condition)
    /// `since 2023`: a clause about the main date.
    case dates(DateClause)
    /// `search "phrase" word`
    case search([ValueSyntax])
    /// `sort by K desc, L`
    case sort([SortKey])
    /// `newest`, `oldest`
    case byMainDate(isDescending: Bool)
    /// `take N`
    case take(ValueSyntax)
    /// `skip N`
    case skip(ValueSyntax)
    /// `top N by K`
    case top(ValueSyntax, by: PathSyntax)
    /// `show F, G`
    case show([PathSyntax])
    /// `hide F, G`
    case hide([PathSyntax])
    /// `count`, `count distinct F`, `count by K, L`
    case count(distinct: PathSyntax?, by: [PathSyntax])
    /// `distinct F, G`; without fields of all that is shown
    case distinct([PathSyntax])
    /// A table's name: the rows that these lead to
    case follow(Table)
    /// `explain`
    case explain
    /// A stage that could not be understood, or that this version does not have.
    case invalid
  }

  /// What it does.
  public var kind: Kind
  /// Where it stands.
  @Ignored public var range: SourceRange

  /// A stage.
  public init(kind: Kind, range: SourceRange) {
    self.kind = kind
    self.range = range
  }
}

/// A key of `sort by`.
public struct SortKey: Sendable, Hashable {
  /// What is compared.
  public var path: PathSyntax
  /// Whether the greatest comes first.
  public var isDescending: Bool

  /// A sort key.
  public init(path: PathSyntax, isDescending: Bool) {
    self.path = path
    self.isDescending = isDescending
  }
}

/// A field, or fields joined by dots: `actor.country`.
public struct PathSyntax: Sendable, Hashable {
  /// One name of a path, in lower case.
  public struct Name: Sendable, Hashable {
    /// The name.
    public var text: String
    /// Where it stands.
    @Ignored public var range: SourceRange

    /// A name.
    public init(text: String, range: SourceRange) {
      self.text = text
      self.range = range
    }
  }

  /// The names; never empty.
  public var names: [Name]
  /// Where the path stands.
  @Ignored public var range: SourceRange

  /// A path.
  public init(names: [Name], range: SourceRange) {
    self.names = names
    self.range = range
  }

  /// The path as one text: `actor.country`.
  public var text: String { names.map(\.text).joined(separator: ".") }
}
