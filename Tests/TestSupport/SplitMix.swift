internal import NewsModel

/// Random numbers that are the same in every run and on every machine.
public struct SplitMix: RandomNumberGenerator {
  private var numbers: SplitMix64

  /// The numbers that follow from `seed`.
  public init(seed: UInt64) { numbers = SplitMix64(seed: seed) }

  /// The next number.
  public mutating func next() -> UInt64 { numbers.next() }

  /// A number from 0 up to `count`; 0 where `count` is not positive.
  public mutating func below(_ count: Int) -> Int { Int(next() % UInt64(max(1, count))) }

  /// True once in `count` times.
  public mutating func oneIn(_ count: Int) -> Bool { below(count) == 0 }

  /// One of the elements, of which there must be any.
  public mutating func pick<Element>(_ elements: [Element]) -> Element {
    elements[below(elements.count)]
  }

  /// One of the elements, or nothing now and then.
  public mutating func maybe<Element>(_ elements: [Element]) -> Element? {
    oneIn(3) ? nil : pick(elements)
  }

  /// Some of the elements in their order.
  public mutating func some<Element>(_ elements: [Element], atMost count: Int) -> [Element] {
    var left = below(count + 1)
    return elements.filter { _ in
      guard left > 0, oneIn(2) else { return false }
      left -= 1
      return true
    }
  }
}
