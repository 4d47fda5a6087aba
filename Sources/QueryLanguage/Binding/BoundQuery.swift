public import Diagnostics
public import NewsModel

/// A query whose names are resolved and whose types fit: what the ``Binder`` makes of a ``Query``.
///
/// It says what is asked, not how to find it; the ``Planner`` decides that.
public struct BoundQuery: Sendable, Hashable {
  /// Where rows come from first.
  public var source: BoundSource
  /// The stages in order.
  public var stages: [BoundStage]
  /// What is done with the rows that leave the last stage, in order.
  public var presentations: [Presentation] = []

  /// A bound query.
  public init(source: BoundSource, stages: [BoundStage]) {
    self.source = source
    self.stages = stages
  }

  /// A bound query over a table.
  public init(source: Table, stages: [BoundStage]) {
    self.init(source: .table(source), stages: stages)
  }

  /// What the rows of the answer are.
  public var shape: RowShape { stages.last?.output ?? source.shape }
}

/// What is done with the rows of an answer, beside listing them.
public enum Presentation: Sendable, Hashable {
  /// They are drawn as a chart; without a style, as what suits them.
  case chart(ChartStyle?)
  /// They are drawn along their main date, by which they are ordered.
  case timeline
  /// They are written to a file of this name.
  case save(String)
}

/// Where the rows of a bound query come from.
public indirect enum BoundSource: Sendable, Hashable {
  /// All rows of a table, in its order.
  case table(Table)
  /// What is found by going from entity to entity.
  case graph(BoundGraph)

  /// The table that the rows are of.
  public var table: Table {
    switch self {
    case .table(let table): table
    case .graph(let graph): graph.shape.table ?? .events
    }
  }

  /// What the rows are.
  public var shape: RowShape {
    switch self {
    case .table(let table): RowShape(table, shown: table.shownColumns)
    case .graph(let graph): graph.shape
    }
  }
}

/// One stage of a bound query.
public struct BoundStage: Sendable, Hashable {
  /// What the stage does.
  public var operation: BoundOperation
  /// The stage in canonical form, for `explain` and for the counts after each filter.
  public var text: String
  /// Where it stands in the query.
  public var range: SourceRange
  /// The shape of the rows that leave the stage.
  public var output: RowShape

  /// A bound stage.
  public init(operation: BoundOperation, text: String, range: SourceRange, output: RowShape) {
    self.operation = operation
    self.text = text
    self.range = range
    self.output = output
  }
}

/// What a stage does to the rows that reach it.
public enum BoundOperation: Sendable, Hashable {
  /// Keeps the rows for which the condition holds.
  case filter(BoundCondition)
  /// Keeps rows whose text has all the phrases, best BM25 score first.
  ///
  /// On `articles` the whole text is searched; on other tables the texts of the row's own slices.
  case search(TextSearch)
  /// Orders by the keys; stable; rows with an unknown key come last in either direction.
  case sort([BoundSortKey])
  /// Keeps the first rows.
  case take(Int)
  /// Leaves out the first rows.
  case skip(Int)
  /// Changes which columns are shown; rows stay what they are.
  case show([BoundColumn])
  /// One row with the number of rows; of distinct known values of the path where one is given.
  ///
  /// With keys, one row a combination of keys, in order of count, greatest first, then of keys;
  /// grouping by a calendar period first, be it a part of a date or a column that holds one, orders
  /// by time and fills empty periods with 0, unless they are more than 5,000. A row with a
  /// list-valued key counts once for each element; a row with an unknown key is left out and
  /// counted as such.
  case count(distinct: BoundPath?, by: [BoundColumn])
  /// One row a combination of known values of the columns, in order of first appearance.
  case distinct([BoundColumn])
  /// The rows of another table that these rows lead to, each once, in that table's order.
  ///
  /// Rows of no table lead on from the rows that their first column of references names.
  case follow(Table)
  /// Gives each row further columns, each of which may be worked out from those before it.
  case add([BoundAddition])
  /// One row a combination of keys, or a single row where there are none, with aggregates; in the
  /// order of `count`, and with the same rows for empty periods, in which only `count` and `share`
  /// are known, as 0.
  case group(by: [BoundColumn], [BoundAggregate])
  /// One row a value of the first column, in the order of `count`; one column a value of the
  /// second, and `total`; in each cell the number of rows.
  ///
  /// Columns run in order of time for a calendar period, else by their own totals, greatest first,
  /// then by value; of more than ``crosstabLimit`` the rest is added up in a column `others`.
  /// Empty periods have a row or a column of 0. A row counts once in `total`, however many columns
  /// it counts in. Rows without either value are left out and counted as such.
  case crosstab(BoundColumn, by: BoundColumn)
  /// Keeps this many rows, chosen by the seed alone, in their order.
  case sample(Int, seed: UInt64)
  /// Keeps the rows that are among the rows of a query, or where negated those that are not.
  ///
  /// Rows of a table are the same where they are the same row; rows of no table where all columns
  /// have the same values.
  case subset(BoundQuery, isNegated: Bool)
  /// Keeps the rows that a row of a query follows, with that row and the time between; or where
  /// negated those that none follows.
  case followed(BoundSequence)

