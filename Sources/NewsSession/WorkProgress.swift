/// How far something that takes time has come.
public struct WorkProgress: Sendable, Hashable {
  /// What is counted.
  public enum Unit: Sendable, Hashable {
    /// Articles that were read.
    case articles
    /// Rows that were looked at.
    case rows
  }

  /// How many so far.
  public var done: Int
  /// How many in all, as far as that is known; nil where it is not.
  ///
  /// A later stage of a query can make it more.
  public var total: Int?
  /// What is counted.
  public var unit: Unit

  /// Progress of `done` out of `total`.
  public init(_ done: Int, of total: Int?, _ unit: Unit) {
    self.done = done
    self.total = total
    self.unit = unit
  }
}
