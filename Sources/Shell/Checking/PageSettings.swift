internal import NewsSession

/// How a page is checked, which a comment on it can say.
///
///     <!-- check: today 2023-12-31, width 90, rows 12 -->
struct PageSettings {
  /// The day that is today; nil for that of the session.
  var today: Day?
  /// Columns of results.
  var width = 110
  /// Rows of a result that are shown.
  var rows = 6

  /// How answers are written.
  var form: WrittenAnswer { WrittenAnswer(width: width, rowLimit: rows) }

  private static let opening = "<!-- check:"

  /// Takes up what the first such comment of a page says; what is wrong with it.
  mutating func read(_ page: FencedPage) -> PageChecker.Problem? {
    for case .line(let line, let number) in page.parts where line.hasPrefix(Self.opening) {
      let body = line.dropFirst(Self.opening.count).split(separator: "-->").first ?? ""
      for item in body.split(separator: ",") {
        let words = item.split(whereSeparator: \.isWhitespace).map { String($0) }
        guard words.count == 2, read(words[0], words[1]) else {
          return PageChecker.Problem(
            line: number,
            message: "'\(item.trimmed)' is no setting: 'today DATE', 'width N' and 'rows N' are")
        }
      }
      return nil
    }
    return nil
  }

  private mutating func read(_ name: String, _ value: String) -> Bool {
    switch name {
    case "today":
      guard let date = NewsDate(iso: value), date.precision == .day else { return false }
      today = date.first
    case "width":
      guard let number = Int(value), (20...1000).contains(number) else { return false }
      width = number
    case "rows":
      guard let number = Int(value), number > 0 else { return false }
      rows = number
    default: return false
    }
    return true
  }
}

extension StringProtocol {
  /// The text without white space round it.
  var trimmed: String {
    let start = drop(while: \.isWhitespace)
    guard let end = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(start[...end])
  }
}
