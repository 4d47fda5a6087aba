internal import Diagnostics
internal import NewsModel

/// Counts by something and by a period of time, such as a month.
struct PeriodSeries {
  /// The counts of one of the something.
  struct Line {
    var name: String
    /// Counts by the number of their period, counted from the first.
    var counts: [Int: Double]
    var total: Double { counts.values.reduce(0, +) }
  }

  /// What the lines are: the names of the keys beside the period.
  let title: String
  /// What is counted.
  let measure: String
  /// The first and the last period, as a date.
  let first: String
  let last: String
  /// Periods from the first to the last.
  let span: Int
  /// The lines, those with most first.
  let lines: [Line]

  /// The counts of a result; nil where it has other columns than keys, one of them a period, and then
  /// a number that is never negative.
  init?(_ result: ResultTable, glyphs: Glyphs) {
    let columns = result.columns
    guard let last = columns.indices.last, columns[last].isNumeric,
      let time = columns.firstIndex(where: \.isPeriod), last > 1,
      !columns[..<last].contains(where: \.isNumeric)
    else { return nil }
    let others = columns.indices.filter { $0 != time && $0 != last }
    var found: [String: [Int: Double]] = [:]
    var texts: [Int: String] = [:]
    for row in 0..<result.rowCount {
      guard let number = result[row, last].number,
        let period = columns[time].period(result[row, time])
      else { continue }
      guard number >= 0 else { return nil }
      let name = others.map { visible(result[row, $0].plainText(unknown: glyphs.unknown)) }
        .joined(separator: ", ")
      found[name, default: [:]][period, default: 0] += number
      texts[period] = result[row, time].plainText()
    }
    guard let start = texts.keys.min(), let end = texts.keys.max() else { return nil }
    title = others.map { visible(columns[$0].name) }.joined(separator: ", ")
    measure = visible(columns[last].name)
    first = visible(texts[start] ?? "")
    self.last = visible(texts[end] ?? "")
    span = end - start + 1
    lines = found.map { name, counts in
      let moved = counts.map { ($0.key - start, $0.value) }
      return Line(name: name, counts: Dictionary(uniqueKeysWithValues: moved))
    }.sorted { ($1.total, $0.name) < ($0.total, $1.name) }
  }

  /// The counts of a line, added up in so many parts of the time.
  func buckets(of line: Line, count: Int) -> [Double] {
    var buckets = Array(repeating: 0.0, count: count)
    for (period, number) in line.counts { buckets[period * count / span] += number }
    return buckets
  }
}

extension ResultColumn {
  /// Whether its dates are periods that rows are counted by: months, years.
  var isPeriod: Bool { type == .date && !isList && Self.periods.contains(lastName) }

  /// The number of a period from an early one of its length, such as 2023, `2023-Q3`, `2023-W38`,
  /// `2023-09` or a day; nil where the value is none.
  func period(_ value: Value) -> Int? {
    switch value {
    case .integer(let year): return (0...9_999).contains(year) ? year : nil
    case .date(let date): return date.first.map { number(of: $0) }
    case .text(let text):
      let parts = text.split(separator: "-" as Character)
      guard let year = parts.first.flatMap({ Int($0) }), (1...9_999).contains(year) else {
        return nil
      }
      guard parts.count == 2 else { return NewsDate(iso: text)?.first.map { number(of: $0) } }
      guard let place = Int(parts[1].drop { $0.isLetter }), (1...53).contains(place) else {
        return nil
      }
      let steps = lastName == "quarter" ? 3 : 1
      // The week of 4 January is the first of its year.
      let day =
        lastName == "week"
        ? Day(year: year, month: 1, day: 4)?.advanced(by: (place - 1) * 7)
        : Day(year: year, month: (place - 1) * steps + 1, day: 1)
      return day.map { number(of: $0) }
    default: return nil
    }
  }

  /// The number of the period that a day is in.
  private func number(of day: Day) -> Int {
    switch lastName {
    case "year": return day.year
    case "quarter": return day.year * 4 + (day.month - 1) / 3
    case "month": return day.year * 12 + day.month - 1
    case "week": return (Int(day.number) + Self.daysOfWeeksBefore) / 7
    default: return Int(day.number)
    }
  }

  /// Whole weeks before 1970, and the three days from Monday on of the week that 1970 began in.
  private static let daysOfWeeksBefore = 2_999_997 + 3
  private static let periods: Set<String> = ["day", "week", "month", "quarter", "year"]

  /// `month` for `actor.month`.
  private var lastName: String { name.split(separator: ".").last.map { String($0) } ?? name }
}
