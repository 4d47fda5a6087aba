internal import Diagnostics

/// Expressions. A word of the lexer may hold several of their parts, since `-`, `/` and `*` are
/// letters of names elsewhere: `high-low` is taken part by part.
extension Parser {
  /// A value that is worked out for each row, after `word`.
  mutating func parseExpression(after word: String) -> Expression {
    guard depth < Parser.nestingLimit else {
      reportNesting()
      return invalidExpression
    }
    depth += 1
    defer { depth -= 1 }
    // A chain makes the tree as deep as brackets do, so those of a whole expression count together.
    if expressionDepth == 0 { operatorCount = 0 }
    expressionDepth += 1
    defer { expressionDepth -= 1 }
    if isWord(token, "if") { return parseChoice() }
    let lower = token.range.lower
    var sum = parseProduct(after: word)
    while let sign = takeOperator([.plus, .minus]), !isFull {
      guard countOperator() else { break }
      let next = parseProduct(after: sign.rawValue)
      sum = Expression(
        kind: .arithmetic(sign, sum, next), range: SourceRange(lower, readUpper(lower)))
    }
    return sum
  }

  private mutating func parseProduct(after word: String) -> Expression {
    let lower = token.range.lower
    var product = parseUnary(after: word)
    while let sign = takeOperator([.times, .divided]), !isFull {
      guard countOperator() else { break }
      let next = parseUnary(after: sign.rawValue)
      product = Expression(
        kind: .arithmetic(sign, product, next), range: SourceRange(lower, readUpper(lower)))
    }
    return product
  }

  /// Counts an operator of an expression; false where it is one too many.
  private mutating func countOperator() -> Bool {
    operatorCount += 1
    guard operatorCount > Parser.nestingLimit else { return true }
    report(
      .nestingTooDeep, "an expression may have at most \(Parser.nestingLimit) operators",
      at: token.range, hints: ["next: add it in parts: add a = ..., b = a + ..."])
    wantsMore = false
    isAbandoned = true
    index = tokens.count - 1
    return false
  }

  private mutating func parseUnary(after word: String) -> Expression {
    let lower = token.range.lower
    var count = 0
    while takeOperator([.minus]) != nil { count += 1 }
    guard count > 0 else { return parsePrimary(after: word) }
    depth += count
    defer { depth -= count }
    guard depth <= Parser.nestingLimit else {
      reportNesting()
      return invalidExpression
    }
    var value = parsePrimary(after: "-")
    for _ in 0..<count {
      value = Expression(kind: .negative(value), range: SourceRange(lower, readUpper(lower)))
    }
    return value
  }

  private mutating func parsePrimary(after word: String) -> Expression {
    expect(.expression)
    let lower = token.range.lower
    switch kind {
    case .string, .singleQuoted, .parameter:
      let value = parseValue(after: word, path: nil)
      return Expression(kind: .value(value), range: value.range)
    case .backQuoted:
      guard let path = parsePath(after: word) else { return invalidExpression }
      return Expression(kind: .path(path), range: path.range)
    case .leftParenthesis:
      let opening = token.range
      advance()
      var inner = parseExpression(after: "(")
      closeExpression(opening)
      inner.range = SourceRange(lower, readUpper(lower))
      return inner
    case .word: break
    default: return parseNoExpression(after: word)
    }
    if isWord(token, "if") { return parseExpression(after: word) }
    if isWord(token, "then") || isWord(token, "else") || "*/".utf8.contains(bytes[lower]) {
      return parseNoExpression(after: word)
    }
    if isWord(token, "days"), peek().keyword == .between { return parseDaysBetween() }
    if translateChoice() { return invalidExpression }
    if let today = parseToday() { return today }
    return parseName(after: word)
  }

  private mutating func parseNoExpression(after word: String) -> Expression {
    report(
      .expectedExpression, "a field, number or text must follow '\(word)'; \(found)", at: here,
      hints: ["next: \(word) words, a number, \"a text\" or lower(title)"])
    return invalidExpression
  }

  private var invalidExpression: Expression { Expression(kind: .invalid, range: here) }

  private mutating func closeExpression(_ opening: SourceRange) {
    if accept(.rightParenthesis) || isFull { return }
    report(
      .unclosedBracket, isAtEnd ? "this '(' is never closed" : "')' should stand here; \(found)",
      at: isAtEnd ? opening : here,
      notes: isAtEnd ? [] : [Diagnostic.Note(message: "to close this '('", range: opening)],
      hints: ["next: write ')'"])
    if !isAtEnd { skipCondition() }
    _ = accept(.rightParenthesis)
  }

  // MARK: Names and numbers

  private mutating func parseName(after word: String) -> Expression {
    let range = takePart()
    let spelled = text(range)
    if let first = spelled.utf8.first, (0x30...0x39).contains(first) {
      guard spelled.isNumberOrDate else {
        report(
          .expectedExpression, "'\(shortened(spelled))' is neither a number nor a date", at: range,
          hints: ["next: write a text in quotes, and a date as 2023-09-28"],
          fixIts: [replacement(quoted(spelled), at: range)])
        return Expression(kind: .invalid, range: range)
      }
      return Expression(
        kind: .value(ValueSyntax(kind: .words(spelled), range: range)), range: range)
    }
    if kind == .leftParenthesis, dividedIndex != index {
      return parseCall(of: spelled.lowercased(), range)
    }
    guard let path = path(in: range) else { return Expression(kind: .invalid, range: range) }
    return Expression(kind: .path(path), range: range)
  }

