internal import Diagnostics
internal import NewsModel

extension Parser {
  /// A value of `path` after the operator or word `word`.
  ///
  /// - Parameter isInList: whether a comma always ends the value.
  /// - Parameter isDate: whether only a date can stand here.
  /// - Parameter stop: a word, no keyword, that ends the value too.
  mutating func parseValue(
    after word: String, path: PathSyntax?, isInList: Bool = false, isDate: Bool = false,
    until stop: String? = nil
  ) -> ValueSyntax {
    let start = token.range.lower
    let expectation = valueExpectation(path, isDate: isDate, start: start)
    expect(expectation)
    if let date = parseForeignDate() { return date }
    switch kind {
    case .string: return parseString()
    case .singleQuoted, .backQuoted: return parseForeignString()
    case .pattern: return parsePattern()
    case .parameter:
      let name = text(token).dropFirst().lowercased()
      let value = ValueSyntax(kind: .parameter(name), range: token.range)
      advance()
      return value
    case .word where !explainsMissingValue(index):
      return parseBareValue(path: path, isInList: isInList, isDate: isDate, until: stop)
    case .leftBracket: return parseForeignRange()
    case .unknown where text(token) == "%": return parseLikePattern()
    case .unknown, .plus: reportStrayCharacter()
    default: reportMissingValue(after: word, path: path, isDate: isDate)
    }
    return ValueSyntax(kind: .missing, range: here)
  }

  private func valueExpectation(
    _ path: PathSyntax?, isDate: Bool, start: Int
  ) -> Expectation.Kind {
    if isDate { return .date(start: start) }
    if path == nil, let argument {
      return .argument(
        argument.name, parameter: argument.parameter, place: argument.place, start: start)
    }
    return path.map { .value($0, start: start) } ?? .searchText
  }

  private mutating func reportMissingValue(after word: String, path: PathSyntax?, isDate: Bool) {
    if keyword == .not {
      report(
        .foreignSyntax, "'not' stands before a whole condition", at: token.range,
        hints: ["next: \(path?.text ?? "actor") != \(text(peek()))"])
      repeat { advance() } while kind == .word && !endsValue(index) && !isTestStart(index)
      return
    }
    let example = isDate ? "2023-09" : path.map { FieldNames.example(of: $0) } ?? "Ada Lovelace"
    report(
      .missingValue, "\(isDate ? "a date" : "a value") must follow '\(word)'; \(found)", at: here,
      hints: ["next: \(path.map { $0.text + " " } ?? "")\(word) \(example)"])
  }

  // MARK: Quoted values

  private mutating func parseString() -> ValueSyntax {
    let range = token.range
    let opening = openingLength
    if !token.isClosed {
      let isLast = peek().kind == .end
      if diagnostics.isEmpty, isLast { wantsMore = true }
      report(
        .unclosedQuote, "this quote is never closed",
        at: SourceRange(range.lower, range.lower + opening),
        hints: ["next: write the closing quote"])
    }
    let value = ValueSyntax(kind: .quoted(unescaped(token)), range: range)
    advance()
    return value
  }

  private mutating func parseForeignString() -> ValueSyntax {
    let word = token
    let opening = openingLength
    let closing = word.isClosed ? (bytes[word.range.upper - 1] < 0x80 ? 1 : 3) : 0
    let inner = text(
      SourceRange(word.range.lower + opening, max(0, word.range.upper - closing)))
    report(
      .foreignQuote, "quotes are written \"...\"", at: word.range,
      fixIts: [replacement(quoted(inner), at: word.range)])
    advance()
    return ValueSyntax(kind: .quoted(inner), range: word.range)
  }

  private var openingLength: Int {
    let first = bytes[token.range.lower]
    return first < 0x80 ? 1 : first < 0xe0 ? 2 : 3
  }

  /// The text between the quotes of `token`, with `\"` and `\\` undone.
  private mutating func unescaped(_ token: Token) -> String {
    let opening = openingLength
    let raw = bytes[token.range.lower + opening..<token.range.upper]
    var out: [UInt8] = []
    out.reserveCapacity(raw.count)
    var place = raw.startIndex
    let end = raw.endIndex - (token.isClosed ? (opening == 1 ? 1 : opening) : 0)
    while place < end {
      guard raw[place] == UInt8(ascii: "\\"), place + 1 < end else {
        out.append(raw[place])
        place += 1
        continue
      }
      let next = raw[place + 1]
      if next != UInt8(ascii: "\\"), next != UInt8(ascii: "\""), next < 0x80 {
        out.append(UInt8(ascii: "\\"))
        let range = SourceRange(place, place + 2)
        report(
          .unknownEscape, "there is no escape '\(text(range))'", at: range,
          hints: ["the escapes are \\\" and \\\\"],
          fixIts: [FixIt(message: "double the '\\'", range: range, replacement: "\\" + text(range))]
        )
      }
      place += 1
      out.append(raw[place])
      place += 1
    }
    return String(decoding: out, as: UTF8.self)
  }

