internal import Diagnostics
internal import NewsModel

extension TableLayout {
  /// A cell's text; a number has as many spaces behind it as its fraction is shorter than `fraction`.
  static func cell(_ value: Value, _ layout: ResultLayout, fraction: Int) -> String {
    let text = visible(value.readableText(unknown: layout.glyphs.unknown))
    if fraction == 0 { return text }
    return text + String(repeating: " ", count: max(0, fraction - Self.fraction(of: text)))
  }

  /// For each column, the most characters that its numbers have from their point on; 0 for columns
  /// of anything else.
  static func fractions(of result: ResultTable, _ rows: Range<Int>) -> [Int] {
    result.columns.indices.map { column in
      guard result.columns[column].type == .number, result.columns[column].isNumeric else {
        return 0
      }
      return rows.reduce(0) { most, row in
        guard result[row, column] != .unknown else { return most }
        return max(most, fraction(of: result[row, column].readableText()))
      }
    }
  }

  /// Characters of a number from its point or exponent on.
  private static func fraction(of text: String) -> Int {
    text.drop { $0 != "." && $0 != "e" }.count
  }
}
