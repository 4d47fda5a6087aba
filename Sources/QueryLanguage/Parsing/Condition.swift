public import Diagnostics

/// A condition on a row, as it is written.
public struct Condition: Sendable, Hashable {
  /// What a condition says.
  public indirect enum Kind: Sendable, Hashable {
    /// All hold; two or more.
    case and([Condition])
    /// One holds at least; two or more.
    case or([Condition])
    /// It does not hold.
    case not(Condition)
    /// `type = CONSULT`
    case comparison(PathSyntax, Operator, ValueSyntax)
    /// `type in (A, B)`, `type not in (A, B)`
    case membership(PathSyntax, [ValueSyntax], isNegated: Bool)
    /// `actor in (entities where ...)`, `actor not in (...)`
    case among(PathSyntax, Query, isNegated: Bool)
    /// `no actor`
    case absent(PathSyntax)
    /// `no actor = Haftar`, `only actor.country = Russia`: a comparison of every value
    case quantified(Quantifier, Condition)
    /// `words between 100 and 200`
    case between(PathSyntax, ValueSyntax, ValueSyntax, isNegated: Bool)
    /// `place is known`, `place is unknown`
    case known(PathSyntax, isKnown: Bool)
    /// `since 2023` about the main date, or `published since 2023`.
    case date(PathSyntax?, DateClause)
    /// A condition that could not be understood.
    case invalid
  }

  /// What it says.
  public var kind: Kind
  /// Where it stands.
  @Ignored public var range: SourceRange

  /// A condition.
  public init(kind: Kind, range: SourceRange) {
    self.kind = kind
    self.range = range
  }
}

/// How many of a field's values a comparison must hold for.
public enum Quantifier: String, Sendable, Hashable, CaseIterable {
  /// For none; also where there is no value.
  case no
  /// For every one, and there is one.
  case only
}

/// How a field is compared with a value.
public enum Operator: String, Sendable, Hashable, CaseIterable {
  case equal = "="
  case notEqual = "!="
  case exactly = "=="
  case less = "<"
  case lessOrEqual = "<="
  case greater = ">"
  case greaterOrEqual = ">="
  case contains = "~"
  case notContains = "!~"
}

/// A value, as it is written; what it is depends on what it is compared with.
public struct ValueSyntax: Sendable, Hashable {
  /// What was written.
  public enum Kind: Sendable, Hashable {
    /// Bare words, joined by single spaces.
    case words(String)
    /// A text in quotes, without them and with its escapes undone.
    case quoted(String)
    /// A regular expression, without its slashes.
    case pattern(String)
    /// `$name`
    case parameter(String)
    /// A value that is not there.
    case missing
  }

  /// What was written.
  public var kind: Kind
  /// Where it stands.
  @Ignored public var range: SourceRange

  /// A value.
  public init(kind: Kind, range: SourceRange) {
    self.kind = kind
    self.range = range
  }
}

/// A clause about a date.
public struct DateClause: Sendable, Hashable {
  /// How a row's date relates to another.
  public enum Relation: String, Sendable, Hashable, CaseIterable {
    case since, until, before, after, on, `in`, around
  }

  /// A length of time.
  public enum Unit: String, Sendable, Hashable, CaseIterable {
    case days, weeks, months, quarters, years

    /// The unit called `word` in singular or plural, in any case.
    init?(named word: String) {
      let lowered = word.lowercased()
      guard let unit = Unit.allCases.first(where: { $0.rawValue == lowered || $0.one == lowered })
      else { return nil }
      self = unit
    }

    /// The word for one: `day`.
    var one: String { String(rawValue.dropLast()) }
  }

  /// What a clause says.
  public enum Kind: Sendable, Hashable {
    /// `since 2023`
    case relation(Relation, ValueSyntax)
    /// `between 2022 and 2023`
    case between(ValueSyntax, ValueSyntax)
    /// `within 3 days of 2023-09-28`
    case within(ValueSyntax, Unit, of: ValueSyntax)
    /// `last 7 days`
    case last(ValueSyntax, Unit)
  }

  /// What it says.
  public var kind: Kind
  /// Whether every day of the row's date must fit: `date certainly before 2023`.
  ///
  /// `possibly` says aloud what is meant without either.
  public var isCertain: Bool
  /// Where it stands.
  @Ignored public var range: SourceRange

  /// A clause.
  public init(kind: Kind, isCertain: Bool, range: SourceRange) {
    self.kind = kind
    self.isCertain = isCertain
    self.range = range
  }
}
