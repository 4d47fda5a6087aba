internal import NewsModel

/// The rows of the `events` table.
struct EventTable {
  /// Row of each report's event, by the report's arrival number.
  let rowOfReport: [UInt32]
  /// The events, by row.
  let events: [MergedEvent]
  /// Where the dates and places of reports come from.
  let reportSources: ReportSources
  /// Numbers in the events' ids, by row, from 0.
  private let numbers: [UInt32]
  private var contexts = ListBuilder()
  private var sources = ListBuilder()
  private var independent: [Int64] = []
  /// Which articles go back to one source.
  let origins: SourceIndependence

  /// Number of events.
  var count: Int { events.count }

  /// Orders events by first day, then by id.
  init(
    _ merged: EventResolution, journal: inout Journal, names: inout RowNames, articles: RowOrder,
    sources outlets: SourceTable, families: TextFamilies
  ) {
    let numberOf = names.nameEvents(merged)
    let order = merged.events.indices.sorted { a, b in
      (merged.events[a].date.first, numberOf[a]) < (merged.events[b].date.first, numberOf[b])
    }
    var rowOf = [UInt32](repeating: 0, count: order.count)
    for (row, event) in order.enumerated() { rowOf[event] = UInt32(row) }
    rowOfReport = merged.eventOf.map { rowOf[Int($0)] }
    events = order.map { merged.events[$0] }
    reportSources = merged.sources
    numbers = order.map { numberOf[$0] }
    origins = SourceIndependence(journal, families: families)
    for event in events {
      let told = event.reports.map { Int(journal.reports.article[Int($0)]) }
      contexts.append(event.reports.flatMap { journal.reports.contexts[Int($0)] })
      sources.append(
        told.map { outlets.rowOfArticle[$0] }.filter { $0 != ReferenceColumn.unknown })
      independent.append(Int64(origins.count(ofArticles: told)))
    }
  }

  /// The columns of the table.
  func columns(strings: inout StringPool) -> [String: Column] {
    var type: [UInt32] = []
    var status: [UInt32] = []
    var cameo: [UInt32] = []
    var date = DateLog()
    var actors = ListBuilder()
    var targets = ListBuilder()
    var who = ListBuilder()
    for event in events {
      type.append(strings.intern(event.type.rawValue))
      status.append(strings.intern(event.status.rawValue))
      cameo.append(strings.intern(event.type.cameoRoot))
      date.append(first: event.date.first, last: event.date.last)
      actors.append(event.actors)
      targets.append(event.targets)
      who.append(event.actors + event.targets)
    }
    let names = strings
    func mode(_ event: MergedEvent) -> String? {
      event.mode == StringPool.unknown ? nil : names[event.mode]
    }
    let ids = numbers.map { strings.intern("e\($0 + 1)") }
    return [
      "id": .codes(CodeColumn(codes: ids)),
      "date": .dates(date.column),
      "type": .codes(CodeColumn(codes: type)),
      "mode": .codes(CodeColumn(codes: events.map(\.mode))),
      "action": .codes(CodeColumn(codes: events.map(\.action))),
      "actor": .referenceLists(actors.column),
      "target": .referenceLists(targets.column),
      "who": .referenceLists(who.column),
      "place": .references(ReferenceColumn(rows: events.map(\.place))),
      "status": .codes(CodeColumn(codes: status)),
      "context": .codeLists(contexts.column),
      "quad": .integers(
        IntegerColumn(values: events.map { Int64($0.type.quadClass.rawValue) })),
      "score": .numbers(
        NumberColumn(values: events.map { $0.type.score(mode: mode($0)) })),
      "cameo": .codes(CodeColumn(codes: cameo)),
      "source": .referenceLists(sources.column),
      "sources": .integers(IntegerColumn(values: independent)),
      "reports": .integers(IntegerColumn(values: events.map { Int64($0.reports.count) })),
    ]
  }
}
