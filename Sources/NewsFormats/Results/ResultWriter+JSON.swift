internal import NewsModel

extension ResultWriter {
  func json(_ result: ResultTable) -> String {
    if result.rowCount == 0 { return "[]\n" }
    let rows = (0..<result.rowCount).map { object(result, row: $0) }
    return "[\n  " + rows.joined(separator: ",\n  ") + "\n]\n"
  }

  func jsonLines(_ result: ResultTable) -> String {
    (0..<result.rowCount).reduce(into: "") { out, row in
      out += object(result, row: row)
      out += "\n"
    }
  }

  private func object(_ result: ResultTable, row: Int) -> String {
    let members = result.columns.indices.map { column in
      jsonString(result.columns[column].name) + ":"
        + jsonValue(result[row, column], isList: result.columns[column].isList)
    }
    return "{" + members.joined(separator: ",") + "}"
  }

  private func jsonValue(_ value: Value, isList: Bool) -> String {
    switch value {
    case .unknown: isList ? "[]" : "null"
    case .text(let text): jsonString(text)
    case .integer(let number): String(number)
    case .number(let number): number.isFinite ? decimal(number) : "null"
    case .date(let date): jsonString(date.description)
    case .list(let values):
      "[" + values.map { jsonValue($0, isList: false) }.joined(separator: ",") + "]"
    }
  }
}

/// A JSON string (RFC 8259) in which nothing can steer a terminal: control characters, line
/// separators and bidirectional marks are written as `\u` escapes.
func jsonString(_ text: String) -> String {
  var out = "\""
  for scalar in text.unicodeScalars {
    switch scalar.value {
    case 0x22: out += "\\\""
    case 0x5c: out += "\\\\"
    case 0x0a: out += "\\n"
    case 0x0d: out += "\\r"
    case 0x09: out += "\\t"
    case 0x00...0x1f, 0x7f...0x9f, 0x61c, 0x200b, 0x200e, 0x200f, 0x2028...0x202e,
      0x2060...0x206f, 0xfeff:
      let digits = String(scalar.value, radix: 16)
      out += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    default: out.unicodeScalars.append(scalar)
    }
  }
  return out + "\""
}
