/// Posting lists: for each key, a code or a row number, the rows that hold it.
///
/// All lists stand in one array (compressed sparse rows). Where few of the possible keys occur,
/// they are found by binary search, else by position.
public struct Postings: Sendable {
  /// Keys in ascending order, or empty where `offsets` is indexed by the key itself.
  private let sparseKeys: [UInt32]
  private let isSparse: Bool
  private let offsets: [UInt32]
  private let allRows: [UInt32]
  /// Number of keys that occur.
  public let distinctCount: Int

  /// The rows that hold `key`, ascending; empty when none.
  public func rows(of key: UInt32) -> ArraySlice<UInt32> {
    guard let slot = slot(of: key) else { return [] }
    return allRows[Int(offsets[slot])..<Int(offsets[slot + 1])]
  }

  /// The number of rows that hold `key`.
  ///
  /// - Complexity: O(1), or O(log *keys*) where few of the possible keys occur.
  public func count(of key: UInt32) -> Int {
    guard let slot = slot(of: key) else { return 0 }
    return Int(offsets[slot + 1] - offsets[slot])
  }

  /// The keys that occur, ascending.
  public var keys: [UInt32] {
    if isSparse { return sparseKeys }
    return (0..<UInt32(offsets.count - 1)).filter { count(of: $0) > 0 }
  }

  /// Number of pairs of a key and a row.
  public var entryCount: Int { allRows.count }

  private func slot(of key: UInt32) -> Int? {
    guard isSparse else { return Int(key) < offsets.count - 1 ? Int(key) : nil }
    var low = 0
    var high = sparseKeys.count
    while low < high {
      let middle = (low + high) / 2
      if sparseKeys[middle] < key { low = middle + 1 } else { high = middle }
    }
    return low < sparseKeys.count && sparseKeys[low] == key ? low : nil
  }
}

extension Postings {
  /// The postings of a field with one value a row; rows with `unknown` are left out.
  ///
  /// - Complexity: O(*rows* + *keyCount*).
  init(values: [UInt32], unknown: UInt32, keyCount: Int) {
    self.init(keyCount: keyCount) { visit in
      let span = values.span
      for row in span.indices where span[row] != unknown { visit(span[row], UInt32(row)) }
    }
  }

  /// The postings of a list field, no row of which may hold a value twice.
  ///
  /// - Complexity: O(*rows* + *values* + *keyCount*).
  init(list: ListColumn, keyCount: Int) {
    self.init(keyCount: keyCount) { visit in
      let offsets = list.offsets.span
      let values = list.values.span
      for row in 0..<(offsets.count - 1) {
        for index in Int(offsets[row])..<Int(offsets[row + 1]) {
          visit(values[index], UInt32(row))
        }
      }
    }
  }

  /// Postings of the pairs that `forEach` visits, twice the same in ascending order of rows.
  private init(keyCount: Int, forEach: ((UInt32, UInt32) -> Void) -> Void) {
    var counts = [UInt32](repeating: 0, count: keyCount + 1)
    var total = 0
    forEach { key, _ in
      counts[Int(key)] += 1
      total += 1
    }
    var start: UInt32 = 0
    var distinct = 0
    for key in 0...keyCount {
      let count = counts[key]
      counts[key] = start
      start += count
      if count > 0 { distinct += 1 }
    }
    var rows = [UInt32](repeating: 0, count: total)
    var next = counts
    forEach { key, row in
      rows[Int(next[Int(key)])] = row
      next[Int(key)] += 1
    }
    allRows = rows
    distinctCount = distinct
    isSparse = distinct * 4 < keyCount
    if isSparse {
      let keys = (0..<keyCount).filter { counts[$0 + 1] > counts[$0] }
      sparseKeys = keys.map { UInt32($0) }
      offsets = keys.map { counts[$0] } + [start]
    } else {
      sparseKeys = []
      offsets = counts
    }
  }
}
