internal import NewsModel

/// A description or clause between commas or brackets.
struct Aside: Sendable, Hashable {
  /// Its tokens with the marks round it.
  var tokens: Range<Int>
  /// Its tokens without them; never empty.
  var inner: Range<Int>
  /// Whether it belongs to the whole phrase before it: 'the envoy to Peru, Ana Berg, left'.
  var describesPhrase: Bool
  /// How it hangs from the noun before it.
  var relation = "appos"
}

/// Finds the insertions in a sentence: 'Ana Berg, the envoy to Peru, left', 'the Rural Union (RU)',
/// 'its head, Ana Berg, left', 'Ana Berg, who heads it, left'.
struct AsideScan {
  /// The longest description, in tokens.
  static let limit = 14

  private let document: Document
  private let names: ArraySlice<NameSpan>

  /// Scans with `names`, those of the sentence in order.
  init(_ document: Document, names: ArraySlice<NameSpan>) {
    self.document = document
    self.names = names
  }

  /// The asides in `run`, in order and not overlapping.
  ///
  /// - Complexity: O(*n*) in tokens.
  func asides(in run: Range<Int>) -> [Aside] {
    var result: [Aside] = []
    var token = run.lowerBound + 1
    while token + 1 < run.upperBound {
      let aside =
        bracket(at: token, run) ?? description(at: token, run) ?? name(at: token, run)
        ?? clause(at: token, run)
      if let aside {
        result.append(aside)
        token = aside.tokens.upperBound
      } else {
        token += 1
      }
    }
    return result
  }

  /// '(RU)', '(pictured, left)': a few words in brackets.
  private func bracket(at token: Int, _ run: Range<Int>) -> Aside? {
    guard form(token) == "(",
      let close = (token + 1..<min(run.upperBound, token + Self.limit)).first(where: {
        form($0) == ")"
      }), close > token + 1, (token + 1..<close).allSatisfy(isPlain)
    else { return nil }
    return Aside(
      tokens: token..<close + 1, inner: token + 1..<close, describesPhrase: false)
  }

  /// ', the envoy to Peru,' behind the name of a person or body.
  private func description(at token: Int, _ run: Range<Int>) -> Aside? {
    guard form(token) == ",",
      let named = name(endingAt: behindBracket(token)), named.kind != .place,
      token + 1 < run.upperBound, !isNameStart(token + 1),
      [UniversalTag.det, .adj, .noun, .num, .pron, .adv].contains(
        document.tags[token + 1].universal),
      document.tags[token + 1].penn.first != "W",
      let close = close(after: token, run)
    else { return nil }
    let inner = token + 1..<close
    // 'Berg, ministers and aides': a list.
    guard !isSeries(behind: close, run),
      inner.count > 1 || document.tags[token + 1].universal == .num
    else { return nil }
    return Aside(
      tokens: token..<(form(close) == "," ? close + 1 : close), inner: inner,
      describesPhrase: false)
  }

  /// ', Ana Berg,' behind the noun that describes her.
  private func name(at token: Int, _ run: Range<Int>) -> Aside? {
    guard form(token) == ",", document.tags[token - 1].universal == .noun || hasName(token - 1),
      name(endingAt: token)?.kind != .person,
      let first = names.first(where: {
        $0.tokens.lowerBound > token && $0.kind == .person
      }), first.tokens.lowerBound - token <= 3, first.tokens.upperBound < run.upperBound,
      (token + 1..<first.tokens.lowerBound).allSatisfy({
        document.tags[$0].universal == .propn || document.tags[$0].universal == .noun
      })
    else { return nil }
    let close = first.tokens.upperBound
    guard form(close) == ",", !isSeries(behind: close, run), !isSeries(before: token, run) else {
      return nil
    }
    return Aside(tokens: token..<close + 1, inner: token + 1..<close, describesPhrase: true)
  }

