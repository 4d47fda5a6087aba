internal import Diagnostics
internal import NewsModel

/// The lines of a chart: what a result says at each of its points.
struct ChartSeries {
  /// One line.
  struct Line {
    var name: String
    /// A number for each point; nil where it is not known.
    var numbers: [Double?]

    /// The sum of the numbers.
    var total: Double { numbers.reduce(0) { $0 + ($1 ?? 0) } }
  }

  /// Lines that are told apart; further ones are put together.
  static let limit = 6

  /// The words under the points.
  private(set) var labels: [String]
  /// The lines, of which the first are the greatest where they are counts of one thing each.
  private(set) var lines: [Line]

  /// The lines of a result; nil where it has no column of numbers.
  ///
  /// Several columns of numbers are a line each. Counts by a date and something else are a line for
  /// each of the something else.
  init?(_ result: ResultTable) {
    let measures = result.columns.indices.filter { result.columns[$0].isNumeric }
    guard let measure = measures.last else { return nil }
    let keys = result.columns.indices.filter { !measures.contains($0) }
    let rows = 0..<result.rowCount
    func text(_ row: Int, _ column: Int) -> String {
      visible(result[row, column].plainText(unknown: "-"))
    }
    if measures.count == 1, keys.count > 1,
      let time = keys.first(where: { result.columns[$0].type == .date })
    {
      self = Self(
        counts: rows.map { row in
          let others = keys.filter { $0 != time }.map { text(row, $0) }
          let number = result[row, measure].number ?? 0
          return (result[row, time], others.joined(separator: ", "), number)
        })
      return
    }
    labels = rows.map { row in keys.first.map { text(row, $0) } ?? "" }
    lines = measures.prefix(Self.limit).map { column in
      Line(
        name: visible(result.columns[column].name), numbers: rows.map { result[$0, column].number })
    }
  }

  /// Counts by a date and a name; those of 0 only say that there is such a date.
  private init(counts: [(date: Value, name: String, number: Double)]) {
    var places: [Value: Int] = [:]
    for count in counts where places[count.date] == nil { places[count.date] = places.count }
    let dates = places.keys.sorted { ($0.sortDay, $0.plainText()) < ($1.sortDay, $1.plainText()) }
    for (place, date) in dates.enumerated() { places[date] = place }
    labels = dates.map { visible($0.plainText(unknown: "-")) }
    var found: [String: [Double?]] = [:]
    for count in counts where count.number != 0 {
      let place = places[count.date] ?? 0
      found[count.name, default: Array(repeating: 0, count: dates.count)][place] = count.number
    }
    let all = found.map { Line(name: $0.key, numbers: $0.value) }
      .sorted { ($1.total, $0.name) < ($0.total, $1.name) }
    guard all.count > Self.limit else {
      lines = all
      return
    }
    let rest = all[(Self.limit - 1)...]
    let sums = dates.indices.map { place in rest.reduce(0.0) { $0 + ($1.numbers[place] ?? 0) } }
    lines =
      Array(all[..<(Self.limit - 1)]) + [Line(name: "others (\(rest.count))", numbers: sums)]
  }
}

extension Value {
  /// The first day of a date, for an order in time; what is no date comes first.
  fileprivate var sortDay: Int {
    guard case .date(let date) = self, let day = date.first ?? date.last else { return .min }
    return Int(day.number)
  }
}
