import NewsModel

@testable import NewsStore

/// Builds small annotated articles whose text is made of the names and reports that they hold.
struct Telling {
  private var draft: Draft

  /// An article.
  init(
    _ id: String, published: String? = nil, source: String? = nil, agency: String? = nil,
    leadWeekday: Int? = nil
  ) {
    draft = Draft(id: id)
    draft.annotated.article.published = published.flatMap { NewsDate(iso: $0) }
    draft.annotated.article.source = source
    draft.annotated.article.agency = agency
    draft.annotated.leadWeekday = leadWeekday
  }

  /// The article with its text.
  var article: AnnotatedArticle { draft.finished }

  /// Names somebody or something under several forms.
  mutating func name(
    _ name: String, _ kind: EntityKind, _ aliases: [String] = [], country: String? = nil
  ) -> EntityIndex {
    let index = draft.entity(name, kind, country: country)
    draft.block(.paragraph) { draft in
      for alias in [name] + aliases {
        draft.mention(index, alias, epithet: nil)
        draft.write(" ")
      }
    }
    return index
  }

  /// Adds a paragraph.
  mutating func write(_ text: String) { draft.block(.paragraph) { $0.write(text) } }

  /// Tells an event; actors, targets and place are people and places by name.
  mutating func tell(
    _ type: EventType, _ actors: [String], to targets: [String] = [], in place: String? = nil,
    country: String? = nil, on date: String? = nil, partial: PartialDate? = nil,
    mode: String? = nil, action: String = "act", status: EventStatus = .happened
  ) {
    let doers = actors.map { draft.entity($0, .person, country: nil) }
    let others = targets.map { draft.entity($0, .person, country: nil) }
    let site = place.map { draft.entity($0, .place, country: country) }
    draft.block(.paragraph) { draft in
      let start = draft.length
      for entity in doers + others { draft.mention(entity) }
      draft.write(" \(action) ")
      if let site { draft.mention(site) }
      var report = Report(
        type: type, action: action, evidence: TextRange(start, draft.length), sentence: 0,
        frame: "test")
      report.actors = doers
      report.targets = others
      report.place = site
      report.date = date.flatMap { NewsDate(iso: $0) }
      report.partialDate = partial
      report.mode = mode
      report.status = status
      draft.add(report, from: start)
    }
  }
}

extension Draft {
  /// Writes the full name of an entity.
  fileprivate mutating func mention(_ entity: EntityIndex) {
    mention(entity, annotated.entities[entity.position].name, epithet: nil)
  }
}

extension Snapshot {
  /// The cells of one field.
  func cells(_ table: Table, _ field: String) -> [Value] {
    guard let id = table.schema.field(named: field) else { return [] }
    return (0..<UInt32(rowCount(of: table))).map { value(id, row: $0) }
  }

  /// The cells of one field as texts.
  func texts(_ table: Table, _ field: String) -> [String] {
    cells(table, field).map { $0.plain }
  }
}

extension Value {
  /// The value in plain words, lists joined by commas, `?` for unknown.
  var plain: String {
    switch self {
    case .unknown: "?"
    case .text(let text): text
    case .integer(let number): String(number)
    case .number(let number): String(number)
    case .date(let date): date.description
    case .list(let values): values.map(\.plain).joined(separator: ",")
    }
  }
}