  /// `today`, and `now()`, which it is here.
  private mutating func parseToday() -> Expression? {
    var value = ValueSyntax(kind: .words("today"), range: token.range)
    if isCall(index), peek(2).kind == .rightParenthesis, let foreign = parseForeignDate() {
      value = foreign
    } else if isWord(token, "today"), !columnNames.contains("today") {
      advance()
    } else {
      return nil
    }
    return Expression(kind: .value(value), range: value.range)
  }

  private mutating func parseCall(of name: String, _ range: SourceRange) -> Expression {
    let opening = token.range
    note(.function(name), at: range)
    advance()
    var arguments: [Expression] = []
    if kind != .rightParenthesis {
      repeat {
        arguments.append(parseExpression(after: arguments.isEmpty ? "\(shortened(name))(" : ","))
      } while !isFull && accept(.comma)
    }
    closeExpression(opening)
    let function = name == "days_between" ? Function.daysBetween.rawValue : name
    return Expression(
      kind: .call(function, arguments), range: SourceRange(range.lower, readUpper(range.lower)))
  }

  /// Days between two dates: `days between A and B`, `days between(A, B)`.
  private mutating func parseDaysBetween() -> Expression {
    let lower = token.range.lower
    note(.function(Function.daysBetween.rawValue), at: token.range.union(peek().range))
    advance()
    advance()
    var arguments: [Expression] = []
    if kind == .leftParenthesis {
      let opening = token.range
      advance()
      arguments.append(parseExpression(after: "("))
      if accept(.comma) { arguments.append(parseExpression(after: ",")) }
      closeExpression(opening)
    } else {
      arguments.append(parseUnary(after: "days between"))
    }
    if arguments.count == 1 {
      expect(.keywords(["and"]))
      if keyword == .and {
        advance()
        arguments.append(parseUnary(after: "and"))
      } else if !isFull {
        report(
          .missingValue, "'and' and a second date must follow; \(found)", at: here,
          hints: ["next: days between first and last"])
      }
    }
    return Expression(
      kind: .call(Function.daysBetween.rawValue, arguments),
      range: SourceRange(lower, readUpper(lower)))
  }

  // MARK: If

  private mutating func parseChoice() -> Expression {
    let lower = token.range.lower
    advance()
    let isInOuter = isInChoice
    let outerDepth = conditionDepth
    isInChoice = true
    conditionDepth = 0
    let condition = parseCondition()
    isInChoice = isInOuter
    conditionDepth = outerDepth
    lastBareValue = nil
    guard acceptChoiceWord("then") else { return invalidExpression }
    let then = parseExpression(after: "then")
    guard acceptChoiceWord("else") else { return invalidExpression }
    let otherwise = parseExpression(after: "else")
    return Expression(
      kind: .conditional(condition, then: then, otherwise: otherwise),
      range: SourceRange(lower, readUpper(lower)))
  }

  private mutating func acceptChoiceWord(_ word: String) -> Bool {
    if isFull { return false }
    expect(.keywords([word]))
    if keyword?.rawValue == word || isWord(token, word) {
      advance()
      return true
    }
    report(
      .expectedExpression, "'\(word)' must follow; \(found)", at: here,
      hints: ["next: if type = AID then 1 else 0"])
    return false
  }

  // MARK: Parts of words

  /// Where the part that was taken last ends; not before `lower`.
  func readUpper(_ lower: Int) -> Int {
    if dividedIndex == index { return max(lower, token.range.lower) }
    return max(lower, previous?.range.upper ?? lower)
  }

  /// Goes past an operator of `wanted` that stands here.
  private mutating func takeOperator(_ wanted: [Arithmetic]) -> Arithmetic? {
    let found: Arithmetic
    switch kind {
    case .plus: found = .plus
    case .word:
      switch bytes[token.range.lower] {
      case UInt8(ascii: "-"): found = .minus
      case UInt8(ascii: "*"): found = .times
      case UInt8(ascii: "/"): found = .divided
      default: return nil
      }
    default: return nil
    }
    guard wanted.contains(found) else { return nil }
    take(upTo: token.range.lower + 1)
    return found
  }

  /// Goes past the part of a word up to an operator; a date's hyphens are none.
  private mutating func takePart() -> SourceRange {
    let range = token.range
    var end = isoDateEnd(range) ?? range.lower
    while end < range.upper, !"-*/".utf8.contains(bytes[end]) { end += 1 }
    take(upTo: end)
    return SourceRange(range.lower, end)
  }

  private mutating func take(upTo end: Int) {
    if end >= token.range.upper {
      advance()
    } else {
      tokens[index].range.lower = end
      tokens[index].keyword = nil
      dividedIndex = index
    }
  }

  /// Where a date `2023-09-28` or `2023-09` at the beginning of `range` ends.
  private func isoDateEnd(_ range: SourceRange) -> Int? {
    func digits(_ count: Int, at start: Int) -> Int? {
      let end = start + count
      guard end <= range.upper, bytes[start..<end].allSatisfy({ (0x30...0x39).contains($0) }),
        end == range.upper || "-*/".utf8.contains(bytes[end])
      else { return nil }
      return end
    }
    func part(after end: Int) -> Int? {
      guard end < range.upper, bytes[end] == UInt8(ascii: "-") else { return nil }
      return digits(2, at: end + 1)
    }
    guard let month = digits(4, at: range.lower).flatMap({ part(after: $0) }) else { return nil }
    return part(after: month) ?? month
  }
}

extension String {
  /// Whether it is a number without a sign, or has the hyphens that only a date keeps here.
  fileprivate var isNumberOrDate: Bool {
    if contains("-") { return true }
    let parts = split(separator: ".", omittingEmptySubsequences: false)
    return parts.count <= 2
      && parts.allSatisfy { !$0.isEmpty && $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }
  }
}
