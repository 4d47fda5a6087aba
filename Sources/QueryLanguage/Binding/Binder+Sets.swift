internal import Diagnostics
internal import NewsModel

/// Stages and conditions that ask for the rows or values of another query.
extension Binder {
  mutating func bindSample(
    _ count: ValueSyntax, _ seed: ValueSyntax?, _ stage: Stage
  ) -> [BoundStage] {
    let number = whole(count, example: "sample 10")
    let chosen = seed.map { whole($0, example: "sample 10 seed 1") } ?? 0
    guard let number, let chosen else { return [] }
    return made(.sample(number, seed: UInt64(chosen)), stage.canonical, stage)
  }

  // MARK: Rows of another query

  mutating func bindSubset(
    _ query: Query, _ isNegated: Bool, _ stage: Stage
  ) -> [BoundStage] {
    guard let inner = nested(query), let shape else { return [] }
    guard shape.table == inner.shape.table, shape.table != nil || shape.isLike(inner.shape) else {
      reportUnlike(inner.shape, query, word: isNegated ? "except" : "only")
      return []
    }
    let word = isNegated ? "except" : "only"
    return made(
      .subset(inner.query, isNegated: isNegated), "\(word) (\(inner.query.canonical))", stage)
  }

  private mutating func reportUnlike(_ inner: RowShape, _ query: Query, word: String) {
    guard let shape else { return }
    let message = "'\(word)' needs a query of \(shape.words), and this gives \(inner.words)"
    let end = SourceRange(at: query.range.upper)
    guard let wanted = shape.table else {
      let names = shape.columns.map(\.name).joined(separator: ", ")
      report(
        .unlikeRows, message, at: query.range,
        hints: ["the columns must have the same names and types", "next: | distinct \(names)"])
      return
    }
    guard let source = inner.linkingTable else {
      report(
        .unlikeRows, message, at: query.range,
        hints: ["next: \(word) (\(wanted.name) where ...)"])
      return
    }
    let stop = source == wanted ? nil : TableLinks.stop(from: source, to: wanted)
    let way = " | " + (stop.map { "\($0.name) | " } ?? "") + wanted.name
    report(
      .unlikeRows, message, at: query.range,
      hints: ["next: \(query.canonical)\(way)"],
      fixIts: [FixIt(message: "add '\(way)'", range: end, replacement: way)])
  }

  // MARK: Values of another query

  mutating func bindAmong(
    _ path: PathSyntax, _ query: Query, at range: SourceRange, isEvery: Bool = false
  ) -> BoundCondition? {
    let bound = bind(path)
    let inner = nested(query)
    guard let bound, let inner else { return nil }
    let test = test(bound, path)
    if case .reference(let table) = bound.type, inner.shape.table == table {
      return .among(bound, BoundValues(query: inner.query, path: nil, isEvery: isEvery))
    }
    let shown = inner.shape.shown
    let fitting = shown.filter { fits($0, bound.type) }
    var chosen = shown.count == 1 ? fitting.first : nil
    // Of the columns that a table shows by itself nobody has chosen one.
    if case .reference = bound.type, shown != inner.shape.table?.shownColumns {
      chosen = fitting.first
    }
    guard let chosen else {
      reportMisfit(test, inner.shape, query)
      return nil
    }
    return .among(bound, BoundValues(query: inner.query, path: chosen.path, isEvery: isEvery))
  }

  private func fits(_ column: BoundColumn, _ type: ValueType) -> Bool {
    switch (type, column.path.type) {
    case (.text, .text), (.text, .category), (.category, .text), (.category, .category): true
    case (.integer, .integer), (.integer, .number), (.number, .integer), (.number, .number): true
    case (.date, .date): true
    case (.reference(let a), .reference(let b)): a == b
    // A name that is compared as a text is compared with the names of the rows.
    case (.text, .reference): true
    default: false
    }
  }

  private mutating func reportMisfit(_ test: Test, _ shape: RowShape, _ query: Query) {
    let name = test.syntax.text
    let names = shape.shown.map(\.name)
    let wanted: String
    if case .reference(let table) = test.path.type {
      wanted = table.name
    } else {
      wanted = "one column of \(test.path.type.plural)"
    }
    var hints = ["it shows " + names.prefix(8).joined(separator: ", ")]
    var ways: [String] = []
    if case .reference(let table) = test.path.type, let source = shape.linkingTable,
      source != table
    {
      let stop = TableLinks.stop(from: source, to: table)
      ways.append(" | " + (stop.map { "\($0.name) | " } ?? "") + table.name)
    }
    let columns = (shape.shown + (shape.table?.allColumns ?? [])).filter {
      fits($0, test.path.type)
    }
    let namesake = columns.first { $0.name == name }
    if let column = namesake ?? columns.first {
      let way = shape.table == nil ? " | show \(column.name)" : " | distinct \(column.name)"
      ways.insert(way, at: namesake == nil ? ways.count : 0)
    }
    hints.append(
      ways.isEmpty
        ? "next: | distinct FIELD, at the end of the query, with a field that fits"
        : "next: " + ways.map { query.canonical + $0 }.joined(separator: ", or "))
    let end = SourceRange(at: query.range.upper)
    let fixIts = ways.map { FixIt(message: "add '\($0)'", range: end, replacement: $0) }
    report(
      .valuesMisfit, "'\(name)' needs a query that gives \(wanted), and this gives \(shape.words)",
      at: query.range, hints: hints, fixIts: fixIts)
  }
}

extension RowShape {
  /// Whether the columns have the same names and types, in whatever order of fields they were made.
  func isLike(_ other: RowShape) -> Bool {
    !isOpen && !other.isOpen
      && columns.map { $0.name.lowercased() } == other.columns.map { $0.name.lowercased() }
      && columns.map(\.type) == other.columns.map(\.type)
  }

  /// The table whose links these rows can follow: their own, or that of their first column of
  /// references; nil where there is none.
  var linkingTable: Table? {
    table
      ?? columns.lazy.compactMap { column in
        if case .reference(let table) = column.type.value { table } else { nil }
      }.first
  }

  /// What the rows are, for messages: `events`, `groups with type, count`.
  var words: String {
    table?.name ?? "groups with " + columns.prefix(6).map(\.name).joined(separator: ", ")
  }
}
