/// A JSON string (RFC 8259), quotes included, on one line.
func jsonString(_ text: String) -> String {
  var out = "\""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\"": out += "\\\""
    case "\\": out += "\\\\"
    case "\n": out += "\\n"
    case "\r": out += "\\r"
    case "\t": out += "\\t"
    default:
      if scalar.value < 0x20 || (0x7f..<0xa0).contains(scalar.value)
        || (0x2028...0x2029).contains(scalar.value)
      {
        let digits = String(scalar.value, radix: 16)
        out += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      } else {
        out.unicodeScalars.append(scalar)
      }
    }
  }
  return out + "\""
}

/// The text of a JSON string with its quotes; nil where it is not one.
///
/// Escaped surrogates must come in pairs, bytes must be UTF-8, and control characters escaped.
func decodedJSONString(_ bytes: some BidirectionalCollection<UInt8>) -> String? {
  guard bytes.count >= 2, bytes.first == UInt8(ascii: "\""), bytes.last == UInt8(ascii: "\"")
  else { return nil }
  var rest = bytes.dropFirst().dropLast()
  var out: [UInt8] = []
  while let byte = rest.popFirst() {
    switch byte {
    case 0x00..<0x20, UInt8(ascii: "\""): return nil
    case UInt8(ascii: "\\"):
      guard let scalar = popEscape(&rest) else { return nil }
      out += Array(String(Character(scalar)).utf8)
    default: out.append(byte)
    }
  }
  return String(validating: out, as: UTF8.self)
}

/// The character that an escape stands for, after its backslash.
private func popEscape<Bytes: Collection<UInt8>>(_ rest: inout Bytes) -> Unicode.Scalar?
where Bytes.SubSequence == Bytes {
  guard let kind = rest.popFirst() else { return nil }
  switch Unicode.Scalar(kind) {
  case "\"", "\\", "/": return Unicode.Scalar(kind)
  case "n": return "\n"
  case "r": return "\r"
  case "t": return "\t"
  case "b": return "\u{8}"
  case "f": return "\u{c}"
  case "u":
    guard let unit = popCodeUnit(&rest) else { return nil }
    guard (0xd800..<0xdc00).contains(unit) else { return Unicode.Scalar(unit) }
    guard rest.popFirst() == UInt8(ascii: "\\"), rest.popFirst() == UInt8(ascii: "u"),
      let low = popCodeUnit(&rest), (0xdc00..<0xe000).contains(low)
    else { return nil }
    return Unicode.Scalar(0x10000 + (unit - 0xd800) << 10 + (low - 0xdc00))
  default: return nil
  }
}

private func popCodeUnit<Bytes: Collection<UInt8>>(_ rest: inout Bytes) -> UInt32?
where Bytes.SubSequence == Bytes {
  var unit: UInt32 = 0
  for _ in 0..<4 {
    guard let byte = rest.popFirst(),
      let digit = Character(Unicode.Scalar(byte)).hexDigitValue, byte < 0x80
    else { return nil }
    unit = unit << 4 | UInt32(digit)
  }
  return unit
}
