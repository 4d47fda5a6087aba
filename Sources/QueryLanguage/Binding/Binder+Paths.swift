internal import Diagnostics
internal import NewsModel

extension Binder {
  /// The path that the names stand for on the rows of the shape; nil, and an error, where there is
  /// none.
  ///
  /// A field goes before a column, a column before a part of the main date. A column may have a
  /// path for its name: `actor.country` after `count by actor.country`; the longest name fits.
  ///
  /// - Parameter hint: said in addition where there is no such field.
  mutating func bind(_ path: PathSyntax, hint: String? = nil) -> BoundPath? {
    let bound = find(path, hint: hint)
    if isLive, let bound {
      let type = type(of: bound)
      note(.path(bound, type), at: path.range)
    }
    return bound
  }

  private mutating func find(_ path: PathSyntax, hint: String?) -> BoundPath? {
    guard let shape, let first = path.names.first else { return nil }
    if let field = shape.table?.schema.field(named: first.text) {
      return extended(BoundPath(field), by: path.names.dropFirst())
    }
    if let (column, length) = column(at: path, among: shape.columns) {
      return extended(shape.columns[column].path(column), by: path.names.dropFirst(length))
    }
    if failedNames.contains(first.text) || failedNames.contains(path.text) || isFull() {
      return nil
    }
    guard let table = shape.table else {
      reportUnknownColumn(path, among: shape.columns, hint: hint)
      return nil
    }
    if let part = BoundPath.DatePart(rawValue: first.text), path.names.count == 1,
      let date = table.schema.mainDate
    {
      return BoundPath(
        root: .fields([FieldID(table: table, position: date)]), part: part, type: part.type,
        isList: false)
    }
    reportUnknownField(first, in: table, columns: shape.columns.map(\.name), hint: hint)
    return nil
  }

  /// The path as a test of it is made.
  func test(_ path: BoundPath, _ syntax: PathSyntax) -> Test {
    Test(path: path, syntax: syntax, type: type(of: path))
  }

  /// What a path on the rows of the shape holds.
  func type(of path: BoundPath) -> ColumnType {
    shape?.type(of: path) ?? ColumnType(path)
  }

  /// The column that the longest beginning of a path names, and how many names that takes.
  private func column(
    at path: PathSyntax, among columns: [RowColumn]
  ) -> (index: Int, length: Int)? {
    if columns.isEmpty { return nil }
    let longest =
      path.names.count == 1
      ? 1 : columns.reduce(1) { max($0, $1.name.utf8.count { $0 == UInt8(ascii: ".") } + 1) }
    for length in (1...max(1, min(longest, path.names.count))).reversed() {
      let name = path.names.prefix(length).map(\.text).joined(separator: ".")
      if let index = columns.lastIndex(where: { $0.name == name }) {
        return (index, length)
      }
    }
    return nil
  }

  /// The path that goes on from `start`; nil, and an error, where it cannot.
  private mutating func extended(
    _ start: BoundPath, by names: ArraySlice<PathSyntax.Name>
  ) -> BoundPath? {
    var bound = start
    for name in names {
      if bound.part != nil {
        reportNotAPath(name, after: bound)
        return nil
      }
      switch bound.type {
      case .reference(let table):
        guard let field = table.schema.field(named: name.text) else {
          reportUnknownField(name, in: table)
          return nil
        }
        switch bound.root {
        case .fields(let fields): bound.root = .fields(fields + [field])
        case .column(let index, let fields): bound.root = .column(index, then: fields + [field])
        }
        bound.type = field.schema.type
        bound.isList = bound.isList || field.schema.isList
      case .date:
        guard let part = BoundPath.DatePart(rawValue: name.text) else {
          reportUnknownPart(name)
          return nil
        }
        bound.part = part
        bound.type = part.type
      default:
        reportNotAPath(name, after: bound)
        return nil
      }
    }
    return bound
  }

  // MARK: Problems

  private mutating func reportUnknownColumn(
    _ path: PathSyntax, among columns: [RowColumn], hint: String?
  ) {
    let names = columns.map(\.name)
    let near = nearest(to: path.text, among: names)
    report(
      .unknownField, "there is no column '\(shortened(path.text))' here", at: path.range,
      hints: didYouMean(near) + ["columns: " + names.joined(separator: ", ")]
        + (hint.map { [$0] } ?? []),
      fixIts: near.prefix(1).map { fixIt($0, at: path.range) })
  }