  /// Greatest number of columns of a crosstab that have values of their own.
  public static var crosstabLimit: Int { 40 }
}

/// What came after what.
///
/// A row follows another where its first day is after the other's last day, by no more than the
/// span, and where it shares a known value of each of the shared paths. Rows whose date is not known,
/// or is open at the end that counts, follow nothing and are followed by nothing; among the rows at
/// hand they are left out and counted as unknown. Of several that follow, the one with the earliest
/// first day counts, then the first in the order of the query. Months and years are those of the
/// calendar; from the last day of a month they lead to the last of a shorter one.
public struct BoundSequence: Sendable, Hashable {
  /// A value that two rows must have in common.
  public struct SharedPath: Sendable, Hashable {
    /// Its place in the rows at hand.
    public var path: BoundPath
    /// Its place in the rows that may follow.
    public var other: BoundPath

    /// A shared value.
    public init(path: BoundPath, other: BoundPath) {
      self.path = path
      self.other = other
    }
  }

  /// A length of time.
  public struct Span: Sendable, Hashable {
    /// How many units.
    public var count: Int
    /// The unit.
    public var unit: DateClause.Unit

    /// A length of time.
    public init(count: Int, unit: DateClause.Unit) {
      self.count = count
      self.unit = unit
    }
  }

  /// The date of the rows at hand.
  public var date: BoundPath
  /// The rows that may follow, which are rows of a table.
  public var query: BoundQuery
  /// The date of the rows that may follow.
  public var otherDate: BoundPath
  /// How long after the last day of the one the other may begin; nil for any time.
  public var span: Span?
  /// What the two must have in common.
  public var shared: [SharedPath]
  /// Whether the rows are kept that nothing follows.
  ///
  /// They get no further columns; the others get `next`, the row that follows, and `gap`, the days
  /// from the one's last to the other's first.
  public var isNegated: Bool

  /// A sequence.
  public init(
    date: BoundPath, query: BoundQuery, otherDate: BoundPath, span: Span?, shared: [SharedPath],
    isNegated: Bool
  ) {
    self.date = date
    self.query = query
    self.otherDate = otherDate
    self.span = span
    self.shared = shared
    self.isNegated = isNegated
  }
}

/// A named value of each row: a field, a path, or a column of derived rows.
public struct BoundColumn: Sendable, Hashable {
  /// The name it is shown under.
  public var name: String
  /// Where its value comes from.
  public var path: BoundPath

  /// A column called `name`.
  public init(name: String, path: BoundPath) {
    self.name = name
    self.path = path
  }
}

/// How a value is reached from a row.
public struct BoundPath: Sendable, Hashable {
  /// Where a path begins.
  public enum Root: Sendable, Hashable {
    /// A field of the row's own table; any further fields are of the table that the one before
    /// refers to: `actor.country` is `[events.actor, entities.country]`. Never empty.
    case fields([FieldID])
    /// A column of the rows, from 0, and the fields by which the path goes on from the row that it
    /// refers to: `next.type` is column `next`, then `[events.type]`.
    case column(Int, then: [FieldID])
  }

  /// A part of a date.
  public enum DatePart: String, Sendable, Hashable, CaseIterable {
    case year
    case quarter
    case month
    case week
    case day
    case weekday
  }

  /// Where the path begins.
  public var root: Root
  /// The part of the date that it ends in, where it does: `date.month`.
  ///
  /// A period that the date does not fix (the month of `2023`) is unknown.
  public var part: DatePart?
  /// What it holds, or each element of it.
  public var type: ValueType
  /// Whether it may hold several values.
  public var isList: Bool

  /// A path.
  public init(root: Root, part: DatePart? = nil, type: ValueType, isList: Bool) {
    self.root = root
    self.part = part
    self.type = type
    self.isList = isList
  }
}

