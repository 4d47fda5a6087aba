internal import Diagnostics
internal import NewsModel

/// A result as cards: one field a line, names aligned, an empty line between rows.
///
/// Fields that are not known are left out; long values wrap under their own column.
struct CardLayout {
  private let result: ResultTable
  private let layout: ResultLayout

  init(_ result: ResultTable, layout: ResultLayout) {
    self.result = result
    self.layout = layout
  }

  func text() -> String {
    let names = result.columns.map { visible($0.name) }
    let margin = names.map { displayWidth($0) }.max() ?? 0
    let room = layout.width.map { max(20, $0 - margin - 2) } ?? .max
    var out = ""
    for row in 0..<min(result.rowCount, layout.rowLimit ?? .max) {
      if row > 0 { out += "\n" }
      for column in names.indices {
        let value = result[row, column]
        if value == .unknown { continue }
        let lines = wrap(visible(value.readableText()), width: room, lineLimit: .max - 1)
        out += String(repeating: " ", count: margin - displayWidth(names[column])) + names[column]
        for (index, line) in lines.enumerated() {
          out += index == 0 ? "  " : String(repeating: " ", count: margin + 2)
          out += line + "\n"
        }
      }
    }
    return out
  }
}
