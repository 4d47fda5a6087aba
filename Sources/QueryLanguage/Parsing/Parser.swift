public import Diagnostics

/// Reads statements; never throws, whatever the text is.
///
/// A recursive descent over the tokens of ``Lexer``. What cannot be understood becomes an `invalid`
/// node and a diagnostic, and reading goes on at the next `|`. Brackets, `not`, `if` and queries
/// nest at most ``nestingLimit`` deep, and after ``diagnosticLimit`` problems the rest is left unread.
///
/// **Values.** A bare value runs over several words. It ends at an operator, `|`, `,`, a bracket,
/// the end, and at a keyword. Words that are common in names count as keywords only where what
/// they need follows: `take 5`, `sort by`, `last 7 days`, `group by`, `only (`. So `actor = Harbour
/// Workers Group` needs no quotes. The first word of a value is text unless only a missing value
/// explains it.
///
/// - Complexity: O(*n*) in the length of the text.
public struct Parser {
  /// How deep brackets, `not` and `if` may nest, and how many operators an expression may have.
  public static let nestingLimit = 200
  /// Bytes of the longest statement that is read; a longer one is an error.
  public static let lengthLimit = 256 << 10
  /// How many problems are reported before the rest is left unread.
  public static let diagnosticLimit = 20

  /// The text, as UTF-8.
  let bytes: [UInt8]
  /// Its tokens; mended where a problem shows what was meant.
  var tokens: [Token]
  /// The current token.
  var index = 0
  /// How many brackets, `not`, `if` and queries are open.
  var depth = 0
  /// Expressions that are open around what is read.
  var expressionDepth = 0
  /// Operators of the outermost of them so far.
  var operatorCount = 0
  /// How many conditions of the current query are open: one, and one for each bracket.
  var conditionDepth = 0
  /// How many queries in brackets are open.
  var queryDepth = 0
  /// Whether `then` and `else` end a bare value: in the condition of an `if`.
  var isInChoice = false
  /// Whether the query of a definition is being read.
  var isInDefinition = false
  /// Parameters of the definition that is being read.
  var parameterNames: [String] = []
  /// Names of columns that the text has made so far, in small letters.
  var columnNames: Set<String> = []
  /// How many translations of other languages this text is inside of.
  var translationDepth = 0
  /// The token of which an expression has taken only a part: its range begins at the rest.
  var dividedIndex: Int?
  /// The problems so far, in the order in which they were met.
  var diagnostics: [Diagnostic] = []
  /// Whether all that is wrong so far is that the text ends too soon.
  var wantsMore = false
  /// Whether reading stopped for good: too deep a nesting.
  var isAbandoned = false
  /// The bare value that was read last, while nothing has been read after it.
  var lastBareValue: (range: SourceRange, endIndex: Int)?
  /// What may stand at the end of the text; only filled for completion.
  var expectations: [Expectation] = []
  /// The call whose values are being read, the parameter that is named and how many values without
  /// a name stand before; nil outside of calls.
  var argument: (name: String, parameter: String?, place: Int)?
  /// Whether it reads for completion.
  let collectsExpectations: Bool
  /// Whether something is missing at the end of the text; what is read after that is a guess.
  private var hasProblemAtEnd = false
  /// The queries that are being read or were read, by their numbers; only filled for completion.
  var queries: [Query] = []
  /// The number of the query that is being read, and how many of its stages are read: what an
  /// expectation is about.
  var place = (query: 0, stage: 0)

  /// What the parts of the text are, in the order in which they were read; only filled for
  /// highlighting.
  var parts: [SyntaxPart] = []
  /// Whether it reads for highlighting.
  let collectsParts: Bool

  /// A parser of `text`, or of the part `range` of it, before its first token.
  init(
    _ text: String, range: SourceRange?, collectsExpectations: Bool = false,
    collectsParts: Bool = false
  ) {
    self.collectsParts = collectsParts
    let bytes = Array(text.utf8)
    tokens = Lexer.tokens(of: bytes.span, in: range ?? SourceRange(0, bytes.count))
    self.bytes = bytes
    self.collectsExpectations = collectsExpectations
  }

  /// Reads `text`, or the part `range` of it, as one query.
  public static func query(_ text: String, range: SourceRange? = nil) -> Parsed<Query> {
    if let problem = lengthProblem(text, range) {
      let source = Source(kind: .missing, range: problem.range)
      return Parsed(
        tree: Query(source: source, stages: [], range: problem.range), diagnostics: [problem],
        wantsMore: false)
    }
    var parser = Parser(text, range: range)
    let query = parser.parseQuery()
    return parser.finish(query)
  }

  /// Reads `text`, or the part `range` of it, as one statement.
  public static func statement(_ text: String, range: SourceRange? = nil) -> Parsed<Statement> {
    if let problem = lengthProblem(text, range) {
      let parsed = query(text, range: range)
      return Parsed(tree: .query(parsed.tree), diagnostics: [problem], wantsMore: false)
    }
    var parser = Parser(text, range: range)
    let statement = parser.parseStatement()
    return parser.finish(statement)
  }

