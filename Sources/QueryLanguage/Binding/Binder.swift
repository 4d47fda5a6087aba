public import Diagnostics
public import NewsModel

/// Gives a query its meaning: finds the fields, checks the types, resolves names and dates.
///
/// Every error says where, why, what exists instead and what to do next. A query without errors
/// gives a ``BoundQuery``; warnings and notes do not hinder it.
public struct Binder {
  /// How names and dates are understood.
  public struct Options: Sendable, Hashable {
    /// The day that `today` and `last week` count from.
    public var today: Day
    /// Whether a name with several meanings, or with none, is an error.
    public var isStrict: Bool
    /// What `$name` stands for, by names in small letters: texts as in
    /// ``ValueSyntax/parameterText``.
    public var parameters: [String: String]
    /// The definitions that a query may call, by names in small letters.
    public var definitions: [String: CheckedDefinition]

    /// Options.
    public init(
      today: Day, isStrict: Bool = false, parameters: [String: String] = [:],
      definitions: [String: CheckedDefinition] = [:]
    ) {
      self.today = today
      self.isStrict = isStrict
      self.parameters = parameters
      self.definitions = definitions
    }
  }

  /// How deep brackets, queries, expressions and calls of definitions may nest in all.
  static let depthLimit = 2 * Parser.nestingLimit
  /// How many columns rows may have, and how many may be shown.
  static let columnLimit = 1_000

  let catalog: any Catalog
  let options: Options
  var diagnostics: [Diagnostic] = []
  /// Whether an error was met; nothing that was bound is of use then.
  private(set) var hasErrors = false
  /// What the rows are that reach the next stage; nil once that cannot be said.
  var shape: RowShape?
  /// Names of columns that could not be made; using them is no further error.
  var failedNames: Set<String> = []
  /// How deep what is bound stands in brackets, queries and definitions.
  private var depth = 0
  /// How deep the query that is bound stands in others; 0 for the one that was asked.
  var queryDepth = 0
  /// What is done with the rows after the last stage.
  var presentations: [Presentation] = []
  /// The definitions whose queries are being bound, the one that was called first in front.
  var scopes: [DefinitionScope] = []
  /// Calls of definitions so far.
  var callCount = 0
  /// Whether it binds for a text that is being typed: what its parts are is noted, and no names are
  /// looked for that may have been meant.
  var isLive = false
  /// What the parts of the text are; only filled where it is asked for.
  var marks: [SourceMark] = []
  /// What the parameters that stand for no value are used as, by their names.
  var parameterTypes: [String: ParameterType] = [:]

  init(catalog: any Catalog, options: Options) {
    self.catalog = catalog
    self.options = options
  }

  /// Binds a query that was read without errors.
  ///
  /// - Returns: The bound query, nil where there are errors; and all diagnostics in order of place.
  /// - Complexity: O(*n*) in the size of the query, and one question to the catalog for each name.
  public static func bind(
    _ query: Query, catalog: any Catalog, options: Options
  ) -> (query: BoundQuery?, diagnostics: [Diagnostic]) {
    var binder = Binder(catalog: catalog, options: options)
    let whole = binder.substituted(query)
    let bound = binder.bindWhole(whole)
    return (binder.hasErrors ? nil : bound, binder.sortedDiagnostics)
  }

  /// What there is to tell, in order of place.
  var sortedDiagnostics: [Diagnostic] {
    diagnostics.enumerated().sorted { a, b in
      (a.element.range.lower, a.offset) < (b.element.range.lower, b.offset)
    }.map(\.element)
  }

  /// The query that was asked, or the body of a definition.
  mutating func bindWhole(_ query: Query) -> BoundQuery? {
    guard let (source, stages) = flattened(query), shape != nil else { return nil }
    var bound = BoundQuery(source: source, stages: stages)
    bound.presentations = presentations
    return bound
  }

