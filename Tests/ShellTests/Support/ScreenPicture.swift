/// A screen of a terminal as an SVG picture, for pages that show the program.
struct ScreenPicture {
  /// The rows of the screen.
  var rows: [String]
  /// Columns of the screen.
  var columns: Int
  /// What the picture is called for those who do not see it.
  var title: String

  private static let cell = (width: 8.4, height: 18)
  private static let margin = 12

  /// The picture, which ends in a line feed.
  var svg: String {
    let width = Int((Double(columns) * Self.cell.width).rounded(.up)) + 2 * Self.margin
    let height = rows.count * Self.cell.height + 2 * Self.margin
    var out = """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(width) \(height)" \
      width="\(width)" height="\(height)" role="img">
      <title>\(Self.escaped(title))</title>
      <rect width="100%" height="100%" rx="6" fill="#1b1f24"/>
      <g font-family="ui-monospace, Menlo, Consolas, 'DejaVu Sans Mono', monospace" font-size="14" \
      fill="#d7dce2">

      """
    for (index, row) in rows.enumerated() where !row.isEmpty {
      let y = Self.margin + index * Self.cell.height + 13
      let length = Double(row.count) * Self.cell.width
      out +=
        "<text x=\"\(Self.margin)\" y=\"\(y)\" textLength=\"\(Int(length.rounded()))\">"
        // Plain spaces would be put together.
        + "\(Self.escaped(row).replacing(" ", with: "\u{a0}"))</text>\n"
    }
    return out + "</g>\n</svg>\n"
  }

  private static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
  }
}
