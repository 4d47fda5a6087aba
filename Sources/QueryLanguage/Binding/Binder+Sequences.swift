internal import Diagnostics
internal import NewsModel

extension Binder {
  /// `followed by (Q) within D sharing F`.
  mutating func bindFollowed(_ followed: FollowedSyntax, _ stage: Stage) -> [BoundStage] {
    let date = mainDate(for: "followed by", at: stage.range)
    let inner = nested(followed.query)
    var span: BoundSequence.Span?
    var isValid = true
    if let syntax = followed.span {
      span = length(syntax.count, syntax.unit).map {
        BoundSequence.Span(count: $0, unit: syntax.unit)
      }
      isValid = span != nil
    }
    guard let inner else {
      if !followed.isNegated { failedNames.formUnion(["next", "gap"]) }
      return []
    }
    guard let table = inner.shape.table, let other = table.schema.mainDate else {
      report(
        .derivedRows,
        "what follows must be rows of a table with a date, and these are "
          + inner.shape.words, at: followed.query.range,
        hints: ["next: followed by (events where type = AID)"])
      if !followed.isNegated { failedNames.formUnion(["next", "gap"]) }
      return []
    }
    var shared: [BoundSequence.SharedPath] = []
    for path in followed.shared {
      if let pair = bindShared(path, with: inner.shape) {
        shared.append(pair)
      } else {
        isValid = false
      }
    }
    let output = followed.isNegated ? shape : shape?.followed(by: table)
    guard let date, isValid else {
      shape = output
      return []
    }
    let sequence = BoundSequence(
      date: date, query: inner.query,
      otherDate: BoundPath(FieldID(table: table, position: other)), span: span, shared: shared,
      isNegated: followed.isNegated)
    return made(
      .followed(sequence), sequence.text(sharing: followed.shared.map(\.text)), stage,
      output: output)
  }

  /// A path that both rows have, with the same type; nil, and an error, where one has it not.
  private mutating func bindShared(
    _ path: PathSyntax, with other: RowShape
  ) -> BoundSequence.SharedPath? {
    guard let own = shape else { return nil }
    if let name = path.names.first?.text, failedNames.contains(name) { return nil }
    let first = quietly(own) { $0.typed(path) }
    let second = quietly(other) { $0.typed(path) }
    if let first, let second, first.type.isComparable(with: second.type) {
      return BoundSequence.SharedPath(path: first.path, other: second.path)
    }
    let message: String
    switch (first, second) {
    case (nil, nil): message = "neither \(own.words) nor \(other.words) have"
    case (nil, _): message = "\(own.words) have no"
    case (_, nil): message = "\(other.words) have no"
    case (let a?, let b?):
      report(
        .unshared,
        "'\(path.text)' is \(a.type.words) of \(own.words) and \(b.type.words) of \(other.words)",
        at: path.range, hints: sharedHints(own, other))
      return nil
    }
    report(
      .unshared, "\(message) '\(shortened(path.text))', so it cannot be shared", at: path.range,
      hints: sharedHints(own, other))
    return nil
  }

  private func sharedHints(_ a: RowShape, _ b: RowShape) -> [String] {
    let names = (a.table?.schema.fields ?? []).filter { field in
      guard let other = b.table?.schema.field(named: field.name)?.schema else { return false }
      return ColumnType(field.type).isComparable(with: ColumnType(other.type))
    }.map(\.name)
    if names.isEmpty { return ["next: leave 'sharing' out"] }
    return ["both have " + names.joined(separator: ", "), "next: sharing \(names[0])"]
  }

  /// What `body` finds on rows of another shape, without telling its problems.
  private func quietly<Found>(_ shape: RowShape, _ body: (inout Binder) -> Found) -> Found {
    var copy = self
    copy.diagnostics = []
    copy.shape = shape
    return body(&copy)
  }

  private mutating func typed(_ path: PathSyntax) -> (path: BoundPath, type: ColumnType)? {
    bind(path).map { ($0, type(of: $0)) }
  }
}

extension ColumnType {
  /// Whether a value of this type can be the same as one of another.
  fileprivate func isComparable(with other: ColumnType) -> Bool {
    switch (value, other.value) {
    case (.text, .category), (.category, .text), (.integer, .number), (.number, .integer): true
    case (.date, .date): part == other.part
    default: value == other.value
    }
  }
}

extension RowShape {
  /// The shape of these rows with the row of `table` that follows each, and the days between.
  fileprivate func followed(by table: Table) -> RowShape {
    var shape = self
    let next = RowColumn(name: freeName("next"), type: ColumnType(.reference(table)))
    shape.columns.append(next)
    let place = shape.columns.count - 1
    shape.columns.append(RowColumn(name: freeName("gap"), type: ColumnType(.integer)))
    shape.shown.append(shape.ownColumns[place + 1])
    let isTold = table == .events || table == .reports
    let main = table.schema.mainDate.map { table.schema.fields[$0].name }
    let names = [main].compactMap { $0 } + (isTold ? ["type", "who"] : [])
    for field in names.compactMap({ table.schema.field(named: $0) }) {
      let path = BoundPath(
        root: .column(place, then: [field]), type: field.schema.type, isList: field.schema.isList)
      shape.shown.append(BoundColumn(name: "\(next.name).\(field.schema.name)", path: path))
    }
    if !isTold { shape.shown.append(shape.ownColumns[place]) }
    return shape
  }
}

extension BoundSequence {
  /// The stage in canonical form.
  func text(sharing names: [String]) -> String {
    var text = "\(isNegated ? "not " : "")followed by (\(query.canonical))"
    if let span { text += " within \(span.count) \(span.unit.rawValue)" }
    if !names.isEmpty { text += " sharing " + names.joined(separator: ", ") }
    return text
  }
}
