internal import Diagnostics
public import NewsModel

/// A result drawn as bars: a row a bar, with its label and its number.
///
/// The last column of numbers says how long the bars are; the other columns are the label. A bar of a
/// negative number is hollow. Where no column has numbers there is nothing to draw.
public struct BarChart: Sendable {
  private let labels: [String]
  private let numbers: [Double?]
  private let width: Int

  /// Bars of a result; nil where it has no column of numbers.
  ///
  /// - Parameters:
  ///   - width: columns of the terminal; nil for 80.
  ///   - rowLimit: rows that are drawn at most; nil for all.
  public init?(_ result: ResultTable, width: Int? = nil, rowLimit: Int? = nil) {
    guard let measure = result.columns.lastIndex(where: \.isNumeric) else { return nil }
    let rows = 0..<min(result.rowCount, rowLimit ?? .max)
    let columns = result.columns.indices.filter { $0 != measure }
    labels = rows.map { row in
      columns.map { visible(result[row, $0].plainText(unknown: "–")) }.joined(separator: ", ")
    }
    numbers = rows.map { result[$0, measure].number }
    self.width = max(20, width ?? 80)
  }

  /// The drawing, which ends in a line feed; empty where there are no rows.
  public func text() -> String {
    let shown = numbers.map { $0.map { readable($0) } ?? "–" }
    let numberWidth = shown.map(\.count).max() ?? 0
    let labelWidth = min(labels.map { displayWidth($0) }.max() ?? 0, width / 2)
    let room = max(4, width - labelWidth - numberWidth - 4)
    let greatest = numbers.compactMap { $0?.magnitude }.max() ?? 0
    var out = ""
    for (label, (number, text)) in zip(labels, zip(numbers, shown)) {
      let cut = wrap(label, width: max(1, labelWidth), lineLimit: 1).first ?? ""
      out += cut + String(repeating: " ", count: max(0, labelWidth - displayWidth(cut)) + 2)
      out += String(repeating: " ", count: numberWidth - text.count) + text
      let bar = Self.bar(number ?? 0, of: greatest, room: room)
      out += bar.isEmpty ? "\n" : "  \(bar)\n"
    }
    return out
  }

  /// A bar in eighths of a column; one that is not 0 shows at least one eighth.
  private static func bar(_ number: Double, of greatest: Double, room: Int) -> String {
    guard greatest > 0, number != 0, number.isFinite else { return "" }
    let eighths = max(1, Int((number.magnitude / greatest * Double(room * 8)).rounded()))
    if number < 0 { return String(repeating: "░", count: (eighths + 7) / 8) }
    let rest = eighths % 8 == 0 ? "" : String(Self.parts[eighths % 8 - 1])
    return String(repeating: "█", count: eighths / 8) + rest
  }

  private static let parts: [Character] = ["▏", "▎", "▍", "▌", "▋", "▊", "▉"]
}

/// A result drawn as a line of columns, a row a column: for counts in order of time.
///
/// Numbers below 0 are drawn as 0. Of more rows than there is room for, neighbours are put together
/// by their greatest.
public struct LineChart: Sendable {
  private let numbers: [Double]
  private let first: String
  private let last: String
  private let width: Int
  private static let height = 8

  /// A line of a result; nil where it has no column of numbers.
  ///
  /// - Parameter width: columns of the terminal; nil for 80.
  public init?(_ result: ResultTable, width: Int? = nil) {
    guard let measure = result.columns.lastIndex(where: \.isNumeric) else { return nil }
    let label = result.columns.indices.first { $0 != measure }
    func text(_ row: Int) -> String {
      guard let label, result.rowCount > 0 else { return "" }
      return visible(result[row, label].plainText(unknown: "–"))
    }
    first = text(0)
    last = text(max(0, result.rowCount - 1))
    self.width = max(20, width ?? 80)
    numbers = (0..<result.rowCount).map { max(0, result[$0, measure].number ?? 0) }
  }

  /// The drawing, which ends in a line feed; empty where there are no rows.
  public func text() -> String {
    guard !numbers.isEmpty else { return "" }
    let greatest = numbers.max() ?? 0
    let top = decimal(greatest)
    let margin = top.count
    let room = max(8, width - margin - 2)
    let wide = max(1, min(6, room / numbers.count))
    let size = (numbers.count * wide + room - 1) / room
    let points = stride(from: 0, to: numbers.count, by: max(1, size)).map { start in
      numbers[start..<min(start + max(1, size), numbers.count)].max() ?? 0
    }
    var out = ""
    for level in (0..<Self.height).reversed() {
      let scale = level == Self.height - 1 ? top : level == 0 ? "0" : ""
      out += String(repeating: " ", count: margin - scale.count) + scale + " │"
      var line = ""
      for point in points {
        let eighths = greatest > 0 ? Int((point / greatest * Double(Self.height * 8)).rounded()) : 0
        let part = min(8, max(0, eighths - level * 8))
        line += String(repeating: String(Self.parts[part]), count: wide)
      }
      while line.last == " " { line.removeLast() }
      out += line + "\n"
    }
    let length = points.count * wide
    let blanks = length - displayWidth(first) - displayWidth(last)
    out += String(repeating: " ", count: margin + 1) + "└" + String(repeating: "─", count: length)
    out += "\n" + String(repeating: " ", count: margin + 2) + first
    if points.count > 1 { out += String(repeating: " ", count: max(1, blanks)) + last }
    return out + "\n"
  }

  private static let parts: [Character] = [" ", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]
}

extension Value {
  /// The number that the value is; nil for any other.
  fileprivate var number: Double? {
    switch self {
    case .integer(let number): Double(number)
    case .number(let number): number
    default: nil
    }
  }
}
