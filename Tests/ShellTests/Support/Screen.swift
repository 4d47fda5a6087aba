import Diagnostics

/// A terminal's screen, as far as libedit and the shell use one: what a user would see.
///
/// Text that leaves at the top is lost.
struct Screen {
  private(set) var columns: Int
  private(set) var rowCount: Int
  private var cells: [[String]]
  /// The attributes that each cell was written with.
  private(set) var attributes: [[Attributes]]
  private var currentAttributes = Attributes()
  private(set) var row = 0
  private(set) var column = 0
  /// The last column was written: the next character goes to the next row.
  private var isWrapPending = false
  private var inserts = false
  private var undecoded: [UInt8] = []
  private var escape: [Unicode.Scalar]?
  /// How often the bell rang.
  private(set) var bellCount = 0
  /// Whether a program has asked for bracketed pastes.
  private(set) var bracketsPastes = false

  init(columns: Int, rows: Int) {
    self.columns = columns
    rowCount = rows
    cells = Array(repeating: Array(repeating: " ", count: columns), count: rows)
    attributes = Array(repeating: Array(repeating: Attributes(), count: columns), count: rows)
  }

  /// The cells of the rows, to compare screens; a wide character has an empty one behind it.
  var grid: [[String]] { cells }

  /// The rows without the spaces at their ends, and without empty rows at the end.
  var rows: [String] {
    var rows = cells.map { cells in
      String(cells.joined().reversed().drop { $0 == " " }.reversed())
    }
    while rows.last == "" { rows.removeLast() }
    return rows
  }

  /// All that is shown.
  var text: String { rows.joined(separator: "\n") }

  /// The row that the cursor is in.
  var cursorRow: String { row < rows.count ? rows[row] : "" }

  /// Rows are cut or filled at the right and at the bottom; nothing moves to another row.
  mutating func resize(columns: Int, rows: Int) {
    cells = cells.map { line in
      Array((line + Array(repeating: " ", count: columns)).prefix(columns))
    }
    attributes = attributes.map { line in
      Array((line + Array(repeating: Attributes(), count: columns)).prefix(columns))
    }
    let surplus = max(0, row + 1 - rows)
    cells.removeFirst(surplus)
    attributes.removeFirst(surplus)
    row -= surplus
    let empty = Array(repeating: " ", count: columns)
    cells = Array((cells + Array(repeating: empty, count: rows)).prefix(rows))
    let plain = Array(repeating: Attributes(), count: columns)
    attributes = Array((attributes + Array(repeating: plain, count: rows)).prefix(rows))
    (self.columns, rowCount) = (columns, rows)
    column = min(column, columns - 1)
    isWrapPending = false
  }

  /// Takes up what a program has written.
  mutating func feed(_ bytes: [UInt8]) {
    undecoded += bytes
    // A character whose bytes have not all come yet waits for the rest.
    var end = undecoded.count
    for back in 1...4 where back <= undecoded.count {
      let byte = undecoded[undecoded.count - back]
      if byte & 0xc0 == 0x80 { continue }
      let length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1
      if length > back { end = undecoded.count - back }
      break
    }
    let text = String(decoding: undecoded[..<end], as: UTF8.self)
    undecoded.removeFirst(end)
    text.unicodeScalars.forEach { put($0) }
  }

  private mutating func put(_ scalar: Unicode.Scalar) {
    if escape != nil {
      escape?.append(scalar)
      finishEscape()
      return
    }
    switch scalar {
    case "\u{1b}": escape = []
    case "\r": (column, isWrapPending) = (0, false)
    case "\n": lineFeed()
    case "\u{8}": (column, isWrapPending) = (max(0, column - 1), false)
    case "\t": column = min(columns - 1, (column / 8 + 1) * 8)
    case "\u{7}": bellCount += 1
    default: if scalar.value >= 0x20, scalar.value != 0x7f { write(scalar) }
    }
  }

