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
    tables = columns.enumerated().map { place, column in
      GroupTable(domain: place == 0 ? column.domain : nil)
    }
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
    try forEachBatch { grouping, positions in
      if grouping.columns.count == 1 {
        let batch = try grouping.columns[0].keys(of: grouping.rows, at: positions)
        grouping.tables[0].count(batch.keys, into: &grouping.counts)
        grouping.unkeyedCount += batch.unkeyedCount
      } else {
        _ = try grouping.groups(at: positions)
      }
    }
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
    if columns.isEmpty {
      counts[0] += positions.count
      return KeyBatch(single: [UInt32](repeating: 0, count: positions.count))
    }
    let keys = try columns.map { try $0.keys(of: rows, at: positions) }
    var result = KeyBatch()
    var work = 0
    for row in 0..<positions.count {
      try appendGroups(ofRow: row, keys, to: &result)
      let groups = result.endRow()
      if groups.isEmpty { unkeyedCount += 1 }
      for group in groups {
        while Int(group) >= counts.count { counts.append(0) }
        counts[Int(group)] += 1
      }
      work += groups.count
      if work > 1 << 14 {
        work = 0
        try cancellation.check()
      }
    }
    return result
  }

  private mutating func appendGroups(
    ofRow row: Int, _ keys: [KeyBatch], to result: inout KeyBatch
  ) throws {
    if keys.count == 1 {
      for key in keys[0].keys(ofRow: row) { result.keys.append(tables[0].number(of: key)) }
      return
    }
    var groups: [UInt32] = [0]
    for (place, batch) in keys.enumerated() {
      let keys = batch.keys(ofRow: row)
      var longer: [UInt32] = []
      longer.reserveCapacity(groups.count * keys.count)
      for group in groups {
        for key in keys {
          longer.append(
            place == 0 ? tables[0].number(of: key) : tables[place].number(of: group, key))
        }
      }
      groups = longer
    }
    result.keys += groups
  }

  /// The groups with the `limit` greatest counts, and those that have as many as the least of them,
  /// ascending; nil where that leaves none out.
  static func greatest(_ limit: Int?, of counts: [Int]) -> [Int]? {
    guard let limit, limit > 0, limit < counts.count else { return nil }
    let least = counts.sorted(by: >)[limit - 1]
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
