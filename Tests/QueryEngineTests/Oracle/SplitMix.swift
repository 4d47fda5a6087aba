/// A small generator of random numbers that is the same everywhere.
///
/// After Steele and others, "Fast splittable pseudorandom number generators", OOPSLA 2014.
struct SplitMix: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var z = state
    z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
    return z ^ (z >> 31)
  }

  /// A number from 0 up to `count`.
  mutating func below(_ count: Int) -> Int { Int(next() % UInt64(max(1, count))) }

  /// True once in `count` times.
  mutating func oneIn(_ count: Int) -> Bool { below(count) == 0 }

  /// One of the elements, of which there must be any.
  mutating func pick<Element>(_ elements: [Element]) -> Element { elements[below(elements.count)] }

  /// One of the elements, or nothing now and then.
  mutating func maybe<Element>(_ elements: [Element]) -> Element? {
    oneIn(3) ? nil : pick(elements)
  }

  /// Some of the elements in their order.
  mutating func some<Element>(_ elements: [Element], atMost count: Int) -> [Element] {
    var left = below(count + 1)
    return elements.filter { _ in
      guard left > 0, oneIn(2) else { return false }
      left -= 1
      return true
    }
  }
}
