/// A word that others are compared with: how many edits lie between them.
///
/// Insertions, deletions, substitutions and exchanges of neighbours count one each (optimal string
/// alignment). All columns of the table are computed in parallel in one machine word, as in
/// Hyyrö, "A bit-vector algorithm for computing Levenshtein and Damerau edit distances" (2003).
struct EditPattern: Sendable {
  /// Longest pattern in bytes; what goes beyond is cut off.
  static let capacity = 64

  /// Number of bytes compared.
  let count: Int
  /// For each byte value the positions at which the pattern has it.
  private let positions: [UInt64]

  /// A pattern.
  init(_ text: String) {
    var positions = [UInt64](repeating: 0, count: 256)
    var count = 0
    for byte in text.utf8.prefix(Self.capacity) {
      positions[Int(byte)] |= 1 << UInt64(count)
      count += 1
    }
    self.positions = positions
    self.count = count
  }

  /// The number of edits to `text`; nil where there are more than `limit`.
  ///
  /// - Complexity: O(*n*).
  func distance(to text: some Collection<UInt8>, limit: Int) -> Int? {
    let other = text.count
    if abs(other - count) > limit { return nil }
    if count == 0 { return other }
    let top: UInt64 = 1 << UInt64(count - 1)
    var rises = UInt64.max
    var falls: UInt64 = 0
    var diagonal: UInt64 = 0
    var before: UInt64 = 0
    var distance = count
    for byte in text {
      let match = positions[Int(byte)]
      let exchanged = ((~diagonal & match) << 1) & before
      diagonal = (((match & rises) &+ rises) ^ rises) | match | falls | exchanged
      var right = falls | ~(diagonal | rises)
      let left = diagonal & rises
      if right & top != 0 { distance += 1 }
      if left & top != 0 { distance -= 1 }
      right = right << 1 | 1
      rises = left << 1 | ~(diagonal | right)
      falls = right & diagonal
      before = match
    }
    return distance <= limit ? distance : nil
  }
}
