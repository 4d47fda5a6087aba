extension ScoreCache {
  /// Puts part number `part` of `scores`, `stride` of them, into `slot`.
  @inline(__always)
  mutating func fill(_ slot: Int, with scores: [Int32], part: Int) {
    precondition((part + 1) * stride <= scores.count && (slot + 1) * stride <= cells.count)
    let start = slot &* stride
    let first = part &* stride
    let stride = stride
    // Bounds: checked above. Lifetimes: both pointers stay inside their closures.
    unsafe cells.withUnsafeMutableBufferPointer { cells in
      unsafe scores.withUnsafeBufferPointer { scores in
        for place in 0..<stride { unsafe cells[start &+ place] = scores[first &+ place] }
      }
    }
  }

  /// Adds the scores in `slot` to `sums`, `stride` of them.
  @inline(__always)
  func add(_ slot: Int, to sums: inout [Int32]) {
    precondition(sums.count == stride && (slot + 1) * stride <= cells.count)
    let start = slot &* stride
    // Bounds: checked above. Lifetimes: both pointers stay inside their closures.
    unsafe cells.withUnsafeBufferPointer { cells in
      unsafe sums.withUnsafeMutableBufferPointer { sums in
        for place in 0..<sums.count { unsafe sums[place] &+= cells[start &+ place] }
      }
    }
  }
}
