public import Diagnostics
public import NewsModel

/// A query whose names are resolved and whose types fit: what the ``Binder`` makes of a ``Query``.
///
/// It says what is asked, not how to find it; the ``Planner`` decides that.
public struct BoundQuery: Sendable, Hashable {
  /// The table that rows come from first.
  public var source: Table
  /// The stages in order.
  public var stages: [BoundStage]

  /// A bound query.
  public init(source: Table, stages: [BoundStage]) {
    self.source = source
    self.stages = stages
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
  /// grouping by a calendar period orders by time and fills empty periods with 0. A row with a
  /// list-valued key counts once for each element; a row with an unknown key is left out and
  /// counted as such.
  case count(distinct: BoundPath?, by: [BoundColumn])
  /// One row a combination of known values of the columns, in order of first appearance.
  case distinct([BoundColumn])
  /// The rows of another table that these rows lead to, each once, in that table's order.
  case follow(Table)
}

/// What the rows at a point of a query are.
public enum RowShape: Sendable, Hashable {
  /// Rows of a table, of which these columns are shown.
  case table(Table, shown: [BoundColumn])
  /// Rows of their own, made by `count` or `distinct`.
  case derived([ResultColumn])
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
    /// A column of derived rows, from 0.
    case column(Int)
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