  private mutating func reportUnknownField(
    _ name: PathSyntax.Name, in table: Table, columns: [String] = [], hint: String? = nil
  ) {
    let names = table.schema.fields.map(\.name) + columns
    let synonym = FieldSynonyms.fields(for: name.text).filter { names.contains($0) }
    let near = synonym.isEmpty ? nearest(to: name.text, among: names) : synonym
    var hints = didYouMean(near)
    hints.append("fields of \(table.name): " + names.joined(separator: ", "))
    if let hint { hints.append(hint) }
    if near.isEmpty {
      let owners = Table.allCases.filter { $0.schema.field(named: name.text) != nil }
      if let owner = owners.first {
        let list = owners.map(\.name).joined(separator: ", ")
        hints.append("'\(name.text)' is a field of \(list)")
        hints.append(nextStep(to: owner, field: name.text, from: table))
      } else {
        hints.append("next: .help \(table.name)")
      }
    } else {
      hints.append("next: .help \(table.name)")
    }
    report(
      .unknownField, "there is no field '\(shortened(name.text))' in \(table.name)",
      at: name.range, hints: hints, fixIts: near.prefix(1).map { fixIt($0, at: name.range) })
  }

  private func nextStep(to owner: Table, field: String, from table: Table) -> String {
    let link = table.schema.fields.first { $0.type == .reference(owner) }
    if let link { return "next: \(link.name).\(field)" }
    return "next: begin with \(owner.name), or go there with | \(owner.name)"
  }

  private mutating func reportUnknownPart(_ name: PathSyntax.Name) {
    let names = BoundPath.DatePart.allCases.map(\.rawValue)
    let near = nearest(to: name.text, among: names, count: 1)
    report(
      .unknownField, "a date has no '\(shortened(name.text))'", at: name.range,
      hints: didYouMean(near) + ["parts of a date: " + names.joined(separator: ", ")],
      fixIts: near.map { fixIt($0, at: name.range) })
  }

  private mutating func reportNotAPath(_ name: PathSyntax.Name, after path: BoundPath) {
    let kind = path.part.map { "a \($0.rawValue)" } ?? "a \(path.type.word)"
    report(
      .notAPath, "\(kind) has no fields of its own, so no '\(shortened(name.text))'",
      at: name.range,
      hints: [
        "paths go on from fields that name another row, and from dates",
        "next: actor.country, article.source, date.month",
      ])
  }
}

extension BoundPath.DatePart {
  /// What a part of a date is: a period, or the name of a day of the week.
  var type: ValueType { self == .weekday ? .text : .date }
}

/// Words that people use for fields that are called something else.
enum FieldSynonyms {
  private static let table: [String: [String]] = [
    "outlet": ["source"], "publisher": ["source"], "newspaper": ["source"], "paper": ["source"],
    "headline": ["title"], "name": ["title", "text"], "subject": ["actor", "about", "title"],
    "object": ["target"], "recipient": ["target"], "victim": ["target"], "agent": ["actor"],
    "person": ["who", "entity", "speaker"], "people": ["who", "entity"],
    "entities": ["who", "entity", "about"], "participants": ["who"], "location": ["place"],
    "where": ["place"], "city": ["place"], "country": ["actor", "place"],
    "when": ["date", "published", "first"], "time": ["date", "published", "first"],
    "day": ["date", "published"], "body": ["text"], "content": ["text"], "link": ["url"],
    "length": ["words"], "verb": ["action", "verb"], "category": ["type", "kind"],
    "type": ["kind"], "kind": ["type"], "alias": ["aliases"], "role": ["roles"],
    "epithets": ["epithet"], "speaker": ["who", "attribution"], "quote": ["text", "evidence"],
    "said": ["text"], "date": ["published", "first"], "published": ["date", "first"],
    "slug": ["id"], "tone": ["score"],
  ]

  /// The fields that `word`, in small letters, may mean, likeliest first.
  static func fields(for word: String) -> [String] { table[word] ?? [] }
}
