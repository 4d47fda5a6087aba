internal import Diagnostics

/// Operators and values of other languages inside a condition.
extension Parser {
  /// A word as an operator: `like`, `contains`, `startswith`.
  ///
  /// - Parameter negation: where the word or mark stands that denies it.
  mutating func parseForeignOperator(
    _ path: PathSyntax, _ foreign: ForeignOperator, negation: SourceRange? = nil
  ) -> Condition.Kind {
    let word = token
    let range = negation?.union(word.range) ?? word.range
    advance()
    if isLikeMark { return parseLike(path, foreign, range) }
    if foreign.glob != nil || lowered(word).hasSuffix("like") && isText {
      return parseGlob(path, foreign, range)
    }
    let sign = foreign.comparison.rawValue
    if isWord(token, "regex"), peek().kind == .string || peek().kind == .singleQuoted {
      return parsePattern(path, foreign, range)
    }
    report(
      .foreignSyntax, "'\(text(range))' is written '\(sign)'", at: range,
      hints: ["next: \(path.text) \(sign) value"], fixIts: [replacement(sign, at: range)])
    return .comparison(path, foreign.comparison, parseValue(after: sign, path: path))
  }

  /// `matches regex "fl.*"`, which is `~ /fl.*/`.
  private mutating func parsePattern(
    _ path: PathSyntax, _ foreign: ForeignOperator, _ range: SourceRange
  ) -> Condition.Kind {
    advance()
    let whole = range.union(token.range)
    let pattern = String(text(token).dropFirst().dropLast())
    let replaced = "\(foreign.comparison.rawValue) /\(pattern)/"
    let value = ValueSyntax(kind: .pattern(pattern), range: token.range)
    advance()
    report(
      .foreignSyntax, "a pattern stands between slashes", at: whole,
      hints: ["next: \(path.text) \(shortened(replaced))"],
      fixIts: pattern.isEmpty || pattern.contains("/") ? [] : [replacement(replaced, at: whole)])
    return .comparison(path, foreign.comparison, value)
  }

  private var isText: Bool { kind == .string || kind == .singleQuoted }

  /// `like %oil%`, without quotes.
  private mutating func parseLike(
    _ path: PathSyntax, _ foreign: ForeignOperator, _ range: SourceRange
  ) -> Condition.Kind {
    let sign = foreign.comparison.rawValue
    let (text, place) = readLikePattern()
    let replaced = "\(sign) \(quotedIfNeeded(text))"
    report(
      .foreignSyntax, "'\(self.text(range)) %...%' is written '\(sign) ...'",
      at: range.union(place), hints: ["next: \(path.text) \(replaced)"],
      fixIts: text.isEmpty ? [] : [replacement(replaced, at: range.union(place))])
    return .comparison(path, foreign.comparison, ValueSyntax(kind: .words(text), range: place))
  }

  /// `startswith "oil"` and `like 'oil%'`, which are `= oil*`.
  private mutating func parseGlob(
    _ path: PathSyntax, _ foreign: ForeignOperator, _ range: SourceRange
  ) -> Condition.Kind {
    let written = probedText()
    let value = parseValueSilently(path)
    var plain = written ?? value.text
    var isOpen = (before: foreign.glob == .before, behind: foreign.glob == .behind)
    if foreign.glob == nil {
      isOpen = (plain.hasPrefix("%"), plain.hasSuffix("%") && plain.utf8.count > 1)
      plain = String(plain.dropFirst(isOpen.before ? 1 : 0).dropLast(isOpen.behind ? 1 : 0))
    }
    let isDenied = foreign.comparison == .notContains || foreign.comparison == .notEqual
    let whole = range.union(value.range)
    let isWithin = isOpen.before && isOpen.behind
    let sign: Operator =
      isWithin ? (isDenied ? .notContains : .contains) : isDenied ? .notEqual : .equal
    let bare = quotedIfNeeded(plain)
    let stars = isWithin ? (before: false, behind: false) : isOpen
    let needsStar = stars.before || stars.behind
    let isWritable = !plain.isEmpty && (bare == plain || !needsStar)
    let replaced =
      "\(sign.rawValue) \(stars.before ? "*" : "")\(bare)\(stars.behind ? "*" : "")"
    report(
      .foreignSyntax, "'\(text(range))' is written with '*' for any letters", at: range,
      hints: [
        isWritable ? "next: \(path.text) \(shortened(replaced))" : "next: \(path.text) ~ \(bare)"
      ], fixIts: isWritable ? [replacement(replaced, at: whole)] : [])
    return .comparison(path, sign, value)
  }

