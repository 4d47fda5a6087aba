public import NewsModel

/// A value that is worked out for each row; unknown where what it is worked out from is.
public indirect enum BoundExpression: Sendable, Hashable {
  /// What a path leads to.
  case path(BoundPath)
  /// A value that is the same for every row; never unknown.
  case value(Value)
  /// What a function makes of its arguments.
  case call(Function, [BoundExpression])
  /// A sum, difference, product or quotient of two numbers.
  ///
  /// Of two whole numbers all but the quotient are whole; what is too great for 64 bits is
  /// unknown, and so is a quotient by 0.
  case arithmetic(Arithmetic, BoundExpression, BoundExpression)
  /// The first value where the condition is true, else, also where it is unknown, the second.
  case conditional(BoundCondition, then: BoundExpression, otherwise: BoundExpression)
}

/// A column that `add` gives to each row.
public struct BoundAddition: Sendable, Hashable {
  /// The column.
  public var column: RowColumn
  /// Its value.
  public var value: BoundExpression

  /// An addition.
  public init(column: RowColumn, value: BoundExpression) {
    self.column = column
    self.value = value
  }
}

/// What can be worked out for the rows of a group.
public enum Aggregate: String, Sendable, Hashable, CaseIterable {
  case count
  case sum
  case average
  case median
  case min
  case max
  case first
  case last
  case share
  case list
}

/// What `group by` works out for each group.
///
/// A value that is not known does not count. Of a list each element counts.
public struct BoundAggregate: Sendable, Hashable {
  /// The column that holds the result.
  public var column: RowColumn
  /// What is worked out.
  ///
  /// - `count`: rows; with an argument known values, each different one once where `isDistinct`.
  /// - `sum`, `average`, `median` of numbers; of whole numbers the sum is whole. Of an even number
  ///   of values the median is the mean of the two in the middle. Where no value is known, and
  ///   where a sum is too great, they are unknown.
  /// - `min`, `max`: the first and the last value in the order of `sort by`; of equals the first
  ///   that was met.
  /// - `first`, `last`: the value of the first and the last row that has one.
  /// - `share`: the number of rows by that of all rows that have a group; with an argument the sum
  ///   of its values by that of all groups. Unknown where the group has no known value, and where
  ///   the whole is 0; since a row may have several groups, shares may come to more than 1.
  /// - `list`: each different value once, in the order in which they are met.
  public var function: Aggregate
  /// Whether each different value counts once.
  public var isDistinct: Bool
  /// What it is worked out from; nil for the rows themselves.
  public var argument: BoundExpression?

  /// An aggregate.
  public init(
    column: RowColumn, function: Aggregate, isDistinct: Bool = false, argument: BoundExpression?
  ) {
    self.column = column
    self.function = function
    self.isDistinct = isDistinct
    self.argument = argument
  }
}

/// A function of expressions.
public enum Function: String, Sendable, Hashable, CaseIterable {
  case year, quarter, month, week, day, weekday
  case daysBetween = "days between"
  /// Texts are counted by what a reader sees: `length` by characters, `words` by the words that
  /// `search` finds. The `length` of a list is the number of its known values, unknown where there
  /// are none.
  case lower, upper, length, words, first, last
  case absolute = "abs"
  /// The nearest whole number, of two the one further from 0.
  case round
  /// Texts one behind the other; written `a + b`.
  case join = "+"
}
