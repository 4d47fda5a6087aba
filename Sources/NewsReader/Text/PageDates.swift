internal import NewsModel

/// Finds full dates in lines of a page.
struct PageDates: Sendable {
  private let tokenizer: Tokenizer
  private let grammar: TimeGrammar
  private let resolver = TimeResolver()

  /// A finder that cuts lines with `tokenizer` and reads dates by `grammar`.
  init(tokenizer: Tokenizer, grammar: TimeGrammar) {
    self.tokenizer = tokenizer
    self.grammar = grammar
  }

  /// A date and the words of its line that are not part of it.
  struct Found: Equatable, Sendable {
    /// Precise to the day, or to the month.
    var date: NewsDate
    /// The line's text before the date and after it.
    var before: String
    var after: String
    /// Where the date ends, in bytes of the line.
    var end: Int
    /// Where it begins.
    var start: Int
  }

  /// The first day of `text` that is given with its weekday and its year, which agree.
  func weekdayDate(in text: String) -> Day? {
    let bytes = Array(text.utf8)
    let ranges = tokenizer.tokens(in: bytes, range: 0..<bytes.count)
    let words = TimeWords(ranges.map { String(decoding: bytes[$0], as: UTF8.self) })
    for found in grammar.expressions(in: words) {
      guard case .day(.number(let year), let month, let day, .some(let weekday)) = found.reading,
        let day = Day(year: year, month: month, day: day), day.weekday == weekday
      else { continue }
      return day
    }
    return nil
  }

  /// The first date with a year in `text` that is precise to a day, or else to a month.
  ///
  /// - Parameter monthFirst: how `3/4/2023` is to be read, where that is known.
  func date(in text: String) -> Found? {
    let bytes = Array(text.utf8)
    let ranges = tokenizer.tokens(in: bytes, range: 0..<bytes.count)
    let words = TimeWords(ranges.map { String(decoding: bytes[$0], as: UTF8.self) })
    var best: Found?
    for found in grammar.expressions(in: words) {
      switch found.reading {
      case .day(.number, _, _, _), .month(.number, _, nil): break
      default: continue
      }
      let outcome = resolver.resolve(found.reading, in: TimeContext())
      guard let date = outcome.date, best == nil || date.precision == .day else { continue }
      let start = ranges[found.tokens.lowerBound].lowerBound
      let end = ranges[found.tokens.upperBound - 1].upperBound
      best = Found(
        date: date, before: String(decoding: bytes[..<start], as: UTF8.self),
        after: String(decoding: bytes[end...], as: UTF8.self), end: end, start: start)
      if date.precision == .day { break }
    }
    return best
  }
}
