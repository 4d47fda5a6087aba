/// Reads rows that ascend by first day from the early or the late end, only as far as needed.
struct TimeOrderReader {
  let candidates: Candidates
  /// First day of every row of the table; `Int32.max` for unknown dates, which come last.
  let firstDays: [Int32]
  let isDescending: Bool

  /// Rows among which the first `count` in order are, ascending.
  ///
  /// - Parameter passing: the rows of a selection that pass the filters.
  func rows(
    atLeast count: Int, passing: (RowSelection) throws -> ArraySlice<UInt32>
  ) throws -> [UInt32] {
    let knownEnd = firstDays.partition { $0 < Int32.max }
    var pieces: [ArraySlice<UInt32>] = []
    var found = 0
    var size = min(max(64, count * 2), RowBatch.size)
    reading: for selection in isDescending
      ? candidates.selections.reversed() : candidates.selections
    {
      var left = selection.positions(of: 0..<knownEnd)
      while !left.isEmpty {
        let part = isDescending ? left.suffix(size) : left.prefix(size)
        size = min(size * 2, RowBatch.size)
        left = isDescending ? left.dropLast(part.count) : left.dropFirst(part.count)
        let rows = try passing(selection[part])
        if !rows.isEmpty { pieces.append(rows) }
        found += rows.count
        let edge = selection[isDescending ? part.lowerBound : part.upperBound - 1]
        if found >= count, isSettled(pieces, count, at: edge) { break reading }
      }
    }
    if found < count {
      for selection in candidates.selections {
        let rest = selection.positions(of: knownEnd..<firstDays.count)
        pieces.append(try passing(selection[rest]))
      }
    }
    return pieces.flatMap { $0 }.sorted()
  }

  /// Whether no row beyond the row `edge` can be among the first `count` of those found.
  private func isSettled(_ pieces: [ArraySlice<UInt32>], _ count: Int, at edge: UInt32) -> Bool {
    guard count > 0 else { return true }
    var left = count
    for piece in pieces {
      if piece.count < left {
        left -= piece.count
        continue
      }
      let place = isDescending ? piece.endIndex - left : piece.startIndex + left - 1
      let worst = piece[place]
      return firstDays[Int(worst)] != firstDays[Int(edge)]
    }
    return false
  }
}

extension RowSelection {
  /// The positions of the rows that lie in a range of rows; the rows must ascend.
  fileprivate func positions(of range: Range<Int>) -> Range<Int> {
    switch self {
    case .run(let rows):
      let part = rows.clamped(to: range)
      if part.isEmpty { return 0..<0 }
      return (part.lowerBound - rows.lowerBound)..<(part.upperBound - rows.lowerBound)
    case .list(let rows):
      let lower = rows.partition { Int($0) < range.lowerBound }
      let upper = rows.partition(from: lower) { Int($0) < range.upperBound }
      return (lower - rows.startIndex)..<(upper - rows.startIndex)
    }
  }
}
