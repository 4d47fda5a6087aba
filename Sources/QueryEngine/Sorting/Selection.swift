internal import NewsModel

extension [Int64] {
  /// The number that stands at a place in their order.
  ///
  /// Afterwards none before that place is greater (Hoare's selection).
  ///
  /// - Parameter place: below the number of elements.
  /// - Complexity: O(*n*) on average.
  mutating func select(_ place: Int, checking cancellation: Cancellation) throws -> Int64 {
    var random = SplitMix64(seed: UInt64(count))
    var range = 0..<count
    while range.count > 1 {
      try cancellation.check()
      let pivot = self[range.lowerBound + Int(random.next() % UInt64(range.count))]
      let equal = divide(range, by: pivot)
      if equal.contains(place) { return pivot }
      range =
        place < equal.lowerBound
        ? range.lowerBound..<equal.lowerBound : equal.upperBound..<range.upperBound
    }
    return self[place]
  }

  /// Moves what is less than a number to the front of a range and what is greater to its end;
  /// returns where the equal ones stand.
  private mutating func divide(_ range: Range<Int>, by pivot: Int64) -> Range<Int> {
    var numbers = mutableSpan
    var (less, place, greater) = (range.lowerBound, range.lowerBound, range.upperBound)
    while place < greater {
      let number = numbers[place]
      if number < pivot {
        numbers.swapAt(less, place)
        less += 1
        place += 1
      } else if number > pivot {
        greater -= 1
        numbers.swapAt(place, greater)
      } else {
        place += 1
      }
    }
    return less..<greater
  }
}
