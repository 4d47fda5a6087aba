/// What a report and the reports of an event that it joined have in common.
///
/// The type and, where any is named, a party always agree.
public struct MergeReasons: OptionSet, Hashable, Sendable {
  /// The set as bits.
  public let rawValue: UInt16
  /// A set of bits.
  public init(rawValue: UInt16) { self.rawValue = rawValue }

  /// Actors on both sides, or all parties of a mutual act.
  public static let parties = Self(rawValue: 1 << 0)
  /// The same date.
  public static let sameDate = Self(rawValue: 1 << 1)
  /// One date lies in the other or reaches into it.
  public static let overlappingDates = Self(rawValue: 1 << 2)
  /// A weekday, or a day without its year, that fits the other date.
  public static let partialDate = Self(rawValue: 1 << 3)
  /// A date on one side only, or on none.
  public static let undated = Self(rawValue: 1 << 4)
  /// Published within a week of one another.
  public static let closePublication = Self(rawValue: 1 << 5)
  /// The same place.
  public static let samePlace = Self(rawValue: 1 << 6)
  /// One place lies in the other.
  public static let containedPlace = Self(rawValue: 1 << 7)
  /// Told by the same word.
  public static let sameAction = Self(rawValue: 1 << 8)
  /// The same mode.
  public static let sameMode = Self(rawValue: 1 << 9)
  /// The same clause, word for word.
  public static let sameClause = Self(rawValue: 1 << 10)
  /// Articles that print the same text, wholly or in part.
  public static let sameText = Self(rawValue: 1 << 11)
}
