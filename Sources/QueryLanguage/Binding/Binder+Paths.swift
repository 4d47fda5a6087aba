internal import Diagnostics
internal import NewsModel

extension Binder {
  /// The path that the names stand for on the rows of the shape; nil, and an error, where there is
  /// none.
  mutating func bind(_ path: PathSyntax) -> BoundPath? {
    guard let shape else { return nil }
    if let table = shape.table { return bind(path, in: table) }
    return bind(path, among: shape.columns)
  }

  private mutating func bind(_ path: PathSyntax, in table: Table) -> BoundPath? {
    guard let first = path.names.first else { return nil }
    guard let field = table.schema.field(named: first.text) else {
      if let part = BoundPath.DatePart(rawValue: first.text), path.names.count == 1,
        let date = table.schema.mainDate
      {
        let field = FieldID(table: table, position: date)
        return BoundPath(
          root: .fields([field]), part: part, type: part.type, isList: false)
      }
      reportUnknownField(first, in: table, isRoot: true)
      return nil
    }
    var bound = BoundPath(field)
    var fields = [field]
    for name in path.names.dropFirst() {
      if bound.part != nil {
        reportNotAPath(name, after: bound)
        return nil
      }
      switch bound.type {
      case .reference(let table):
        guard let field = table.schema.field(named: name.text) else {
          reportUnknownField(name, in: table, isRoot: false)
          return nil
        }
        fields.append(field)
        bound = BoundPath(
          root: .fields(fields), type: field.schema.type,
          isList: bound.isList || field.schema.isList)
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

  private mutating func bind(_ path: PathSyntax, among columns: [RowColumn]) -> BoundPath? {
    if let index = columns.firstIndex(where: { $0.name.lowercased() == path.text }) {
      return columns[index].path(index)
    }
    if path.names.count > 1, let last = path.names.last,
      let part = BoundPath.DatePart(rawValue: last.text)
    {
      let head = path.names.dropLast().map(\.text).joined(separator: ".")
      if let index = columns.firstIndex(where: { $0.name == head && $0.type.value == .date }) {
        return BoundPath(root: .column(index, then: []), part: part, type: part.type, isList: false)
      }
    }
    let names = columns.map(\.name)
    let near = nearest(to: path.text, among: names)
    report(
      .unknownField, "there is no column '\(shortened(path.text))' here", at: path.range,
      hints: didYouMean(near) + ["columns: " + names.joined(separator: ", ")],
      fixIts: near.prefix(1).map { fixIt($0, at: path.range) })
    return nil
  }

  // MARK: Problems

  private mutating func reportUnknownField(
    _ name: PathSyntax.Name, in table: Table, isRoot: Bool
  ) {
    let names = table.schema.fields.map(\.name)
    let synonym = FieldSynonyms.fields(for: name.text).filter { names.contains($0) }
    let near = synonym.isEmpty ? nearest(to: name.text, among: names) : synonym
    var hints = didYouMean(near)
    hints.append("fields of \(table.name): " + names.joined(separator: ", "))
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
