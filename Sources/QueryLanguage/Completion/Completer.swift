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
  }

  let catalog: any Catalog
  let options: Binder.Options
  let cursor: CursorText
  /// The query before the cursor, put after the one that it goes on from.
  private let query: Query?
  /// Stages of the query that it goes on from.
  private let stageOffset: Int
  private var proposals: [Proposal] = []
  private var seen: Set<String> = []

  /// What may stand at byte offset `cursor` of `text`.
  ///
  /// - Parameter previous: the query that one beginning with `|` goes on from.
  /// - Complexity: O(*n*) in the length of the text, and questions to the catalog.
  public static func completions(
    in text: String, at cursor: Int, catalog: any Catalog, options: Binder.Options,
    previous: Query? = nil
  ) -> Completion {
    let place = CursorText(text, cursor)
    var parser = Parser(text, range: place.before, collectsExpectations: true)
    var query: Query?
    var offset = 0
    if case .query(let tree) = parser.parseStatement() {
      let whole = previous.map { tree.continuing($0) } ?? tree
      offset = whole.stages.count - tree.stages.count
      query = whole
    }
    var completer = Completer(
      catalog: catalog, options: options, cursor: place, query: query, stageOffset: offset)
    if !place.isInComment { completer.add(parser.expectations) }
    return completer.result
  }

  private init(
    catalog: any Catalog, options: Binder.Options, cursor: CursorText, query: Query?,
    stageOffset: Int
  ) {
    self.catalog = catalog
    self.options = options
    self.cursor = cursor
    self.query = query
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

  private mutating func add(_ expectations: [Expectation]) {
    for expectation in expectations.sorted(by: { $0.kind.priority < $1.kind.priority }) {
      if cursor.isQuoted, !expectation.kind.isValue { continue }
      add(expectation)
    }
  }

  private mutating func add(_ expectation: Expectation) {
    switch expectation.kind {
    case .table: addTables()
    case .stage: addStages()
    case .clause: addClauses()
    case .pipe: if cursor.typed.isEmpty { propose("|", "the next stage", .keyword) }
    case .keywords(let words): for word in words { propose(word, "", .keyword) }
    case .field: addFields(shape(before: expectation), takesPeriods: false)
    case .key: addFields(shape(before: expectation), takesPeriods: true)
    case .comparison(let path): addOperators(path, shape(before: expectation))
    case .value(let path, let start): addValues(path, shape(before: expectation), from: start)
    case .date(let start): addDates(from: start)
    case .unit: for unit in DateClause.Unit.allCases { propose(unit.rawValue, "", .keyword) }
    case .number, .searchText: addParameters()
    }
  }

  /// What the rows are before the stage that an expectation is about.
  private func shape(before expectation: Expectation) -> RowShape? {
    query.flatMap {
      Binder.shape(
        after: expectation.stage + stageOffset, of: $0, catalog: catalog, options: options)
    }
  }

  private mutating func addTables() {
    for table in Table.allCases { propose(table.name, table.schema.help, .table) }
    for word in [Keyword.let, .param] { propose(word.rawValue, "gives a value a name", .keyword) }
  }

  private mutating func addStages() {
    for entry in LanguageHelp.stages { propose(entry.name, entry.help, .stage) }
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
    for entry in LanguageHelp.operators {
      let name = entry.name
      switch name {
      case "and", "*", "@", "$", "certainly": continue
      case "~", "!~":
        if type == .date || type == .integer || type == .number { continue }
      case "<", "<=", ">", ">=", "between":
        if type == .category { continue }
        if case .reference = type { continue }
      default: break
      }
      propose(name, entry.help, .comparison)
    }
    guard type == .date else { return }
    for relation in DateClause.Relation.allCases {
      propose(relation.rawValue, "", .comparison)
    }
    propose("certainly", "every day of the date fits", .comparison)
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
    let typed = cursor.typed.lowercased()
    guard text.lowercased().hasPrefix(typed), text != cursor.typed else { return }
    add(
      CompletionCandidate(
        insertion: insertion ?? text, label: text, detail: detail, kind: kind),
      from: cursor.word.lower)
  }

  mutating func add(_ candidate: CompletionCandidate, from start: Int) {
    guard seen.insert(candidate.label).inserted else { return }
    proposals.append(Proposal(candidate: candidate, start: start))
  }
}

extension Expectation.Kind {
  /// The order in which candidates of a kind are offered.
  fileprivate var priority: Int {
    switch self {
    case .value, .date: 0
    case .field, .key, .table, .stage, .comparison, .unit, .number, .searchText: 1
    case .keywords: 2
    case .pipe: 3
    case .clause: 4
    }
  }

  /// Whether a text in quotes may stand there.
  fileprivate var isValue: Bool {
    switch self {
    case .value, .date, .searchText: true
    default: false
    }
  }
}
