public import Diagnostics
internal import NewsModel

/// A text that is being typed: what its parts are, and what is wrong with it so far.
///
/// Nothing is run. A statement that only lacks its end has no error, and a word at the cursor that
/// may yet become right has none either.
public struct LiveText: Sendable {
  /// Bytes of the longest text of which more is told than its tokens.
  public static let lengthLimit = 8 << 10

  /// The parts, in order and without overlaps.
  public private(set) var marks: [SourceMark] = []
  /// The errors, in order of place.
  public private(set) var errors: [Diagnostic] = []

  let catalog: any Catalog
  private(set) var options: Binder.Options
  private let previous: Query?
  private let text: String
  private let bytes: [UInt8]
  private let cursor: CursorText
  private let openEnd: OpenEnd?
  /// What the rows are at the end of the last statement; nil where that is not known.
  private var lastShape: RowShape?

  /// Reads `text` with the cursor at byte offset `cursor`.
  ///
  /// - Parameter previous: the query that one beginning with `|` goes on from.
  /// - Complexity: O(*n*) in the length of the text, and questions to the catalog.
  public init(
    _ text: String, at cursor: Int, catalog: any Catalog, options: Binder.Options,
    previous: Query? = nil
  ) {
    self.text = text
    self.catalog = catalog
    self.options = options
    self.previous = previous
    let bytes = Array(text.utf8)
    self.bytes = bytes
    let cursorText = CursorText(text, cursor)
    self.cursor = cursorText
    let tokens = Array(Lexer.tokens(of: bytes.span, in: SourceRange(0, bytes.count)).dropLast())
    openEnd = OpenEnd(bytes, tokens, cursor: cursorText.cursor)
    var parts: [SourceMark] = []
    if bytes.count <= LiveText.lengthLimit {
      for range in StatementSplitter.statements(in: text) { parts += read(range) }
    }
    marks = merged(tokens, parts)
    if !tokens.contains(where: { $0.kind == .leftParenthesis }) { bindLastPath() }
    addErrors()
  }

  /// The parts of one statement, of the binder before those of the parser.
  private mutating func read(_ range: SourceRange) -> [SourceMark] {
    var parser = Parser(text, range: range, collectsParts: true)
    let tree = parser.parseStatement()
    var binder = Binder(catalog: catalog, options: options)
    binder.isLive = true
    bind(tree, &binder)
    let found = problems(parser, binder)
    lastShape = binder.shape
    let isTyping = isTyping(in: range, found)
    errors += (isTyping ? problems(before: range) : found).filter { problem in
      !mayGoOn(problem, isTyping) && openEnd?.mayMend(problem, in: bytes) != true
    }
    keep(tree)
    return binder.marks + parser.parts.map { SourceMark(range: $0.range, meaning: $0.meaning) }
  }

  private func problems(_ parser: Parser, _ binder: Binder) -> [Diagnostic] {
    ((parser.wantsMore ? [] : parser.diagnostics) + binder.diagnostics).filter {
      $0.severity == .error && !$0.range.isEmpty
    }
  }

  /// What is wrong in the statement `range` before the word at the cursor.
  private func problems(before range: SourceRange) -> [Diagnostic] {
    guard range.lower < cursor.word.lower else { return [] }
    var parser = Parser(text, range: SourceRange(range.lower, cursor.word.lower))
    let tree = parser.parseStatement()
    var binder = Binder(catalog: catalog, options: options)
    binder.isLive = true
    bind(tree, &binder)
    return problems(parser, binder)
  }

  private func bind(_ tree: Statement, _ binder: inout Binder) {
    switch tree {
    case .assignment: break
    case .definition(let definition):
      binder.checkNames(of: definition)
      let source = SourceText(name: definition.name, text: "")
      _ = binder.bindBody(of: definition, in: source, withDefaults: false)
    case .query(let query): bind(query, &binder)
    }
  }

