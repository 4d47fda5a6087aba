internal import NewsModel
internal import NewsStore
internal import QueryLanguage

/// Divides rows into groups of equal keys and counts them.
///
/// A row belongs to a group for each combination of its values; a row that lacks a key belongs to
/// none. Without keys all rows are one group, which is there also where there are no rows.
struct Grouping {
  /// Number of rows of each group, in order of first appearance.
  private(set) var counts: [Int] = []
  /// Rows without a value in one of the keys.
  private(set) var unkeyedCount = 0

  private let rows: Rows
  private let columns: [KeyColumn]
  private var tables: [GroupTable]
  private let cancellation: Cancellation

  /// Groups of `rows` by the columns; none is made yet.
  init(
    _ rows: Rows, by keys: [BoundColumn], snapshot: Snapshot, cancellation: Cancellation
  ) {
    self.rows = rows
    self.cancellation = cancellation
    columns = keys.map { KeyColumn($0.path, of: rows, snapshot: snapshot) }
    tables = columns.map { GroupTable(domain: $0.domain) }
    if keys.isEmpty { counts = [0] }
  }

  /// Whether the first key is a calendar period.
  var isByPeriod: Bool { columns.first?.isByPeriod ?? false }

  /// Counts all rows.
  mutating func countRows() throws {
    if columns.isEmpty {
      counts = [rows.count]
      return
    }
    try forEachBatch { grouping, positions in _ = try grouping.groups(at: positions) }
  }

  /// Calls `body` with the positions of a batch of rows after the other.
  mutating func forEachBatch(
    _ body: (inout Grouping, Range<Int>) throws -> Void
  ) throws {
    var start = 0
    while start < rows.count {
      try cancellation.check()
      let positions = start..<min(start + RowBatch.size, rows.count)
      try body(&self, positions)
      start = positions.upperBound
    }
  }

  /// The groups of the rows at some positions; they are counted.
  mutating func groups(at positions: Range<Int>) throws -> KeyBatch {
    guard let first = columns.first else {
      counts[0] += positions.count
      return KeyBatch(single: [UInt32](repeating: 0, count: positions.count))
    }
    let keys = try first.keys(of: rows, at: positions)
    var groups = KeyBatch(keys: tables[0].numbers(of: keys.keys), placedAs: keys)
    for place in columns.indices.dropFirst() {
      let more = try columns[place].keys(of: rows, at: positions)
      groups = try tables[place].numbers(
        of: groups, more, rowCount: positions.count, cancellation: cancellation)
    }
    unkeyedCount += groups.unkeyedCount
    counts.count(groups.keys, groupCount: tables[columns.count - 1].groups.count)
    return groups
  }

  /// The groups with the `limit` greatest counts, and those that have as many as the least of them,
  /// ascending; nil where that leaves none out.
  func greatest(_ limit: Int?, of counts: [Int]) throws -> [Int]? {
    guard let limit, limit > 0, limit < counts.count else { return nil }
    let least = try counts.sorted(checking: cancellation, by: >)[limit - 1]
    return counts.indices.filter { counts[$0] >= least }
  }

  /// The values of the keys of all groups, or of some, column by column.
  func keys(_ chosen: [Int]? = nil) throws -> [ComputedColumn] {
    guard let last = tables.last else { return [] }
    var numbers = (chosen ?? Array(last.groups.indices)).map { UInt32($0) }
    var result: [ComputedColumn] = []
    for (column, table) in zip(columns, tables).reversed() {
      result.append(try column.column(numbers.map { table.groups[Int($0)].key }))
      numbers = numbers.map { table.groups[Int($0)].parent }
    }
    return result.reversed()
  }
}
