/// What can be worked out for a group, as data: what it is called, what it takes and what it gives.
///
/// Binder, completion and help are made from the table.
public struct AggregateEntry: Sendable, Hashable {
  /// What an aggregate may be worked out from.
  public enum Parameter: Sendable, Hashable {
    /// Anything; without it, the rows.
    case anyOrRows
    /// A number; without it, the rows.
    case numberOrRows
    case number
    case any
  }

  /// What an aggregate gives.
  public enum Result: Sendable, Hashable {
    case integer
    case number
    /// What its argument is, of a list an element.
    case element
    /// Several of what its argument is.
    case list
  }

  /// The aggregate.
  public let aggregate: Aggregate
  /// The name by which it is written.
  public var name: String { aggregate.rawValue }
  /// How it is written.
  public let syntax: String
  /// Other words for it.
  public let synonyms: [String]
  /// What it is worked out from.
  public let parameter: Parameter
  /// What it gives.
  public let result: Result
  /// What it is, in one line.
  public let help: String
  /// Whole queries that use it; never empty.
  public let examples: [String]

  private init(
    _ aggregate: Aggregate, _ syntax: String, synonyms: [String] = [], _ parameter: Parameter,
    _ result: Result, _ help: String, examples: String...
  ) {
    self.aggregate = aggregate
    self.syntax = syntax
    self.synonyms = synonyms
    self.parameter = parameter
    self.result = result
    self.help = help
    self.examples = examples
  }

  /// The aggregate called `name`, in small letters; nil where there is none.
  public init?(named name: String) {
    guard
      let entry = AggregateEntry.all.first(where: { $0.name == name || $0.synonyms.contains(name) })
    else { return nil }
    self = entry
  }

  /// The entry of an aggregate.
  public init(_ aggregate: Aggregate) {
    switch aggregate {
    case .count: self = AggregateEntry.count
    case .sum: self = AggregateEntry.sum
    case .average: self = AggregateEntry.average
    case .median: self = AggregateEntry.median
    case .min: self = AggregateEntry.least
    case .max: self = AggregateEntry.greatest
    case .first: self = AggregateEntry.first
    case .last: self = AggregateEntry.last
    case .share: self = AggregateEntry.share
    case .list: self = AggregateEntry.list
    }
  }

  /// All aggregates.
  public static let all: [AggregateEntry] = Aggregate.allCases.map { AggregateEntry($0) }

  private static let count = AggregateEntry(
    .count, "count, count FIELD, count distinct FIELD", .anyOrRows, .integer,
    "number of rows, of known values, or of different values",
    examples: "events | group by type: count, count distinct actor")
  private static let sum = AggregateEntry(
    .sum, "sum FIELD", .number, .element, "the values added up",
    examples: "articles | group by source: sum words")
  private static let average = AggregateEntry(
    .average, "average FIELD", synonyms: ["avg", "mean"], .number, .number,
    "the mean of the values", examples: "articles | group by source: average words")
  private static let median = AggregateEntry(
    .median, "median FIELD", .number, .number, "the value in the middle",
    examples: "articles | group by source: median words")
  private static let least = AggregateEntry(
    .min, "min FIELD", .any, .element, "the least value, or the earliest",
    examples: "events | group by type: min date")
  private static let greatest = AggregateEntry(
    .max, "max FIELD", .any, .element, "the greatest value, or the latest",
    examples: "events | group by type: max date")
  private static let first = AggregateEntry(
    .first, "first FIELD", .any, .element, "the value of the first row that has one",
    examples: "events | oldest | group by type: first place")
  private static let last = AggregateEntry(
    .last, "last FIELD", .any, .element, "the value of the last row that has one",
    examples: "events | oldest | group by type: last place")
  private static let share = AggregateEntry(
    .share, "share, share FIELD", .numberOrRows, .number,
    "the part of all rows that the group has, or of the sum of a field, from 0 to 1",
    examples: "events | group by type: count, share")
  private static let list = AggregateEntry(
    .list, "list FIELD", .any, .list, "the different values",
    examples: "events | group by type: list place")
}
