internal import NewsStore

/// Says why rows of one snapshot are what they are.
struct Explainer {
  let snapshot: Snapshot

  init(_ snapshot: Snapshot) { self.snapshot = snapshot }

  /// The explanation of a row of a table.
  func explanation(of row: RowReference) -> Explanation {
    switch row.table {
    case .articles: article(row.row)
    case .entities: entity(row.row)
    case .events: event(row.row)
    case .reports: report(row.row)
    case .mentions: mention(row.row)
    case .quotes: quote(row.row)
    case .figures: figure(row.row)
    case .sources: source(row.row)
    }
  }

  // MARK: Cells

  /// The cell of a field by name; unknown where the table has no such field.
  func cell(_ table: Table, _ field: String, _ row: UInt32) -> Value {
    table.schema.field(named: field).map { snapshot.value($0, row: row) } ?? .unknown
  }

  /// The cell as text; nil where it is unknown.
  func text(_ table: Table, _ field: String, _ row: UInt32) -> String? {
    cell(table, field, row).explained
  }

  /// The row of another table that a cell refers to.
  func reference(_ table: Table, _ field: String, _ row: UInt32) -> UInt32? {
    guard let id = table.schema.field(named: field),
      case .references(let column) = snapshot.column(id)
    else { return nil }
    let found = column.rows[Int(row)]
    return found == ReferenceColumn.unknown ? nil : found
  }

  /// The rows of another table that a list refers to.
  func references(_ table: Table, _ field: String, _ row: UInt32) -> [UInt32] {
    guard let id = table.schema.field(named: field),
      case .referenceLists(let column) = snapshot.column(id)
    else { return [] }
    return Array(column.values(ofRow: Int(row)))
  }

  /// The rows of `table` that refer to `row` in a field.
  func rows(of table: Table, with field: String, _ row: UInt32) -> [UInt32] {
    guard let id = table.schema.field(named: field), let postings = snapshot.postings(id) else {
      return []
    }
    return Array(postings.rows(of: row))
  }

  /// An entity by name and id: `Ada Brook (@ada-brook)`.
  func named(_ entity: UInt32) -> String {
    let name = text(.entities, "name", entity) ?? "?"
    return text(.entities, "id", entity).map { "\(name) (\($0))" } ?? name
  }

  /// An article by id, outlet and day: `harbour-7, The Quay, 2024-03-06`.
  func cited(_ article: UInt32) -> String {
    [
      text(.articles, "id", article), text(.articles, "source", article),
      text(.articles, "agency", article).map { "text of \($0)" },
      text(.articles, "published", article),
    ].compactMap { $0 }.joined(separator: ", ")
  }

  // MARK: Passages

  /// Marked words of an article.
  struct Mark {
    var label: String
    var range: TextRange
  }

  /// A piece of an article with those marks that lie in it.
  ///
  /// Marks of the same words become one; a mark that crosses one before it is left out.
  func passage(_ article: UInt32, _ range: TextRange, _ marks: [Mark]) -> Explanation.Passage {
    var kept: [Explanation.Passage.Mark] = []
    let inside = marks.filter { range.contains($0.range) && !$0.range.isEmpty }
    let ordered = inside.enumerated().sorted { a, b in
      if a.element.range.lower != b.element.range.lower {
        return a.element.range.lower < b.element.range.lower
      }
      return a.element.range.upper != b.element.range.upper
        ? a.element.range.upper > b.element.range.upper : a.offset < b.offset
    }.map(\.element)
    for mark in ordered {
      let own = TextRange(mark.range.lower - range.lower, mark.range.upper - range.lower)
      if let same = kept.firstIndex(where: { $0.range == own }) {
        if !kept[same].labels.contains(mark.label) { kept[same].labels.append(mark.label) }
      } else if kept.allSatisfy({ !$0.range.overlaps(own) || $0.range.contains(own) }) {
        kept.append(.init(labels: [mark.label], range: own))
      }
    }
    return Explanation.Passage(
      article: text(.articles, "id", article) ?? "?",
      text: snapshot.slice(
        article: article, lower: UInt32(clamping: range.lower),
        upper: UInt32(clamping: range.upper)),
      range: range, marks: kept)
  }

  /// The piece of an article that a cell of slices shows.
  func slice(_ table: Table, _ field: String, _ row: UInt32) -> (article: UInt32, TextRange)? {
    guard let id = table.schema.field(named: field), case .slices(let column) = snapshot.column(id),
      column.articles[Int(row)] != ReferenceColumn.unknown
    else { return nil }
    return (
      column.articles[Int(row)],
      TextRange(Int(column.lower[Int(row)]), Int(column.upper[Int(row)]))
    )
  }

  /// The sentence round a range, joined with those that it reaches into; the range itself where
  /// the article has no sentence there.
  func sentence(_ article: UInt32, around range: TextRange) -> TextRange {
    let first = snapshot.sentence(ofArticle: article, at: range.lower) ?? range
    let last = snapshot.sentence(ofArticle: article, at: max(range.lower, range.upper - 1)) ?? range
    return first.union(last).union(range)
  }
}

extension Value {
  /// The value in words; nil for one that is not known.
  var explained: String? {
    switch self {
    case .unknown: nil
    case .text(let text): text
    case .integer(let number): String(number)
    case .number(let number):
      number == number.rounded() && abs(number) < 1e15
        ? String(Int(number)) : String(number)
    case .date(let date): date.description
    case .list(let values): values.compactMap(\.explained).joined(separator: ", ")
    }
  }
}
