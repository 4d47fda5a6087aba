internal import Diagnostics
internal import NewsModel

/// JSONPath and jq: `$.events[?(@.actor=="x")]`, `.events[] | select(.actor == "x")`.
extension Parser {
  /// Reports such a text with its translation, and goes past it; false where none begins.
  mutating func translateJSONPath() -> Bool {
    let word = token
    let isRoot = kind == .unknown && text(word) == "$"
    guard isRoot || kind == .word && bytes[word.range.lower] == UInt8(ascii: ".") else {
      return false
    }
    let start = index
    skipToEnd()
    let range = range(from: start)
    let translation = range.count < 2_000 ? draftFromJSONPath(text(range)) : nil
    reportTranslation(
      "a query begins with a table, then come its stages", of: word.range, over: range,
      translation.flatMap { mended($0) },
      hint: "next: events where actor = Ada Lovelace | show date, actor")
    return true
  }

  private func draftFromJSONPath(_ text: String) -> String? {
    var rest = Substring(text)
    if rest.first == "$" { rest = rest.dropFirst() }
    var names: [String] = []
    var conditions: [String] = []
    while let next = rest.first {
      switch next {
      case ".", "|", " ", "*", "]": rest = rest.dropFirst()
      case "[":
        rest = rest.dropFirst()
        if rest.first == "?" {
          guard let (inner, after) = rest.dropFirst().bracketed else { return nil }
          conditions.append(inner.plainCondition)
          rest = after
        } else if let digit = rest.first, digit.isNumber {
          rest = rest.drop { $0 != "]" }
        }
      default:
        let name = rest.prefix { $0.isLetter || $0.isNumber || $0 == "_" }
        guard !name.isEmpty else { return nil }
        rest = rest.dropFirst(name.count)
        if name == "select" {
          guard let (inner, after) = rest.bracketed else { return nil }
          conditions.append(inner.plainCondition)
          rest = after
        } else {
          names.append(name.lowercased())
        }
      }
    }
    return draft(names, conditions)
  }

  private func draft(_ names: [String], _ conditions: [String]) -> String? {
    var names = names
    let named = names.first.flatMap { Table(named: $0) }
    if named != nil { names.removeFirst() }
    guard let table = named ?? table(with: names), named != nil || !names.isEmpty else {
      return nil
    }
    var text = table.name
    for condition in conditions { text += " where \(condition)" }
    if !names.isEmpty { text += " | show \(names.joined(separator: "."))" }
    return text
  }
}

extension Substring {
  /// What stands in the brackets that begin here, and what follows them.
  fileprivate var bracketed: (inner: String, rest: Substring)? {
    let text = drop { $0 == " " }
    guard text.first == "(" else { return nil }
    var depth = 0
    for place in text.indices {
      if text[place] == "(" { depth += 1 }
      if text[place] == ")" { depth -= 1 }
      if depth == 0 {
        return (String(text.dropFirst().prefix(upTo: place)), text[text.index(after: place)...])
      }
    }
    return nil
  }
}

extension String {
  /// A condition with the names of fields for `@.field` and `.field`, and `=` for `==`.
  fileprivate var plainCondition: String {
    var out = ""
    var last: Character = " "
    for character in self {
      switch character {
      case "@": break
      case "." where !(last.isLetter || last.isNumber || last == "_"): break
      case "=" where last == "=": break
      default: out.append(character)
      }
      last = character
    }
    return out
  }
}
