internal import Diagnostics
internal import NewsModel

/// How the room of a table is shared among its columns.
///
/// First all get what they cannot do without, then words and dates are kept whole as far as there is
/// room, those first that need least for it; what is left goes to the columns in the measure of what
/// they miss, so that long texts get most. Where not even the least fits, columns are left out:
/// before others those that hold nothing, last those that the query made.
struct ColumnWidths {
  /// Narrowest that a column of long words is made.
  private static let leastWidth = 8
  /// Narrowest that a column of sentences is made.
  private static let leastProse = 24
  /// Text as long as this is a sentence.
  private static let proseLength = 60
  /// Numbers and dates as wide as this, and words of a category, are never broken.
  private static let rigidWidth = 16
  private static let categoryWidth = 12
  /// Words as long as this are not broken while there is room for all of them.
  private static let wordLimit = 24
  /// Rows that decide the widths.
  private static let sampleSize = 1_000

  /// What a column asks for.
  private struct Need {
    /// Its widest cell.
    var natural: Int
    /// Its longest word.
    var word: Int
    var isEmpty = true
    var isRigid: Bool
    var isMade: Bool
    /// What it cannot do without.
    var least = 0
  }

  /// The columns that are shown.
  let columns: [Int]
  /// Their widths.
  let widths: [Int]
  /// Columns that are left out although they hold something.
  let missed: [Int]

  /// Widths for columns that stand `gap` apart in `limit` columns of a terminal.
  ///
  /// - Parameter cell: gives the text of a cell.
  init(
    _ result: ResultTable, rows: Range<Int>, limit: Int, gap: Int, cell: (_ row: Int, Int) -> String
  ) {
    var needs = result.columns.map { column in
      let name = displayWidth(visible(column.name))
      return Need(natural: name, word: name, isRigid: column.isRigid, isMade: column.isMade)
    }
    for row in rows.prefix(Self.sampleSize) {
      for column in needs.indices {
        if needs[column].isEmpty { needs[column].isEmpty = result[row, column].saysNothing }
        let text = cell(row, column)
        let width = displayWidth(text)
        needs[column].natural = max(needs[column].natural, width)
        if width > needs[column].word {
          needs[column].word = max(needs[column].word, longestPiece(text))
        }
      }
    }
    for column in needs.indices {
      needs[column].least = Self.least(of: needs[column], result.columns[column], limit: limit)
    }
    func total(_ columns: [Int]) -> Int {
      columns.reduce(gap * max(0, columns.count - 1)) { $0 + needs[$1].least }
    }
    var shown = Array(needs.indices)
    if total(shown) > limit {
      shown.removeAll { $0 > 0 && needs[$0].isEmpty && result.columns[$0].isNumeric }
    }
    while shown.count > 1, total(shown) > limit {
      let free = shown.dropFirst().filter { !needs[$0].isMade }
      let dropped = free.last { needs[$0].isEmpty } ?? free.last ?? shown[shown.count - 1]
      shown.removeAll { $0 == dropped }
    }
    columns = shown
    missed = needs.indices.filter { !needs[$0].isEmpty && !shown.contains($0) }
    widths = Self.fitted(shown.map { needs[$0] }, to: limit - gap * max(0, shown.count - 1))
  }

  private static func least(of need: Need, _ column: ResultColumn, limit: Int) -> Int {
    if need.isRigid, need.word <= rigidWidth { return need.word }
    if column.type == .category, !column.isList, need.word <= categoryWidth { return need.word }
    if column.type == .text, !column.isList, need.natural > proseLength {
      return max(leastWidth, min(leastProse, limit / 2))
    }
    return min(need.natural, leastWidth)
  }

  /// Widths whose sum is at most `room`, and which are as wide as the cells where that fits.
  private static func fitted(_ needs: [Need], to room: Int) -> [Int] {
    var widths = needs.map(\.natural)
    guard widths.reduce(0, +) > room else { return widths }
    widths = needs.map(\.least)
    var rest = room - widths.reduce(0, +)
    guard rest > 0 else { return widths.map { max(1, min($0, room)) } }
    func raise(_ column: Int, to width: Int, within share: Int) {
      guard width > widths[column], width - widths[column] <= share else { return }
      rest -= width - widths[column]
      widths[column] = width
    }
    let bySize = needs.indices.sorted {
      (needs[$0].word - needs[$0].least, $0) < (needs[$1].word - needs[$1].least, $1)
    }
    for column in bySize where needs[column].word <= wordLimit {
      raise(column, to: needs[column].word, within: rest)
    }
    // A date that is broken at its stroke can be read: only what others do not need is spent on it.
    for column in needs.indices where needs[column].isRigid {
      raise(column, to: needs[column].natural, within: rest * 2 / 3)
    }
    let missing = needs.indices.map { min(needs[$0].natural, room) - widths[$0] }
    var open = needs.indices.filter { missing[$0] > 0 }
    var all = open.reduce(0) { $0 + missing[$1] }
    // Those that miss least first, so that what rounding leaves over goes to those that miss most.
    open.sort { (missing[$0], $0) < (missing[$1], $1) }
    for column in open {
      let share = min(missing[column], rest * missing[column] / max(1, all))
      widths[column] += share
      rest -= share
      all -= missing[column]
    }
    return widths
  }
}

extension Value {
  /// Whether a column that holds nothing else can be missed: not known, or 0.
  fileprivate var saysNothing: Bool { self == .unknown || number == 0 }
}

extension ResultColumn {
  /// Whether cells are short and read badly when they are broken.
  fileprivate var isRigid: Bool { !isList && (type == .date || isNumeric) }
}
