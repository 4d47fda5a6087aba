internal import Diagnostics
internal import NewsModel

extension LiveText {
  /// One line about the word at byte offset `cursor`: what is wrong with it, or what it is; nil
  /// where there is nothing to tell.
  ///
  /// After a blank, and in a word that says nothing yet, it tells what comes next: an operator, a
  /// value, a condition; else it is about the stage that is being written.
  public func hint(at cursor: Int) -> String? {
    let error = errors.first { $0.range.lower <= cursor && cursor <= $0.range.upper }
    if let error { return error.message }
    let touching = marks.indices.filter {
      marks[$0].range.lower <= cursor && cursor <= marks[$0].range.upper
    }
    // The word that was just typed goes before the mark or word that follows it.
    for index in touching {
      if let text = hint(about: index) { return text }
    }
    // A word that says nothing yet is what comes next.
    let word = touching.first { marks[$0].isOpenWord }
    let start = word.map { marks[$0].range.lower } ?? cursor
    return next(behind: marks.prefix { $0.range.upper <= start })
  }

  /// One line about the part at `index`; nil where there is nothing to tell.
  func hint(about index: Int) -> String? {
    switch marks[index].meaning {
    case .keyword(let word): return keywordHint(word, at: index)
    case .table(let table): return hint(about: table)
    case .definition(let name):
      guard let checked = options.definitions[name] else { return nil }
      let help = checked.definition.help.split(separator: "\n").joined(separator: " ")
      return checked.signature + (help.isEmpty ? "" : ": " + help)
    case .path(let path, let type): return hint(about: path, type)
    case .function(let name):
      return (LanguageHelp.functions + LanguageHelp.aggregates).first { $0.isCalled(name) }
        .map { $0.line }
    case .name(let table, let rows): return hint(about: rows, of: table)
    case .word(let path, let isKnown): return hint(aboutWordOf: path, isKnown)
    case .date(let date): return date.days
    case .parameter(let name): return options.parameters[name].map { "$\(name) = \($0)" }
    case .mark(let sign):
      return LanguageHelp.operators.first { $0.name == sign }.map { $0.line }
    case .number, .text, .comment, .newName, .unboundPath, .unknown: return nil
    }
  }

  // MARK: Words of the language

  private func keywordHint(_ word: String, at index: Int) -> String? {
    var isTest = false
    if index > 0, case .path = marks[index - 1].meaning { isTest = true }
    let inTest = LanguageHelp.operators.first { $0.isCalled(word) }
    if isTest, let inTest { return inTest.line }
    if let entry = stage(word) ?? inTest { return entry.line }
    let all = LanguageHelp.sections.flatMap(\.entries)
    if let entry = all.first(where: { $0.isCalled(word) }) { return entry.line }
    guard let owner = LanguageHelp.wordsWithin[word] else { return nil }
    // A word may belong to several constructs; the one that is being written begins before it.
    for mark in marks[..<index].reversed() {
      if case .keyword(let other) = mark.meaning, let entry = stage(other) { return entry.line }
      if mark.meaning == .mark("|") { break }
    }
    return all.first { $0.isCalled(owner) }.map { $0.line }
  }

  /// What help says of the stage that a word begins.
  func stage(_ word: String) -> LanguageHelp.Entry? {
    LanguageHelp.stages.first { $0.isCalled(word) }
  }

  // MARK: Tables and fields

  private func hint(about table: Table) -> String {
    let rows = catalog.rowCount(of: table).map { "; \(counted($0, "row")) loaded" } ?? ""
    return "\(table.name): \(table.schema.help)\(rows)"
  }

  private func hint(about path: BoundPath, _ type: ColumnType) -> String {
    if let part = path.part { return "\(part.rawValue): a part of the date" }
    guard let field = path.lastField else {
      return "a column that the query made: \(type.isList ? type.value.plural : type.value.word)"
    }
    let schema = field.schema
    let kind: String
    if case .reference(.entities) = path.type {
      kind = Table.entities.schema.field(named: "kind")?.schema.help ?? path.type.word
    } else {
      kind = path.isList ? path.type.plural : path.type.word
    }
    let count = catalog.valueCount(of: field).map { "; \(counted($0, "value"))" } ?? ""
    return "\(schema.name): \(kind), \(schema.help)\(count)"
  }

  // MARK: Values

  private func hint(about rows: [Candidate], of table: Table) -> String {
    guard let first = rows.first else { return "no \(table.singular) is called so" }
    let text = "\(first.name), \(catalog.summary(of: first, in: table))"
    guard rows.count > 1 else { return text }
    let others = rows.dropFirst().prefix(3).map(\.name).joined(separator: ", ")
    return "\(rows.count) \(table.name): \(first.name), \(others)"
  }

  private func hint(aboutWordOf path: BoundPath, _ isKnown: Bool) -> String? {
    guard let field = path.lastField else { return nil }
    let name = field.schema.name
    return isKnown ? "a value of \(name)" : "no row has this \(name)"
  }
}

extension LanguageHelp.Entry {
  /// How it is written and what it does, in one line.
  var line: String { "\(syntax): \(help)" }
}

extension NewsDate {
  /// The days in words: `2023-09-01 to 2023-09-30`.
  var days: String {
    guard let first else { return last.map { "until \($0)" } ?? "" }
    guard let last else { return "from \(first) on" }
    return first == last ? "\(first)" : "\(first) to \(last)"
  }
}