  private mutating func write(_ scalar: Unicode.Scalar) {
    let text = String(Character(scalar))
    let width = min(columns, displayWidth(text))
    if width == 0 {
      let place = isWrapPending ? column : max(0, column - 1)
      cells[row][place] += text
      return
    }
    if isWrapPending || column + width > columns {
      column = 0
      isWrapPending = false
      lineFeed()
    }
    if inserts {
      cells[row].insert(contentsOf: Array(repeating: " ", count: width), at: column)
      cells[row].removeLast(width)
      attributes[row].insert(
        contentsOf: Array(repeating: Attributes(), count: width), at: column)
      attributes[row].removeLast(width)
    }
    cells[row][column] = text
    attributes[row][column] = currentAttributes
    if width == 2 {
      cells[row][column + 1] = ""
      attributes[row][column + 1] = currentAttributes
    }
    column += width
    if column >= columns { (column, isWrapPending) = (columns - 1, true) }
  }

  private mutating func lineFeed() {
    isWrapPending = false
    if row + 1 < rowCount {
      row += 1
    } else {
      cells.removeFirst()
      cells.append(Array(repeating: " ", count: columns))
      attributes.removeFirst()
      attributes.append(Array(repeating: Attributes(), count: columns))
    }
  }

  private mutating func finishEscape() {
    guard let escape, let first = escape.first, let last = escape.last else { return }
    if first == "]" {
      // A link or a title, up to the bell or the escape of its end.
      if last == "\u{7}" || escape.suffix(2).elementsEqual(["\u{1b}", "\\"]) { self.escape = nil }
      return
    }
    if first != "[" {
      self.escape = nil
      return
    }
    guard escape.count > 1, ("@"..."~").contains(last) else { return }
    self.escape = nil
    let body = String(String.UnicodeScalarView(escape.dropFirst().dropLast()))
    if body == "?2004" {
      bracketsPastes = last == "h"
      return
    }
    let numbers = body.split(separator: ";", omittingEmptySubsequences: false).map { Int($0) ?? 0 }
    control(last, numbers)
  }

  private mutating func control(_ final: Unicode.Scalar, _ numbers: [Int]) {
    let first = numbers.first ?? 0
    let count = max(1, first)
    if final != "m" { isWrapPending = false }
    switch final {
    case "A": row = max(0, row - count)
    case "B": row = min(rowCount - 1, row + count)
    case "C": column = min(columns - 1, column + count)
    case "D": column = max(0, column - count)
    case "G": column = min(columns, count) - 1
    case "H":
      row = min(rowCount, count) - 1
      column = min(columns, max(1, numbers.count > 1 ? numbers[1] : 1)) - 1
    case "J":
      if first == 2 { cells.indices.forEach { clear(row: $0, from: 0) } }
      if first == 0 {
        clear(row: row, from: column)
        cells.indices.filter { $0 > row }.forEach { clear(row: $0, from: 0) }
      }
    case "K": clear(row: row, from: column)
    case "m": currentAttributes.take(numbers)
    case "P":
      let end = min(columns, column + count)
      cells[row].removeSubrange(column..<end)
      cells[row] += Array(repeating: " ", count: end - column)
      attributes[row].removeSubrange(column..<end)
      attributes[row] += Array(repeating: Attributes(), count: end - column)
    case "@":
      cells[row].insert(contentsOf: Array(repeating: " ", count: count), at: column)
      cells[row] = Array(cells[row].prefix(columns))
      let plain = Array(repeating: Attributes(), count: count)
      attributes[row] = Array(
        (attributes[row][..<column] + plain + attributes[row][column...]).prefix(columns))
    case "h": if first == 4 { inserts = true }
    case "l": if first == 4 { inserts = false }
    default: break
    }
  }

  private mutating func clear(row: Int, from start: Int) {
    for place in start..<columns {
      cells[row][place] = " "
      attributes[row][place] = Attributes()
    }
  }
}
