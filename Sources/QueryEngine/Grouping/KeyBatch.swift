internal import NewsStore

/// The grouping keys of some rows.
struct KeyBatch {
  /// Stands for a row without a key where each has at most one.
  static let missing = UInt32.max

  /// The keys of all rows, one behind the other.
  var keys: [UInt32] = []
  /// Where the keys of each row end; nil where each row has exactly one place in ``keys``.
  private(set) var ends: [Int32]?

  /// No rows; more can be added.
  init() { ends = [] }

  /// Rows with one key each, or ``missing``.
  init(single keys: [UInt32]) { self.keys = keys }

  /// The different values that rows have in a list.
  init(_ list: ListColumn, _ rows: RowBatch) {
    var ends: [Int32] = []
    ends.reserveCapacity(rows.count)
    keys.reserveCapacity(rows.count * 2)
    let offsets = list.offsets.span
    let values = list.values.span
    rows.forEachRow { row in
      let start = keys.count
      let (lower, upper) = (Int(offsets[row]), Int(offsets[row + 1]))
      for index in lower..<upper {
        let key = values[index]
        if index > lower, keys[start...].contains(key) { continue }
        keys.append(key)
      }
      ends.append(Int32(keys.count))
    }
    self.ends = ends
  }

  /// Rows with several keys each, and where those of each end.
  init(keys: [UInt32], ends: some Sequence<UInt32>) {
    self.keys = keys
    self.ends = ends.map { Int32($0) }
  }

  /// Ends a row, and gives its keys.
  @discardableResult
  mutating func endRow() -> ArraySlice<UInt32> {
    let start = Int(ends?.last ?? 0)
    ends?.append(Int32(keys.count))
    return keys[start...]
  }

  /// The keys of a row.
  func keys(ofRow row: Int) -> ArraySlice<UInt32> {
    guard let ends else { return keys[row] == Self.missing ? [] : keys[row...row] }
    return keys[(row == 0 ? 0 : Int(ends[row - 1]))..<Int(ends[row])]
  }

  /// Number of rows without a key.
  var unkeyedCount: Int {
    var count = 0
    guard let ends else {
      let span = keys.span
      for index in span.indices where span[index] == Self.missing { count &+= 1 }
      return count
    }
    var start: Int32 = 0
    for end in ends {
      count &+= end == start ? 1 : 0
      start = end
    }
    return count
  }
}