  private func bind(_ query: Query, _ binder: inout Binder) {
    let query = binder.substituted(query)
    if query.source.kind == .previous, let previous {
      var before = query.continuing(previous)
      before.stages.removeLast(query.stages.count)
      binder.shape = Binder.shape(
        after: before.stages.count, of: before, catalog: catalog, options: options)
    } else {
      guard binder.bindSource(query.source) != nil else { return }
    }
    for stage in query.stages where binder.shape != nil {
      // A stage that is still wrong does not change what the rows are.
      let shape = binder.shape
      _ = binder.bind(stage)
      if binder.shape == nil { binder.shape = shape }
    }
  }

  /// Lets later statements of the text use what one makes.
  private mutating func keep(_ tree: Statement) {
    switch tree {
    case .query: break
    case .assignment(let assignment):
      if case .parameter = assignment.value.kind { return }
      if assignment.value.kind != .missing, !assignment.name.isEmpty {
        options.parameters[assignment.name] = assignment.value.parameterText
      }
    case .definition(let definition):
      let source = SourceText(name: definition.name, text: "")
      let checked = Binder.check(definition, in: source, catalog: catalog, options: options)
      options.definitions[definition.name] = checked.definition
    }
  }

  // MARK: The word at the cursor

  /// Whether the cursor stands behind a word of the statement that may yet become right.
  private func isTyping(in range: SourceRange, _ found: [Diagnostic]) -> Bool {
    let word = cursor.word
    guard !word.isEmpty, word.lower >= range.lower, word.upper <= range.upper, !found.isEmpty
    else { return false }
    return mayBecomeRight || found.contains { $0.code == DiagnosticCode.wrongArguments.rawValue }
  }

  /// Whether an error is about a value right before the word at the cursor, which may belong to it.
  private func mayGoOn(_ problem: Diagnostic, _ isTyping: Bool) -> Bool {
    let gap = problem.range.upper..<max(problem.range.upper, cursor.word.lower)
    guard problem.range.upper <= cursor.word.lower, bytes[gap].allSatisfy({ $0 == 0x20 }) else {
      return false
    }
    let isDate = [DiagnosticCode.notADate, .missingYear].contains { $0.rawValue == problem.code }
    return isDate || isTyping && !gap.isEmpty
  }

  /// Whether the word at the cursor is the beginning of something that may stand there.
  private var mayBecomeRight: Bool {
    let end = cursor.cursor
    if end < bytes.count, CursorText.continuesWord(bytes[end]) { return false }
    return candidates.contains { $0.kind != .value || $0.label != cursor.typed }
  }

  /// What goes on from the word at the cursor.
  private var candidates: [CompletionCandidate] {
    Completer.completions(
      in: text, at: cursor.cursor, catalog: catalog, options: options, previous: previous,
      isExact: true
    ).candidates
  }

  /// Whether the value in `range`, which the cursor ends, may be the beginning of another.
  private func mayGoOn(_ range: SourceRange) -> Bool {
    // A table in a bracket begins a query.
    let word = String(decoding: bytes[range.lower..<range.upper], as: UTF8.self).lowercased()
    let beginsQuery =
      openEnd != nil && (Table(named: word) != nil || options.definitions[word] != nil)
    if range.upper == cursor.cursor { return beginsQuery || mayBecomeRight }
    guard openEnd != nil, range.upper < cursor.cursor,
      bytes[range.upper..<cursor.cursor].allSatisfy({ $0 == 0x20 })
    else { return false }
    if beginsQuery { return true }
    return candidates.contains { $0.kind == .value && $0.label.lowercased().hasPrefix(word + " ") }
  }

  /// Whether the cursor ends the beginning of a name that occurs, though not in this field.
  private func beginsName(_ mark: SourceMark) -> Bool {
    guard case .name(let table, _) = mark.meaning, mark.range.upper == cursor.cursor,
      !cursor.isQuoted, let field = table.schema.field(named: "name")
    else { return false }
    let typed = String(decoding: bytes[mark.range.lower..<mark.range.upper], as: UTF8.self)
    return !catalog.suggestions(for: ValueRequest(field: field, typed: typed, count: 1)).isEmpty
  }

