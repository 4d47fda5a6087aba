/// Numbers groups of equal keys from 0, in order of first appearance.
struct GroupTable {
  /// The group one key shorter and the last key, of each group.
  private(set) var groups: [(parent: UInt32, key: UInt32)] = []

  /// Numbers of groups by the place of parent and key; `absent` where not met.
  private var dense: [UInt32] = []
  private var sparse: [UInt64: UInt32] = [:]
  /// Keys are below it where any parent has places in the array.
  private let domain: Int
  /// Parents below it have places in the array.
  private let parentLimit: Int
  private static let absent = UInt32.max
  /// Greatest number of places of a single parent, and of several.
  private static let denseLimit = (one: 1 << 24, several: 1 << 22)

  /// A table without groups.
  ///
  /// - Parameter domain: keys are below it, where known.
  init(domain: Int?) {
    self.domain = max(1, domain ?? 1)
    if let domain, domain <= Self.denseLimit.one {
      parentLimit = max(1, Self.denseLimit.several / max(1, domain))
    } else {
      parentLimit = 0
    }
  }

  /// The number of the group of a key alone.
  @inline(__always)
  mutating func number(of key: UInt32) -> UInt32 { number(of: 0, key) }

  /// The number of the group of a shorter group's number and one more key.
  @inline(__always)
  mutating func number(of parent: UInt32, _ key: UInt32) -> UInt32 {
    if Int(parent) < parentLimit {
      let place = Int(parent) &* domain &+ Int(key)
      if place < dense.count, dense[place] != Self.absent { return dense[place] }
    }
    return added(parent, key)
  }

  /// The number of a group that stands in no array, or that is met for the first time.
  @inline(never)
  private mutating func added(_ parent: UInt32, _ key: UInt32) -> UInt32 {
    let number = UInt32(groups.count)
    if Int(parent) < parentLimit {
      let end = (Int(parent) + 1) * domain
      if dense.count < end {
        let size = max(end, min(2 * dense.count, parentLimit * domain))
        dense += [UInt32](repeating: Self.absent, count: size - dense.count)
      }
      dense[Int(parent) * domain + Int(key)] = number
    } else {
      let pair = UInt64(parent) << 32 | UInt64(key)
      if let known = sparse[pair] { return known }
      sparse[pair] = number
    }
    groups.append((parent, key))
    return number
  }

  /// The number of the group of a shorter group's number and one more key; nil where there is none.
  func existing(_ parent: UInt32, _ key: UInt32) -> UInt32? {
    if Int(parent) < parentLimit {
      let place = Int(parent) * domain + Int(key)
      return place < dense.count && dense[place] != Self.absent ? dense[place] : nil
    }
    return sparse[UInt64(parent) << 32 | UInt64(key)]
  }

  /// The groups of keys alone; ``KeyBatch/missing`` stays what it is.
  mutating func numbers(of keys: [UInt32]) -> [UInt32] {
    numbers(keys) { _ in 0 }
  }

  /// The groups of shorter groups and one more key each; ``KeyBatch/missing`` where either is.
  private mutating func numbers(of parents: [UInt32], _ keys: [UInt32]) -> [UInt32] {
    let parents = parents.span
    precondition(parents.count == keys.count)
    return numbers(keys) { parents[$0] }
  }

  /// The groups of keys and of the parents at the same places.
  @inline(__always)
  private mutating func numbers(_ keys: [UInt32], _ parent: (Int) -> UInt32) -> [UInt32] {
    var result = [UInt32](repeating: KeyBatch.missing, count: keys.count)
    let keys = keys.span
    var out = result.mutableSpan
    var index = 0
    while index < keys.count {
      // What has a place in the array is read from it without a call.
      do {
        let known = dense.span
        while index < keys.count {
          let (parent, key) = (parent(index), keys[index])
          if parent != KeyBatch.missing, key != KeyBatch.missing {
            guard Int(parent) < parentLimit else { break }
            let place = Int(parent) &* domain &+ Int(key)
            guard place < known.count, known[place] != Self.absent else { break }
            out[index] = known[place]
          }
          index &+= 1
        }
      }
      if index < keys.count {
        out[index] = added(parent(index), keys[index])
        index += 1
      }
    }
    return result
  }
}

extension GroupTable {
  /// The groups of each row's shorter groups, each with each of its further keys.
  mutating func numbers(
    of parents: KeyBatch, _ more: KeyBatch, rowCount: Int, cancellation: Cancellation
  ) throws -> KeyBatch {
    if parents.isSingle && more.isSingle {
      return KeyBatch(single: numbers(of: parents.keys, more.keys))
    }
    var result = KeyBatch()
    var asking = WorkCount(cancellation)
    for row in 0..<rowCount {
      let keys = more.places(ofRow: row)
      for parent in parents.places(ofRow: row) {
        for key in keys { result.keys.append(number(of: parents.keys[parent], more.keys[key])) }
        try asking.spend(keys.count)
      }
      result.endRow()
    }
    return result
  }
}

extension [Int] {
  /// Adds one at the place of each group; ``KeyBatch/missing`` is passed over.
  ///
  /// - Parameter groupCount: groups are below it.
  mutating func count(_ groups: [UInt32], groupCount: Int) {
    if count < groupCount { self += [Int](repeating: 0, count: groupCount - count) }
    let groups = groups.span
    var counts = mutableSpan
    for index in groups.indices where groups[index] != KeyBatch.missing {
      counts[Int(groups[index])] &+= 1
    }
  }
}
