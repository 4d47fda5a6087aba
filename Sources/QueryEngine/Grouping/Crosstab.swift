internal import NewsModel
internal import NewsStore
internal import QueryLanguage

/// The result of `crosstab`.
struct Crosstab {
  /// The rows that were made, with the names of their columns.
  private(set) var rows: Rows
  /// Rows that were left out because a key is not known.
  private(set) var unkeyedCount = 0

  /// A pair of values, by the numbers of both, and how many rows have it.
  private struct Cell {
    var row: UInt32
    var column: UInt32
    var count: Int64
  }

  /// One value of an axis after the other, in order, and how many rows have it.
  private struct Axis {
    var values: ComputedColumn
    var totals: [Int64]
    /// The number by which cells know each value; nil for a period that no row has.
    var numbers: [UInt32?]

    /// The place of each number.
    var places: [Int] {
      var places = [Int](repeating: 0, count: numbers.count)
      for (place, number) in numbers.enumerated() {
        if let number { places[Int(number)] = place }
      }
      return places
    }
  }

  /// Counts the rows that have each pair of values.
  init(
    _ rows: Rows, _ row: BoundColumn, by column: BoundColumn, snapshot: Snapshot,
    cancellation: Cancellation
  ) throws {
    self.rows = rows
    let keys = KeyColumn(row.path, of: rows, snapshot: snapshot)
    let others = KeyColumn(column.path, of: rows, snapshot: snapshot)
    var tables = (rows: GroupTable(domain: keys.domain), columns: GroupTable(domain: others.domain))
    var cells = GroupTable(domain: others.domain)
    var totals: (rows: [Int], columns: [Int], cells: [Int]) = ([], [], [])
    var start = 0
    while start < rows.count {
      try cancellation.check()
      let positions = start..<min(start + RowBatch.size, rows.count)
      let count = positions.count
      start = positions.upperBound
      let first = try keys.keys(of: rows, at: positions)
      let second = try others.keys(of: rows, at: positions)
      let own = first.keys(whereKnownIn: second, rowCount: count)
      let other = second.keys(whereKnownIn: first, rowCount: count)
      unkeyedCount += own.unkeyedCount
      let numbers = KeyBatch(keys: tables.rows.numbers(of: own.keys), placedAs: own)
      totals.rows.count(numbers.keys, groupCount: tables.rows.groups.count)
      totals.columns.count(
        tables.columns.numbers(of: other.keys), groupCount: tables.columns.groups.count)
      let pairs = try cells.numbers(
        of: numbers, other, rowCount: count, cancellation: cancellation)
      totals.cells.count(pairs.keys, groupCount: cells.groups.count)
    }
    func axis(
      _ column: KeyColumn, _ table: GroupTable, _ counts: [Int]
    ) throws -> Axis {
      let totals = counts.map { Int64($0) }
      var groups = GroupedRows(
        keys: [try column.column(table.groups.map(\.key))], counts: totals,
        values: [
          (.integers(totals), empty: 0),
          (.integers(totals.indices.map { Int64($0) }), empty: ComputedColumn.unknownBits),
        ], snapshot: snapshot, cancellation: cancellation)
      let ordered = try groups.rows(isByPeriod: column.isByPeriod).columns
      return Axis(
        values: ordered[0], totals: ordered[1].bits,
        numbers: ordered[2].bits.map {
          $0 == ComputedColumn.unknownBits ? nil : UInt32($0)
        })
    }
    let side = try axis(keys, tables.rows, totals.rows)
    let head = try axis(others, tables.columns, totals.columns)
    let found = zip(cells.groups, totals.cells).compactMap { cell, count in
      tables.columns.existing(0, cell.key).map {
        Cell(row: cell.parent, column: $0, count: Int64(count))
      }
    }
    self.rows = Self.table(side, head, found, key: row.name, snapshot)
  }

  private static func table(
    _ side: Axis, _ head: Axis, _ cells: [Cell], key: String, _ snapshot: Snapshot
  ) -> Rows {
    let limit = min(head.totals.count, BoundOperation.crosstabLimit)
    let zeros = [Int64](repeating: 0, count: side.totals.count)
    // The last one takes in what has no column of its own.
    var counts = [[Int64]](repeating: zeros, count: limit + 1)
    let places = (rows: side.places, columns: head.places)
    for cell in cells {
      let column = min(places.columns[Int(cell.column)], limit)
      counts[column][places.rows[Int(cell.row)]] += cell.count
    }
    let others = counts.removeLast()
    var names = [key] + (0..<limit).map { head.values.value(at: $0, snapshot).heading }
    if head.totals.count > limit {
      counts.append(others)
      names.append("others")
    }
    counts.append(side.totals)
    names.append("total")
    return Rows(
      columns: [side.values] + counts.map { .integers($0) }, count: side.totals.count,
      names: names)
  }
}

extension Value {
  /// The value as it stands over a column.
  var heading: String {
    switch self {
    case .unknown: "unknown"
    case .text(let text): text
    case .integer(let number): String(number)
    case .number(let number): Int(exactly: number).map { String($0) } ?? String(number)
    case .date(let date): date.description
    case .list(let values): values.map(\.heading).joined(separator: ", ")
    }
  }
}
