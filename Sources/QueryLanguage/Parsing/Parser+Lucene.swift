internal import Diagnostics

/// Habits of Lucene and its kin: `field:[a TO b]`, `field:(a OR b)`, `field:>5`, `+a -b`.
extension Parser {
  /// `[a TO b]` after an operator, which is `between a and b`.
  mutating func parseForeignInterval() -> (ValueSyntax, ValueSyntax)? {
    let start = index
    var ends: [[String]] = [[]]
    advance()
    while !isAtEnd, kind != .rightBracket, kind != .pipe {
      if isWord(token, "to") { ends.append([]) } else { ends[ends.count - 1].append(text(token)) }
      advance()
    }
    _ = accept(.rightBracket)
    let range = range(from: start)
    let texts = ends.map { $0.joined(separator: " ") }
    var operatorRange = range
    if start > 0 { operatorRange = token(at: start - 1).range.union(range) }
    guard texts.count == 2, texts.allSatisfy({ !$0.isEmpty && $0 != "*" }) else {
      report(
        .foreignSyntax, "square brackets are not used here", at: range,
        hints: ["next: in (a, b), or between a and b"])
      let missing = ValueSyntax(kind: .missing, range: range)
      return (missing, missing)
    }
    let replaced = "between \(texts[0]) and \(texts[1])"
    report(
      .foreignSyntax, "an interval is written '\(replaced)'", at: operatorRange,
      fixIts: [
        FixIt(
          message: "replace with '\(replaced)'", range: operatorRange, replacement: " " + replaced)
      ])
    return (
      ValueSyntax(kind: .words(texts[0]), range: range),
      ValueSyntax(kind: .words(texts[1]), range: range)
    )
  }

  /// A square bracket where a value should be.
  mutating func parseForeignRange() -> ValueSyntax {
    let range = token.range
    report(
      .foreignSyntax, "square brackets are not used here", at: range,
      hints: ["next: in (a, b), or between a and b"])
    skipCondition()
    return ValueSyntax(kind: .missing, range: range)
  }

  // MARK: Values

  /// `field:>5`, which is `field > 5`; true where the colon is put right and the sign is next.
  mutating func reportColonBeforeSign() -> Bool {
    guard let colon = previous, colon.kind == .colon else { return false }
    switch kind {
    case .less, .lessOrEqual, .greater, .greaterOrEqual, .equal, .exactly, .notEqual: break
    default: return false
    }
    let sign = text(token)
    report(
      .foreignSyntax, "':' and '\(sign)' are written '\(sign)'",
      at: colon.range.union(token.range),
      fixIts: [replacement(" \(sign) ", at: colon.range.union(token.range))])
    return true
  }

  /// `field:(a OR b)`, which is `field in (a, b)`; nil where the brackets hold something else.
  mutating func parseForeignList(_ path: PathSyntax, isNegated: Bool) -> Condition.Kind? {
    guard kind == .leftParenthesis, let sign = previous else { return nil }
    let opening = index
    var values: [[String]] = [[]]
    var joins: Set<Keyword> = []
    var place = index + 1
    while token(at: place).kind == .word || token(at: place).kind == .string {
      let word = token(at: place)
      if word.keyword == .or || word.keyword == .and, let keyword = word.keyword {
        joins.insert(keyword)
        values.append([])
      } else {
        values[values.count - 1].append(text(word))
      }
      place += 1
    }
    guard token(at: place).kind == .rightParenthesis, joins.count <= 1,
      values.allSatisfy({ !$0.isEmpty })
    else { return nil }
    index = place + 1
    let range = sign.range.union(range(from: opening))
    let texts = values.map { $0.joined(separator: " ") }
    let test = isNegated ? "!=" : "="
    let replaced =
      joins == [.and]
      ? " \(test) " + texts.joined(separator: " and \(path.text) \(test) ")
      : " \(isNegated ? "not in" : "in") (\(texts.joined(separator: ", ")))"
    report(
      .foreignSyntax, "values in brackets are written 'in (a, b)'", at: range,
      hints: ["next: \(path.text)\(shortened(replaced))"],
      fixIts: [
        FixIt(
          message: "replace with '\(shortened(path.text + replaced))'", range: range,
          replacement: replaced)
      ])
    return .membership(
      path, texts.map { ValueSyntax(kind: .words($0), range: range) }, isNegated: isNegated)
  }

  // MARK: Search

  /// Reports `+word`, `-word`, `not word` and `"phrase"~5` among the words of `search`; true where
  /// something was gone past.
  mutating func reportForeignTerm(after terms: [ValueSyntax]) -> Bool {
    let mark = token
    if kind == .plus, peek().kind == .word || peek().kind == .string {
      report(
        .foreignSyntax, "'search' finds all of its words without '+'", at: mark.range,
        fixIts: [FixIt(message: "remove '+'", range: mark.range, replacement: "")])
      advance()
      return true
    }
    if kind == .contains, !terms.isEmpty, isNumber(peek()) {
      let range = mark.range.union(peek().range)
      report(
        .foreignSyntax, "a phrase is found word for word; there is no distance", at: range,
        fixIts: [FixIt(message: "remove it", range: range, replacement: "")])
      advance()
      advance()
      return true
    }
    var range = mark.range
    var word = ""
    if kind == .word, bytes[range.lower] == UInt8(ascii: "-"), range.count > 1 {
      word = String(text(mark).dropFirst())
    } else if keyword == .not, peek().kind == .word || peek().kind == .string {
      word = text(peek())
      range = range.union(peek().range)
      advance()
    } else {
      return false
    }
    advance()
    let isLast = isAtStageEnd && !terms.isEmpty
    let replaced = "| where text !~ \(word)"
    report(
      .foreignSyntax, "'search' cannot leave words out", at: range,
      hints: ["next: \(replaced)"], fixIts: isLast ? [replacement(replaced, at: range)] : [])
    return true
  }
}
