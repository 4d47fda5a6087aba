/// A typed row number of one table of the store.
///
/// Ids of different tables cannot be mixed up; a row number is only good for the snapshot it came
/// from.
public protocol RowID: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The row number, from 0.
  var row: UInt32 { get }
  /// The id of row `row`.
  init(row: UInt32)
}

extension RowID {
  /// Orders ids by row number.
  public static func < (a: Self, b: Self) -> Bool { a.row < b.row }
  /// The row number in decimal.
  public var description: String { String(row) }
}

/// Row of the `articles` table.
public struct ArticleID: RowID {
  /// The row number, from 0.
  public let row: UInt32
  /// The id of row `row`.
  public init(row: UInt32) { self.row = row }
}

/// Row of the `entities` table.
public struct EntityID: RowID {
  /// The row number, from 0.
  public let row: UInt32
  /// The id of row `row`.
  public init(row: UInt32) { self.row = row }
}

/// Row of the `events` table.
public struct EventID: RowID {
  /// The row number, from 0.
  public let row: UInt32
  /// The id of row `row`.
  public init(row: UInt32) { self.row = row }
}

/// Row of the `sources` table.
public struct SourceID: RowID {
  /// The row number, from 0.
  public let row: UInt32
  /// The id of row `row`.
  public init(row: UInt32) { self.row = row }
}
