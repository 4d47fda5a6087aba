internal import Diagnostics
internal import NewsModel

extension Parser {
  /// A definition: `define visits(who, to = Moscow) = events where actor = $who`.
  mutating func parseDefinition() -> Definition {
    let start = index
    let help = helpAbove(token.range.lower)
    advance()
    let nameRange = here
    let name = parseDefinitionName()
    var parameters: [Definition.Parameter] = []
    if kind == .leftParenthesis { parameters = parseParameters(of: name) }
    if !accept(.equal), !isFull {
      let head = "define \(name)" + (parameters.isEmpty ? "" : "(...)")
      report(
        .missingOperator, "'=' must follow '\(shortened(head))'; \(found)", at: here,
        hints: ["next: \(shortened(head)) = events where actor = $who"],
        fixIts: kind == .word || kind == .leftParenthesis
          ? [
            FixIt(
              message: "insert '='", range: SourceRange(at: token.range.lower), replacement: "= ")
          ] : [])
    }
    isInDefinition = true
    parameterNames = parameters.map(\.name)
    let body = parseQueryBody()
    isInDefinition = false
    return Definition(
      name: name, parameters: parameters, body: body, help: help, nameRange: nameRange,
      range: range(from: start))
  }

  private mutating func parseDefinitionName() -> String {
    let word = token
    let spelled = word.kind == .word ? lowered(word) : ""
    guard spelled.isDefinitionName else {
      report(
        .expectedName, "a name must follow 'define'; \(found)", at: here,
        hints: ["next: define recent = events last 30 days"])
      if kind == .word { advance() }
      return ""
    }
    if let keyword = word.keyword {
      report(
        .expectedName, "'\(keyword.rawValue)' is a keyword, and no name for a definition",
        at: word.range, hints: ["next: choose another name: my-\(keyword.rawValue)"],
        fixIts: [replacement("my-" + keyword.rawValue, at: word.range)])
    } else if Table(named: spelled) != nil {
      report(
        .expectedName, "'\(spelled)' is a table, and no name for a definition", at: word.range,
        hints: ["next: choose another name: my-\(spelled)"],
        fixIts: [replacement("my-" + spelled, at: word.range)])
    } else if let table = Parser.tableMeant(by: spelled) {
      report(
        .expectedName, "'\(spelled)' is too like '\(table)' to be told from a slip",
        at: word.range, hints: ["next: choose another name: my-\(spelled)"],
        fixIts: [replacement("my-" + spelled, at: word.range)])
    }
    note(.definition(spelled), at: word.range)
    advance()
    return spelled
  }

  private mutating func parseParameters(of name: String) -> [Definition.Parameter] {
    let opening = token.range
    advance()
    var parameters: [Definition.Parameter] = []
    if accept(.rightParenthesis) { return parameters }
    repeat {
      let start = index
      guard kind == .word || kind == .parameter else {
        report(
          .expectedName, "the name of a parameter should stand here; \(found)", at: here,
          hints: ["next: define \(name)(who, to = Oslo) = ..., then $who in the query"])
        skipCondition()
        break
      }
      let parameter = lowered(token).trimmingDollar
      note(.newName, at: token.range)
      advance()
      let value = accept(.equal) ? parseValue(after: "=", path: nil, isInList: true) : nil
      parameters.append(
        Definition.Parameter(name: parameter, defaultValue: value, range: range(from: start)))
    } while !isFull && accept(.comma)
    closeList(opening, example: "define \(name)(who, to = Oslo) = ...")
    return parameters
  }

  /// The words of the lines right above byte `offset` that begin with `##`, joined by line feeds.
  private func helpAbove(_ offset: Int) -> String {
    var lines: [String] = []
    var end = bytes[..<offset].lastIndex(of: UInt8(ascii: "\n"))
    while let lineEnd = end {
      end = bytes[..<lineEnd].lastIndex(of: UInt8(ascii: "\n"))
      let line = bytes[(end.map { $0 + 1 } ?? 0)..<lineEnd]
      guard line.starts(with: "##".utf8) else { break }
      let words = String(decoding: line.drop { $0 == UInt8(ascii: "#") }, as: UTF8.self)
      lines.append(words.split(whereSeparator: \.isWhitespace).joined(separator: " "))
    }
    return lines.reversed().joined(separator: "\n")
  }
}
