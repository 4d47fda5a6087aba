internal import NewsStore

/// The grouping keys of some rows.
struct KeyBatch {
  /// Stands for a row without a key where each has at most one.
  static let missing = UInt32.max

  /// The keys of all rows, one behind the other.
  var keys: [UInt32] = []
  /// Where the keys of each row end; nil where each row has exactly one place in ``keys``.
  private(set) var ends: [Int32]?

  /// Whether each row has exactly one place in ``keys``.
  var isSingle: Bool { ends == nil }

  /// No rows; more can be added.
  init() { ends = [] }

  /// Rows with one key each, or ``missing``.
  init(single keys: [UInt32]) { self.keys = keys }

  /// The different values that rows have in a list.
  init(_ list: ListColumn, _ rows: RowBatch) {
    let offsets = list.offsets.span
    let values = list.values.span
    var count = 0
    rows.forEachRow { count &+= Int(offsets[$0 + 1]) &- Int(offsets[$0]) }
    var keys = [UInt32](repeating: Self.missing, count: count)
    var ends = [Int32](repeating: 0, count: rows.count)
    var next = 0
    do {
      var out = keys.mutableSpan
      var outEnds = ends.mutableSpan
      var place = 0
      rows.forEachRow { row in
        let start = next
        for index in Int(offsets[row])..<Int(offsets[row + 1]) {
          var isMet = false
          for earlier in start..<next where out[earlier] == values[index] { isMet = true }
          out[next] = values[index]
          next &+= isMet ? 0 : 1
        }
        outEnds[place] = Int32(next)
        place &+= 1
      }
    }
    keys.removeLast(count - next)
    self.keys = keys
    self.ends = ends
  }

  /// Rows with as many keys each as another batch has, and in the same places.
  init(keys: [UInt32], placedAs other: KeyBatch) {
    self.keys = keys
    ends = other.ends
  }

  /// Rows with several keys each, and where those of each end.
  init(keys: [UInt32], ends: some Sequence<UInt32>) {
    self.keys = keys
    self.ends = ends.map { Int32($0) }
  }

  /// Ends a row.
  mutating func endRow() { ends?.append(Int32(keys.count)) }

  /// Where the keys of a row stand in ``keys``.
  @inline(__always)
  func places(ofRow row: Int) -> Range<Int> {
    guard let ends else { return row..<(keys[row] == Self.missing ? row : row + 1) }
    return (row == 0 ? 0 : Int(ends[row - 1]))..<Int(ends[row])
  }

  /// The keys of the rows that have keys in another batch too; the other rows get none.
  func keys(whereKnownIn other: KeyBatch, rowCount: Int) -> KeyBatch {
    if isSingle && other.isSingle {
      return KeyBatch(
        single: RowBatch.run(0..<keys.count).map(keys, other.keys, Self.missing) {
          $1 == Self.missing ? Self.missing : $0
        })
    }
    var result = KeyBatch()
    for row in 0..<rowCount {
      if !other.places(ofRow: row).isEmpty {
        for place in places(ofRow: row) { result.keys.append(keys[place]) }
      }
      result.endRow()
    }
    return result
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
