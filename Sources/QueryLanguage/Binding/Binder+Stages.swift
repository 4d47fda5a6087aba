internal import Diagnostics
internal import NewsModel

extension Binder {
  /// The stages that a stage means: `top` is an order and a number of rows, `explain` is none.
  mutating func bind(_ stage: Stage) -> [BoundStage] {
    switch stage.kind {
    case .filter(let condition):
      guard let bound = bind(condition) else { return failed(keepingShape: true) }
      return made(.filter(bound), "where " + resolved(condition).canonical, stage)
    case .dates(let clause):
      guard let path = mainDate(for: clause.canonical, at: stage.range),
        let bound = bind(clause, on: path)
      else { return failed(keepingShape: true) }
      return made(.filter(bound), resolved(clause).canonical, stage)
    case .search(let terms): return bindSearch(terms, stage)
    case .sort(let keys): return bindSort(keys, stage)
    case .byMainDate(let isDescending):
      guard let path = mainDate(for: stage.canonical, at: stage.range) else {
        return failed(keepingShape: true)
      }
      let key = BoundSortKey(path: path, isDescending: isDescending)
      return made(.sort([key]), stage.canonical, stage)
    case .take(let count):
      return number(count).map { made(.take($0), stage.canonical, stage) } ?? []
    case .skip(let count):
      return number(count).map { made(.skip($0), stage.canonical, stage) } ?? []
    case .top(let count, let path): return bindTop(count, path, stage)
    case .show(let paths): return bindShow(paths, stage)
    case .hide(let paths): return bindHide(paths, stage)
    case .count(let distinct, let keys): return bindCount(distinct, keys, stage)
    case .distinct(let paths): return bindDistinct(paths, stage)
    case .follow(let table): return bindFollow(table, stage)
    case .explain: return []
    case .add, .group, .crosstab, .sample, .subset, .followed, .timeline, .chart, .save, .invalid:
      return failed(keepingShape: false)
    }
  }

  private mutating func failed(keepingShape: Bool) -> [BoundStage] {
    if !keepingShape { shape = nil }
    return []
  }

  private mutating func made(
    _ operation: BoundOperation, _ text: String, _ stage: Stage, output: RowShape? = nil
  ) -> [BoundStage] {
    if let output { shape = output }
    guard let shape else { return [] }
    return [BoundStage(operation: operation, text: text, range: stage.range, output: shape)]
  }

  /// The date that clauses without a field are about; nil, and an error, where there is none.
  ///
  /// On rows that were counted it is the first column of dates.
  mutating func mainDate(for words: String, at range: SourceRange) -> BoundPath? {
    guard let shape else { return nil }
    if let table = shape.table {
      if let date = table.schema.mainDate {
        return BoundPath(FieldID(table: table, position: date))
      }
    } else if let index = shape.columns.firstIndex(where: { $0.type.value == .date }) {
      return shape.columns[index].path(index)
    }
    report(
      .noMainDate, "these rows have no date, so '\(shortened(words))' says nothing", at: range,
      hints: ["next: put it before the stage that counts, or count by month"])
    return nil
  }

  private mutating func number(_ value: ValueSyntax) -> Int? {
    if case .missing = value.kind { return nil }
    if let number = wholeNumber(value.text) { return number }
    report(
      .expectedNumber, "'\(shortened(value.text))' is no whole number", at: value.range,
      hints: ["next: take 10"])
    return nil
  }

  // MARK: Search and order

  private mutating func bindSearch(_ terms: [ValueSyntax], _ stage: Stage) -> [BoundStage] {
    guard shape?.table != nil else {
      reportDerived("'search' looks into texts", at: stage.range)
      return []
    }
    var phrases: [[String]] = []
    for term in terms where term.kind != .missing {
      let words = folded(term.text).split(separator: " ").map { String($0) }
      if words.isEmpty {
        report(
          .emptySearch, "there are no letters or digits in '\(shortened(term.text))'",
          at: term.range,
          hints: ["next: search for a word"])
      } else {
        phrases.append(words)
      }
    }
    return made(.search(TextSearch(phrases: phrases)), stage.canonical, stage)
  }

  private mutating func bindSort(_ keys: [SortKey], _ stage: Stage) -> [BoundStage] {
    var bound: [BoundSortKey] = []
    for key in keys {
      if let path = bind(key.path) {
        bound.append(BoundSortKey(path: path, isDescending: key.isDescending))
      }
    }
    return bound.isEmpty ? [] : made(.sort(bound), stage.canonical, stage)
  }

  private mutating func bindTop(
    _ count: ValueSyntax, _ path: PathSyntax, _ stage: Stage
  ) -> [BoundStage] {
    let number = number(count)
    guard let bound = bind(path), let number else { return [] }
    let key = BoundSortKey(path: bound, isDescending: true)
    return made(.sort([key]), "sort by \(path.text) desc", stage)
      + made(.take(number), "take \(number)", stage)
  }

  // MARK: Columns

