internal import NewsModel
internal import NewsStore
internal import QueryLanguage

/// Divides rows into groups of equal keys and counts them.
///
/// A row belongs to a group for each combination of its values; a row that lacks a key belongs to
/// none.
struct Grouping {
  /// Number of rows, or of distinct values, of each group, in order of first appearance.
  private(set) var counts: [Int] = []
  /// Rows without a value in one of the keys.
  private(set) var unkeyedCount = 0

  private let columns: [KeyColumn]
  private var tables: [GroupTable]
  private var seen: Set<UInt64> = []

  /// Groups `rows` by the columns, or all into one where there are none, and counts the rows of
  /// each or, where a path is given, its distinct known values.
  init(
    _ rows: Rows, by keys: [BoundColumn], distinct path: BoundPath?, snapshot: Snapshot,
    cancellation: Cancellation
  ) throws {
    columns = keys.map { KeyColumn($0.path, of: rows, snapshot: snapshot) }
    tables = columns.enumerated().map { place, column in
      GroupTable(domain: place == 0 ? column.domain : nil)
    }
    let values = path.map { KeyColumn($0, of: rows, snapshot: snapshot) }
    if keys.isEmpty {
      counts = [path == nil ? rows.count : 0]
      if path == nil { return }
    }
    var start = 0
    while start < rows.count {
      try cancellation.check()
      let positions = start..<min(start + RowBatch.size, rows.count)
      let keys = columns.map { $0.keys(of: rows, at: positions) }
      let values = values?.keys(of: rows, at: positions)
      if keys.count == 1, values == nil {
        countRows(keys[0])
      } else {
        try count(keys, values, positions.count, cancellation)
      }
      start = positions.upperBound
    }
  }

  /// The groups with the `limit` greatest counts, and those that have as many as the least of them,
  /// ascending; nil where that leaves none out.
  func greatest(_ limit: Int?) -> [Int]? {
    guard let limit, limit > 0, limit < counts.count else { return nil }
    let least = counts.sorted(by: >)[limit - 1]
    return counts.indices.filter { counts[$0] >= least }
  }

  /// The values of the keys of all groups, or of some, column by column.
  func groups(_ chosen: [Int]? = nil) -> DerivedRows {
    guard let last = tables.last else { return DerivedRows(columns: [], count: counts.count) }
    var numbers = (chosen ?? Array(last.groups.indices)).map { UInt32($0) }
    let count = numbers.count
    var result: [[Datum?]] = []
    for (column, table) in zip(columns, tables).reversed() {
      result.append(numbers.map { column.datum(table.groups[Int($0)].key) })
      numbers = numbers.map { table.groups[Int($0)].parent }
    }
    return DerivedRows(columns: result.reversed(), count: count)
  }

  /// Counts the rows of a batch by one key.
  private mutating func countRows(_ batch: KeyBatch) {
    tables[0].count(batch.keys, into: &counts)
    unkeyedCount += batch.unkeyedCount
  }

  private mutating func count(
    _ keys: [KeyBatch], _ values: KeyBatch?, _ rowCount: Int, _ cancellation: Cancellation
  ) throws {
    var work = 0
    for row in 0..<rowCount {
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
      if groups.isEmpty { unkeyedCount += 1 }
      for group in groups {
        while Int(group) >= counts.count { counts.append(0) }
        if let values {
          for value in values.keys(ofRow: row)
          where seen.insert(UInt64(group) << 32 | UInt64(value)).inserted {
            counts[Int(group)] += 1
          }
        } else {
          counts[Int(group)] += 1
        }
      }
      work += groups.count
      if work > 1 << 14 {
        work = 0
        try cancellation.check()
      }
    }
  }
}
