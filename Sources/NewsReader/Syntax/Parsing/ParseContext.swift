/// What the parser knows of the words of a sentence before it parses.
///
/// Behind the words stand two more entries, for the root and for a word that is not there.
struct ParseContext: Sendable {
  /// Number of words.
  let count: Int
  /// Number of each word's tag.
  let fine: [UInt32]
  /// Number of each word's universal tag.
  let coarse: [UInt32]
  /// Hash of each word in lower case.
  let lower: [UInt32]
  /// Hash of each word's last three bytes.
  let suffix: [UInt32]
  /// Verbs before each word, and punctuation marks above bit 32.
  private let passed: [UInt64]

  private static let verb = UInt32(UniversalTag.allCases.firstIndex(of: .verb) ?? 0)
  private static let punctuation = UInt32(UniversalTag.allCases.firstIndex(of: .punct) ?? 0)

  /// The context of a sentence whose words have the `hashes` and the `numbers` of tags.
  init(_ hashes: [WordHashes], tags numbers: [Int], in set: TagSet) {
    count = hashes.count
    let behind: [UInt32] = [2, 1]
    fine = numbers.map { UInt32($0 + 3) } + behind
    coarse = numbers.map { set.universal[$0] + 3 } + behind
    lower = hashes.map(\.lower) + behind
    suffix = hashes.map(\.suffix3) + behind
    var passed: [UInt64] = [0]
    passed.reserveCapacity(numbers.count + 3)
    var sum: UInt64 = 0
    for number in numbers {
      let tag = set.universal[number]
      if tag == ParseContext.verb { sum += 1 }
      if tag == ParseContext.punctuation { sum += 1 << 32 }
      passed.append(sum)
    }
    self.passed = passed + [sum, sum]
  }

  /// Verbs and punctuation marks strictly between two places, each counted up to two.
  @inline(__always)
  func between(_ a: Int, _ b: Int) -> UInt32 {
    if b <= a + 1 || b >= passed.count { return 0 }
    let sum = passed[b] - passed[a + 1]
    return UInt32(min(2, sum & 0xffff_ffff) * 3 + min(2, sum >> 32))
  }
}