  /// Tells what the field is at the end of the text, where its condition is not there yet to tell it.
  ///
  /// In a bracket the rows may be others, so that nothing is told.
  private mutating func bindLastPath() {
    guard let openEnd, let lastShape, let last = marks.last,
      isInCondition(marks.dropLast(), isStart: true),
      last.meaning == .unboundPath || last.meaning == .unknown
    else { return }
    let spelled = String(decoding: bytes[last.range.lower..<last.range.upper], as: UTF8.self)
    let names = spelled.lowercased().split(separator: ".", omittingEmptySubsequences: false)
    var binder = Binder(catalog: catalog, options: options)
    binder.shape = lastShape
    let path = binder.bind(
      PathSyntax(
        names: names.map { PathSyntax.Name(text: String($0), range: last.range) },
        range: last.range))
    if let path {
      marks[marks.count - 1].meaning = .path(path, lastShape.type(of: path))
    } else if last.meaning == .unboundPath,
      last.range.upper < cursor.cursor || !mayBecomeRight
    {
      errors += binder.diagnostics.filter { problem in
        problem.code == DiagnosticCode.unknownField.rawValue
          && !openEnd.mayMend(problem, in: bytes)
      }
    }
  }

  private mutating func addErrors() {
    for index in marks.indices {
      let range = marks[index].range
      marks[index].isWrong = errors.contains {
        $0.range.lower < range.upper && range.lower < $0.range.upper
      }
      if marks[index].isUnknownValue, mayGoOn(range) || beginsName(marks[index]) {
        marks[index].meaning = .unknown
      }
    }
  }

  // MARK: Parts

  /// The first of the parts that begin earliest, and of the tokens between them what tokens tell.
  private func merged(_ tokens: [Token], _ parts: [SourceMark]) -> [SourceMark] {
    let sorted = parts.enumerated().sorted { a, b in
      (a.element.range.lower, a.offset) < (b.element.range.lower, b.offset)
    }.map(\.element)
    var out: [SourceMark] = []
    var next = 0
    var end = 0
    func add(_ mark: SourceMark) {
      addComment(from: end, to: mark.range.lower, &out)
      out.append(mark)
      end = mark.range.upper
    }
    for token in tokens {
      while next < sorted.count, sorted[next].range.lower < end { next += 1 }
      let isParameter = token.kind == .parameter
      while !isParameter, next < sorted.count, sorted[next].range.lower < token.range.upper {
        if sorted[next].range.lower >= end { add(sorted[next]) }
        next += 1
      }
      if token.range.lower >= end {
        add(SourceMark(range: token.range, meaning: meaning(of: token)))
      }
    }
    addComment(from: end, to: bytes.count, &out)
    return out
  }

  /// Adds the comments between two parts.
  private func addComment(from start: Int, to end: Int, _ out: inout [SourceMark]) {
    var place = start
    while place < end {
      guard bytes[place] == UInt8(ascii: "#") else {
        place += 1
        continue
      }
      let line = bytes[place..<end].firstIndex(of: UInt8(ascii: "\n")) ?? end
      out.append(SourceMark(range: SourceRange(place, line), meaning: .comment))
      place = line
    }
  }

  private func meaning(of token: Token) -> SourceMark.Meaning {
    let spelled = String(decoding: bytes[token.range.lower..<token.range.upper], as: UTF8.self)
    switch token.kind {
    case .word:
      let word = spelled.lowercased()
      if token.keyword != nil || LiveText.smallWords.contains(word) { return .keyword(word) }
      return word.utf8.allSatisfy { (0x30...0x39).contains($0) } ? .number : .unknown
    case .string, .singleQuoted, .backQuoted, .pattern: return .text
    case .parameter: return .parameter(spelled.lowercased().trimmingDollar)
    case .foreignComment: return .comment
    case .unknown, .end: return .unknown
    default: return .mark(spelled)
    }
  }

  /// Words of the language that are no keywords: they mean something only within a construct.
  private static let smallWords: Set<String> = Set(
    LanguageHelp.wordsWithin.keys + DateClause.Unit.allCases.flatMap { [$0.rawValue, $0.one] })
}

extension SyntaxPart {
  /// What the part is, as far as the parser can tell.
  fileprivate var meaning: SourceMark.Meaning {
    switch kind {
    case .table(let table): .table(table)
    case .definition(let name): .definition(name)
    case .path: .unboundPath
    case .newName: .newName
    case .function(let name), .aggregate(let name): .function(name)
    case .value: .text
    }
  }
}
