internal import NewsModel

extension SnapshotBuilder {
  /// The columns of the `articles` table.
  var articleColumns: [String: Column] {
    let log = journal.articles
    let sizes = articles.arrivals.map { UInt32(clamping: log.text[$0].utf8.count) }
    return [
      "id": codes(log.id, articles),
      "published": .dates(log.published.column(articles.arrivals)),
      "source": .references(ReferenceColumn(rows: articles.sorted(sources.rowOfArticle))),
      "title": codes(log.title, articles),
      "agency": codes(log.agency, articles),
      "author": codes(log.author, articles),
      "place": .references(
        ReferenceColumn(rows: articles.arrivals.map { entityRow(log.dateline[$0]) })),
      "url": codes(log.url, articles),
      "language": codes(log.language, articles),
      "words": .integers(IntegerColumn(values: articles.sorted(log.words))),
      "text": .slices(
        SliceColumn(
          articles: sizes.indices.map { UInt32($0) },
          lower: [UInt32](repeating: 0, count: sizes.count), upper: sizes)),
    ]
  }

  /// The columns of the `reports` table.
  mutating func reportColumns() -> [String: Column] {
    let log = journal.reports
    let order = reports
    let ids = order.arrivals.map { journal.strings.intern("r\($0 + 1)") }
    var typeCodes: [EventType: UInt32] = [:]
    for type in EventType.allCases { typeCodes[type] = journal.strings.intern(type.rawValue) }
    var statusCodes: [EventStatus: UInt32] = [:]
    for status in EventStatus.allCases {
      statusCodes[status] = journal.strings.intern(status.rawValue)
    }
    let parties = Parties(log, entities: entities)
    let shown = events.reportSources
    var dates = DateLog()
    for arrival in order.arrivals {
      dates.append(first: shown.date[arrival].first, last: shown.date[arrival].last)
    }
    let (date, place) = (journal.strings.intern("date"), journal.strings.intern("place"))
    let inferred = order.arrivals.map { arrival in
      (shown.dateFrom[arrival] == ReferenceColumn.unknown ? [] : [date])
        + (shown.placeFrom[arrival] == ReferenceColumn.unknown ? [] : [place])
    }
    return [
      "id": .codes(CodeColumn(codes: ids)),
      "event": .references(ReferenceColumn(rows: order.sorted(events.rowOfReport))),
      "article": .references(ReferenceColumn(rows: articleRows(log.article, order.arrivals))),
      "source": .references(ReferenceColumn(rows: sourceRows(log.article, order.arrivals))),
      "date": .dates(dates.column),
      "type": .codes(
        CodeColumn(codes: order.arrivals.map { typeCodes[log.type[$0]] ?? StringPool.unknown })),
      "mode": codes(log.mode, order),
      "action": codes(log.action, order),
      "actor": .referenceLists(list(order.arrivals.map { parties.actors[$0] })),
      "target": .referenceLists(list(order.arrivals.map { parties.targets[$0] })),
      "who": .referenceLists(list(order.arrivals.map { parties.actors[$0] + parties.targets[$0] })),
      "place": .references(ReferenceColumn(rows: order.sorted(shown.place))),
      "inferred": .codeLists(list(inferred)),
      "status": .codes(
        CodeColumn(codes: order.arrivals.map { statusCodes[log.status[$0]] ?? StringPool.unknown })),
      "attribution": codes(log.attribution, order),
      "evidence": slices(log.article, log.evidence, order.arrivals),
      "sentence": slices(log.article, log.sentence, order.arrivals),
    ]
  }

  /// The columns of the `mentions` table.
  var mentionColumns: [String: Column] {
    let log = journal.mentions
    let order = RowOrder(positionOrder(log.article, log.range))
    return [
      "entity": .references(
        ReferenceColumn(rows: order.arrivals.map { entityRow(log.local[$0]) })),
      "article": .references(ReferenceColumn(rows: articleRows(log.article, order.arrivals))),
      "source": .references(ReferenceColumn(rows: sourceRows(log.article, order.arrivals))),
      "published": published(log.article, order.arrivals),
      "text": codes(log.text, order),
      "epithet": codes(log.epithet, order),
      "role": codes(log.role, order),
      "sentence": slices(log.article, log.sentence, order.arrivals),
    ]
  }