  /// ', who heads it,' and ', founded in 1990,' behind a noun and before the verb that it goes on with.
  private func clause(at token: Int, _ run: Range<Int>) -> Aside? {
    let noun = behindBracket(token) - 1
    guard form(token) == ",", noun >= run.lowerBound,
      [.noun, .propn].contains(document.tags[noun].universal) || hasName(noun)
    else { return nil }
    let opener = document.tags[token + 1].penn
    let isRelative = ["who", "whom", "whose", "which"].contains(document.tokens[token + 1].lower)
    guard isRelative || opener == "VBN" else { return nil }
    var hasVerb = !isRelative
    for close in token + 2..<min(run.upperBound, token + Self.clauseLimit) {
      if [.verb, .aux].contains(document.tags[close].universal) { hasVerb = true }
      guard form(close) == ",", hasVerb, isFiniteVerb(behind: close, run, orParticiple: isRelative)
      else { continue }
      return Aside(
        tokens: token..<close + 1, inner: token + 1..<close,
        describesPhrase: document.tokens[token + 1].lower != "which" && !hasPerson(noun),
        relation: isRelative ? "acl:relcl" : "acl")
    }
    guard isRelative, run.upperBound - token <= Self.clauseLimit else { return nil }
    var end = run.upperBound
    while end > token + 2, document.tags[end - 1].universal == .punct { end -= 1 }
    // ', who left, and the mayor resigned': where the clause ends nobody can tell.
    let rest = token + 2..<end
    let inner = asides(in: token + 1..<end)
    let isOpen = { (mark: Int) in
      (self.form(mark) == "," || self.form(mark) == ";")
        && !inner.contains(where: { $0.tokens.contains(mark) })
    }
    guard !rest.contains(where: isOpen),
      rest.contains(where: { [.verb, .aux].contains(document.tags[$0].universal) })
    else { return nil }
    return Aside(
      tokens: token..<end, inner: token + 1..<end,
      describesPhrase: document.tokens[token + 1].lower != "which" && !hasPerson(noun),
      relation: "acl:relcl")
  }

  /// The longest clause between commas, in tokens.
  static let clauseLimit = 40

  /// Whether a finite verb follows a comma, adverbs passed over.
  ///
  /// Behind a relative clause a participle is a past tense that was mistaken.
  private func isFiniteVerb(
    behind comma: Int, _ run: Range<Int>, orParticiple takesParticiple: Bool
  ) -> Bool {
    var token = comma + 1
    while token < run.upperBound, token < comma + 4 {
      switch document.tags[token].universal {
      case .adv: token += 1
      case .aux: return true
      case .verb:
        return ["VBD", "VBZ", "VBP"].contains(document.tags[token].penn)
          || takesParticiple && document.tags[token].penn == "VBN"
      default: return false
      }
    }
    return false
  }

  private func hasPerson(_ token: Int) -> Bool {
    names.contains { $0.kind == .person && $0.tokens.contains(token) }
  }

  // MARK: Words

  private func form(_ token: Int) -> String { document.tokens[token].form }

  private func name(endingAt token: Int) -> NameSpan? {
    names.first { $0.tokens.upperBound == token }
  }

  /// Where the words before a token end, a bracket passed over: 'the Union (RU),'.
  private func behindBracket(_ token: Int) -> Int {
    guard token > 0, form(token - 1) == ")",
      let open = (max(0, token - Self.limit)..<token).last(where: { form($0) == "(" })
    else { return token }
    return open
  }

  private func isNameStart(_ token: Int) -> Bool {
    names.contains { $0.tokens.lowerBound == token }
  }

  private func hasName(_ token: Int) -> Bool { names.contains { $0.tokens.contains(token) } }

  /// The comma or final mark that closes a description without a verb in it.
  private func close(after comma: Int, _ run: Range<Int>) -> Int? {
    for token in comma + 1..<min(run.upperBound, comma + Self.limit) {
      if token > comma + 1, [",", ".", ";"].contains(form(token)) { return token }
      guard isPlain(token) else { return nil }
    }
    return nil
  }

  /// Whether a word may stand in a description that holds no clause.
  private func isPlain(_ token: Int) -> Bool {
    switch document.tags[token].universal {
    case .det, .adj, .noun, .propn, .num, .adp, .part, .sym, .adv: true
    case .pron: document.tags[token].penn == "PRP$"
    case .cconj: form(token) == "and" || form(token) == "&"
    case .punct: ["-", "/", "&", "."].contains(form(token)) || form(token) == "’"
    default: false
    }
  }

  /// Whether a list goes on behind a comma: ', and the mayor'.
  private func isSeries(behind close: Int, _ run: Range<Int>) -> Bool {
    guard form(close) == ",", close + 1 < run.upperBound,
      document.tags[close + 1].universal == .cconj
    else { return false }
    // ', and said': the verb goes on with the subject.
    guard close + 2 < run.upperBound else { return true }
    return ![UniversalTag.verb, .aux, .adv].contains(document.tags[close + 2].universal)
  }

  /// Whether a comma stands in a list of nouns: 'ministers, aides, Ana Berg, ...'.
  private func isSeries(before comma: Int, _ run: Range<Int>) -> Bool {
    let start = max(run.lowerBound, comma - 4)
    return (start..<comma).contains { form($0) == "," && !hasName($0) }
  }
}