  private mutating func parsePattern() -> ValueSyntax {
    let word = token
    var inner = SourceRange(word.range.lower + 1, word.range.upper)
    if word.isClosed {
      inner.upper -= 1
    } else {
      report(
        .unclosedPattern, "this pattern is never closed with '/'",
        at: SourceRange(word.range.lower, word.range.lower + 1),
        hints: ["next: ~ /elect(ion|oral)/, or quote a text that begins with '/'"])
    }
    advance()
    return ValueSyntax(kind: .pattern(text(inner)), range: word.range)
  }

  // MARK: Bare values

  private mutating func parseBareValue(
    path: PathSyntax?, isInList: Bool, isDate: Bool, until stop: String?
  ) -> ValueSyntax {
    let start = index
    var words: [String] = []
    var hasStrayCharacter = false
    loop: while true {
      if kind == .end {
        expectAfterWords(path, isDate: isDate, start: token(at: start).range.lower)
      }
      switch kind {
      case .word:
        if !words.isEmpty, let stop, isWord(token, stop) { break loop }
        if !words.isEmpty, endsValue(index) || isTestStart(index) || reportSlip(at: index) {
          break loop
        }
        let word = token
        advance()
        words.append(text(word))
        if !isInList { mergeAfterComma(&words) }
      case .unknown, .bang, .colon, .plus:
        if kind == .colon, !isGluedColon { break loop }
        if !hasStrayCharacter { reportStrayCharacter(in: start) } else { advance() }
        hasStrayCharacter = true
      case .leftParenthesis where !words.isEmpty && !hasStrayCharacter:
        reportBracketInValue(from: start)
        break loop
      default: break loop
      }
    }
    let range = range(from: start)
    lastBareValue = (range, index)
    note(.value, at: range)
    return ValueSyntax(kind: .words(words.joined(separator: " ")), range: range)
  }

  private mutating func expectAfterWords(_ path: PathSyntax?, isDate: Bool, start: Int) {
    let expectation = valueExpectation(path, isDate: isDate, start: start)
    expect(expectation)
  }

  private var isGluedColon: Bool { peek().kind == .word }

  /// Takes `,200` after `1`, and `, 2023` after `Sept 26`, into the value.
  private mutating func mergeAfterComma(_ words: inout [String]) {
    while kind == .comma, let last = words.last, peek().kind == .word {
      let next = peek()
      let nextText = text(next)
      let isGlued =
        previous?.range.upper == token.range.lower && token.range.upper == next.range.lower
      let isThousands =
        isGlued && next.range.count == 3 && isDigits(nextText) && isThousandsHead(last)
      let isYear =
        next.range.count == 4 && isDigits(nextText) && DateLiteral.isMonthAndDay(words)
      guard isThousands || isYear else { return }
      words[words.count - 1] = last + (isThousands ? "," : ", ") + nextText
      advance()
      advance()
    }
  }

  private func isThousandsHead(_ text: String) -> Bool {
    let parts = text.split(separator: ",", omittingEmptySubsequences: false)
    guard let first = parts.first, (1...3).contains(first.utf8.count) else { return false }
    return parts.allSatisfy { isDigits($0) }
  }

  private func isDigits(_ text: some StringProtocol) -> Bool {
    !text.isEmpty && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
  }

  /// Whether the token is a word of digits.
  func isNumber(_ token: Token) -> Bool {
    token.kind == .word
      && bytes[token.range.lower..<token.range.upper].allSatisfy { (0x30...0x39).contains($0) }
  }

  /// A word of digits, and the thousands that commas join to it.
  mutating func parseNumber() -> ValueSyntax {
    let start = index
    var words = [text(token)]
    advance()
    mergeAfterComma(&words)
    return ValueSyntax(kind: .words(words[0]), range: range(from: start))
  }

  // MARK: Problems inside values