  private mutating func bindShow(_ paths: [PathSyntax], _ stage: Stage) -> [BoundStage] {
    var columns: [BoundColumn] = []
    for path in paths {
      if path.text == "*" {
        columns += everything
      } else if let bound = bind(path) {
        columns.append(BoundColumn(name: path.text, path: bound))
      }
    }
    return columns.isEmpty ? [] : shown(columns, stage)
  }

  private mutating func bindHide(_ paths: [PathSyntax], _ stage: Stage) -> [BoundStage] {
    var columns = current
    for path in paths where bind(path) != nil {
      columns.removeAll { $0.name.lowercased() == path.text }
    }
    if columns.isEmpty, !diagnostics.contains(where: { $0.severity == .error }) {
      report(
        .expectedField, "nothing would be left to show", at: stage.range,
        hints: ["next: leave one field, or use count"])
    }
    return columns.isEmpty ? [] : shown(columns, stage)
  }

  private mutating func shown(_ columns: [BoundColumn], _ stage: Stage) -> [BoundStage] {
    var output = shape
    output?.shown = columns
    return made(.show(columns), stage.canonical, stage, output: output)
  }

  private var everything: [BoundColumn] {
    guard let shape else { return [] }
    let fields = shape.table?.allColumns ?? []
    return fields
      + shape.columns.indices.map {
        BoundColumn(name: shape.columns[$0].name, path: shape.columns[$0].path($0))
      }
  }

  /// The columns that are shown now.
  private var current: [BoundColumn] { shape?.shown ?? [] }

  // MARK: Groups

  private mutating func bindCount(
    _ distinct: PathSyntax?, _ keys: [PathSyntax], _ stage: Stage
  ) -> [BoundStage] {
    let counted = distinct.flatMap { bind($0) }
    let columns = bindColumns(keys)
    if distinct != nil && counted == nil || columns.count < keys.count {
      return failed(keepingShape: false)
    }
    let output =
      columns.map { $0.element } + [RowColumn(name: "count", type: ColumnType(.integer))]
    return made(
      .count(distinct: counted, by: columns), stage.canonical, stage,
      output: RowShape(columns: output))
  }

  private mutating func bindDistinct(_ paths: [PathSyntax], _ stage: Stage) -> [BoundStage] {
    let columns = paths.isEmpty ? current : bindColumns(paths)
    guard columns.count >= paths.count, !columns.isEmpty else {
      return failed(keepingShape: false)
    }
    return made(
      .distinct(columns), stage.canonical, stage,
      output: RowShape(columns: columns.map { $0.element }))
  }

  private mutating func bindColumns(_ paths: [PathSyntax]) -> [BoundColumn] {
    var columns: [BoundColumn] = []
    for path in paths {
      if let bound = bind(path) { columns.append(BoundColumn(name: path.text, path: bound)) }
    }
    return columns
  }

  // MARK: Other tables

  private mutating func bindFollow(_ target: Table, _ stage: Stage) -> [BoundStage] {
    let output = RowShape(target, shown: target.shownColumns)
    guard let shape else { return [] }
    if let source = shape.table {
      guard checkLink(from: source, to: target, stage) else {
        return failed(keepingShape: false)
      }
    } else {
      let source = shape.columns.lazy.compactMap { column -> Table? in
        if case .reference(let table) = column.type.value { table } else { nil }
      }.first
      guard let source else {
        reportDerived("they lead to no \(target.name)", at: stage.range)
        return failed(keepingShape: false)
      }
      if source != target, !checkLink(from: source, to: target, stage) {
        return failed(keepingShape: false)
      }
    }
    return made(.follow(target), target.name, stage, output: output)
  }

  private mutating func checkLink(from source: Table, to target: Table, _ stage: Stage) -> Bool {
    if source == target {
      report(
        .cannotFollow, "these rows are \(target.name) already", at: stage.range,
        hints: ["next: leave the stage out"])
      return false
    }
    guard let stop = TableLinks.stop(from: source, to: target) else { return true }
    let way = "\(stop.name) | \(target.name)"
    report(
      .cannotFollow, "\(source.name) do not lead to \(target.name) directly", at: stage.range,
      hints: ["next: | \(way)"], fixIts: [fixIt(way, at: stage.range)])
    return false
  }

  private mutating func reportDerived(_ reason: String, at range: SourceRange) {
    report(
      .derivedRows, "these rows are counts, not rows of a table: \(reason)", at: range,
      hints: ["next: put the stage before the one that counts"])
  }
}

extension BoundColumn {
  /// The column that this one becomes where each element of a list has a row of its own.
  var element: RowColumn {
    RowColumn(name: name, type: ColumnType(path.type, part: path.part))
  }
}

/// Which tables lead to which.
enum TableLinks {
  /// The table to go to first, where rows of `source` do not lead to `target` by themselves; nil
  /// where they do.
  ///
  /// Two tables are linked where one refers to the other, or both to the same articles or
  /// entities. An event is told by reports, and what else its articles hold is not about it: the
  /// way there is by the articles.
  static func stop(from source: Table, to target: Table) -> Table? {
    let slices: Set<Table> = [.mentions, .quotes, .figures]
    let isApart =
      source == .events && slices.contains(target) || target == .events && slices.contains(source)
    return isApart ? .articles : nil
  }
}