  /// What is wrong with a text that is longer than ``lengthLimit``; nil for any other.
  private static func lengthProblem(_ text: String, _ range: SourceRange?) -> Diagnostic? {
    let range = range ?? SourceRange(0, text.utf8.count)
    guard range.count > lengthLimit else { return nil }
    return Diagnostic(
      code: DiagnosticCode.queryTooLong.rawValue,
      message:
        "a query of \(range.count >> 10) KiB is more than the \(lengthLimit >> 10) KiB that are read",
      range: SourceRange(at: range.lower),
      hints: ["next: put long lists into several queries"])
  }

  /// Whether `text` is a whole statement: more text is not needed, or could not mend it.
  ///
  /// An empty text is whole.
  public static func isComplete(_ text: String) -> Bool {
    let parsed = statement(text)
    return !parsed.wantsMore
  }

  /// What was read, with the problems in order of place.
  func finish<Tree>(_ tree: Tree) -> Parsed<Tree> {
    let sorted = diagnostics.enumerated().sorted { a, b in
      (a.element.range.lower, a.offset) < (b.element.range.lower, b.offset)
    }
    return Parsed(tree: tree, diagnostics: sorted.map(\.element), wantsMore: wantsMore)
  }

  // MARK: Tokens

  /// The current token.
  var token: Token { tokens[index] }
  /// What the current token is.
  var kind: TokenKind { tokens[index].kind }
  /// The keyword that the current token spells.
  var keyword: Keyword? { tokens[index].keyword }
  /// Whether the statement ends here.
  var isAtEnd: Bool { kind == .end || kind == .semicolon }
  /// Whether the query that is being read ends here.
  var isAtQueryEnd: Bool { isAtEnd || queryDepth > 0 && kind == .rightParenthesis }
  /// Whether a stage ends here.
  var isAtStageEnd: Bool { isAtQueryEnd || kind == .pipe }

  /// The token `distance` further on; the last one past the end.
  func peek(_ distance: Int = 1) -> Token {
    tokens[min(index + distance, tokens.count - 1)]
  }

  /// The token at `index`; the last one past the end.
  func token(at index: Int) -> Token { tokens[min(max(0, index), tokens.count - 1)] }

  /// The token before the current one.
  var previous: Token? { index > 0 ? tokens[index - 1] : nil }

  /// Goes to the next token; stays at the last.
  mutating func advance() {
    if index < tokens.count - 1 { index += 1 }
  }

  /// Goes past a token that is `wanted`; false where another stands here.
  mutating func accept(_ wanted: TokenKind) -> Bool {
    guard kind == wanted else { return false }
    advance()
    return true
  }

  /// The text in `range`.
  func text(_ range: SourceRange) -> String {
    String(decoding: bytes[range.lower..<range.upper], as: UTF8.self)
  }

  /// The text of a token.
  func text(_ token: Token) -> String { text(token.range) }

  /// The text of a token in small letters.
  func lowered(_ token: Token) -> String { text(token.range).lowercased() }

  /// Whether the token is the word `word`, which is in small letters, in any case.
  func isWord(_ token: Token, _ word: String) -> Bool {
    token.kind == .word && token.range.count == word.utf8.count && lowered(token) == word
  }

  /// From the first byte of token `start` to the last byte before the current token.
  func range(from start: Int) -> SourceRange {
    let first = token(at: start).range
    guard index > start else { return SourceRange(at: first.lower) }
    return SourceRange(first.lower, token(at: index - 1).range.upper)
  }

  // MARK: Problems

  /// Whether nothing more is read or reported.
  var isFull: Bool { isAbandoned || diagnostics.count > Parser.diagnosticLimit }

  /// Adds a problem, unless there are too many already.
  mutating func report(
    _ code: DiagnosticCode, _ message: String, at range: SourceRange,
    notes: [Diagnostic.Note] = [], hints: [String] = [], fixIts: [FixIt] = []
  ) {
    if diagnostics.isEmpty, kind == .end, code != .emptyQuery {
      wantsMore = range == here || code == .unclosedBracket
    }
    if kind == .end { hasProblemAtEnd = true }
    guard !isFull else { return }
    if diagnostics.count == Parser.diagnosticLimit {
      diagnostics.append(
        Diagnostic(
          code: DiagnosticCode.tooManyProblems.rawValue,
          message: "too many problems; the rest is not read", range: range,
          hints: ["next: mend the first one and try again"]))
      return
    }
    diagnostics.append(
      Diagnostic(
        code: code.rawValue, message: message, range: range, notes: notes, hints: hints,
        fixIts: fixIts))
  }

  /// Where the current token stands; at the end of the text, the place after the last token.
  var here: SourceRange {
    guard isAtEnd, let previous else { return token.range }
    return SourceRange(at: previous.range.upper)
  }

  /// The current token in words, for messages.
  var found: String {
    switch kind {
    case .end, .semicolon: "the query ends here"
    default: "found '\(shortened(text(token)))'"
    }
  }

  /// Notes that `expectation` may stand here, where here is the end of the text.
  mutating func expect(_ expectation: @autoclosure () -> Expectation.Kind) {
    guard collectsExpectations, kind == .end, !hasProblemAtEnd else { return }
    expectations.append(
      Expectation(kind: expectation(), query: place.query, stage: place.stage))
  }
}

/// `text` cut to a length that suits a message.
func shortened(_ text: String) -> String {
  text.utf8.count <= 60 ? text : String(text.prefix(40)) + "…"
}
