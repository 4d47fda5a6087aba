internal import Diagnostics

extension ValueSyntax {
  /// The value without its quotes or slashes; empty where it is missing, `$name` for a parameter.
  public var text: String {
    switch kind {
    case .words(let text), .quoted(let text), .pattern(let text): text
    case .parameter(let name): "$" + name
    case .missing: ""
    }
  }

  /// The value that the text of a parameter stands for: what it would be if it were written bare,
  /// with `/.../` for a pattern; in quotes where it could not be written bare.
  init(parameterText text: String, range: SourceRange) {
    let plain = text.split(separator: " ").joined(separator: " ")
    if plain.utf8.count >= 2, plain.hasPrefix("/"), plain.hasSuffix("/") {
      self.init(kind: .pattern(String(plain.dropFirst().dropLast())), range: range)
    } else if plain.utf8.count >= 2, plain.hasPrefix("\""), plain.hasSuffix("\"") {
      self.init(kind: .quoted(String(plain.dropFirst().dropLast())), range: range)
    } else {
      self.init(kind: .words(plain), range: range)
    }
  }

  /// The value as the text of a parameter, from which ``init(parameterText:range:)`` makes it
  /// again.
  public var parameterText: String {
    switch kind {
    case .pattern(let text): "/" + text + "/"
    case .quoted(let text): text.contains("*") || text.hasPrefix("@") ? "\"\(text)\"" : text
    default: text
    }
  }
}

/// `text` in double quotes, with its quotes and backslashes escaped.
func quoted(_ text: String) -> String {
  var out = "\""
  for character in text.unicodeScalars {
    if character == "\"" || character == "\\" { out.unicodeScalars.append("\\") }
    out.unicodeScalars.append(character)
  }
  return out + "\""
}

/// `text` as a value means it: bare where it is read back as the same text, else in quotes.
///
/// - Complexity: O(*n*).
public func quotedIfNeeded(_ text: String) -> String {
  isBareValue(text) ? text : quoted(text)
}

/// Whether `text`, written bare after an operator, is read as a value of just these words.
private func isBareValue(_ text: String) -> Bool {
  guard !text.isEmpty, text.utf8.count <= 1_000, !text.contains("*"), !text.hasPrefix("@"),
    !text.hasPrefix("..")
  else { return false }
  var parser = Parser(text, range: nil)
  guard parser.kind == .word else { return false }
  for place in parser.tokens.indices.dropLast() where parser.tokens[place].keyword != nil {
    return false
  }
  let value = parser.parseValue(after: "=", path: nil)
  return parser.diagnostics.isEmpty && parser.kind == .end && value.kind == .words(text)
}

/// The whole number that `text` is, with or without commas between thousands; nil for any other.
func wholeNumber(_ text: String) -> Int? {
  let digits = text.utf8.filter { $0 != UInt8(ascii: ",") }
  guard !digits.isEmpty, digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
  return Int(String(decoding: digits, as: UTF8.self))
}
