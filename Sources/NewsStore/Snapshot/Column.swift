internal import NewsModel

/// The values of one field, one row after another.
///
/// Cases hold plain arrays; operators take their spans:
///
///     let codes = column.codes  // no copy
///     let span = codes.span
public enum Column: Sendable {
  /// Texts and categories, as codes of the snapshot's ``StringPool``.
  case codes(CodeColumn)
  /// Rows of another table.
  case references(ReferenceColumn)
  /// Intervals of days.
  case dates(DateColumn)
  /// Whole numbers.
  case integers(IntegerColumn)
  /// Numbers.
  case numbers(NumberColumn)
  /// Pieces of articles' texts.
  case slices(SliceColumn)
  /// Several codes a row.
  case codeLists(ListColumn)
  /// Several rows of another table a row.
  case referenceLists(ListColumn)
}

/// Codes of a string pool, one a row.
public struct CodeColumn: Sendable {
  /// The codes; ``StringPool/unknown`` where the value is not known.
  public let codes: [UInt32]

  /// A column of codes.
  public init(codes: [UInt32]) { self.codes = codes }
}

/// Row numbers of another table, one a row.
public struct ReferenceColumn: Sendable {
  /// Stands for a row that refers to nothing.
  public static let unknown = UInt32.max
  /// The row numbers; ``unknown`` where there is none.
  public let rows: [UInt32]

  /// A column of row numbers.
  public init(rows: [UInt32]) { self.rows = rows }
}

/// Intervals of days, one a row, as two arrays of day numbers (``Day/number``).
public struct DateColumn: Sendable {
  /// First day of an interval that is open to the past.
  public static let openFirst = Int32.min
  /// Last day of an interval that is open to the future.
  public static let openLast = Int32.max
  /// First days.
  ///
  /// In a row whose date is not known, `first` is ``openLast`` and `last` is
  /// ``openFirst``, so that it overlaps nothing.
  public let first: [Int32]
  /// Last days, inclusive; as many as `first`.
  public let last: [Int32]

  /// A column of intervals; the two arrays must have the same length.
  public init(first: [Int32], last: [Int32]) {
    precondition(first.count == last.count, "an interval has two ends")
    self.first = first
    self.last = last
  }
}

/// Whole numbers, one a row.
public struct IntegerColumn: Sendable {
  /// Stands for a value that is not known.
  public static let unknown = Int64.min
  /// The numbers; ``unknown`` where not known.
  public let values: [Int64]

  /// A column of whole numbers.
  public init(values: [Int64]) { self.values = values }
}

/// Numbers, one a row.
public struct NumberColumn: Sendable {
  /// The numbers; not a number (NaN) where not known.
  public let values: [Double]

  /// A column of numbers.
  public init(values: [Double]) { self.values = values }
}

/// Pieces of the texts of articles, one a row.
public struct SliceColumn: Sendable {
  /// Article row of each piece; ``ReferenceColumn/unknown`` where the value is not known.
  public let articles: [UInt32]
  /// First byte of each piece in its article's text.
  public let lower: [UInt32]
  /// Byte after the last of each piece.
  public let upper: [UInt32]

  /// A column of pieces; the three arrays must have the same length.
  public init(articles: [UInt32], lower: [UInt32], upper: [UInt32]) {
    precondition(articles.count == lower.count && lower.count == upper.count)
    self.articles = articles
    self.lower = lower
    self.upper = upper
  }
}

/// Several codes or row numbers a row: those of row *r* are `values[offsets[r]..<offsets[r + 1]]`.
///
/// A row without values is unknown.
public struct ListColumn: Sendable {
  /// Where each row's values begin; one more than there are rows, the first 0, never falling.
  public let offsets: [UInt32]
  /// The values of all rows.
  public let values: [UInt32]

  /// A column of lists; the last offset must be the number of values.
  public init(offsets: [UInt32], values: [UInt32]) {
    precondition(offsets.first == 0 && Int(offsets.last ?? 0) == values.count)
    self.offsets = offsets
    self.values = values
  }
}