  /// The text of a value in quotes here, without the quotes; nil for any other.
  private func probedText() -> String? {
    guard isText, token.isClosed else { return nil }
    let whole = text(token)
    guard whole.utf8.first == whole.utf8.last, whole.utf8.count >= 2 else { return nil }
    return String(whole.dropFirst().dropLast())
  }

  /// A value whose quotes are no problem of their own, since the whole is replaced.
  private mutating func parseValueSilently(_ path: PathSyntax) -> ValueSyntax {
    guard let inner = probedText() else { return parseValue(after: "like", path: path) }
    let value = ValueSyntax(kind: .quoted(inner), range: token.range)
    advance()
    return value
  }

  /// `%oil%`, which is `oil` after `~`.
  mutating func parseLikePattern() -> ValueSyntax {
    let (text, range) = readLikePattern()
    let plain = quotedIfNeeded(text)
    report(
      .foreignSyntax, "'~' finds a text anywhere without '%'", at: range,
      hints: ["next: ~ \(plain)"], fixIts: text.isEmpty ? [] : [replacement(plain, at: range)])
    return ValueSyntax(kind: .words(text), range: range)
  }

  private var isLikeMark: Bool { kind == .unknown && text(token) == "%" }

  private mutating func readLikePattern() -> (text: String, range: SourceRange) {
    let start = index
    var words: [String] = []
    while isLikeMark || kind == .word && (words.isEmpty || !endsValue(index)) {
      if kind == .word { words.append(text(token)) }
      advance()
    }
    return (words.joined(separator: " "), range(from: start))
  }

  // MARK: Operators with other marks

  /// Reports `between (a .. b)` and `between (a and b)`, and goes past it; false where none stands
  /// here.
  mutating func reportBetweenBrackets(_ path: PathSyntax) -> Bool {
    guard kind == .leftParenthesis else { return false }
    let start = index
    skipBrackets()
    let range = range(from: start)
    var values: [String] = []
    if range.count < 300 {
      let inner = String(text(range).dropFirst().dropLast())
      let dots = inner.firstRange(ofDots: 2)
      let parts =
        dots.map { [String(inner[..<$0.lowerBound]), String(inner[$0.upperBound...])] }
        ?? inner.split(atWord: "and").map { [$0.0, $0.1] } ?? inner.listItems
      values = parts.map { part in
        let value = part.trimmed
        guard let call = value.calledFunction else { return value }
        return call.argument.filter { $0 != "\"" && $0 != "'" }
      }
    }
    let isPair = values.count == 2 && values.allSatisfy { !$0.isEmpty && !$0.contains("(") }
    let replaced = values.joined(separator: " and ")
    report(
      .foreignSyntax, "'between' takes its two values without brackets", at: range,
      hints: ["next: \(path.text) between \(isPair ? shortened(replaced) : "a and b")"],
      fixIts: isPair ? [replacement(replaced, at: range)] : [])
    return true
  }

  /// Reports a query behind an operator that takes one value, and goes past it; false where none
  /// stands here.
  mutating func reportQueryAsValue(_ path: PathSyntax, _ comparison: Operator) -> Bool {
    guard kind == .leftParenthesis, isQueryStart(index + 1), let sign = previous?.range else {
      return false
    }
    let start = index
    skipBrackets()
    let isList = comparison == .equal || comparison == .notEqual
    let word = comparison == .equal ? "in" : "not in"
    report(
      .foreignSyntax, "'\(comparison.rawValue)' compares with one value, and this is a query",
      at: range(from: start),
      hints: [
        isList
          ? "next: \(path.text) \(word) (events ...)"
          : "next: run the query by itself, then \(path.text) \(comparison.rawValue) its value"
      ], fixIts: isList ? [replacement(" \(word) ", at: sign)] : [])
    return true
  }

