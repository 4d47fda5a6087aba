/// The order of a table's rows against the order in which they arrived.
struct RowOrder: Sendable {
  /// Arrival number of each row.
  let arrivals: [Int]
  /// Row of each arrival number.
  let rows: [UInt32]

  /// The order in which `arrivals` stand; each number below their count must occur once.
  init(_ arrivals: [Int]) {
    self.arrivals = arrivals
    var rows = [UInt32](repeating: 0, count: arrivals.count)
    for (row, arrival) in arrivals.enumerated() { rows[arrival] = UInt32(row) }
    self.rows = rows
  }

  /// Values given by arrival number, by row.
  func sorted<Value>(_ values: [Value]) -> [Value] { arrivals.map { values[$0] } }

  /// The row of an arrival number that may be unknown.
  func row(_ arrival: UInt32) -> UInt32 {
    arrival == ReferenceColumn.unknown ? arrival : rows[Int(arrival)]
  }
}
