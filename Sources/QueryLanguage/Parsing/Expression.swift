public import Diagnostics

/// A value that is worked out for each row, as it is written: `high - low`, `lower(title)`.
public struct Expression: Sendable, Hashable {
  /// What an expression says.
  public indirect enum Kind: Sendable, Hashable {
    /// A field, a path or a column.
    case path(PathSyntax)
    /// A number, a date, a text in quotes or `$name`.
    case value(ValueSyntax)
    /// `lower(title)`, `days between A and B`; the name in small letters.
    case call(String, [Expression])
    /// `a + b`
    case arithmetic(Arithmetic, Expression, Expression)
    /// `-a`
    case negative(Expression)
    /// `if CONDITION then a else b`
    case conditional(Condition, then: Expression, otherwise: Expression)
    /// An expression that is not there, or could not be understood.
    case invalid
  }

  /// What it says.
  public var kind: Kind
  /// Where it stands.
  @Ignored public var range: SourceRange

  /// An expression.
  public init(kind: Kind, range: SourceRange) {
    self.kind = kind
    self.range = range
  }
}

/// How two numbers, or two texts, are put together.
public enum Arithmetic: String, Sendable, Hashable, CaseIterable {
  /// The sum of numbers; texts one behind the other.
  case plus = "+"
  case minus = "-"
  case times = "*"
  /// The quotient, which is unknown where the divisor is 0.
  case divided = "/"
}

/// A column that `add` gives to each row: `span = high - low`.
public struct NamedExpression: Sendable, Hashable {
  /// The column's name.
  public var name: PathSyntax.Name
  /// Its value.
  public var value: Expression

  /// A named expression.
  public init(name: PathSyntax.Name, value: Expression) {
    self.name = name
    self.value = value
  }
}

/// What `group by` works out for each group, as it is written: `average words`, `n = count`.
public struct AggregateSyntax: Sendable, Hashable {
  /// The name of the column; nil where it is made from the aggregate.
  public var name: PathSyntax.Name?
  /// What is worked out.
  public var function: Aggregate
  /// Whether each different value counts once: `count distinct actor`.
  public var isDistinct: Bool
  /// What it is worked out from; nil for the rows themselves.
  public var argument: Expression?
  /// Where it stands.
  @Ignored public var range: SourceRange

  /// An aggregate.
  public init(
    name: PathSyntax.Name?, function: Aggregate, isDistinct: Bool = false, argument: Expression?,
    range: SourceRange
  ) {
    self.name = name
    self.function = function
    self.isDistinct = isDistinct
    self.argument = argument
    self.range = range
  }
}