  /// `in~ (...)` and `!in (...)`, `!contains x`: goes to what they are here; nil where none stands
  /// here.
  mutating func parseMarkedOperator(_ path: PathSyntax) -> Condition.Kind? {
    if keyword == .in, peek().kind == .contains {
      let mark = peek().range
      report(
        .foreignSyntax, "'in' does not mind case without '~'", at: mark,
        fixIts: [FixIt(message: "remove '~'", range: mark, replacement: "")])
      tokens.remove(at: index + 1)
      return parseTestKind(path)
    }
    guard kind == .bang, peek().kind == .word else { return nil }
    let bang = token.range
    if peek().keyword == .in || peek().keyword == .between {
      report(
        .foreignSyntax, "'!' is written 'not'", at: bang,
        fixIts: [replacement(" not ", at: bang)])
      tokens[index].kind = .word
      tokens[index].keyword = .not
      return parseTestKind(path)
    }
    guard let foreign = ForeignOperator(lowered(peek())) else { return nil }
    advance()
    return parseForeignOperator(path, foreign.negated, negation: bang)
  }

  // MARK: Dates

  /// `ago(7d)`, `now()`, `datetime(2023-09-28)` and `date("2023-09-28")` where a value should be.
  mutating func parseForeignDate() -> ValueSyntax? {
    guard kind == .word, peek().kind == .leftParenthesis else { return nil }
    let name = lowered(token)
    guard ["ago", "now", "datetime", "date", "todate", "today", "getdate"].contains(name) else {
      return nil
    }
    let argument = peek(2)
    let isEmpty = argument.kind == .rightParenthesis
    guard isEmpty || peek(3).kind == .rightParenthesis else { return nil }
    var words: String?
    if isEmpty {
      words = "today"
    } else if argument.kind == .word || argument.kind == .string || argument.kind == .singleQuoted {
      let inner = text(argument).filter { $0 != "\"" && $0 != "'" }
      words = name == "ago" ? inner.lengthOfTime.map { "\($0) ago" } : inner
    }
    let range = token.range.union(peek(isEmpty ? 2 : 3).range)
    for _ in 0..<(isEmpty ? 3 : 4) { advance() }
    report(
      .foreignSyntax, "'\(shortened(text(range)))' is written as a date", at: range,
      hints: ["next: \(words ?? "7 days ago")"],
      fixIts: words.map { [replacement($0, at: range)] } ?? [])
    return ValueSyntax(kind: words.map { .words($0) } ?? .missing, range: range)
  }
}

extension String {
  /// Where so many dots stand first.
  fileprivate func firstRange(ofDots count: Int) -> Range<Index>? {
    var start = startIndex
    while let dot = self[start...].firstIndex(of: ".") {
      let end = self[dot...].firstIndex { $0 != "." } ?? endIndex
      if distance(from: dot, to: end) == count { return dot..<end }
      start = end
    }
    return nil
  }

  /// The length of time that a number and the letter of a unit stand for: `7 days` for `7d`.
  var lengthOfTime: String? {
    let digits = prefix { $0.isASCII && $0.isNumber }
    guard let count = Int(digits), count > 0 else { return nil }
    switch dropFirst(digits.count).lowercased() {
    case "d", "day", "days": return count == 1 ? "1 day" : "\(count) days"
    case "w", "week", "weeks": return count == 1 ? "1 week" : "\(count) weeks"
    case "h": return count % 24 == 0 ? "\(count / 24) days" : nil
    case "y", "year", "years": return count == 1 ? "1 year" : "\(count) years"
    case "mo", "mon", "month", "months": return count == 1 ? "1 month" : "\(count) months"
    default: return nil
    }
  }
}
