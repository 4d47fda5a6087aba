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
  /// This query is returned as it is unless it begins with `|`. What `previous` explains, draws or
  /// saves is left out; of `chart by type` the counts stay.
  public func continuing(_ previous: Query) -> Query {
    guard source.kind == .previous else { return self }
    let before = previous.stages.compactMap(\.withoutPresentation)
    return Query(source: previous.source, stages: before + stages, range: range)
  }
}

/// Where a query's rows come from.
public struct Source: Sendable, Hashable {
  /// What it is.
  public indirect enum Kind: Sendable, Hashable {
    /// The rows of a table.
    case table(Table)
    /// The rows of the query before: the text begins with `|`.
    case previous
    /// The rows of a query in brackets.
    case query(Query)
    /// The rows of a definition: `visits(Haftar)`.
    case call(Call)
    /// `paths from A to B within 3 steps where ...`, `neighbours of A since ...`
    case graph(GraphSyntax)
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
  public indirect enum Kind: Sendable, Hashable {
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
    /// `add span = high - low, year = year(date)`
    case add([NamedExpression])
    /// `group by actor: count, average words`
    case group(by: [PathSyntax], [AggregateSyntax])
    /// `crosstab type by year`
    case crosstab(PathSyntax, by: PathSyntax)
    /// `sample 5 seed 42`
    case sample(ValueSyntax, seed: ValueSyntax?)
    /// `only (events ...)`, and negated `except (events ...)`
    case subset(Query, isNegated: Bool)
    /// `followed by (events ...) within 30 days sharing actor`
    case followed(FollowedSyntax)
    /// `timeline`
    case timeline
    /// `chart bar by type`
    case chart(ChartStyle?, by: [PathSyntax])
    /// `save "file.csv"`
    case save(ValueSyntax)
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

  /// What the stage does to rows, without what it does with the answer; nil where that is all.
  var withoutPresentation: Stage? {
    switch kind {
    case .explain, .save, .chart(_, by: []): return nil
    case .timeline: return Stage(kind: .byMainDate(isDescending: false), range: range)
    case .chart(_, let keys):
      return Stage(kind: .count(distinct: nil, by: keys), range: range)
    default: return self
    }
  }
}

/// Where rows come from that are found by going from entity to entity, as it is written.
///
/// Two entities are tied by an event in which both are parties.
public struct GraphSyntax: Sendable, Hashable {
  /// What is asked.
  public enum Kind: Sendable, Hashable {
    /// `paths from A to B within N steps`
    case paths(from: ValueSyntax, to: ValueSyntax, steps: ValueSyntax)
    /// `neighbours of A`
    case neighbours(of: ValueSyntax)
  }

  /// What is asked.
  public var kind: Kind
  /// The `where` and the dates that follow at once, which say what events tie.
  public var ties: [Stage]

  /// A graph source.
  public init(kind: Kind, ties: [Stage]) {
    self.kind = kind
    self.ties = ties
  }
}

/// `followed by (Q) within D sharing F, G`, as it is written.
public struct FollowedSyntax: Sendable, Hashable {
  /// A length of time.
  public struct Span: Sendable, Hashable {
    /// How many units.
    public var count: ValueSyntax
    /// The unit.
    public var unit: DateClause.Unit

    /// A length of time.
    public init(count: ValueSyntax, unit: DateClause.Unit) {
      self.count = count
      self.unit = unit
    }
  }

  /// The rows that may follow.
  public var query: Query
  /// How soon; nil for any time later.
  public var span: Span?
  /// What the two rows must have in common.
  public var shared: [PathSyntax]
  /// Whether rows are kept that nothing follows: `not followed by`.
  public var isNegated: Bool

  /// A sequence.
  public init(query: Query, span: Span?, shared: [PathSyntax], isNegated: Bool) {
    self.query = query
    self.span = span
    self.shared = shared
    self.isNegated = isNegated
  }
}

/// How a chart is drawn.
public enum ChartStyle: String, Sendable, Hashable, CaseIterable {
  case bar, line
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
