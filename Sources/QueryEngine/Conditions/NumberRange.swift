internal import NewsStore
internal import QueryLanguage

/// A test of numbers, made ready to run.
enum NumberRange: Sendable {
  /// Between the two, both included.
  case within(Double, Double)
  /// Equal to one of these.
  case oneOf(Set<Double>)

  /// The range of a test.
  init(_ test: NumberTest) {
    switch test {
    case .equals(let numbers):
      self = numbers.count == 1 ? .within(numbers[0], numbers[0]) : .oneOf(Set(numbers))
    case .between(let low, let high): self = .within(low, high)
    case .ordered(.less, let bound): self = .within(-.infinity, bound.nextDown)
    case .ordered(.lessOrEqual, let bound): self = .within(-.infinity, bound)
    case .ordered(.greater, let bound): self = .within(bound.nextUp, .infinity)
    case .ordered(.greaterOrEqual, let bound): self = .within(bound, .infinity)
    }
  }

  /// Whether the test passes.
  func contains(_ number: Double) -> Bool {
    switch self {
    case .within(let low, let high): number >= low && number <= high
    case .oneOf(let numbers): numbers.contains(number)
    }
  }

  /// The truth for each row of a batch of a column in which NaN is unknown.
  func judged(_ values: [Double], _ batch: RowBatch, missing: UInt8) -> [UInt8] {
    switch self {
    // A comparison with a value that is not known is false, so that its truth is added at the end;
    // a side that is open is not compared at all.
    case .within(-.infinity, let high):
      judge(values, batch) { Truth.of($0 <= high) | ($0 == $0 ? Truth.no : missing) }
    case .within(let low, .infinity):
      judge(values, batch) { Truth.of($0 >= low) | ($0 == $0 ? Truth.no : missing) }
    case .within(let low, let high):
      judge(values, batch) {
        Truth.of($0 >= low) & Truth.of($0 <= high) | ($0 == $0 ? Truth.no : missing)
      }
    case .oneOf(let numbers):
      judge(values, batch) { $0.isNaN ? missing : Truth.of(numbers.contains($0)) }
    }
  }

  /// The truth for each row of a batch of whole numbers.
  func judged(_ values: [Int64], _ batch: RowBatch, missing: UInt8) -> [UInt8] {
    let unknown = IntegerColumn.unknown
    if case .within(let low, let high) = self, let bounds = Self.wholeBounds(low, high) {
      let (least, most) = bounds
      if least > most { return judge(values, batch) { $0 == unknown ? missing : Truth.no } }
      if most == Int64.max {
        return judge(values, batch) {
          Truth.of($0 >= least) | ($0 == unknown ? missing : Truth.no)
        }
      }
      // One comparison without a sign instead of two; what is unknown lies below `least`.
      let width = UInt64(bitPattern: most &- least)
      return judge(values, batch) { value in
        let truth = Truth.of(UInt64(bitPattern: value &- least) <= width)
        return truth | (value == unknown ? missing : Truth.no)
      }
    }
    return judge(values, batch) { $0 == unknown ? missing : Truth.of(contains(Double($0))) }
  }

  /// The least number that a column can hold and is known.
  private static var unknownBound: Int64 { IntegerColumn.unknown + 1 }

  /// The least and the greatest whole number between two bounds of moderate size.
  private static func wholeBounds(_ low: Double, _ high: Double) -> (Int64, Int64)? {
    let limit = 9e15
    guard low == -.infinity || abs(low) < limit, high == .infinity || abs(high) < limit else {
      return nil
    }
    return (
      low == -.infinity ? unknownBound : Int64(low.rounded(.up)),
      high == .infinity ? Int64.max : Int64(high.rounded(.down))
    )
  }
}
