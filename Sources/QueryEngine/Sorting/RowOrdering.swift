internal import NewsModel
internal import NewsStore
internal import QueryLanguage

/// The order of rows by one or more keys; rows with equal keys keep their order.
struct RowOrdering {
  private let columns: [[Int64]]
  private let count: Int
  private let cancellation: Cancellation

  /// The order of `rows` by `keys`.
  init(
    _ keys: [BoundSortKey], of rows: Rows, snapshot: Snapshot, cancellation: Cancellation
  ) throws {
    columns = try keys.map {
      try SortColumn($0, of: rows, snapshot: snapshot, cancellation: cancellation).keys
    }
    count = rows.count
    self.cancellation = cancellation
  }

  /// All positions in order.
  ///
  /// Sorts by the bytes of the keys, the last key and the lowest byte first (radix sort).
  ///
  /// - Complexity: O(*n* *k*) for *k* keys.
  func sorted() throws -> [UInt32] {
    if count < 256 { return (0..<count).sorted { precedes($0, $1) }.map { UInt32($0) } }
    var order = (0..<count).map { UInt32($0) }
    for column in columns.reversed() { try sort(&order, by: column) }
    return order
  }

  private func sort(_ order: inout [UInt32], by column: [Int64]) throws {
    var histogram = [Int](repeating: 0, count: 8 * 256)
    let keys = column.span
    do {
      var counts = histogram.mutableSpan
      for index in keys.indices {
        let key = UInt64(bitPattern: keys[index] ^ Int64.min)
        for byte in 0..<8 { counts[byte << 8 | Int(key >> UInt64(byte * 8) & 0xff)] &+= 1 }
      }
    }
    var other = [UInt32](repeating: 0, count: count)
    for byte in 0..<8 {
      try cancellation.check()
      var next = Array(histogram[(byte << 8)..<(byte << 8 + 256)])
      // All keys have the same byte here.
      if next.contains(count) { continue }
      var start = 0
      for value in next.indices {
        let size = next[value]
        next[value] = start
        start += size
      }
      let shift = UInt64(byte * 8)
      do {
        let from = order.span
        var to = other.mutableSpan
        var next = next.mutableSpan
        for index in from.indices {
          let position = from[index]
          let key = UInt64(bitPattern: keys[Int(position)] ^ Int64.min)
          let bucket = Int(key >> shift & 0xff)
          to[next[bucket]] = position
          next[bucket] &+= 1
        }
      }
      swap(&order, &other)
    }
  }

  /// The first `limit` positions in order, by a heap of that size.
  ///
  /// - Complexity: O(*n* log `limit`).
  func first(_ limit: Int) throws -> [UInt32] {
    if limit <= 0 { return [] }
    if limit >= count / 4 { return Array(try sorted().prefix(limit)) }
    var heap: [Int] = []
    heap.reserveCapacity(limit)
    for position in 0..<count {
      if position & 0x3fff == 0 { try cancellation.check() }
      if heap.count < limit {
        heap.append(position)
        siftUp(&heap)
      } else if precedes(position, heap[0]) {
        heap[0] = position
        siftDown(&heap)
      }
    }
    return try heap.sorted(checking: cancellation) { precedes($0, $1) }.map { UInt32($0) }
  }

  @inline(__always)
  private func precedes(_ a: Int, _ b: Int) -> Bool {
    for column in columns where column[a] != column[b] { return column[a] < column[b] }
    return a < b
  }

  /// Moves the last element of a heap with the greatest at the top to its place.
  private func siftUp(_ heap: inout [Int]) {
    var child = heap.count - 1
    while child > 0 {
      let parent = (child - 1) / 2
      if !precedes(heap[parent], heap[child]) { return }
      heap.swapAt(parent, child)
      child = parent
    }
  }

  /// Moves the first element of a heap to its place.
  private func siftDown(_ heap: inout [Int]) {
    var parent = 0
    while true {
      var greatest = parent
      for child in [2 * parent + 1, 2 * parent + 2]
      where child < heap.count && precedes(heap[greatest], heap[child]) {
        greatest = child
      }
      if greatest == parent { return }
      heap.swapAt(parent, greatest)
      parent = greatest
    }
  }
}