/// A key to sort by.
public struct BoundSortKey: Sendable, Hashable {
  /// What is compared: dates by first day, then last; lists by their first element.
  public var path: BoundPath
  /// Whether the greatest comes first.
  public var isDescending: Bool

  /// A sort key.
  public init(path: BoundPath, isDescending: Bool) {
    self.path = path
    self.isDescending = isDescending
  }
}

/// What `search` looks for: every phrase must occur.
public struct TextSearch: Sendable, Hashable {
  /// Phrases of folded words (``folded(_:)``); none is empty.
  public var phrases: [[String]]

  /// A search for all of `phrases`.
  public init(phrases: [[String]]) { self.phrases = phrases }
}

/// A condition on a row: true, false or, where a value is not known, unknown.
///
/// A row is kept where its condition is true. `not`, `and` and `or` are Kleene's; a comparison
/// with an unknown value is unknown. On a list, a comparison holds if any element satisfies it;
/// the negated forms (`!=`, `!~`, `not in`) hold if no element satisfies the plain form.
public indirect enum BoundCondition: Sendable, Hashable {
  /// All hold; true when empty.
  case and([BoundCondition])
  /// At least one holds; false when empty.
  case or([BoundCondition])
  /// The condition does not hold.
  case not(BoundCondition)
  /// The path's value passes the test.
  case test(BoundPath, ValueTest)
  /// The path has a value; never unknown.
  case isKnown(BoundPath)
  /// Every known value of the path passes the test; unknown where there is none.
  case every(BoundPath, ValueTest)
  /// The path's value is among those that a query gives.
  ///
  /// The query is answered first, and a test of its values takes the place of the condition: as for
  /// `in (a, b)` texts are the same when folded, and dates where they share a day. What the query
  /// leaves out because it is not known does not count as left out of the rows at hand; this holds
  /// for every query within another.
  case among(BoundPath, BoundValues)
}

/// The values that a query gives for `in (query)`.
public struct BoundValues: Sendable, Hashable {
  /// The query.
  public var query: BoundQuery
  /// The values of each row; nil for the row itself, of a table that the tested path refers to.
  public var path: BoundPath?
  /// Whether every value of the tested path must be among them, as for ``BoundCondition/every(_:_:)``.
  public var isEvery = false

  /// Values.
  public init(query: BoundQuery, path: BoundPath?, isEvery: Bool = false) {
    self.query = query
    self.path = path
    self.isEvery = isEvery
  }
}

/// A test of one known value.
public enum ValueTest: Sendable, Hashable {
  /// Refers to one of these rows of the referenced table; the rows ascend. None is always false.
  case references([UInt32])
  /// For references that are compared as text, the test applies to the name of the row referred
  /// to or, for entities, to any of its aliases; for texts and categories to the text itself.
  case text(TextTest)
  /// For whole and other numbers.
  case number(NumberTest)
  /// For dates.
  case date(DateTest)
  /// Any of these passes.
  case any([ValueTest])
}

/// A test of a text.
public enum TextTest: Sendable, Hashable {
  /// Equal to one of these after folding both; the texts are folded.
  case equals([String])
  /// Equal byte for byte.
  case exactly(String)
  /// Has these folded words in a row; the last may be the beginning of a word where `isPrefix`.
  case contains(phrase: [String])
  /// Matches whole after folding; `*` stands for any run of characters. The pieces are what stands
  /// between the stars, folded; the first and last may be empty.
  case glob(pieces: [String])
  /// A regular expression, as written between the slashes, matches somewhere, ignoring case.
  case pattern(String)
  /// Comes before or after, compared as folded texts.
  case ordered(Comparison, String)
}

/// A test of a number.
public enum NumberTest: Sendable, Hashable {
  /// Equal to one of these.
  case equals([Double])
  /// Less or greater.
  case ordered(Comparison, Double)
  /// Between the two, both included.
  case between(Double, Double)
}

/// An order that a value may have to another.
public enum Comparison: String, Sendable, Hashable, CaseIterable {
  case less = "<"
  case lessOrEqual = "<="
  case greater = ">"
  case greaterOrEqual = ">="
}

/// A test of an interval of days.
public enum DateTest: Sendable, Hashable {
  /// Shares a day with one of these: what `=`, `since`, `before` and the other clauses mean.
  case overlaps([NewsDate])
  /// Every day of it lies in the interval: `certainly`.
  case within(NewsDate)
  /// Is the same interval: `==`.
  case exactly(NewsDate)
}