  /// Reports a character that is no part of any value, and goes past it.
  mutating func reportStrayCharacter(in start: Int? = nil) {
    let word = token
    var fixIts: [FixIt] = []
    if let start {
      var end = index
      while !isBreak(token(at: end)) { end += 1 }
      let range = token(at: start).range.union(token(at: end - 1).range)
      fixIts = [
        FixIt(message: "quote the value", range: range, replacement: quoted(text(range)))
      ]
    }
    report(
      .strayCharacter, "'\(text(word))' means nothing here", at: word.range,
      hints: ["next: quote a value that holds it"], fixIts: fixIts)
    advance()
  }

  private func isBreak(_ token: Token) -> Bool {
    switch token.kind {
    case .word: token.keyword != nil
    case .unknown, .bang, .colon, .plus: false
    default: true
    }
  }

  private mutating func reportBracketInValue(from start: Int) {
    let opening = token.range
    skipBrackets()
    let range = range(from: start)
    report(
      .keywordInValue, "a name that holds brackets needs quotes", at: opening,
      fixIts: [FixIt(message: "quote the name", range: range, replacement: quoted(text(range)))])
  }

  /// Reports a keyword that ended a bare value without what it needs after it, and goes past the
  /// rest of the name; false where there is none.
  mutating func reportKeywordInValue() -> Bool {
    guard let value = lastBareValue, value.endIndex == index, let keyword,
      !hasWhatItNeeds(keyword, at: index), peek().kind == .word
    else { return false }
    let word = text(token)
    let start = token.range
    advance()
    var end = token.range
    repeat {
      end = token.range
      advance()
    } while kind == .word && !endsValue(index) && !isTestStart(index)
    let range = value.range.union(end)
    let whole = quoted(text(range))
    var hints = ["a name that holds '\(word)' needs quotes: \(whole)"]
    var fixIts = [FixIt(message: "quote the name", range: range, replacement: whole)]
    if keyword == .and || keyword == .or {
      let rest = text(SourceRange(start.upper, end.upper)).split(separator: " ")
      let list = "in (\(text(value.range)), \(rest.joined(separator: " ")))"
      hints.append("two names are written in brackets: \(list)")
      if let sign = operatorBefore(value.range) {
        let pair = FixIt(
          message: "replace with '\(shortened(list))'", range: sign.union(end),
          replacement: (sign.upper < value.range.lower ? "" : " ") + list)
        fixIts.insert(pair, at: keyword == .or ? 0 : 1)
      }
    }
    report(
      .keywordInValue,
      keyword == .and || keyword == .or
        ? "'\(word)' joins conditions, and none follows it"
        : "'\(word)' is a keyword, and what it needs does not follow it",
      at: start, hints: hints, fixIts: fixIts)
    lastBareValue = (range, index)
    return true
  }

  /// Where the `=` stands whose value begins at `range`; nil where another operator does.
  private func operatorBefore(_ range: SourceRange) -> SourceRange? {
    var place = index - 1
    while place >= 0, tokens[place].range.upper > range.lower { place -= 1 }
    guard place >= 0, tokens[place].kind == .equal else { return nil }
    return tokens[place].range
  }

  private func hasWhatItNeeds(_ keyword: Keyword, at index: Int) -> Bool {
    switch keyword {
    case .not where token(at: index + 1).keyword == .followed: true
    case .and, .or, .not: isConditionStart(index + 1)
    case .since, .until, .before, .after, .on, .in, .around, .between, .within, .during:
      isDateClauseStart(index)
    default: true
    }
  }

  /// Reports a word that is most likely a slip of a keyword; true where what the keyword needs
  /// follows, so that the word is read as the keyword.
  mutating func reportSlip(at place: Int) -> Bool {
    guard let keyword = slip(at: place) else { return false }
    let word = token(at: place)
    report(
      .misspelledKeyword, "'\(text(word))' should perhaps be '\(keyword.rawValue)'",
      at: word.range,
      hints: [
        "did you mean '\(keyword.rawValue)'?", "if it is part of a name, quote the name",
      ],
      fixIts: [replacement(keyword.rawValue, at: word.range)])
    tokens[place].keyword = keyword
    let isMeant: Bool
    switch keyword {
    case .where: isMeant = isConditionStart(place + 1)
    case .search: isMeant = token(at: place + 1).kind == .string
    default: isMeant = hasWhatItNeeds(keyword, at: place)
    }
    if !isMeant { tokens[place].keyword = nil }
    return isMeant
  }
}
