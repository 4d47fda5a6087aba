internal import Diagnostics
internal import NewsModel

/// Stages that make rows of no table: counts, groups, crosstabs.
extension Binder {
  mutating func bindCount(
    _ distinct: PathSyntax?, _ keys: [PathSyntax], _ stage: Stage
  ) -> [BoundStage] {
    let counted = distinct.flatMap { bind($0) }
    let columns = bindColumns(keys)
    let output = columns.map { element(of: $0) } + [RowColumn(name: "count", type: .init(.integer))]
    note(failed: keys, of: columns)
    return made(
      .count(distinct: counted, by: columns), countText(distinct, keys), stage,
      output: RowShape(columns: output))
  }

  /// `count by K` as a stage of its own would be written, whatever stage means it.
  private func countText(_ distinct: PathSyntax?, _ keys: [PathSyntax]) -> String {
    Stage(kind: .count(distinct: distinct, by: keys), range: SourceRange(at: 0)).canonical
  }

  mutating func bindDistinct(_ paths: [PathSyntax], _ stage: Stage) -> [BoundStage] {
    let columns = paths.isEmpty ? current : bindColumns(paths)
    note(failed: paths, of: columns)
    return made(
      .distinct(columns), stage.canonical, stage,
      output: RowShape(columns: columns.map { element(of: $0) }))
  }

  private mutating func bindColumns(_ paths: [PathSyntax]) -> [BoundColumn] {
    var columns: [BoundColumn] = []
    for path in paths {
      if let bound = bind(path) { columns.add(BoundColumn(name: path.text, path: bound)) }
    }
    return columns
  }

  /// The column that a key becomes, where each element of a list has a row of its own.
  private func element(of column: BoundColumn) -> RowColumn {
    var type = type(of: column.path)
    type.isList = false
    return RowColumn(name: column.name, type: type)
  }

  /// Remembers the keys that there are no columns for.
  private mutating func note(failed paths: [PathSyntax], of columns: [BoundColumn]) {
    if columns.count < paths.count {
      failedNames.formUnion(
        paths.map(\.text).filter { name in
          !columns.contains { $0.name == name }
        })
    }
  }

  // MARK: Groups

  mutating func bindGroup(
    _ keys: [PathSyntax], _ aggregates: [AggregateSyntax], _ stage: Stage
  ) -> [BoundStage] {
    let columns = bindColumns(keys)
    note(failed: keys, of: columns)
    var output = RowShape(columns: columns.map { element(of: $0) })
    var bound: [BoundAggregate] = []
    for aggregate in aggregates.prefix(Binder.columnLimit + 1) {
      let name = columnName(of: aggregate, in: output)
      guard let name, let made = bind(aggregate, named: name) else {
        if let name { failedNames.insert(name) }
        continue
      }
      bound.append(made)
      output.columns.append(made.column)
    }
    return made(
      .group(by: columns, bound), stage.canonical, stage, output: RowShape(columns: output.columns))
  }

  /// The name of an aggregate's column; nil, and an error, where it is given and taken.
  private mutating func columnName(of aggregate: AggregateSyntax, in shape: RowShape) -> String? {
    guard let name = aggregate.name else { return shape.freeName(aggregate.columnName) }
    if shape.hasName(name.text) {
      report(
        .nameTaken, "there is a column '\(name.text)' already", at: name.range,
        hints: ["next: choose another name: \(shape.freeName(name.text)) = ..."],
        fixIts: [fixIt(shape.freeName(name.text), at: name.range)])
      return nil
    }
    return name.text
  }

  private mutating func bind(
    _ aggregate: AggregateSyntax, named name: String
  ) -> BoundAggregate? {
    let entry = AggregateEntry(aggregate.function)
    guard let syntax = aggregate.argument else {
      switch entry.parameter {
      case .anyOrRows, .numberOrRows: break
      case .number, .any:
        report(
          .wrongArgument, "'\(entry.name)' must know of what", at: aggregate.range,
          hints: ["next: \(entry.syntax)", "for example: \(entry.examples[0])"])
        return nil
      }
      let type: ColumnType = entry.result == .integer ? .init(.integer) : .init(.number)
      return BoundAggregate(
        column: RowColumn(name: name, type: type), function: aggregate.function,
        isDistinct: aggregate.isDistinct, argument: nil)
    }
    guard var argument = bind(syntax) else { return nil }
    let needsNumber = entry.parameter == .number || entry.parameter == .numberOrRows
    if needsNumber, argument.isOpen {
      noteUse(of: argument, as: ParameterType(.number))
      argument.type = ColumnType(.number)
    } else if needsNumber, !argument.type.isNumber {
      report(
        .wrongArgument, "'\(entry.name)' needs numbers, and this is \(argument.type.words)",
        at: syntax.range, hints: numberHints(argument.type, entry))
      return nil
    }
    var type: ColumnType
    switch entry.result {
    case .integer: type = ColumnType(.integer)
    case .number: type = ColumnType(.number)
    case .element, .list:
      type = argument.type
      type.isList = entry.result == .list
    }
    return BoundAggregate(
      column: RowColumn(name: name, type: type), function: aggregate.function,
      isDistinct: aggregate.isDistinct, argument: argument.expression)
  }

  private func numberHints(_ type: ColumnType, _ entry: AggregateEntry) -> [String] {
    if type.isList { return ["next: count distinct FIELD, or \(entry.name) length(FIELD)"] }
    return ["next: \(entry.name) of a number: \(entry.examples[0])", "or: min FIELD, max FIELD"]
  }

  // MARK: Crosstabs

  mutating func bindCrosstab(
    _ rows: PathSyntax, _ columns: PathSyntax, _ stage: Stage
  ) -> [BoundStage] {
    let first = bind(rows).map { BoundColumn(name: rows.text, path: $0) }
    let second = bind(columns).map { BoundColumn(name: columns.text, path: $0) }
    guard let first else { return failed(keepingShape: false) }
    var output = RowShape(columns: [element(of: first)])
    output.isOpen = true
    guard let second else {
      shape = output
      return []
    }
    return made(.crosstab(first, by: second), stage.canonical, stage, output: output)
  }
}

extension [BoundColumn] {
  /// Adds a column; one that is there already, by name and path, says nothing new.
  mutating func add(_ column: BoundColumn) {
    if !contains(column) { append(column) }
  }
}
