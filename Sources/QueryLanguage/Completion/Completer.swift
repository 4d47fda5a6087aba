internal import Diagnostics
internal import NewsModel

/// Finds what may stand at the cursor: the parser reads the text before the word there and says
/// what it would take next.
public struct Completer {
  /// Greatest number of candidates.
  public static let limit = 60

  /// A candidate and the place from which it replaces the text.
  private struct Proposal {
    var candidate: CompletionCandidate
    var start: Int
    var distance = 0
  }

  let catalog: any Catalog
  let options: Binder.Options
  let cursor: CursorText
  /// The queries before the cursor, by the numbers of the parser; the outermost is put after the
  /// one that it goes on from.
  let queries: [Query]
  /// Parameters of the definition that is being written.
  let parameterNames: [String]
  /// Stages of the query that the outermost goes on from.
  let stageOffset: Int
  /// Whether candidates must begin with what was typed.
  let isExact: Bool
  /// Whether nothing begins with what was typed, so that what is like it is looked for.
  private(set) var isLoose = false
  /// What was typed, for that; nil where it is too short.
  private var likeness: Likeness?
  private var proposals: [Proposal] = []
  private var seen: Set<String> = []

  /// What may stand at byte offset `cursor` of `text`.
  ///
  /// - Parameter previous: the query that one beginning with `|` goes on from.
  /// - Parameter isExact: whether candidates must begin with what was typed; otherwise, where none
  ///   does, they need only be like it.
  /// - Complexity: O(*n*) in the length of the text, and questions to the catalog.
  public static func completions(
    in text: String, at cursor: Int, catalog: any Catalog, options: Binder.Options,
    previous: Query? = nil, isExact: Bool = false
  ) -> Completion {
    let place = CursorText(text, cursor)
    var parser = Parser(text, range: place.before, collectsExpectations: true)
    _ = parser.parseStatement()
    var queries = parser.queries
    var offset = 0
    if let previous, let tree = queries.first {
      queries[0] = tree.continuing(previous)
      offset = queries[0].stages.count - tree.stages.count
    }
    var completer = Completer(
      catalog: catalog, options: options, cursor: place, queries: queries, stageOffset: offset,
      parameterNames: parser.parameterNames, isExact: isExact)
    if !place.isInComment { completer.addAll(parser.expectations) }
    return completer.result
  }

  private init(
    catalog: any Catalog, options: Binder.Options, cursor: CursorText,
    queries: [Query], stageOffset: Int, parameterNames: [String], isExact: Bool
  ) {
    self.isExact = isExact
    self.parameterNames = parameterNames
    self.catalog = catalog
    self.options = options
    self.cursor = cursor
    self.queries = queries
    self.stageOffset = stageOffset
  }

  /// All candidates, made to replace the same part of the text.
  private var result: Completion {
    let start = proposals.map(\.start).min() ?? cursor.word.lower
    let candidates = proposals.prefix(Completer.limit).map { proposal in
      var candidate = proposal.candidate
      candidate.insertion =
        cursor.text(SourceRange(start, proposal.start)) + candidate.insertion
      return candidate
    }
    return Completion(
      range: SourceRange(start, cursor.cursor), candidates: Array(candidates))
  }

  // MARK: Expectations

  /// Adds what begins with what was typed; where nothing does, what is like it.
  private mutating func addAll(_ expectations: [Expectation]) {
    add(expectations)
    guard proposals.isEmpty, !isExact else { return }
    isLoose = true
    likeness = Likeness(cursor.typed.lowercased())
    add(expectations)
    proposals = proposals.enumerated().sorted { a, b in
      (a.element.distance, a.offset) < (b.element.distance, b.offset)
    }.map(\.element)
  }

  private mutating func add(_ expectations: [Expectation]) {
    for expectation in expectations.sorted(by: { $0.kind.priority < $1.kind.priority }) {
      if cursor.isQuoted, !expectation.kind.isValue { continue }
      add(expectation)
    }
  }

