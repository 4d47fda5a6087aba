internal import NewsModel
internal import NewsStore
internal import QueryLanguage

/// The result of `crosstab`.
struct Crosstab {
  /// The rows that were made, with the names of their columns.
  private(set) var rows: Rows
  /// Rows that were left out because a key is not known.
  private(set) var unkeyedCount = 0

  /// A place in the table.
  private struct Cell: Hashable {
    var row: UInt32
    var column: UInt32
  }

  /// One value of an axis after the other, in order, and how many rows have it.
  private struct Axis {
    var values: ComputedColumn
    var totals: [Int64]
    /// The number by which cells know each value; nil for a period that no row has.
    var numbers: [UInt32?]
  }

  /// Counts the rows that have each pair of values.
  init(
    _ rows: Rows, _ row: BoundColumn, by column: BoundColumn, snapshot: Snapshot,
    cancellation: Cancellation
  ) throws {
    self.rows = rows
    let keys = KeyColumn(row.path, of: rows, snapshot: snapshot)
    let others = KeyColumn(column.path, of: rows, snapshot: snapshot)
    var tables = (GroupTable(domain: keys.domain), GroupTable(domain: others.domain))
    var totals: (rows: [Int64], columns: [Int64]) = ([], [])
    var cells: [Cell: Int64] = [:]
    var start = 0
    var work = 0
    while start < rows.count {
      try cancellation.check()
      let positions = start..<min(start + RowBatch.size, rows.count)
      start = positions.upperBound
      let first = try keys.keys(of: rows, at: positions)
      let second = try others.keys(of: rows, at: positions)
      for position in 0..<positions.count {
        let (rowKeys, columnKeys) = (
          first.keys(ofRow: position), second.keys(ofRow: position)
        )
        if rowKeys.isEmpty || columnKeys.isEmpty {
          unkeyedCount += 1
          continue
        }
        let columnNumbers = columnKeys.map { tables.1.number(of: $0) }
        for number in columnNumbers { totals.columns.add(1, at: Int(number)) }
        for key in rowKeys {
          let number = tables.0.number(of: key)
          totals.rows.add(1, at: Int(number))
          for other in columnNumbers { cells[Cell(row: number, column: other), default: 0] += 1 }
          work += columnNumbers.count
          if work > 1 << 14 {
            work = 0
            try cancellation.check()
          }
        }
      }
    }
    func axis(
      _ column: KeyColumn, _ table: GroupTable, _ totals: [Int64]
    ) throws -> Axis {
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
    let side = try axis(keys, tables.0, totals.rows)
    let head = try axis(others, tables.1, totals.columns)
    self.rows = Self.table(side, head, cells, key: row.name, snapshot)
  }

  private static func table(
    _ side: Axis, _ head: Axis, _ cells: [Cell: Int64], key: String, _ snapshot: Snapshot
  ) -> Rows {
    let limit = min(head.totals.count, BoundOperation.crosstabLimit)
    func counts(_ column: UInt32?) -> [Int64] {
      side.numbers.map { row in
        guard let row, let column else { return 0 }
        return cells[Cell(row: row, column: column)] ?? 0
      }
    }
    var columns = [side.values]
    var names = [key]
    for place in 0..<limit {
      columns.append(.integers(counts(head.numbers[place])))
      names.append(head.values.value(at: place, snapshot).heading)
    }
    if head.totals.count > limit {
      var placeOf: [UInt32: Int] = [:]
      for (place, number) in side.numbers.enumerated() {
        if let number { placeOf[number] = place }
      }
      let rest = Set(head.numbers[limit...].compactMap { $0 })
      var sums = [Int64](repeating: 0, count: side.totals.count)
      for (cell, count) in cells where rest.contains(cell.column) {
        if let place = placeOf[cell.row] { sums[place] += count }
      }
      columns.append(.integers(sums))
      names.append("others")
    }
    columns.append(.integers(side.totals))
    names.append("total")
    return Rows(columns: columns, count: side.totals.count, names: names)
  }
}

extension [Int64] {
  /// Adds to the number at a place, which may be the next one.
  fileprivate mutating func add(_ number: Int64, at place: Int) {
    if place == count { append(0) }
    self[place] += number
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
