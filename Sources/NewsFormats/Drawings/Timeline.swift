internal import Diagnostics
public import NewsModel

/// A result drawn in order of time: a row a line behind its date, with the time that passed between.
///
/// The first column of dates says when. Rows are drawn in the order in which they stand, with what their
/// other columns hold, numbers left out.
public struct Timeline: Sendable {
  private struct Entry {
    var date: NewsDate?
    var label: String
    var words: String
  }

  private let entries: [Entry]
  private let width: Int

  /// The rows of a result in order of time; nil where it has no column of dates.
  ///
  /// - Parameters:
  ///   - width: columns of the terminal; nil for 80.
  ///   - rowLimit: rows that are drawn at most; nil for all.
  public init?(_ result: ResultTable, width: Int? = nil, rowLimit: Int? = nil) {
    guard let when = result.columns.firstIndex(where: { $0.type == .date }) else { return nil }
    self.width = max(30, width ?? 80)
    entries = (0..<min(result.rowCount, rowLimit ?? .max)).map { row in
      let words = result.columns.indices.filter { column in
        column != when && !result.columns[column].isNumeric && result[row, column] != .unknown
      }.map { visible(result[row, $0].readableText()) }
      var date: NewsDate?
      if case .date(let known) = result[row, when] { date = known }
      return Entry(
        date: date, label: visible(result[row, when].plainText(unknown: "undated")),
        words: words.joined(separator: " · "))
    }
  }

  /// The drawing, which ends in a line feed; empty where there are no rows.
  public func text() -> String {
    let margin = entries.map { displayWidth($0.label) }.max() ?? 0
    let blank = String(repeating: " ", count: margin)
    let room = max(10, width - margin - 5)
    var out = ""
    var last: NewsDate?
    var lastLabel: String?
    for entry in entries {
      if let passed = Self.passed(from: last, to: entry.date) { out += "\(blank)  │  \(passed)\n" }
      let isSame = entry.label == lastLabel
      let label = isSame ? "" : entry.label
      out += String(repeating: " ", count: margin - displayWidth(label)) + label
      let lines = wrap(entry.words, width: room, lineLimit: 4)
      out += "  \(entry.date == nil ? "○" : "●")  \(lines[0])\n"
      for line in lines.dropFirst() { out += "\(blank)  │  \(line)\n" }
      last = entry.date ?? last
      lastLabel = entry.label
    }
    return out
  }

  /// The time from the end of one date to the beginning of the next; nil where there is none.
  private static func passed(from date: NewsDate?, to next: NewsDate?) -> String? {
    guard let end = date?.last, let start = next?.first else { return nil }
    let days = Int(start.number) - Int(end.number)
    switch days {
    case ..<2: return nil
    case ..<60: return "\(days) days"
    case ..<730: return "\(days / 30) months"
    default: return "\(days / 365) years"
    }
  }
}
