internal import Diagnostics
internal import NewsModel

/// What a word of a value means is decided by looking one to three tokens ahead, never by the data
/// that is loaded: a script means the same everywhere.
extension Parser {
  /// Whether the keyword at `place` ends a bare value.
  func endsValue(_ place: Int) -> Bool {
    let word = token(at: place)
    guard let keyword = word.keyword else { return false }
    let next = token(at: place + 1)
    let isLast = endsStage(next)
    switch keyword {
    case .and, .or, .not, .where, .search, .since, .until, .before, .after, .on, .in, .around,
      .between, .within, .during:
      return true
    case .certainly, .possibly: return next.keyword?.beginsDateClause ?? false
    case .last: return isNumber(next) || next.kind == .parameter || isUnit(next)
    case .is: return isKnownness(place + 1)
    case .newest, .oldest: return isLast || isNumber(next)
    case .explain, .timeline: return isLast
    case .then, .else: return isInChoice
    case .sort, .followed: return isWord(next, "by")
    case .group: return isWord(next, "by") || next.kind == .colon
    case .take, .limit, .first, .skip, .top, .sample:
      return isNumber(next) || next.kind == .parameter
    case .show, .hide: return isFieldName(next) || isWord(next, "*")
    case .distinct: return isLast || isFieldName(next)
    case .count: return isLast || isWord(next, "by") || next.keyword == .distinct
    case .chart: return isLast || ["by", "bar", "line"].contains { isWord(next, $0) }
    case .crosstab: return isWord(token(at: place + 2), "by")
    case .add: return token(at: place + 2).kind == .equal
    case .only, .except: return next.kind == .leftParenthesis
    case .save: return next.kind == .string
    case .paths, .neighbours, .param, .let, .define, .no, .if: return false
    }
  }

  /// Whether the word at `place`, where a value should begin, shows that the value is missing.
  func explainsMissingValue(_ place: Int) -> Bool {
    guard let keyword = token(at: place).keyword else { return false }
    switch keyword {
    case .last: return false
    case .and, .or, .not, .where: return true
    case .sort, .count, .group: return isWord(token(at: place + 1), "by")
    default: return keyword.beginsDateClause && isDateClauseStart(place)
    }
  }

  /// Whether a test that is complete may end before the token at `place`.
  func endsTest(_ place: Int) -> Bool {
    let word = token(at: place)
    switch word.kind {
    case .doubleAmpersand, .doublePipe: return true
    case .word: break
    default: return endsStage(word)
    }
    switch word.keyword {
    case .and, .or: return true
    case .then, .else: return isInChoice
    case .some(let keyword):
      return beginsClause(place) || keyword.role == .stage && endsValue(place)
    case nil: return false
    }
  }

  /// Whether `no` or `only` and the test of a field stand at `place`.
  func isQuantifiedTest(_ place: Int) -> Bool {
    guard let keyword = token(at: place).keyword, keyword == .no || keyword == .only else {
      return false
    }
    return isTestStart(place + 1)
      || keyword == .no && isFieldName(token(at: place + 1)) && endsTest(place + 2)
  }

  /// Whether a query in brackets, rather than a list of values, begins at `place`.
  ///
  /// It begins with a bracket, `paths from`, `neighbours of`, `select`, a definition with its
  /// arguments, or with a table or definition before `|` or a clause; with a table also before `)`.
  func isQueryStart(_ place: Int) -> Bool {
    let word = token(at: place)
    if word.kind == .leftParenthesis { return true }
    guard word.kind == .word else { return false }
    let next = token(at: place + 1)
    if next.kind == .leftParenthesis { return next.range.lower == word.range.upper }
    if next.kind == .pipe || beginsGraph(place) || isWord(word, "select") { return true }
    if word.keyword == nil, beginsClause(place + 1) { return true }
    // A table's name that is still being gone on from is completed as a query.
    let isWhole = next.kind == .rightParenthesis || collectsExpectations && next.kind == .end
    return isWhole && Table(named: text(word)) != nil
  }

  /// Whether `paths from` or `neighbours of` stands at `place`.
  func beginsGraph(_ place: Int) -> Bool {
    let next = token(at: place + 1)
    switch token(at: place).keyword {
    case .paths: return isWord(next, "from")
    case .neighbours: return isWord(next, "of")
    default: return false
    }
  }

  /// Whether a clause that needs no `|` begins at `place`.
  func beginsClause(_ place: Int) -> Bool {
    guard let keyword = token(at: place).keyword else { return false }
    return keyword.role == .clause || beginsDateClause(place)
  }

  /// Whether a clause about dates begins at `place`.
  func beginsDateClause(_ place: Int) -> Bool {
    guard let keyword = token(at: place).keyword else { return false }
    return keyword.beginsDateClause && isDateClauseStart(place)
      || keyword.saysHowSure && token(at: place + 1).keyword?.beginsDateClause == true
  }

  /// Whether a stage ends before `token`.
  func endsStage(_ token: Token) -> Bool {
    switch token.kind {
    case .end, .semicolon, .pipe, .rightParenthesis: true
    default: false
    }
  }

  private func isUnit(_ token: Token) -> Bool {
    token.kind == .word && DateClause.Unit(named: text(token)) != nil
  }

