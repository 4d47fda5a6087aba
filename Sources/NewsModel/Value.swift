/// One cell of a result.
///
/// Values exist at the edge only: a result that is shown or written. Queries run on columns.
public indirect enum Value: Sendable, Hashable {
  /// Not known; matches nothing and is written as null.
  case unknown
  /// A text, a name, a code.
  case text(String)
  /// A whole number.
  case integer(Int)
  /// A number.
  case number(Double)
  /// A date.
  case date(NewsDate)
  /// Several values of one field; never empty, an empty list is ``unknown``.
  case list([Value])
}

/// What a field holds.
public enum ValueType: Sendable, Hashable {
  /// Any text.
  case text
  /// One of a closed list of words, such as event types.
  case category
  /// A whole number.
  case integer
  /// A number.
  case number
  /// An interval of days.
  case date
  /// A row of another table.
  case reference(Table)
}
