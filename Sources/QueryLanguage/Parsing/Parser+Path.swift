internal import Diagnostics

extension Parser {
  /// Goes past `by`, or reports that it is missing after `word`.
  mutating func acceptBy(after word: String) {
    expect(.keywords(["by"]))
    if isWord(token, "by") {
      advance()
      return
    }
    report(
      .missingBy, "'by' must follow '\(word)'; \(found)", at: here,
      hints: ["next: \(word) by \(kind == .word ? text(token) : "date")"],
      fixIts: kind == .word
        ? [
          FixIt(
            message: "insert 'by'", range: SourceRange(at: token.range.lower), replacement: "by ")
        ] : [])
  }

  /// A whole number that is not negative, or a parameter.
  mutating func parseCount(after word: String) -> ValueSyntax {
    expect(.number)
    if kind == .parameter { return parseValue(after: word, path: nil) }
    if isNumber(token) {
      var value = parseNumber()
      if wholeNumber(value.text) == nil {
        report(
          .expectedNumber, "\(shortened(value.text)) is no number of rows", at: value.range,
          hints: ["next: \(word) 10"])
        value.kind = .missing
      }
      return value
    }
    let range = here
    let needsNumber = isWord(token, "by")
    report(
      .expectedNumber, "a whole number must follow '\(word)'; \(found)", at: range,
      hints: ["next: \(word) 10\(needsNumber ? " by ..." : "")"],
      fixIts: needsNumber
        ? [FixIt(message: "insert '10'", range: SourceRange(at: range.lower), replacement: "10 ")]
        : [])
    if kind == .word, token.keyword == nil, !isWord(token, "by") { advance() }
    return ValueSyntax(kind: .missing, range: range)
  }

  /// Paths joined by commas, after `word`.
  mutating func parsePaths(after word: String, allowsAll: Bool = false) -> [PathSyntax] {
    parsePathList(after: word, allowsAll: allowsAll).map(\.0)
  }

  /// Paths joined by commas, each with whether `desc` follows it.
  mutating func parsePathList(
    after word: String, allowsAll: Bool = false, readsDirection: Bool = false, isKey: Bool = false
  ) -> [(PathSyntax, Bool)] {
    var paths: [(PathSyntax, Bool)] = []
    while true {
      if isKey { expect(.key) }
      if readsDirection, let key = parseNegativeKey() {
        paths.append((key, true))
        if accept(.comma) { continue }
        return paths
      }
      guard var path = parsePath(after: word, allowsAll: allowsAll) else {
        skipStage()
        return paths
      }
      if let column = parseColumnInWords(path) { path = column }
      var isDescending = false
      if readsDirection {
        expect(.keywords(["desc", "asc"]))
        if isDirection(token) {
          isDescending = lowered(token).hasPrefix("d")
          advance()
        }
      }
      paths.append((path, isDescending))
      if allowsAll, reportRenaming(path) { continue }
      if accept(.comma) { continue }
      let isNext = kind == .backQuoted || kind == .word && (keyword == nil || keyword == .and)
      guard isNext, !isFull else { return paths }
      if keyword == .and || isWord(token, "by") {
        report(
          .unexpectedText, "fields are joined by ','; \(found)", at: token.range,
          fixIts: [replacement(",", at: token.range)])
        advance()
      } else {
        let gap = SourceRange(at: previous?.range.upper ?? token.range.lower)
        report(
          .unexpectedText, "',' must stand between fields; \(found)", at: token.range,
          hints: ["next: \(path.text), \(text(token))"],
          fixIts: [FixIt(message: "insert ','", range: gap, replacement: ",")])
      }
    }
  }

  /// Whether the token is `desc` or `asc`, or one of them in full.
  func isDirection(_ token: Token) -> Bool {
    ["asc", "desc", "ascending", "descending"].contains { isWord(token, $0) }
  }

  /// A field or fields joined by dots; nil, and a diagnostic, where there is none.
  mutating func parsePath(after word: String, allowsAll: Bool = false) -> PathSyntax? {
    expect(.field)
    var range = token.range
    switch kind {
    case .word where isCall(index): return parseCallAsPath(after: word)
    case .word: break
    case .backQuoted:
      range = SourceRange(range.lower + 1, range.upper - (token.isClosed ? 1 : 0))
      report(
        .foreignQuote, "fields are written without back quotes", at: token.range,
        fixIts: [replacement(text(range), at: token.range)])
    default:
      report(
        .expectedField, "a field must follow '\(word)'; \(found)", at: here,
        hints: ["next: \(word) date"])
      return nil
    }
    advance()
    return path(in: range)
  }

  /// The names in `range`, which dots join; nil, and a diagnostic, where one is missing.
  mutating func path(in range: SourceRange) -> PathSyntax? {
    var names: [PathSyntax.Name] = []
    var lower = range.lower
    for part in text(range).split(separator: ".", omittingEmptySubsequences: false) {
      let place = SourceRange(lower, lower + part.utf8.count)
      lower = place.upper + 1
      if part.isEmpty {
        report(
          .expectedField, "a field must stand on both sides of '.'", at: range,
          hints: ["next: actor.country"])
        return names.isEmpty ? nil : PathSyntax(names: names, range: range)
      }
      names.append(PathSyntax.Name(text: part.lowercased(), range: place))
    }
    note(.path, at: range)
    return PathSyntax(names: names, range: range)
  }
}
