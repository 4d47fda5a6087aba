/// Where two texts differ: the lines between their common beginning and their common end.
struct LineDifference {
  /// Lines of either side that are shown.
  static let limit = 8

  /// The first line that differs, from 0; nil where the texts are the same.
  let first: Int?
  /// The lines that were shown, with `-` before them, then the real ones with `+`; each side cut
  /// after ``limit`` lines.
  let text: [String]

  /// Compares the lines `shown` with the lines `real`.
  init(_ shown: [String], _ real: [String]) {
    guard shown != real else {
      first = nil
      text = []
      return
    }
    let start = zip(shown, real).prefix { $0 == $1 }.count
    let rest = min(shown.count, real.count) - start
    let end = zip(shown.reversed(), real.reversed()).prefix(rest).prefix { $0 == $1 }.count
    first = start
    text =
      Self.marked(shown[start..<(shown.count - end)], with: "- ")
      + Self.marked(real[start..<(real.count - end)], with: "+ ")
  }

  private static func marked(_ lines: ArraySlice<String>, with mark: String) -> [String] {
    let rest = lines.count - limit
    return lines.prefix(limit).map { mark + $0 } + (rest > 0 ? ["\(mark)... \(rest) more"] : [])
  }
}
