internal import NewsModel

extension ResultWriter {
  func separated(
    _ result: ResultTable, by separator: String, end: String, quoting: (String) -> String
  ) -> String {
    var out = result.columns.map { quoting($0.name) }.joined(separator: separator) + end
    for row in 0..<result.rowCount {
      for column in result.columns.indices {
        if column > 0 { out += separator }
        out += quoting(result[row, column].plainText(separator: "; "))
      }
      out += end
    }
    return out
  }

  /// A field of RFC 4180: in quotes where it holds a comma, a quote or a line break.
  func csvCell(_ text: String) -> String {
    let text = marked(text)
    let special: Set<UInt8> = [0x22, 0x2c, 0x0a, 0x0d]
    guard text.utf8.contains(where: special.contains) else { return text }
    var out = "\""
    for character in text.unicodeScalars {
      if character == "\"" { out += "\"" }
      out.unicodeScalars.append(character)
    }
    return out + "\""
  }

  /// A field without tabs and line breaks: they are written `\t`, `\n` and `\r`, a backslash `\\`.
  func tsvCell(_ text: String) -> String {
    let special: Set<UInt8> = [0x09, 0x0a, 0x0d, 0x5c]
    guard text.utf8.contains(where: special.contains) else { return marked(text) }
    var out = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\t": out += "\\t"
      case "\n": out += "\\n"
      case "\r": out += "\\r"
      case "\\": out += "\\\\"
      default: out.unicodeScalars.append(scalar)
      }
    }
    return marked(out)
  }
}