  private mutating func add(_ expectation: Expectation) {
    switch expectation.kind {
    case .statement:
      for word in [Keyword.let, .param, .define] {
        propose(word.rawValue, "gives a value or a query a name", .keyword)
      }
    case .source: addSources()
    case .stage: addStages()
    case .clause: addClauses()
    case .pipe: if cursor.typed.isEmpty { propose("|", "the next stage", .keyword) }
    case .keywords(let words): for word in words { propose(word, "", .keyword) }
    case .field: addFields(shape(before: expectation), takesPeriods: false)
    case .key: addFields(shape(before: expectation), takesPeriods: true)
    case .expression: addExpressions(shape(before: expectation))
    case .aggregate: addAggregates()
    case .argument(let name, let parameter, let place, let start):
      addArguments(of: name, parameter, place, from: start)
    case .comparison(let path): addOperators(path, shape(before: expectation))
    case .value(let path, let start): addValues(path, expectation, from: start)
    case .date(let start): addDates(from: start)
    case .unit: for unit in DateClause.Unit.allCases { propose(unit.rawValue, "", .keyword) }
    case .number, .searchText: addParameters()
    }
  }

  /// What the rows are before the stage that an expectation is about.
  func shape(before expectation: Expectation) -> RowShape? {
    guard queries.indices.contains(expectation.query) else { return nil }
    let offset = expectation.query == 0 ? stageOffset : 0
    return Binder.shape(
      after: expectation.stage + offset, of: queries[expectation.query], catalog: catalog,
      options: options)
  }

  private mutating func addSources() {
    for table in Table.allCases { propose(table.name, table.schema.help, .table) }
    propose("paths from", "how two names are tied, step by step", .table)
    propose("neighbours of", "who is tied to a name", .table)
    for (name, checked) in options.definitions.sorted(by: { $0.key < $1.key }) {
      let help = checked.definition.help
      propose(name, help.isEmpty ? checked.signature : help, .table)
    }
  }

  private mutating func addStages() {
    for entry in LanguageHelp.stages { propose(entry.name, entry.help, .stage) }
    for word in Completer.stageNames { propose(word, "", .stage) }
    for table in Table.allCases {
      propose(table.name, "the \(table.name) that these lead to", .table)
    }
  }

  private mutating func addClauses() {
    for entry in LanguageHelp.stages {
      guard let keyword = Keyword(rawValue: entry.name) else { continue }
      if keyword.role == .clause || keyword.beginsDateClause {
        propose(entry.name, entry.help, .clause)
      }
    }
  }

  private mutating func addOperators(_ path: PathSyntax, _ shape: RowShape?) {
    let type = bound(path, shape)?.type
    for entry in LanguageHelp.operators(for: type) {
      propose(entry.name, entry.help, .comparison)
    }
    guard type == .date else { return }
    for relation in DateClause.Relation.allCases {
      propose(relation.rawValue, "", .comparison)
    }
    propose("certainly", "every day of the date fits", .comparison)
    propose("possibly", "a day of the date fits, as without it", .comparison)
  }

  // MARK: Candidates

  func bound(_ path: PathSyntax, _ shape: RowShape?) -> BoundPath? {
    var binder = Binder(catalog: catalog, options: options)
    binder.shape = shape
    return binder.bind(path)
  }

  /// Adds a candidate for the word at the cursor, where it begins so.
  mutating func propose(
    _ text: String, _ detail: String, _ kind: CompletionCandidate.Kind, insertion: String? = nil
  ) {
    guard text != cursor.typed, let distance = distance(to: text.lowercased()) else { return }
    let candidate = CompletionCandidate(
      insertion: insertion ?? text, label: text, detail: detail, kind: kind)
    add(candidate, from: cursor.word.lower, distance: distance)
  }

  /// How far a text in small letters is from what was typed; nil where it does not fit.
  private func distance(to text: String) -> Int? {
    if isLoose { return likeness?.distance(to: text) }
    return text.hasPrefix(cursor.typed.lowercased()) ? 0 : nil
  }

  /// Adds a candidate that replaces the text from byte `start` on; the first of those with one label
  /// stays.
  mutating func add(_ candidate: CompletionCandidate, from start: Int, distance: Int = 0) {
    guard seen.insert(candidate.label).inserted else { return }
    proposals.append(Proposal(candidate: candidate, start: start, distance: distance))
  }
}

extension Expectation.Kind {
  /// The order in which candidates of a kind are offered.
  fileprivate var priority: Int {
    switch self {
    case .value, .date, .argument: 0
    case .field, .key, .source, .stage, .expression, .aggregate, .comparison, .unit, .number,
      .searchText:
      1
    case .keywords, .statement: 2
    case .pipe: 3
    case .clause: 4
    }
  }

  /// Whether a text in quotes may stand there.
  fileprivate var isValue: Bool {
    switch self {
    case .value, .date, .searchText, .argument: true
    default: false
    }
  }
}
