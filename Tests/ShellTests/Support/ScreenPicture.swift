/// A terminal's screen as an SVG picture in its colours, for pages that show the program; on a light
/// ground where the reader's other pages are light.
struct ScreenPicture {
  private let cells: [[String]]
  private let attributes: [[Screen.Attributes]]
  private let columns: Int
  private let title: String

  private static let cell = (width: 8.4, height: 18)
  private static let margin = 12

  /// The colours of a ground: of the ground, of plain letters, and of those that escape sequences ask
  /// for by number.
  private static let dark = (
    ground: "#1b1f24", letters: "#d7dce2",
    colours: [
      31: "#ff7b72", 32: "#7ee787", 33: "#e3b341", 34: "#79c0ff", 35: "#d2a8ff", 36: "#56d4dd",
      37: "#9aa4af", 90: "#7d8590", 91: "#ffa198", 92: "#aff5b4", 93: "#f2cc60", 94: "#a5d6ff",
      95: "#e2c5ff", 96: "#9eecf4", 97: "#ffffff",
    ]
  )
  private static let light = (
    ground: "#f6f8fa", letters: "#24292f",
    colours: [
      31: "#b3261e", 32: "#116329", 33: "#7d4e00", 34: "#0550ae", 35: "#6f42c1", 36: "#0b6a75",
      37: "#57606a", 90: "#656d76", 91: "#a40e26", 92: "#1a6b34", 93: "#6b4400", 94: "#0b5bc4",
      95: "#7a3fc4", 96: "#0c6577", 97: "#1b1f24",
    ]
  )

  /// The rows of a screen from one on, without empty ones at the end.
  init(_ screen: Screen, from first: Int, title: String) {
    let end = screen.rows.count
    cells = Array(screen.grid[min(first, end)..<end])
    attributes = Array(screen.attributes[min(first, end)..<end])
    columns = screen.columns
    self.title = title
  }

  /// The picture, which ends in a line feed.
  var svg: String {
    let width = Int((Double(columns) * Self.cell.width).rounded(.up)) + 2 * Self.margin
    let height = cells.count * Self.cell.height + 2 * Self.margin
    var out = """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(width) \(height)" \
      width="\(width)" height="\(height)" role="img">
      <title>\(Self.escaped(title))</title>
      <style>
      \(Self.rules(Self.dark))
      .b { font-weight: bold } .d { opacity: 0.65 } .u { text-decoration: underline }
      @media (prefers-color-scheme: light) {
      \(Self.rules(Self.light))
      }
      </style>
      <rect class="ground" width="100%" height="100%" rx="6"/>
      <g font-family="ui-monospace, Menlo, Consolas, 'DejaVu Sans Mono', monospace" font-size="14">

      """
    for row in cells.indices {
      for run in runs(ofRow: row) { out += element(run, row: row) }
    }
    return out + "</g>\n</svg>\n"
  }

  /// Cells next to one another that look alike.
  private struct Run {
    var start: Int
    var text = ""
    var count = 0
    var attributes: Screen.Attributes
  }

  private func runs(ofRow row: Int) -> [Run] {
    var runs: [Run] = []
    for column in cells[row].indices {
      let dress = attributes[row][column]
      if runs.last?.attributes != dress {
        runs.append(Run(start: column, attributes: dress))
      }
      runs[runs.count - 1].text += cells[row][column]
      runs[runs.count - 1].count += 1
    }
    return runs.compactMap { run in
      var run = run
      while run.text.hasSuffix(" ") {
        run.text.removeLast()
        run.count -= 1
      }
      let indent = run.text.prefix { $0 == " " }.count
      run.text.removeFirst(indent)
      run.start += indent
      run.count -= indent
      return run.text.isEmpty ? nil : run
    }
  }

  private func element(_ run: Run, row: Int) -> String {
    let x = Double(Self.margin) + Double(run.start) * Self.cell.width
    let y = Self.margin + row * Self.cell.height + 13
    let length = Double(run.count) * Self.cell.width
    var classes: [String] = []
    if run.attributes.isBold { classes.append("b") }
    if run.attributes.isDim { classes.append("d") }
    if run.attributes.isUnderlined { classes.append("u") }
    if let colour = run.attributes.colour { classes.append("c\(colour)") }
    let dress = classes.isEmpty ? "" : " class=\"\(classes.joined(separator: " "))\""
    return "<text x=\"\(Self.short(x))\" y=\"\(y)\" textLength=\"\(Self.short(length))\"\(dress)>"
      // Plain spaces would be put together.
      + "\(Self.escaped(run.text).replacing(" ", with: "\u{a0}"))</text>\n"
  }

  private static func short(_ number: Double) -> String {
    let tenths = Int((number * 10).rounded())
    return tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
  }

  private static func rules(
    _ ground: (ground: String, letters: String, colours: [Int: String])
  ) -> String {
    let colours = ground.colours.sorted { $0.key < $1.key }
      .map { ".c\($0.key) { fill: \($0.value) }" }
    return ".ground { fill: \(ground.ground) } text { fill: \(ground.letters) }\n"
      + colours.joined(separator: " ")
  }

  private static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
  }
}
