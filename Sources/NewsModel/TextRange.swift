/// A half-open range of UTF-8 byte offsets in an article's text.
public struct TextRange: Hashable, Sendable {
  /// Offset of the first byte.
  public var lower: Int
  /// Offset after the last byte; never less than `lower`.
  public var upper: Int

  /// The range from `lower` up to but not including `upper`; an `upper` below `lower` is raised.
  public init(_ lower: Int, _ upper: Int) {
    self.lower = lower
    self.upper = max(lower, upper)
  }

  /// Whether the range holds no byte.
  public var isEmpty: Bool { lower == upper }
  /// Number of bytes.
  public var count: Int { upper - lower }

  /// Whether every byte of `other` lies in this range.
  public func contains(_ other: TextRange) -> Bool {
    lower <= other.lower && other.upper <= upper
  }

  /// Whether the two ranges share a byte.
  public func overlaps(_ other: TextRange) -> Bool {
    lower < other.upper && other.lower < upper
  }

  /// The smallest range that covers both.
  public func union(_ other: TextRange) -> TextRange {
    TextRange(min(lower, other.lower), max(upper, other.upper))
  }
}
