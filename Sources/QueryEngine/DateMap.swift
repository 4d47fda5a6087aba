internal import NewsStore

/// The earliest and the latest day of every block of rows of a date column, so that blocks can be
/// passed over (a zone map).
struct DateMap: Sendable {
  /// Number of rows of a block.
  private static let blockSize = 1024

  /// Whether first days ascend, with unknown dates last.
  private(set) var isInTimeOrder = true
  private let rowCount: Int
  private var earliest: [Int32] = []
  private var latest: [Int32] = []

  /// The map of a column.
  init(_ column: DateColumn) {
    rowCount = column.first.count
    let (first, last) = (column.first.span, column.last.span)
    var previous = Int32.min
    var start = 0
    while start < rowCount {
      let end = min(start + Self.blockSize, rowCount)
      var (low, high) = (Int32.max, Int32.min)
      for row in start..<end {
        // An unknown date is `Int32.max` and `Int32.min` and so widens nothing.
        low = min(low, first[row])
        high = max(high, last[row])
        if first[row] < previous { isInTimeOrder = false }
        previous = first[row]
      }
      earliest.append(low)
      latest.append(high)
      start = end
    }
  }

  /// Ranges of rows that cover all intervals that overlap one of `intervals`.
  func ranges(overlapping intervals: [(first: Int32, last: Int32)]) -> [Range<Int>] {
    let intervals = DayRange.apart(intervals)
    var ranges: [Range<Int>] = []
    for block in earliest.indices {
      guard DayRange.overlaps(intervals, earliest[block], latest[block]) else { continue }
      let start = block * Self.blockSize
      let end = min(start + Self.blockSize, rowCount)
      if let last = ranges.last, last.upperBound == start {
        ranges[ranges.count - 1] = last.lowerBound..<end
      } else {
        ranges.append(start..<end)
      }
    }
    return ranges
  }
}
