/// Runs of the same work.
struct Timing {
  /// Median time in seconds.
  let median: Double
  /// Least time in seconds.
  let least: Double

  /// Times `rounds` runs of `work` after one that is not counted.
  init(rounds: Int, _ work: () -> Void) {
    work()
    let clock = ContinuousClock()
    let times = (0..<max(1, rounds)).map { _ in clock.measure(work) / .seconds(1) }.sorted()
    median = times[times.count / 2]
    least = times[0]
  }
}

/// A table with a left column of words and right columns of numbers.
struct TextTable {
  private var rows: [[String]]

  /// A table with these headings.
  init(_ headings: [String]) { rows = [headings] }

  /// Adds a row.
  mutating func add(_ cells: [String]) { rows.append(cells) }

  /// The table, its columns aligned.
  var text: String {
    let widths = rows[0].indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
    return rows.map { row in
      row.enumerated().map { column, cell in
        let fill = String(repeating: " ", count: widths[column] - cell.count)
        return column == 0 ? cell + fill : fill + cell
      }.joined(separator: "  ")
    }.joined(separator: "\n")
  }
}

/// A number with `places` decimals.
func rounded(_ number: Double, _ places: Int) -> String {
  var scale = 1.0
  for _ in 0..<places { scale *= 10 }
  let whole = Int((number * scale).rounded())
  if places == 0 { return String(whole) }
  let digits = String(abs(whole))
  let padded = String(repeating: "0", count: max(0, places + 1 - digits.count)) + digits
  return (whole < 0 ? "-" : "") + padded.dropLast(places) + "." + padded.suffix(places)
}
