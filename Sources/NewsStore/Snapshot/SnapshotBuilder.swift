internal import NewsModel

/// Makes a snapshot of a journal.
struct SnapshotBuilder {
  var journal: Journal
  var names: RowNames
  let articles: RowOrder
  let sources: SourceTable
  let entities: EntityTable
  let events: EventTable
  let reports: RowOrder
  private let outcomes: [CorrectionOutcome]

  /// Works out who is who and which reports tell one event.
  ///
  /// `names` and the strings of `journal` grow by the ids of new rows.
  init(_ journal: Journal, names: RowNames, corrections: [NameCorrection]) {
    self.journal = journal
    self.names = names
    articles = Self.articleOrder(journal)
    sources = SourceTable(journal)
    let resolution = EntityResolver.resolve(
      journal, corrections: corrections, localOfSlug: names.local(ofSlug:strings:))
    outcomes = resolution.outcomes
    entities = EntityTable(resolution, journal: &self.journal, names: &self.names)
    let families = TextFamilies(journal.words)
    let merged = EventMerger.merge(
      self.journal, entities: entities, articles: articles, families: families)
    events = EventTable(
      merged, journal: &self.journal, names: &self.names, articles: articles, sources: sources,
      families: families)
    reports = Self.reportOrder(merged.sources)
  }

  /// The snapshot.
  mutating func build() -> Snapshot {
    var tables: [[String: Column]] = Array(repeating: [:], count: Table.allCases.count)
    tables[Int(Table.articles.rawValue)] = articleColumns
    tables[Int(Table.entities.rawValue)] = entities.columns(strings: &journal.strings)
    tables[Int(Table.events.rawValue)] = events.columns(strings: &journal.strings)
    tables[Int(Table.reports.rawValue)] = reportColumns()
    tables[Int(Table.mentions.rawValue)] = mentionColumns
    tables[Int(Table.quotes.rawValue)] = quoteColumns
    tables[Int(Table.figures.rawValue)] = figureColumns
    tables[Int(Table.sources.rawValue)] = sources.columns

    let rowCounts = [
      journal.articles.count, entities.count, events.count, journal.reports.count,
      journal.mentions.count, journal.quotes.count, journal.figures.count, sources.count,
    ]
    var columns: [[Column]] = []
    var postings: [[Postings?]] = []
    for schema in Schema.tables {
      let found = tables[Int(schema.table.rawValue)]
      let inOrder = schema.fields.map { field in
        guard let column = found[field.name] else {
          preconditionFailure("no column for \(schema.table.name).\(field.name)")
        }
        return column
      }
      columns.append(inOrder)
      postings.append(
        zip(schema.fields, inOrder).map { field, column in
          Postings(column, field: field, codes: journal.strings.count, rowCounts: rowCounts)
        })
    }
    let searched = SearchedTexts(
      texts: articles.sorted(journal.articles.text),
      ranges: articles.sorted(journal.articles.searched))
    let storage = Snapshot.Storage(
      strings: journal.strings, columns: columns, postings: postings, rowCounts: rowCounts,
      text: TextIndex(journal.words, order: articles.arrivals, searched: searched),
      names: NameIndex(entities, strings: journal.strings, slugs: slugRows),
      details: reportDetails, mentions: mentionDetails,
      entityNames: EntityNameTable(journal.locals, rowOfLocal: entities.rowOfLocal, articles),
      sourceGroups: SourceGroupTable(independence: events.origins, articles: articles),
      outcomes: outcomes, sentences: articles.sorted(journal.articles.sentences),
      speakerTexts: speakerTexts)
    return Snapshot(storage: storage)
  }

  /// Row of the entity that each slug ever given out leads to.
  private var slugRows: [UInt32: UInt32] {
    Dictionary(
      uniqueKeysWithValues: names.slugs.map { ($0.code, entities.rowOfLocal[Int($0.local)]) })
  }

  /// By date of publication, then id.
  private static func articleOrder(_ journal: Journal) -> RowOrder {
    let log = journal.articles
    let order = (0..<log.count).sorted { a, b in
      let (x, y) = (log.published[a], log.published[b])
      if x.first != y.first { return x.first < y.first }
      return journal.strings[log.id[a]] < journal.strings[log.id[b]]
    }
    return RowOrder(order)
  }

  /// By first day, then arrival.
  private static func reportOrder(_ sources: ReportSources) -> RowOrder {
    let first = sources.date.map(\.first)
    return RowOrder(first.indices.sorted { (first[$0], $0) < (first[$1], $1) })
  }
}

extension Postings {
  /// The postings of a field; nil where it has none.
  fileprivate init?(_ column: Column, field: FieldSchema, codes: Int, rowCounts: [Int]) {
    var keyCount = codes
    if case .reference(let table) = field.type { keyCount = rowCounts[Int(table.rawValue)] }
    switch column {
    case .codes(let column):
      if field.name == "title" || field.name == "url" { return nil }
      self.init(values: column.codes, unknown: StringPool.unknown, keyCount: keyCount)
    case .references(let column):
      self.init(values: column.rows, unknown: ReferenceColumn.unknown, keyCount: keyCount)
    case .codeLists(let column), .referenceLists(let column):
      self.init(list: column, keyCount: keyCount)
    case .dates, .integers, .numbers, .slices: return nil
    }
  }
}
