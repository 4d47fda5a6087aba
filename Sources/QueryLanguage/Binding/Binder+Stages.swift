internal import Diagnostics
internal import NewsModel

extension Binder {
  /// The stages that a stage means: `top` is an order and a number of rows, `explain` is none.
  ///
  /// Where a stage is wrong there are none, and the shape is what it would be as far as that can be
  /// told, so that the stages behind it are bound all the same.
  mutating func bind(_ stage: Stage) -> [BoundStage] {
    guard checkPlace(of: stage) else { return [] }
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
      return whole(count, example: "take 10").map { number in
        made(.take(number), stage.canonical, stage)
      } ?? []
    case .skip(let count):
      return whole(count, example: "skip 10").map { number in
        made(.skip(number), stage.canonical, stage)
      } ?? []
    case .top(let count, let path): return bindTop(count, path, stage)
    case .show(let paths): return bindShow(paths, stage)
    case .hide(let paths): return bindHide(paths, stage)
    case .count(let distinct, let keys): return bindCount(distinct, keys, stage)
    case .distinct(let paths): return bindDistinct(paths, stage)
    case .follow(let table): return bindFollow(table, stage)
    case .add(let columns): return bindAdd(columns, stage)
    case .group(let keys, let aggregates): return bindGroup(keys, aggregates, stage)
    case .crosstab(let rows, let columns): return bindCrosstab(rows, columns, stage)
    case .sample(let count, let seed): return bindSample(count, seed, stage)
    case .subset(let query, let isNegated): return bindSubset(query, isNegated, stage)
    case .followed(let followed): return bindFollowed(followed, stage)
    case .timeline: return bindTimeline(stage)
    case .chart(let style, let keys): return bindChart(style, keys, stage)
    case .save(let name): return bindSave(name, stage)
    case .explain: return bindExplain(stage)
    case .invalid: return failed(keepingShape: false)
    }
  }

  /// No stage, after which the rows are what they were or cannot be told.
  mutating func failed(keepingShape: Bool) -> [BoundStage] {
    if !keepingShape { shape = nil }
    return []
  }

  /// The stage that does `operation`, after which the rows are `output` or what they were.
  mutating func made(
    _ operation: BoundOperation, _ text: String, _ stage: Stage, output: RowShape? = nil
  ) -> [BoundStage] {
    if let output {
      guard checkWidth(of: output, at: stage.range) else { return [] }
      shape = output
    }
    guard let shape else { return [] }
    return [
      BoundStage(operation: operation, text: text, range: outermost(stage.range), output: shape)
    ]
  }

  /// Whether rows of a shape have no more columns than they may.
  private mutating func checkWidth(of output: RowShape, at range: SourceRange) -> Bool {
    let count = max(output.columns.count, output.shown.count)
    if count <= Binder.columnLimit { return true }
    report(
      .queryTooLong, "\(count) columns are more than the \(Binder.columnLimit) that rows may have",
      at: range, hints: ["next: ask for fewer columns"])
    return false
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

  /// The whole number that a value is; nil, and an error, where it is none or less than `least`.
  mutating func whole(
    _ value: ValueSyntax, atLeast least: Int = 0, example: String
  ) -> Int? {
    if case .missing = value.kind { return nil }
    if value.isOpen {
      noteUse(of: value, as: ParameterType(.integer))
      return 1
    }
    if let number = wholeNumber(value.text), number >= least { return number }
    let from = least > 0 ? " from \(least) on" : ""
    report(
      .expectedNumber, "'\(shortened(value.text))' is no whole number\(from)", at: value.range,
      hints: ["next: \(example)"])
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
      if term.isOpen {
        noteUse(of: term, as: ParameterType(.text))
        continue
      }
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
    let number = whole(count, example: "top 10 by \(path.text)")
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
        for column in everything { columns.add(column) }
      } else if let bound = bind(path) {
        columns.add(BoundColumn(name: path.text, path: bound))
      }
    }
    return columns.isEmpty ? [] : shown(columns, stage)
  }

  private mutating func bindHide(_ paths: [PathSyntax], _ stage: Stage) -> [BoundStage] {
    var columns = current
    for path in paths where bind(path) != nil {
      columns.removeAll { $0.name.lowercased() == path.text }
    }
    if columns.isEmpty, !hasErrors {
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
    return (shape.table?.allColumns ?? []) + shape.ownColumns
  }

  /// The columns that are shown now.
  var current: [BoundColumn] { shape?.shown ?? [] }

  // MARK: Other tables

  private mutating func bindFollow(_ target: Table, _ stage: Stage) -> [BoundStage] {
    guard let shape else { return [] }
    let output = RowShape(target, shown: target.shownColumns)
    // Where the link is wrong it is still clear what rows are meant.
    self.shape = output
    if let source = shape.table {
      guard checkLink(from: source, to: target, stage) else { return [] }
    } else {
      let source = shape.columns.lazy.compactMap { column -> Table? in
        if case .reference(let table) = column.type.value { table } else { nil }
      }.first
      guard let source else {
        reportDerived("they lead to no \(target.name)", at: stage.range)
        return []
      }
      if source != target, !checkLink(from: source, to: target, stage) { return [] }
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

  mutating func reportDerived(_ reason: String, at range: SourceRange) {
    report(
      .derivedRows, "these rows are counts, not rows of a table: \(reason)", at: range,
      hints: ["next: put the stage before the one that counts"])
  }
}

extension RowShape {
  /// The columns that the rows have beside their fields, as they are shown.
  var ownColumns: [BoundColumn] {
    columns.indices.map { BoundColumn(name: columns[$0].name, path: columns[$0].path($0)) }
  }

  /// Whether a field or a column has this name, which is in small letters.
  func hasName(_ name: String) -> Bool {
    table?.schema.field(named: name) != nil || column(named: name) != nil
  }

  /// `name`, or where that is taken, it with the first number from 2 on that makes it free.
  func freeName(_ name: String) -> String {
    let names = Set(columns.map { $0.name.lowercased() })
    var free = name
    var number = 2
    while names.contains(free) || table?.schema.field(named: free) != nil {
      free = "\(name)_\(number)"
      number += 1
    }
    return free
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
