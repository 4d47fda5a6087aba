/// A grammar in the form of ISO 14977.
struct Grammar {
  /// What a part of a rule says.
  indirect enum Part {
    case terminal(String)
    case rule(String)
    case sequence([Part])
    case choice([Part])
    case optional(Part)
    case repeated(Part)
    /// Something that is said in words.
    case words
  }

  /// What is wrong with a text that is no grammar.
  struct Problem: Error {
    var message: String
  }

  private enum Token: Equatable {
    case name(String), terminal(String), words, mark(Character)
  }

  /// The rules by their names.
  private(set) var rules: [String: Part] = [:]
  private var tokens: [Token]
  private var index = 0

  /// The grammar that `text` says.
  init(_ text: String) throws {
    tokens = try Grammar.tokens(of: text)
    while index < tokens.count {
      guard case .name(let name) = tokens[index] else {
        throw Problem(message: "a rule begins with its name, not with \(tokens[index])")
      }
      index += 1
      try take("=")
      guard rules.updateValue(try choice(), forKey: name) == nil else {
        throw Problem(message: "there are two rules '\(name)'")
      }
      try take(";")
    }
  }

  /// The names of rules that `part` mentions.
  static func names(in part: Part) -> Set<String> {
    switch part {
    case .terminal, .words: []
    case .rule(let name): [name]
    case .sequence(let parts), .choice(let parts):
      parts.reduce(into: []) { $0.formUnion(names(in: $1)) }
    case .optional(let part), .repeated(let part): names(in: part)
    }
  }

  // MARK: Reading

  private mutating func take(_ mark: Character) throws {
    guard index < tokens.count, tokens[index] == .mark(mark) else {
      throw Problem(message: "'\(mark)' is missing before \(tokens[index...].prefix(4))")
    }
    index += 1
  }

  private mutating func choice() throws -> Part {
    var parts = [try sequence()]
    while index < tokens.count, tokens[index] == .mark("|") {
      index += 1
      parts.append(try sequence())
    }
    return parts.count == 1 ? parts[0] : .choice(parts)
  }

  private mutating func sequence() throws -> Part {
    var parts = [try single()]
    while index < tokens.count, tokens[index] == .mark(",") {
      index += 1
      parts.append(try single())
    }
    return parts.count == 1 ? parts[0] : .sequence(parts)
  }

  private mutating func single() throws -> Part {
    guard index < tokens.count else { throw Problem(message: "the grammar ends too soon") }
    let token = tokens[index]
    index += 1
    switch token {
    case .name(let name): return .rule(name)
    case .terminal(let text): return .terminal(text)
    case .words: return .words
    case .mark("("): return try closed(by: ")")
    case .mark("["): return .optional(try closed(by: "]"))
    case .mark("{"): return .repeated(try closed(by: "}"))
    case .mark(let mark): throw Problem(message: "'\(mark)' begins nothing")
    }
  }

  private mutating func closed(by mark: Character) throws -> Part {
    let part = try choice()
    try take(mark)
    return part
  }

  private static func tokens(of text: String) throws -> [Token] {
    var tokens: [Token] = []
    var rest = Substring(text)
    func upTo(_ end: String, _ from: Substring) throws -> (Substring, Substring) {
      var place = from.startIndex
      while place < from.endIndex, !from[place...].hasPrefix(end) {
        place = from.index(after: place)
      }
      guard place < from.endIndex else { throw Problem(message: "'\(end)' is missing") }
      return (from[..<place], from[place...].dropFirst(end.count))
    }
    while let next = rest.first {
      if rest.hasPrefix("(*") {
        rest = try upTo("*)", rest.dropFirst(2)).1
      } else if next == "?" {
        rest = try upTo("?", rest.dropFirst()).1
        tokens.append(.words)
      } else if next == "\"" || next == "'" {
        let (inner, after) = try upTo(String(next), rest.dropFirst())
        tokens.append(.terminal(String(inner)))
        rest = after
      } else if next.isLetter {
        let words = rest.prefix { $0.isLetter || $0.isWhitespace }
        tokens.append(.name(words.split(whereSeparator: \.isWhitespace).joined(separator: " ")))
        rest = rest.dropFirst(words.count)
      } else {
        if !next.isWhitespace { tokens.append(.mark(next)) }
        rest = rest.dropFirst()
      }
    }
    return tokens
  }
}