  /// The shape of the rows after the first `count` stages of a query; nil where errors hide it.
  static func shape(
    after count: Int, of query: Query, catalog: any Catalog, options: Options
  ) -> RowShape? {
    var binder = Binder(catalog: catalog, options: options)
    guard binder.bindSource(query.source) != nil else { return nil }
    for stage in query.stages.prefix(count) {
      // A stage that is still wrong does not change what the rows are.
      let before = binder.shape
      _ = binder.bind(stage)
      if binder.shape == nil { binder.shape = before }
    }
    return binder.shape
  }

  mutating func report(
    _ code: DiagnosticCode, _ message: String, at range: SourceRange,
    severity: Severity = .error, hints: [String] = [], fixIts: [FixIt] = []
  ) {
    if severity == .error { hasErrors = true }
    guard !isFull(of: severity) else { return }
    let diagnostic = outermost(
      Diagnostic(
        code: code.rawValue, severity: severity, message: message, range: range, hints: hints,
        fixIts: fixIts))
    if !diagnostics.contains(diagnostic) { diagnostics.append(diagnostic) }
  }

  /// Whether nothing more is told of such weight; errors are counted by themselves.
  func isFull(of severity: Severity = .error) -> Bool {
    diagnostics.count { ($0.severity == .error) == (severity == .error) } > Parser.diagnosticLimit
  }

  /// What `body` makes of a part that stands deeper than the one around it; nil, and an error, where
  /// that is too deep.
  mutating func deeper<Made>(
    at range: SourceRange, _ body: (inout Binder) -> Made?
  ) -> Made? {
    guard depth < Binder.depthLimit else {
      report(
        .nestingTooDeep, "queries, brackets and definitions nest too deep here", at: range,
        hints: ["next: write it in parts, or leave out a definition on the way"])
      return nil
    }
    depth += 1
    defer { depth -= 1 }
    return body(&self)
  }

  func didYouMean(_ names: [String]) -> [String] {
    guard let first = names.first else { return [] }
    let quoted = names.map { "'\($0)'" }
    if names.count == 1 { return ["did you mean '\(first)'?"] }
    return [
      "did you mean \(quoted.dropLast().joined(separator: ", ")) or \(quoted[names.count - 1])?"
    ]
  }

  func fixIt(_ text: String, at range: SourceRange) -> FixIt {
    FixIt(message: "replace with '\(text)'", range: range, replacement: text)
  }
}

extension BoundQuery {
  /// The query as it was understood, in canonical form: dates and parameters have their values.
  public var canonical: String {
    var text = source.text
    // What follows a search of a graph at once says what ties.
    var followsClause = false
    if case .table = source { followsClause = true }
    var followsFilter = false
    for stage in stages {
      let isFilter: Bool
      switch stage.operation {
      case .filter, .search: isFilter = true
      default: isFilter = false
      }
      let isWhere = stage.text.hasPrefix("where ")
      text += followsClause && isFilter && !(isWhere && followsFilter) ? " " : " | "
      text += stage.text
      followsClause = isFilter
      followsFilter = isWhere
    }
    for presentation in presentations where presentation != .timeline {
      text += " | " + presentation.text
    }
    return text
  }
}

extension Table {
  /// The columns that are shown when a query does not say which.
  var shownColumns: [BoundColumn] {
    schema.fields.indices.filter { schema.fields[$0].isShown }.map {
      column(FieldID(table: self, position: $0))
    }
  }

  /// All fields as columns.
  var allColumns: [BoundColumn] {
    schema.fields.indices.map { column(FieldID(table: self, position: $0)) }
  }

  private func column(_ field: FieldID) -> BoundColumn {
    BoundColumn(name: field.schema.name, path: BoundPath(field))
  }
}

extension BoundPath {
  /// The path that is one field.
  init(_ field: FieldID) {
    let schema = field.schema
    self.init(root: .fields([field]), type: schema.type, isList: schema.isList)
  }

  /// The field that the path ends in; nil where it ends in a column.
  var lastField: FieldID? {
    switch root {
    case .fields(let fields), .column(_, then: let fields): fields.last
    }
  }
}

extension BoundSource {
  /// The source in canonical form.
  public var text: String {
    switch self {
    case .table(let table): table.name
    case .graph(let graph): graph.text
    }
  }
}
