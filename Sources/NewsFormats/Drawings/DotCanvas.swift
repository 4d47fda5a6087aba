/// A field of dots, several to a character where the glyphs allow it, on which lines are drawn.
struct DotCanvas {
  /// Dots that a row is wide and a column is high; (0, 0) is at the top left.
  let dots: (wide: Int, high: Int)
  private let columns: Int
  private let rows: Int
  private let glyphs: Glyphs
  private let perCell: (wide: Int, high: Int)
  private var cells: [Cell]

  private struct Cell {
    var bits: UInt8 = 0
    var series = 0
    var marker: String?
  }

  /// An empty field of so many characters, each of them at least 1.
  init(columns: Int, rows: Int, glyphs: Glyphs) {
    self.columns = columns
    self.rows = rows
    self.glyphs = glyphs
    perCell = glyphs == .unicode ? (2, 4) : (1, 1)
    dots = (columns * perCell.wide, rows * perCell.high)
    cells = Array(repeating: Cell(), count: columns * rows)
  }

  /// Draws a straight line of a series from dot to dot; both must lie in the field.
  mutating func line(from start: (x: Int, y: Int), to end: (x: Int, y: Int), series: Int) {
    let steps = max(abs(end.x - start.x), abs(end.y - start.y), 1)
    for step in 0...steps {
      set(
        start.x + (end.x - start.x) * step / steps, start.y + (end.y - start.y) * step / steps,
        series)
    }
  }

  /// Puts a character over the dots at a place.
  mutating func mark(_ dot: (x: Int, y: Int), with marker: String, series: Int) {
    let place = dot.y / perCell.high * columns + dot.x / perCell.wide
    cells[place].marker = marker
    cells[place].series = series
  }

  private mutating func set(_ x: Int, _ y: Int, _ series: Int) {
    let place = y / perCell.high * columns + x / perCell.wide
    cells[place].bits |= Self.bits[x % perCell.wide][y % perCell.high]
    cells[place].series = series
  }

  /// A row of characters, without blanks at its end.
  func text(ofRow row: Int, dress: (String, ResultPart) -> String) -> String {
    let line = cells[(row * columns)..<((row + 1) * columns)]
    guard let end = line.lastIndex(where: { $0.bits != 0 || $0.marker != nil }) else { return "" }
    var out = ""
    for cell in line[...end] {
      let text = cell.marker ?? character(cell)
      out += text == " " ? text : dress(text, .series(cell.series))
    }
    return out
  }

  private func character(_ cell: Cell) -> String {
    if cell.bits == 0 { return " " }
    if glyphs == .ascii { return "." }
    return Unicode.Scalar(0x2800 + UInt32(cell.bits)).map { String(Character($0)) } ?? " "
  }

  /// The bits of Braille patterns by column and row of their dots.
  private static let bits: [[UInt8]] = [[0x01, 0x02, 0x04, 0x40], [0x08, 0x10, 0x20, 0x80]]
}