  /// Whether `known`, `unknown` or `not known` stands at `place`.
  private func isKnownness(_ place: Int) -> Bool {
    let word = token(at: place)
    if word.keyword == .not { return isKnownness(place + 1) }
    return ["known", "unknown", "null"].contains { isWord(word, $0) }
  }

  /// Whether the word's first part is the name of a field of some table.
  func isFieldName(_ token: Token) -> Bool {
    if token.kind == .backQuoted { return true }
    guard token.kind == .word, token.range.count <= 64 else { return false }
    let name = String(lowered(token).prefix { $0 != "." })
    return FieldNames.all.contains(name) || columnNames.contains(name)
  }

  /// Whether a field and the operator after it stand at `place`.
  func isTestStart(_ place: Int) -> Bool {
    let word = token(at: place)
    guard word.kind == .word || word.kind == .backQuoted else { return false }
    let next = token(at: place + 1)
    switch next.kind {
    case .equal, .exactly, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual, .contains,
      .notContains, .lessGreater, .equalTilde, .colon:
      return true
    case .word: break
    case .bang:
      let after = token(at: place + 2)
      return after.kind == .word
        && (after.keyword == .in || ForeignOperator(lowered(after)) != nil)
    default: return false
    }
    if word.keyword?.role == .connective { return false }
    guard let keyword = next.keyword else {
      return isFieldName(word) && ForeignOperator(lowered(next)) != nil
    }
    switch keyword {
    case .is: return isKnownness(place + 2) || isFieldName(word)
    case .in where token(at: place + 2).kind == .leftParenthesis: return true
    case .in where token(at: place + 2).kind == .contains: return true
    case .not:
      let after = token(at: place + 2)
      return after.keyword == .in || after.keyword == .between || isWord(after, "like")
    case .certainly, .possibly, .between: return isFieldName(word)
    default:
      return isFieldName(word) && keyword.beginsDateClause && isDateClauseStart(place + 1)
    }
  }

  /// Whether a condition stands at `place`.
  func isConditionStart(_ place: Int) -> Bool {
    let word = token(at: place)
    switch word.kind {
    case .leftParenthesis, .bang: return true
    case .word, .backQuoted: break
    default: return false
    }
    if isTestStart(place) || word.keyword?.saysHowSure == true { return true }
    if isCall(place) { return true }
    if word.keyword == .not { return token(at: place + 1).keyword != .followed }
    if isQuantifiedTest(place) { return true }
    return word.keyword?.beginsDateClause == true && isDateClauseStart(place)
  }

  /// Whether a keyword that can begin a clause about dates has a date after it.
  func isDateClauseStart(_ place: Int) -> Bool {
    let next = token(at: place + 1)
    switch token(at: place).keyword {
    case .within where isWord(token(at: place + 2), "steps"): return false
    case .within, .last:
      return isNumber(next) || next.kind == .parameter || isUnit(next)
        || next.kind == .word && DateLiteral.number(spelled: lowered(next)) != nil
    default: return isDateStart(at: place + 1)
    }
  }

  /// Whether a date stands at `place`.
  func isDateStart(at place: Int) -> Bool {
    let word = token(at: place)
    switch word.kind {
    case .parameter, .string: return true
    case .word:
      guard word.range.count <= 64 else { return false }
      let spelled = lowered(word)
      if DateLiteral.canBegin(with: spelled) || DateLiteral.resembles(spelled) { return true }
      let next = token(at: place + 1)
      return next.range.count <= 64
        && DateLiteral.canBegin(with: spelled, then: next.kind == .word ? lowered(next) : "")
    default: return false
    }
  }

  /// The keyword that the word at `place`, inside a bare value, is most likely a slip of.
  ///
  /// Two rules. Where what a keyword needs follows (a date, a condition, a text), any word within
  /// one edit of it is a slip. Elsewhere a word in small letters is a slip when it is a longer
  /// keyword with two neighbours swapped, one letter left out or one doubled; see ``TypoGuard``.
  func slip(at place: Int) -> Keyword? {
    let word = token(at: place)
    guard word.keyword == nil, (2...12).contains(word.range.count) else { return nil }
    let spelled = text(word)
    let small = spelled.lowercased()
    let next = token(at: place + 1)
    if isNear(small, TypoGuard.connectives), isConditionStart(place + 1) {
      return TypoGuard.nearest(to: small, TypoGuard.connectives)
    }
    if isDateStart(at: place + 1), let near = TypoGuard.nearest(to: small, TypoGuard.dateKeywords) {
      return near
    }
    if next.kind == .string, TypoGuard.nearest(to: small, [.search]) != nil { return .search }
    if isTestStart(place + 1), TypoGuard.nearest(to: small, [.where]) != nil { return .where }
    if isInChoice, let keyword = TypoGuard.choiceSlips[small] { return keyword }
    return spelled == small ? TypoGuard.slips[small] : nil
  }

  private func isNear(_ word: String, _ keywords: [Keyword]) -> Bool {
    word.utf8.count <= 4 && TypoGuard.nearest(to: word, keywords) != nil
  }
}

extension Parser {
  /// Whether a value behind `in` is taken for a date rather than for one of a list.
  static func looksLikeDate(_ text: String) -> Bool {
    guard text.lowercased() != Keyword.last.rawValue else { return false }
    let parser = Parser("in " + text, range: nil)
    return parser.isDateClauseStart(parser.index)
  }
}
