internal import NewsModel

extension ResultWriter {
  func markdown(_ result: ResultTable) -> String {
    func line(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |\n" }
    var out = line(result.columns.map { markdownCell($0.name) })
    out += line(result.columns.map { $0.isNumeric ? "---:" : "---" })
    for row in 0..<result.rowCount {
      out += line(result.values(ofRow: row).map { markdownCell($0.readableText()) })
    }
    return out
  }

  /// Text that a Markdown renderer shows as it is: marks of emphasis, links, code, HTML and cell
  /// borders are escaped, line breaks become spaces.
  private func markdownCell(_ text: String) -> String {
    var out = ""
    for scalar in marked(text).unicodeScalars {
      switch scalar {
      case "\n", "\r", "\u{2028}", "\u{2029}": out += " "
      case "\\", "|", "*", "_", "`", "[", "]", "~": out += "\\" + String(scalar)
      case "<": out += "&lt;"
      case "&": out += "&amp;"
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out
  }

  func html(_ result: ResultTable) -> String {
    func row(_ tag: String, _ cells: [String]) -> String {
      "<tr>" + cells.map { "<\(tag)>\(htmlText($0))</\(tag)>" }.joined() + "</tr>\n"
    }
    var out = "<table>\n<thead>\n" + row("th", result.columns.map(\.name)) + "</thead>\n<tbody>\n"
    for index in 0..<result.rowCount {
      out += row("td", result.values(ofRow: index).map { $0.readableText() })
    }
    return out + "</tbody>\n</table>\n"
  }

  private func htmlText(_ text: String) -> String {
    var out = ""
    for scalar in marked(text).unicodeScalars {
      switch scalar {
      case "<": out += "&lt;"
      case ">": out += "&gt;"
      case "&": out += "&amp;"
      case "\"": out += "&quot;"
      case "\0": out += "\u{fffd}"
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out
  }
}

extension ResultColumn {
  /// Whether cells are numbers, which stand on the right of their column.
  var isNumeric: Bool {
    switch type {
    case .integer, .number: !isList
    case .text, .category, .date, .reference: false
    }
  }
}
