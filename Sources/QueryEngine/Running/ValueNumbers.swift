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

  /// The number of each value of a column of single values.
  ///
  /// - Parameter asNumbers: whether whole numbers are compared with other numbers.
  func numbers(_ column: ComputedColumn, asNumbers: Bool) -> [UInt32] {
    if case .texts(let codes, let texts) = column {
      let memo = CodeMemo<UInt32>()
      return codes.map { code in
        code == Texts.unknown ? Self.missing : memo.result(code) { number(of: texts[$0]) }
      }
    }
    let column = asNumbers ? ComputedColumn.numbers(column.doubles) : column
    return column.bits.map { $0 == ComputedColumn.unknownBits ? Self.missing : number(of: $0) }
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
