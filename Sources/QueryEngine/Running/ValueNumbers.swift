internal import NewsModel
internal import NewsStore
internal import QueryLanguage

/// Gives numbers to values so that those of different columns can be compared: equal values get
/// the same number.
///
/// Texts are equal where they are the same text, whatever they are codes of; whole numbers are
/// equal to other numbers. Names are equal where they are the same row.
final class ValueNumbers {
  /// Stands for a value that is not known.
  static let missing = UInt32.max

  private var numbers: [Int64: UInt32] = [:]
  private var texts: [String: UInt32] = [:]
  private var next: UInt32 = 0
  private let cancellation: Cancellation

  /// No numbers yet.
  init(cancellation: Cancellation) { self.cancellation = cancellation }

  /// The numbers of the known values of each row one behind the other, and where those of each
  /// begin.
  ///
  /// - Parameter asNumbers: whether whole numbers are compared with other numbers.
  func lists(
    _ column: ComputedColumn, asNumbers: Bool
  ) throws -> (offsets: [UInt32], numbers: [UInt32]) {
    try cancellation.check()
    let (offsets, elements) = column.asLists
    return (offsets, try numbers(elements, asNumbers: asNumbers))
  }

  /// The number of each value of a column of single values.
  ///
  private func numbers(_ column: ComputedColumn, asNumbers: Bool) throws -> [UInt32] {
    if case .texts(let codes, let texts) = column {
      let memo = CodeMemo<UInt32>()
      return try inParts(codes) { part in
        memo.results(of: Array(part), unknown: Self.missing) { number(of: texts[$0]) }
      }
    }
    let column = asNumbers ? ComputedColumn.numbers(column.doubles) : column
    return try inParts(column.bits) { part in
      part.map { $0 == ComputedColumn.unknownBits ? Self.missing : number(of: $0) }
    }
  }

  /// What `make` makes of some thousands of values at a time.
  private func inParts<Element>(
    _ values: [Element], _ make: (ArraySlice<Element>) -> [UInt32]
  ) throws -> [UInt32] {
    var result: [UInt32] = []
    result.reserveCapacity(values.count)
    for start in stride(from: 0, to: values.count, by: 1 << 13) {
      try cancellation.check()
      result += make(values[start..<min(start + (1 << 13), values.count)])
    }
    return result
  }

  private func number(of text: String) -> UInt32 {
    if let number = texts[text] { return number }
    texts[text] = next
    next += 1
    return next - 1
  }

  private func number(of bits: Int64) -> UInt32 {
    if let number = numbers[bits] { return number }
    numbers[bits] = next
    next += 1
    return next - 1
  }
}
