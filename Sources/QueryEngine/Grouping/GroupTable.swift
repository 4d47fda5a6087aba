/// Numbers groups of equal keys from 0, in order of first appearance, and counts them.
struct GroupTable {
  /// The group one key shorter and the last key, of each group.
  private(set) var groups: [(parent: UInt32, key: UInt32)] = []

  /// Numbers of keys alone, where keys are known to be small; `absent` where not met.
  private var dense: [UInt32] = []
  private var sparse: [UInt64: UInt32] = [:]
  private let isDense: Bool
  private static let absent = UInt32.max
  /// Greatest domain for which an array is kept.
  private static let denseLimit = 1 << 24

  /// A table without groups.
  ///
  /// - Parameter domain: keys of ``number(of:)`` are below it, where known.
  init(domain: Int?) {
    isDense = domain.map { $0 <= Self.denseLimit } ?? false
    if isDense, let domain { dense = [UInt32](repeating: Self.absent, count: domain) }
  }

  /// The number of the group of a key alone.
  mutating func number(of key: UInt32) -> UInt32 {
    guard isDense else { return number(of: 0, key) }
    if dense[Int(key)] == Self.absent {
      dense[Int(key)] = UInt32(groups.count)
      groups.append((0, key))
    }
    return dense[Int(key)]
  }

  /// The number of the group of a shorter group's number and one more key.
  mutating func number(of parent: UInt32, _ key: UInt32) -> UInt32 {
    let pair = UInt64(parent) << 32 | UInt64(key)
    if let known = sparse[pair] { return known }
    let number = UInt32(groups.count)
    sparse[pair] = number
    groups.append((parent, key))
    return number
  }

  /// The number of the group of a shorter group's number and one more key; nil where there is none.
  func existing(_ parent: UInt32, _ key: UInt32) -> UInt32? {
    sparse[UInt64(parent) << 32 | UInt64(key)]
  }

  /// Adds one for each key alone to the count of its group; ``KeyBatch/missing`` is passed over.
  mutating func count(_ keys: [UInt32], into counts: inout [Int]) {
    let keys = keys.span
    guard isDense else {
      for index in keys.indices where keys[index] != KeyBatch.missing {
        let group = Int(number(of: 0, keys[index]))
        if group == counts.count { counts.append(0) }
        counts[group] += 1
      }
      return
    }
    for index in keys.indices where keys[index] != KeyBatch.missing {
      let key = keys[index]
      let group = Int(dense[Int(key)])
      if group < counts.count {
        counts[group] &+= 1
      } else {
        dense[Int(key)] = UInt32(groups.count)
        groups.append((0, key))
        counts.append(1)
      }
    }
  }
}