  /// The columns of the `quotes` table.
  var quoteColumns: [String: Column] {
    let log = journal.quotes
    let order = RowOrder(positionOrder(log.article, log.range))
    return [
      "speaker": .references(
        ReferenceColumn(rows: order.arrivals.map { entityRow(log.speaker[$0]) })),
      "text": slices(log.article, log.range, order.arrivals),
      "verb": codes(log.verb, order),
      "article": .references(ReferenceColumn(rows: articleRows(log.article, order.arrivals))),
      "source": .references(ReferenceColumn(rows: sourceRows(log.article, order.arrivals))),
      "published": published(log.article, order.arrivals),
      "about": .referenceLists(list(order.arrivals.map { entityRows(log.about[$0]) })),
      "sentence": slices(log.article, log.sentence, order.arrivals),
    ]
  }

  /// The columns of the `figures` table.
  var figureColumns: [String: Column] {
    let log = journal.figures
    let order = RowOrder(positionOrder(log.article, log.range))
    return [
      "text": slices(log.article, log.range, order.arrivals),
      "low": .numbers(NumberColumn(values: order.sorted(log.low))),
      "high": .numbers(NumberColumn(values: order.sorted(log.high))),
      "unit": codes(log.unit, order),
      "about": .referenceLists(list(order.arrivals.map { entityRows(log.about[$0]) })),
      "article": .references(ReferenceColumn(rows: articleRows(log.article, order.arrivals))),
      "source": .references(ReferenceColumn(rows: sourceRows(log.article, order.arrivals))),
      "date": .dates(log.date.column(order.arrivals)),
      "sentence": slices(log.article, log.sentence, order.arrivals),
    ]
  }

  /// Words for the speakers of quotations, by row.
  var speakerTexts: [UInt32] {
    let log = journal.quotes
    return RowOrder(positionOrder(log.article, log.range)).sorted(log.speakerText)
  }

  /// What ``ReportDetails`` are made of.
  var reportDetails: ReportDetailTable {
    ReportDetailTable(
      log: journal.reports, sources: events.reportSources, reports: reports, articles: articles,
      rowOfLocal: entities.rowOfLocal)
  }

  /// What ``MentionDetails`` are made of.
  var mentionDetails: MentionDetailTable {
    let log = journal.mentions
    return MentionDetailTable(
      log: log, order: RowOrder(positionOrder(log.article, log.range)), articles: articles)
  }

  // MARK: Parts

  private func codes(_ codes: [UInt32], _ order: RowOrder) -> Column {
    .codes(CodeColumn(codes: order.sorted(codes)))
  }

  private func entityRow(_ local: UInt32) -> UInt32 {
    local == ReferenceColumn.unknown ? local : entities.rowOfLocal[Int(local)]
  }

  private func entityRows(_ locals: ArraySlice<UInt32>) -> [UInt32] {
    locals.map { entityRow($0) }
  }

  private func list(_ rows: [[UInt32]]) -> ListColumn {
    var builder = ListBuilder()
    for row in rows { builder.append(row) }
    return builder.column
  }

  private func articleRows(_ article: [UInt32], _ order: [Int]) -> [UInt32] {
    order.map { articles.rows[Int(article[$0])] }
  }

  private func sourceRows(_ article: [UInt32], _ order: [Int]) -> [UInt32] {
    order.map { sources.rowOfArticle[Int(article[$0])] }
  }

  private func published(_ article: [UInt32], _ order: [Int]) -> Column {
    .dates(journal.articles.published.column(order.map { Int(article[$0]) }))
  }

  /// Pieces of articles; an empty piece is unknown.
  private func slices(_ article: [UInt32], _ ranges: RangeLog, _ order: [Int]) -> Column {
    let rows = order.map { arrival in
      ranges.lower[arrival] == ranges.upper[arrival]
        ? ReferenceColumn.unknown : articles.rows[Int(article[arrival])]
    }
    return .slices(
      SliceColumn(
        articles: rows, lower: order.map { ranges.lower[$0] },
        upper: order.map { ranges.upper[$0] }))
  }

  /// By article row, then position in the text, then arrival.
  private func positionOrder(_ article: [UInt32], _ ranges: RangeLog) -> [Int] {
    let keys = article.indices.map { arrival in
      UInt64(articles.rows[Int(article[arrival])]) << 32 | UInt64(ranges.lower[arrival])
    }
    return keys.indices.sorted { (keys[$0], $0) < (keys[$1], $1) }
  }
}
