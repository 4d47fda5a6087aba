internal import NewsModel

/// Bars beside counts by time, so that rises and falls are seen in a table.
struct CountBars {
  private static let leastWidth = 4

  private let result: ResultTable
  private let column: Int
  private let greatest: Double
  private let width: Int

  /// Bars of at most `width` columns; nil where the result does not count rows by a period of time,
  /// or there is no room for them.
  init?(_ result: ResultTable, rows: Range<Int>, width: Int) {
    guard width >= Self.leastWidth, rows.count > 1, let last = result.columns.indices.last,
      result.columns[last].isNumeric, last > 0,
      result.columns[..<last].contains(where: \.isPeriod),
      !result.columns[..<last].contains(where: \.isNumeric)
    else { return nil }
    let numbers = rows.compactMap { result[$0, last].number }
    guard numbers.allSatisfy({ $0 >= 0 }), let greatest = numbers.max(), greatest > 0 else {
      return nil
    }
    self.result = result
    self.width = width
    self.greatest = greatest
    column = last
  }

  /// The bar of a row; empty for 0.
  func text(ofRow row: Int, glyphs: Glyphs) -> String {
    let number = result[row, column].number ?? 0
    guard number > 0 else { return "" }
    let eighths = Int((number / greatest * Double(width * 8)).rounded())
    return glyphs.bar(eighths: max(1, min(width * 8, eighths)))
  }
}

extension Value {
  /// The number that the value is, where it is finite; nil for any other.
  var number: Double? {
    switch self {
    case .integer(let number): Double(number)
    case .number(let number): number.isFinite ? number : nil
    default: nil
    }
  }
}
